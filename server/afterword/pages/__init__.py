"""The site: served beside the API, and frozen to plain files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, NotFound

from afterword.api import errors
from afterword.api.service import KEY, Service
from afterword.pages import endpoints, routes
from afterword.pages.library import Library


def register(app: Flask) -> None:
    """Serve the site beside the API; an address that leads nowhere gets a page with ways on."""
    service = cast(Service, app.extensions[KEY])
    app.register_blueprint(routes.blueprint(_library(service), service.settings.site_dir))

    def nowhere(error: NotFound) -> Response | HTTPException | tuple[str, int]:
        if request.path.startswith("/api/"):
            return errors.http(error)
        return endpoints.not_found(), 404

    app.register_error_handler(404, nowhere)


def build(app: Flask, directory: Path, base: str = "/") -> list[str]:
    """Write the site of a service into `directory`, for any static host.

    `base` is the path at which it will stand there, or its whole address. Returns the addresses
    of the files; raises BuildError or LookupError, as `pages.freeze.freeze` says.
    """
    from afterword.pages.freeze import freeze  # noqa: PLC0415 - serving needs no freezer

    service = cast(Service, app.extensions[KEY])
    return freeze(_library(service), service.settings.site_dir, directory, base)


def faults(app: Flask, folder: Path) -> Iterator[tuple[Path, str]]:
    """Draw each page of a service that is written in `folder`; yield file and fault of a bad one.

    A page that names a threshold or a page that is not there can be read, and not be drawn.
    """
    service = cast(Service, app.extensions[KEY])
    for address, file in routes.texts(_library(service)).items():
        if not file.is_relative_to(folder):
            continue
        with app.test_request_context(address):
            try:
                app.dispatch_request()
            except LookupError as error:
                yield file, f"{error}."


def _library(service: Service) -> Library:
    return Library(service.content, service.registry, service.brand)
