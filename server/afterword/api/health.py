"""GET /health: that the service answers, and what it answers with."""

from __future__ import annotations

import hashlib

from flask import Flask, Response

from afterword.api import PREFIX, answer
from afterword.api.answer import Prepared
from afterword.version import VERSION


def register(app: Flask, *contents: Prepared) -> None:
    """Add the endpoint; the content's version changes when any of `contents` does."""
    version = hashlib.sha256("".join(content.etag for content in contents).encode()).hexdigest()
    body = {"status": "ok", "version": VERSION, "content_version": version[:12]}

    @app.get(f"{PREFIX}/health", endpoint="api.health")
    def health() -> Response:
        return answer.json(body)
