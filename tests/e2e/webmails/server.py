"""The web server of the rebuilt compose pages: one set of pages at several loopback origins.

`/webmail/NAME?state=STATE` is a compose page. Origins 1 and 2 are two ports of 127.0.0.1, where the
extension may run; origin 3 is `localhost`, which it was never allowed.

It also stands between the extension and the service, and remembers what was asked: what the
extension read on a page is what it asks about.
"""

from __future__ import annotations

import contextlib
import json
import re
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

from tests.e2e.webmails.build import BUILD, HERE, MODULES

EXTENSION = HERE.parents[2] / "extension"
PAGE = HERE / "page"
FOLDERS = {"page": PAGE, "build": BUILD, "modules": MODULES, "extension": EXTENSION}
TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
}
_CONFIG = re.compile(r'<script type="application/json" id="webmail">(.*?)</script>', re.DOTALL)


@dataclass(slots=True)
class Webmails:
    """Running pages."""

    origins: dict[str, str]
    service: str
    asked: list[dict[str, Any]] = field(default_factory=list)
    """The drafts that the service was asked to check, the latest last."""

    @property
    def address(self) -> str:
        """The first origin; as the service's address it records what is asked."""
        return self.origins["1"]

    def page(self, name: str, **query: str) -> str:
        """Return the address of a compose page."""
        asked = "&".join(f"{key}={value}" for key, value in query.items())
        return f"{self.address}/webmail/{name}?{asked}"


def config(name: str) -> dict[str, Any]:
    """Return what a rebuilt page says of itself: its states, its labels, its policy."""
    found = _CONFIG.search(_source(name))
    assert found, f"{name}/compose.html has no configuration"
    told: dict[str, Any] = json.loads(found[1])
    return told


def shared(name: str) -> dict[str, Any]:
    """Return `mails` or `states`: what all pages have in common."""
    told: dict[str, Any] = json.loads((PAGE / f"{name}.json").read_text(encoding="utf-8"))
    return told


def _source(name: str) -> str:
    return (EXTENSION / "webmail" / name / "compose.html").read_text(encoding="utf-8")


WEBMAILS = sorted(path.parent.name for path in EXTENSION.glob("webmail/*/compose.html"))
CONFIGS = {name: config(name) for name in WEBMAILS}
STATES_OF = {name: told["states"] for name, told in CONFIGS.items()}
"""What each rebuilt page says of itself, and the states among it."""


@contextlib.contextmanager
def webmails(service: str) -> Iterator[Webmails]:
    """Serve all pages at three origins until the end; `service` answers what the extension asks."""
    told = Webmails({}, service)

    class Handler(_Handler):
        webmails = told

    servers = [ThreadingHTTPServer(("127.0.0.1", 0), Handler) for _ in range(3)]
    for number, (server, host) in enumerate(
        zip(servers, ("127.0.0.1", "127.0.0.1", "localhost"), strict=True), start=1
    ):
        server.daemon_threads = True
        told.origins[str(number)] = f"http://{host}:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield told
    finally:
        for server in servers:
            server.shutdown()
            server.server_close()


class _Handler(BaseHTTPRequestHandler):
    webmails: Webmails
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer with a compose page, a file, or what the service says."""
        folder, _, rest = urlsplit(self.path).path.removeprefix("/").partition("/")
        if folder == "webmail":
            return self._compose(rest.partition("/")[0])
        if folder == "api":
            return self._ask_service(None)
        path = FOLDERS.get(folder, BUILD) / rest
        if folder in FOLDERS and path.is_file() and ".." not in rest:
            kind = TYPES.get(path.suffix, "application/octet-stream")
            return self._answer(path.read_bytes(), {"Content-Type": kind})
        return self._answer(b"", {}, status=404)

    def do_POST(self) -> None:
        """Pass a question on to the service."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path.endswith("/checks"):
            self.webmails.asked.append(json.loads(body))
        self._ask_service(body)

    def do_OPTIONS(self) -> None:
        """Pass the browser's own question on."""
        self._ask_service(None, "OPTIONS")

    def _compose(self, name: str) -> None:
        told = {"origins": self.webmails.origins}
        told |= {part: shared(part) for part in ("mails", "states")}
        script = '<script type="module" src="/page/page.js"></script>'
        data = f'<script type="application/json" id="shared">{json.dumps(told)}</script>'
        headers = {"Content-Type": "text/html; charset=utf-8"}
        if policy := config(name).get("policy"):
            headers["Content-Security-Policy"] = policy
        self._answer((_source(name) + data + script).encode(), headers)

    def _ask_service(self, body: bytes | None, method: str | None = None) -> None:
        names = ("Content-Type", "Origin", "Access-Control-Request-Method", "X-Requested-With")
        headers = {name: self.headers[name] for name in names if self.headers[name]}
        request = urllib.request.Request(
            self.webmails.service + self.path, body, headers, method=method
        )
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                self._answer(answer.read(), dict(answer.headers), answer.status)
        except urllib.error.HTTPError as refusal:
            self._answer(refusal.read(), dict(refusal.headers), refusal.code)

    def _answer(self, body: bytes, headers: dict[str, str], status: int = 200) -> None:
        own = {"content-length", "connection", "date", "server", "transfer-encoding"}
        self.send_response(status)
        for name, value in headers.items():
            if name.lower() not in own:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600" if status == 200 else "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        """Say nothing."""
