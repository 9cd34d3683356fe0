"""The service, part by part."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask

from afterword import pages
from afterword.api import (
    answer,
    checks,
    errors,
    guidelines,
    health,
    log,
    memory,
    openapi,
    requests,
    security,
    service,
    templates,
)
from afterword.settings import Settings


class Plain(Flask):
    """Flask without a question that it asks of each function in each request."""

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """Return `func` as it is: nothing here is asynchronous."""
        return func


def build(settings: Settings) -> Flask:
    """Return the service as a WSGI application; see `afterword.create_app`."""
    app = Plain("afterword", static_folder=None, template_folder=None)
    parts = service.start(app, settings)
    schemas = requests.build(settings)

    log.register(app, settings.log_level)
    answer.register(app)
    errors.register(app)
    security.register(app, settings)
    memory.register(app)

    checks.register(app, parts, schemas)
    texts = templates.register(app, parts, schemas)
    advice = guidelines.register(app, parts)
    health.register(app, parts.registry, parts.brand, texts, advice)
    openapi.register(app)

    pages.register(app)
    return app
