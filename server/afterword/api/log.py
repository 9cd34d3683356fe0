"""The request log: method, route, status, milliseconds. Never a path, a query or content."""

from __future__ import annotations

import logging
import sys
import time

from flask import Flask, Response, g, request

LOG = logging.getLogger("afterword")


def register(app: Flask, level: str) -> None:
    """Log one line a request where `level` asks for it; else a request costs nothing."""
    if level not in {"debug", "info"}:
        return

    @app.before_request
    def begin() -> None:
        g.began = time.perf_counter()

    @app.after_request
    def end(response: Response) -> Response:
        route = request.url_rule.rule if request.url_rule else "-"
        spent = (time.perf_counter() - g.began) * 1000
        LOG.info("%s %s %d %.1f ms", request.method, route, response.status_code, spent)
        return response


def start(level: str) -> None:
    """Write the log to standard error at `level`, and keep the server's own log quiet."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.handlers[:] = [handler]
    LOG.setLevel(level.upper())
    LOG.propagate = False
    # It warns of each request that waits, which under load is every one.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
