"""The list of all pages that search engines read, for a site whose whole address is known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from html import escape
from itertools import chain

from afterword.content.model import Guideline, Occasion
from afterword.pages.endpoints import VIEWS, guideline, occasion
from afterword.pages.library import Library


def sitemap(library: Library, paths: Iterable[str], address: str) -> str:
    """Return `paths` as a sitemap of the site at `address`, with the days that are known."""
    reviewed = _reviewed(library)
    entries = "".join(_entry(address, path, reviewed.get(path)) for path in sorted(paths))
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'
    )


def _entry(address: str, path: str, day: date | None) -> str:
    known = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
    place = escape(f"{address}{path.lstrip('/')}", quote=False)
    return f"<url><loc>{place}</loc>{known}</url>\n"


def _reviewed(library: Library) -> dict[str, date]:
    """Return the day on which each page that says so was last reviewed, by its path."""
    pages: chain[Guideline | Occasion] = chain(
        library.content.guidelines.values(), library.content.occasions.values()
    )
    views = {Guideline: VIEWS[guideline], Occasion: VIEWS[occasion]}
    return {views[type(page)].replace("<id>", page.id): page.reviewed for page in pages}
