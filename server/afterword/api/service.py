"""What every request shares: settings, content, checks. Made once, when the service starts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app

from afterword.content import catalogue
from afterword.content.catalogue import Catalogue
from afterword.engine import registry
from afterword.engine.model import Registry
from afterword.settings import Settings

KEY = "afterword"


@dataclass(frozen=True, slots=True)
class Service:
    """The parts of one running service; all are read only."""

    settings: Settings
    content: Catalogue
    registry: Registry


def start(app: Flask, settings: Settings) -> Service:
    """Read all content and checks for `app`. Raises ContentError and RegistryError."""
    content = catalogue.read(
        settings.guidelines_dir, settings.templates_dir, settings.site_dir / "pages"
    )
    service = Service(settings, content, registry.load())
    app.extensions[KEY] = service
    return service


def service() -> Service:
    """Return the parts of the service that answers the current request."""
    return cast(Service, current_app.extensions[KEY])
