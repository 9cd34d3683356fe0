"""The service, part by part."""

from __future__ import annotations

from flask import Flask

from afterword import pages
from afterword.api import (
    answer,
    checks,
    errors,
    guidelines,
    health,
    log,
    openapi,
    requests,
    security,
    service,
    templates,
)
from afterword.settings import Settings


def build(settings: Settings) -> Flask:
    """Return the service as a WSGI application; see `afterword.create_app`."""
    app = Flask("afterword", static_folder=None, template_folder=str(settings.site_dir / "layouts"))
    parts = service.start(app, settings)
    schemas = requests.build(settings)

    log.register(app)
    answer.register(app)
    errors.register(app)
    security.register(app, settings)

    checks.register(app, parts, schemas)
    texts = templates.register(app, parts, schemas)
    advice = guidelines.register(app, parts)
    health.register(app, texts, advice)
    openapi.register(app)

    pages.register(app)
    return app
