"""Afterword: templates and checks for the emails that follow a job interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from afterword.settings import Settings


def create_app(settings: Settings | None = None) -> Flask:
    """Return the service as a WSGI application.

    All content is read here, once. Raises ContentError or RegistryError, whose message names the
    file and the cure.
    """
    from afterword.app import build  # noqa: PLC0415 - checks and parser load without Flask
    from afterword.settings import Settings  # noqa: PLC0415

    return build(settings or Settings())
