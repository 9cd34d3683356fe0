"""A service in front of the real one that can be told to misbehave."""

from __future__ import annotations

import contextlib
import re
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Literal

Fault = Literal[
    "none",
    "slow",
    "stopped",
    "garbage",
    "html",
    "script",
    "error-page",
    "gateway",
    "nothing",
    "unchanged",
    "huge",
    "no-blank",
    "lost-blank",
    "markup",
]
_DRAFT = b'{"subject": "Thank you", "body_text": "Dear Dana,", "blanks": [%s]}'
GARBAGE: dict[str, tuple[int, str, bytes]] = {
    "garbage": (200, "application/json", b'{"findings": "none"}'),
    "html": (200, "application/json", b"<script>alert(1)</script>"),
    "script": (200, "text/javascript", b"alert(1)"),
    "error-page": (500, "text/html", b"<h1>Internal <script>alert(1)</script> Server Error</h1>"),
    "gateway": (502, "text/html", b"<h1>Bad Gateway</h1>"),
    "nothing": (200, "application/json", b""),
    "unchanged": (304, "application/json", b""),
    "huge": (200, "application/json", b'{"kind": "' + b"x" * 20_000_000 + b'"}'),
    "no-blank": (200, "application/json", _DRAFT % b"null"),
    "lost-blank": (
        200,
        "application/json",
        _DRAFT % b'{"in": "body", "span": {"start": 90, "end": 99}}',
    ),
}
SHOWN = re.compile(rb'"(message|label|title|occasion|question|answer|markdown)":\s*"')
"""Where words begin in an answer that somebody reads."""
MARKUP = b"<img src=x onerror='document.title=1'><b>"


class Faulty(ThreadingHTTPServer):
    """Passes requests on to the real service, until a fault is set."""

    daemon_threads = True

    def __init__(self, service: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.service = service
        self.fault: Fault = "none"
        self.asked: list[str] = []
        """The paths that were asked for."""
        self.over = threading.Event()

    @property
    def address(self) -> str:
        """Where the extension finds it."""
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: Faulty

    def _answer(self) -> None:
        length = int(self.headers.get("Content-Length", 0))
        body = self.rfile.read(length) if length else None
        self.server.asked.append(self.path)
        while self.server.fault == "slow" and not self.server.over.wait(0.05):
            """Answer once it is not slow any more."""
        fault = self.server.fault
        if fault in ("slow", "stopped"):
            self.close_connection = True
            return
        if garbage := GARBAGE.get(fault):
            self._write(*garbage)
            return
        wanted = {"Content-Type", "Origin", "If-None-Match"}
        headers = {name: value for name, value in self.headers.items() if name in wanted}
        request = urllib.request.Request(self.server.service + self.path, body, headers)
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                kind = answer.headers["Content-Type"]
                words = answer.read()
                if fault == "markup":
                    words = SHOWN.sub(lambda begin: begin[0] + MARKUP, words)
                self._write(answer.status, kind, words, answer.headers.get("ETag"))
        except urllib.error.HTTPError as refused:
            self._write(refused.code, refused.headers.get("Content-Type") or "", refused.read())

    do_GET = do_POST = _answer  # noqa: N815

    def _write(self, status: int, kind: str, body: bytes, etag: str | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if etag:
            self.send_header("ETag", etag)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def faulty(service: str) -> Iterator[Faulty]:
    """Run it in front of a running service."""
    server = Faulty(service)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
