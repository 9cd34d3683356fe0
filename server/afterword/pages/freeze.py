"""The site as plain files for any static host."""

from __future__ import annotations

import mimetypes
import re
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

from flask import Flask, Response, request

from afterword.api import PREFIX
from afterword.pages import moved, shared
from afterword.pages.library import Library
from afterword.pages.routes import blueprint, paths, without_view
from afterword.pages.sitemap import sitemap

NO_SERVICE = '{"status": "no service"}\n'
_PLACE = re.compile(r"(https?://[\w.-]+(?::\d+)?(?=/|$))?(/?(?:[^\s/?#:]+/)*[^\s/?#:]*)")
"""A path on a host, which may be named before it."""
_SITEMAP = "sitemap.xml"
_MARK = ".afterword-site"
"""Tells a folder that we made, whose old files may go, from one of the reader's own."""


class BuildError(Exception):
    """The site cannot be built there; the message names the cure."""


def freeze(library: Library, source: Path, directory: Path, base: str = "/") -> list[str]:
    """Write the whole site into `directory` and return the addresses of its files.

    `source` holds layouts and assets. All addresses are relative; only the page for missing
    addresses, which a host shows at any depth, needs to know `base`, the path at which the site
    will stand. Where `base` names the host too, each page tells search engines its whole address,
    and `sitemap.xml` lists them all. Raises BuildError when `base` is neither or the directory
    holds files that are not from an earlier build, LookupError when a page names a threshold or a
    page that is not there.
    """
    # Imported here: only a build needs it.
    from flask_frozen import Freezer, FrozenFlaskWarning  # type: ignore[import-untyped]  # noqa: PLC0415

    host, path = _place(base)
    directory = directory.resolve()
    _claim(directory)
    app = _app(library, source, f"{host}{path}" if host else "")
    app.config.update(
        FREEZER_DESTINATION=str(directory),
        FREEZER_DESTINATION_IGNORE=[_MARK],
        FREEZER_BASE_URL=f"{host or 'http://localhost'}{path}",
    )
    freezer = Freezer(app)
    freezer.register_generator(lambda: _pages(library, source))
    with warnings.catch_warnings():
        warnings.simplefilter("error", FrozenFlaskWarning)
        return sorted(freezer.freeze())


def _place(base: str) -> tuple[str, str]:
    """Return the host of `base`, where it names one, and its path with a slash at both ends."""
    found = _PLACE.fullmatch(base)
    if not found:
        cure = "name a path, such as /afterword/, or a whole address"
        raise BuildError(f"The site cannot stand at {base!r}; {cure}.")
    path = found[2].strip("/")
    return found[1] or "", f"/{path}/" if path else "/"


def _claim(directory: Path) -> None:
    if directory.exists() and not directory.is_dir():
        raise BuildError(f"{directory} is a file; name a directory.")
    mark = directory / _MARK
    if directory.exists() and any(directory.iterdir()) and not mark.exists():
        raise BuildError(f"{directory} holds other files; name an empty or a new directory.")
    directory.mkdir(parents=True, exist_ok=True)
    mark.touch()


def _app(library: Library, source: Path, whole: str) -> Flask:
    """Return an app with nothing but the site: a static host answers no API.

    `whole` is the address of its start page, or nothing where it is not known.
    """
    app = Flask("afterword.pages", static_folder=None)
    app.config.update(AFTERWORD_FROZEN=True, AFTERWORD_ADDRESS=whole, PROPAGATE_EXCEPTIONS=True)
    app.register_blueprint(blueprint(library, source))
    app.add_url_rule(f"{PREFIX}/health", "no_service", _no_service)
    if whole:
        listed = sitemap(library, paths(library), whole)
        app.add_url_rule(f"/{_SITEMAP}", "sitemap", lambda: _sitemap(listed))
    rows = moved.load(source)
    if rows:
        app.add_url_rule("/_redirects", "redirects", lambda: _redirects(rows))
    return app


def _redirects(rows: Sequence[moved.Moved]) -> Response:
    """Answer the renamed pages as Netlify, Cloudflare Pages and their like read them."""
    root = request.script_root
    lines = [f"{root}{row.old} {root}{row.new} 301\n" for row in rows]
    return Response("".join(lines), mimetype="application/octet-stream")


def _sitemap(listed: str) -> Response:
    """Answer the list of pages, as what this computer takes a file of that name for."""
    return Response(listed, mimetype=mimetypes.guess_type(_SITEMAP)[0])


def _no_service() -> Response:
    """Answer for the service that a static host has not, where pages look for one.

    A host that passes `/api/` on to a service needs nothing else: its answer then stands here.
    """
    return Response(NO_SERVICE, mimetype="application/octet-stream")


def _pages(library: Library, source: Path) -> Iterator[str | tuple[str, dict[str, str]]]:
    """Yield every page, also one that no other page would link to."""
    for occasion in library.content.occasions:
        yield "site.occasion", {"id": occasion}
    for guideline in library.content.guidelines:
        yield "site.guideline", {"id": guideline}
    for template in library.content.templates:
        yield "site.template", {"id": template}
    for row in moved.load(source):
        yield row.old
    for name in shared.FILES:
        yield "site.shared_file", {"name": name}
    for page in without_view(library):
        yield "site.page", {"slug": page.slug}
