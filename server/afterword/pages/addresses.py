"""Addresses between pages. All are relative, so the frozen site works below any path."""

from __future__ import annotations

import posixpath
from urllib.parse import urlsplit

from flask import current_app, request, url_for
from werkzeug.exceptions import HTTPException


def address(endpoint: str, **values: str | None) -> str:
    """Return the address of a page of this site, relative to the page that is being drawn.

    The page for missing addresses is shown at any depth, so nothing in it can be relative.
    """
    url = url_for(endpoint, **values)  # type: ignore[arg-type]
    if request.endpoint == "site.not_found_page":
        return url
    return relative(url, request.script_root + request.path)


def asset(name: str) -> str:
    """Return the address of a file in `site/assets`."""
    return address("site.static", filename=name)


def link(path: str) -> str:
    """Return the address for a path as Markdown writes it: `/guidelines/be-prompt/#wrong-day`.

    Raises LookupError when no page of the site answers there.
    """
    url = urlsplit(path)
    try:
        endpoint, values = current_app.url_map.bind("").match(url.path)
    except HTTPException:
        raise LookupError(f"{request.path} links to {path}, and no page is there") from None
    target = address(endpoint, **values)
    return f"{target}#{url.fragment}" if url.fragment else target


def relative(url: str, page: str) -> str:
    """Return the site path `url` as seen from the page at the path `page`."""
    path, mark, fragment = url.partition("#")
    here = page if page.endswith("/") else posixpath.dirname(page)
    way = posixpath.relpath(path, here)
    if path.endswith("/"):
        way += "/"
    return way + mark + fragment
