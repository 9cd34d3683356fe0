"""A page that can import the extension's own modules, outside of any extension."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Page, Playwright, Route

from tests import provision
from tests.e2e.browsers import EXTENSION

ORIGIN = "http://modules.example"
"""Not a secure one, like many a webmail of a small office."""


@contextmanager
def module_page(playwright: Playwright, **context: Any) -> Iterator[Page]:
    """Open an empty page in a browser context of these options; its origin is the extension."""

    def serve(route: Route) -> None:
        path = EXTENSION / route.request.url.removeprefix(ORIGIN + "/")
        if path.is_file():
            route.fulfill(path=path, content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html>", content_type="text/html")

    browser = playwright.chromium.launch(
        executable_path=provision.chromium(), args=["--no-sandbox", "--disable-gpu"]
    )
    page = browser.new_context(**context).new_page()
    page.route(f"{ORIGIN}/**", serve)
    page.goto(f"{ORIGIN}/")
    yield page
    browser.close()
