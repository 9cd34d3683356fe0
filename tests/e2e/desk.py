"""The popup as a desk: what is due for each interview."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.e2e.browsers import Chromium


def popup(chromium: Chromium, page: Page | None = None) -> Page:
    """Open the popup as a page of its own."""
    page = page or chromium.page()
    page.goto(chromium.extension_url + "popup/popup.html")
    expect(page.get_by_text("The service is running")).to_be_visible()
    return page


def entry(page: Page, words: str) -> Locator:
    """The entry of the desk that holds these words."""
    return page.get_by_role("listitem").filter(has_text=words)
