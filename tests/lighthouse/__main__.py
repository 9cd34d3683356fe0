"""Print the scores of one page of each layout; exit status 1 where one is below 100."""

from __future__ import annotations

import functools
import http.server
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests import provision
from tests.e2e.layouts import LAYOUTS

HERE = Path(__file__).parent
LIGHTHOUSE = HERE / "node_modules" / ".bin" / "lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
NOT_FOR_SEARCH = {"not_found"}
"""Layouts that search engines should not list; Lighthouse would have them listed."""


class _Packed(http.server.SimpleHTTPRequestHandler):
    """A static host as they are: it says how long a file may be kept."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=31536000")
        super().end_headers()

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@contextmanager
def _host(directory: Path) -> Iterator[str]:
    handler = functools.partial(_Packed, directory=str(directory))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def _measure(address: str, report: Path) -> dict[str, Any]:
    command = [
        str(LIGHTHOUSE),
        address,
        "--quiet",
        "--output=json",
        f"--output-path={report}",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
        f"--only-categories={','.join(CATEGORIES)}",
    ]
    environ = {**os.environ, "CHROME_PATH": str(provision.chromium())}
    subprocess.run(command, env=environ, check=True, stdout=subprocess.DEVNULL)
    found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return found


def _weak(found: dict[str, Any]) -> Iterator[str]:
    """Yield each audit that costs points."""
    for name in CATEGORIES:
        for ref in found["categories"][name]["auditRefs"]:
            audit = found["audits"][ref["id"]]
            if ref["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{name}: {audit['title']} ({audit.get('displayValue', audit['score'])})"


def main() -> int:
    """Measure the site in the folder that the command line names."""
    directory = Path(sys.argv[1])
    only = set(sys.argv[2:]) or set(LAYOUTS)
    print("layout          speed  access  practice  search  LCP ms    CLS")
    short = 0
    with _host(directory) as host, tempfile.TemporaryDirectory() as folder:
        for layout, path in LAYOUTS.items():
            if layout not in only:
                continue
            found = _measure(host + path, Path(folder) / "report.json")
            scores = [round(100 * found["categories"][name]["score"]) for name in CATEGORIES]
            lcp = found["audits"]["largest-contentful-paint"]["numericValue"]
            shift = found["audits"]["cumulative-layout-shift"]["numericValue"]
            line = "".join(
                f"{score:>{width}}" for score, width in zip(scores, (7, 8, 10, 8), strict=True)
            )
            print(f"{layout:<14}{line}{lcp:>8.0f}{shift:>7.3f}", flush=True)
            judged = scores[:3] if layout in NOT_FOR_SEARCH else scores
            if min(judged) < 100:
                short += 1
                print("".join(f"    {reason}\n" for reason in _weak(found)), end="", flush=True)
    return min(short, 1)


if __name__ == "__main__":
    sys.exit(main())
