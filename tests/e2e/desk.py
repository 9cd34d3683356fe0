"""What a person does in the popup, which is a desk, and in the settings."""

from __future__ import annotations

from datetime import datetime, timedelta

from playwright.sync_api import Locator, Page, expect

from tests.e2e.browsers import Chromium

ALARMS = (
    "chrome.alarms.getAll().then(all => all.map(({name, scheduledTime}) => [name, scheduledTime]))"
)
"""When the browser will ring, and for what."""


def popup(chromium: Chromium, page: Page | None = None) -> Page:
    """Open the popup as a page of its own."""
    page = page or chromium.page()
    page.goto(chromium.extension_url + "popup/popup.html")
    expect(page.get_by_text("The service is running")).to_be_visible()
    return page


def entry(page: Page, words: str) -> Locator:
    """The entry of the desk that holds these words."""
    return page.get_by_role("listitem").filter(has_text=words)


def settings(chromium: Chromium) -> Page:
    """Open the settings."""
    page = chromium.page()
    page.goto(chromium.extension_url + "options/options.html")
    expect(page.get_by_role("heading", name="Afterword settings")).to_be_visible()
    return page


def moment(hours_ago: float) -> str:
    """Return a local date and time as a form field takes it."""
    return f"{datetime.now() - timedelta(hours=hours_ago):%Y-%m-%dT%H:%M}"
