"""The real `afterword serve`, as its own program."""

from __future__ import annotations

import contextlib
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from tests.e2e.processes import free_port, running

AFTERWORD = Path(sys.executable).with_name("afterword")


@contextlib.contextmanager
def service(log: Path, port: int | None = None, *options: str) -> Iterator[str]:
    """Start the service on `port` (or a free one), yield its address, and end it."""
    port = port or free_port()
    address = f"http://127.0.0.1:{port}"

    def healthy() -> bool:
        with urllib.request.urlopen(f"{address}/api/v1/health", timeout=2) as answer:
            return bool(answer.status == 200)

    with running([AFTERWORD, "serve", "--port", str(port), *options], log=log, ready=healthy):
        yield address
