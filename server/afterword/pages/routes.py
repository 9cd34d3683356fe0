"""The pages of the site as routes, so that every link between them is made by `url_for`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from flask import Blueprint, current_app, request

from afterword.content import matter
from afterword.content.errors import ContentError
from afterword.content.model import Guideline, Occasion, Page, Template
from afterword.content.parts import read
from afterword.pages import endpoints, host, moved, shared
from afterword.pages.addresses import address, asset, link
from afterword.pages.endpoints import VIEWS
from afterword.pages.library import Library
from afterword.pages.served import KEY, served


def blueprint(library: Library, directory: Path) -> Blueprint:
    """Return the site as a blueprint; `directory` holds its layouts and assets.

    Raises ContentError for a page or a layout that is not there, and as `pages.moved` says.
    """
    _written(library, directory / "pages")
    _laid_out(library, directory / "layouts")
    site = Blueprint(
        "site",
        __name__,
        template_folder=str(directory / "layouts"),
        static_folder=str(directory / "assets"),
        static_url_path="/assets",
    )
    _add_rules(site, library)
    addresses = moved.load(directory)
    for at, row in enumerate(addresses):
        site.add_url_rule(row.old, f"moved_{at}", partial(endpoints.moved_page, row.new))
    moved.check(addresses, paths(library))
    host.register(site, library.brand)
    site.record(lambda state: state.app.extensions.update({KEY: library}))
    site.app_context_processor(_frame)
    return site


def _add_rules(site: Blueprint, library: Library) -> None:
    for draw, path in VIEWS.items():
        site.add_url_rule(path, draw.__name__, draw)
    for own in without_view(library):
        site.add_url_rule(own.address, "page", endpoints.page, defaults={"slug": own.slug})
    for name in shared.FILES:
        site.add_url_rule(
            f"/assets/shared/{name}", "shared_file", endpoints.shared_file, defaults={"name": name}
        )


def without_view(library: Library) -> Iterator[Page]:
    """Yield the hand-written pages that no function of `endpoints` draws alone."""
    own = set(VIEWS.values())
    return (page for page in library.content.pages.values() if page.address not in own)


def texts(library: Library) -> dict[str, Path]:
    """Return the file that each page is written in, by the address of the page."""
    known = library.content
    lists: tuple[tuple[str, Mapping[str, Guideline | Occasion | Template]], ...] = (
        (VIEWS[endpoints.guideline], known.guidelines),
        (VIEWS[endpoints.occasion], known.occasions),
        (VIEWS[endpoints.template], known.templates),
    )
    many = {
        path.replace("<id>", id): one.path for path, found in lists for id, one in found.items()
    }
    return many | {page.address: page.path for page in known.pages.values()}


def paths(library: Library) -> frozenset[str]:
    """Return the address of every page."""
    views = {path for path in VIEWS.values() if path.endswith("/") and "<" not in path}
    return frozenset(views | texts(library).keys())


def _written(library: Library, folder: Path) -> None:
    """Hold the site to the hand-written pages that `endpoints` draws. Raises ContentError."""
    known = {page.address for page in library.content.pages.values()}
    lists = (endpoints.guidelines, endpoints.templates, endpoints.occasions)
    for view in (endpoints.start, *lists):
        if VIEWS[view] not in known:
            file = folder / f"{VIEWS[view].strip('/') or 'index'}.md"
            raise ContentError(file, 1, "The file is missing.", "Write it, or mend `site_dir`.")


def _laid_out(library: Library, layouts: Path) -> None:
    """Hold each page to a layout that is there. Raises ContentError."""
    known = sorted(path.stem for path in layouts.glob("[!_]*.html"))
    for page in library.content.pages.values():
        if page.layout not in known:
            front, _, _ = matter.split(page.path, read(page.path))
            cure = f"Use one of: {', '.join(known)}."
            raise front.fault("layout", f"There is no layout `{page.layout}`.", cure)


def _frame() -> dict[str, Any]:
    return {
        "address": address,
        "asset": asset,
        "link": link,
        "brand": served().brand,
        "frozen": current_app.config.get("AFTERWORD_FROZEN", False),
        "canonical": _canonical(),
        "navigation": [_entry(page.short_title, page.address) for page in served().menu],
        "footer": [
            *(_entry(page.title, page.address) for page in served().footer),
            _entry("All pages", VIEWS[endpoints.index]),
        ],
    }


def _canonical() -> str:
    """Return the whole address of the page that is being drawn, where it is known."""
    whole: str = current_app.config.get("AFTERWORD_ADDRESS", "")
    here = request.endpoint != "site.not_found_page"
    return whole + request.path.lstrip("/") if whole and here else ""


def _entry(title: str, path: str) -> dict[str, str | None]:
    current = None
    if request.path == path:
        current = "page"
    elif request.path.startswith(path):
        current = "true"
    return {"title": title, "address": link(path), "current": current}
