"""Who may ask, and what an answer may do: Host, Origin, CORS and security headers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flask import Flask, Response, request
from flask_cors import CORS

from afterword.api import PREFIX
from afterword.api.errors import RequestError
from afterword.settings import Settings

PORT = re.compile(r":\d{1,5}$")

HEADERS = (
    ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
)
PAGE_HEADERS = (
    (
        "Content-Security-Policy",
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'self'",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    *HEADERS[1:],
)
FOREIGN = "Other web pages may not ask this service. The setting is `extension_origins`."


def register(app: Flask, settings: Settings) -> None:
    """Refuse requests from elsewhere, and send security headers with every answer."""
    app.config["MAX_CONTENT_LENGTH"] = settings.max_request_bytes
    origins = [_origin(origin) for origin in settings.extension_origins]
    _admit(app, settings, origins)
    _protect(app)
    if origins:
        _share(app, origins)


def _admit(app: Flask, settings: Settings, origins: Sequence[str]) -> None:
    """Serve under our own names, to our own pages and to what the patterns `origins` match."""
    hosts = frozenset(name.lower() for name in settings.allowed_hosts)
    friends = re.compile("|".join(f"(?:{origin})" for origin in origins) or "(?!)")

    @app.before_request
    def guard() -> None:
        environ = request.environ
        host = environ.get("HTTP_HOST", "")
        if PORT.sub("", host).lower() not in hosts:
            raise RequestError(421, "wrong_host", _wrong_host(settings))
        origin = environ.get("HTTP_ORIGIN")
        if origin is None or friends.fullmatch(origin):
            return
        if origin != f"{environ['wsgi.url_scheme']}://{host}":
            raise RequestError(403, "foreign_origin", FOREIGN)


def _protect(app: Flask) -> None:
    """Send the security headers of a page, or of an answer of the API."""

    @app.after_request
    def protect(response: Response) -> Response:
        headers = response.headers
        for name, value in HEADERS if request.path.startswith("/api/") else PAGE_HEADERS:
            headers.add(name, value)
        if location := headers.get("Location"):
            headers["Location"] = _by_path(location, request.host_url)
        return response


def _by_path(location: str, root: str) -> str:
    """Lead to an address of our own by its path: behind TLS nobody here knows its scheme."""
    return "/" + location.removeprefix(root).lstrip("/") if location.startswith(root) else location


def _share(app: Flask, origins: Sequence[str]) -> None:
    """Let what the patterns `origins` match read the answers of the API."""
    CORS(
        app,
        resources={rf"{PREFIX}/.*": {"origins": [f"^{origin}$" for origin in origins]}},
        methods=["GET", "HEAD", "POST", "OPTIONS"],
        allow_headers=["Content-Type", "If-None-Match"],
        expose_headers=["ETag"],
        allow_private_network=True,
        max_age=600,
    )


def _origin(allowed: str) -> str:
    """Return the pattern of one setting: an origin, or a scheme that stands for all below it."""
    return re.escape(allowed) + (r"[A-Za-z0-9.-]+" if allowed.endswith("://") else "")


def _wrong_host(settings: Settings) -> str:
    names = ", ".join(settings.allowed_hosts)
    return f"This service answers under these names only: {names}. The setting is `allowed_hosts`."
