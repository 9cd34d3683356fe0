"""GET /health: that the service answers, and what it answers with."""

from __future__ import annotations

import hashlib
from typing import Any

from flask import Flask, Response

from afterword.api import PREFIX, answer
from afterword.engine.model import Registry
from afterword.packs.brand import Brand
from afterword.version import VERSION


def register(app: Flask, registry: Registry, brand: Brand, *contents: str) -> None:
    """Add the endpoint; the content's version changes when any of `contents` does."""
    version = hashlib.sha256("".join(contents).encode()).hexdigest()
    body = {
        "status": "ok",
        "version": VERSION,
        "content_version": version[:12],
        "thresholds": registry.thresholds,
        "host": _host(brand),
    }

    @app.get(f"{PREFIX}/health", endpoint="api.health")
    def health() -> Response:
        return answer.json(body)


def _host(brand: Brand) -> dict[str, Any] | None:
    if not brand:
        return None
    return {
        "name": brand.name,
        "short_name": brand.short_name,
        "url": brand.url,
        "colours": brand.colours,
        "links": [{"title": link.title, "url": link.url} for link in brand.links],
    }
