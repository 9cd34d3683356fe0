"""The rebuilt pages, and one browser of each kind for all of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Playwright

from tests.e2e import browsers
from tests.e2e.parts import need
from tests.e2e.webmails import server
from tests.e2e.webmails.compose import KNOWN
from tests.e2e.webmails.drive import ChromiumTab, FirefoxTab, Tab
from tests.e2e.webmails.server import Webmails


@pytest.fixture(scope="session")
def pages(service: str) -> Iterator[Webmails]:
    """The web server of the rebuilt pages."""
    need("The editors of webmails")
    with server.webmails(service) as running:
        yield running


@pytest.fixture(scope="module", params=["chromium", "firefox"])
def tab(
    request: pytest.FixtureRequest, pages: Webmails, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Tab]:
    """A tab with the extension, which is used on the pages and knows an interview."""
    profile = tmp_path_factory.mktemp(request.param)
    if request.param == "chromium":
        need("Chromium")
        playwright: Playwright = request.getfixturevalue("playwright")
        with browsers.chromium(playwright, profile, pages.address) as chromium:
            chromium.worker.evaluate("known => chrome.storage.local.set(known)", KNOWN)
            page = chromium.page()
            page.goto(pages.page("plain"))
            chromium.use_on(page)
            yield ChromiumTab(page)
    else:
        need("Firefox")
        with browsers.firefox(profile, pages.address) as firefox:
            for key, value in KNOWN.items():
                firefox.store(key, value)
            firefox.use_on(pages.address)
            yield FirefoxTab(firefox.marionette)
