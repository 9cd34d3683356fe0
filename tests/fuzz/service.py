"""Requests made from openapi.json, right and wrong ones: `python -m tests.fuzz.service`.

Arguments go to `schemathesis run`. The service runs as a user starts it, on a free port.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.bench.started import server

ROOT = Path(__file__).parents[2]


def main(more: list[str]) -> int:
    """Return 0 where every answer is one that the document describes."""
    with server("afterword") as (port, _process):
        command = [
            *(str(Path(sys.executable).with_name("schemathesis")), "run"),
            *(str(ROOT / "openapi.json"), "--url", f"http://127.0.0.1:{port}/api/v1"),
            # Unknown fields are passed over, so that an older service serves a newer extension.
            *("--exclude-checks", "negative_data_rejection"),
            *more,
        ]
        return subprocess.call(command)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
