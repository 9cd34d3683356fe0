"""No part of the extension keeps anybody out: what axe finds in each of its states."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.barriers import barriers, looked_at
from tests.e2e.browsers import Chromium
from tests.e2e.practice import practice

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])


def _assert_no_barrier(page: Page, state: str) -> None:
    assert barriers(page) == [], state


def _assert_panel_was_looked_into(page: Page) -> None:
    """Axe sees the rules' passes inside of our shadow root, too."""
    targets = [node["target"][0] for rule in looked_at(page)["passes"] for node in rule["nodes"]]
    assert any("afterword-panel" in str(target) for target in targets)


@SCHEMES
def test_the_panel(chromium: Chromium, service: str, scheme: Scheme) -> None:
    page = chromium.page()
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    window = practice(page, service)
    panel = window.panel
    panel.open("Check")
    _assert_no_barrier(page, "nothing written")
    panel.open("Insert")
    expect(panel.button("I am waiting")).to_be_visible()
    _assert_no_barrier(page, "occasions")
    panel.choose("I had an interview", "Thank you: one interviewer")
    panel.fill({"Company": "Acme", "Role": "Data Engineer"})
    _assert_no_barrier(page, "card")
    panel.button("Preview").click()
    expect(panel.preview).to_be_visible()
    _assert_no_barrier(page, "preview")
    panel.button("Insert draft").click()
    finding = panel.unfold("[what you talked about]")
    finding.get_by_role("button", name="Why").click()
    expect(finding.get_by_role("link")).to_be_visible()
    panel.region.get_by_label("What each sentence does").check()
    _assert_no_barrier(page, "findings")
    _assert_panel_was_looked_into(page)


@SCHEMES
@pytest.mark.parametrize("own_page", ["popup/popup.html", "options/options.html"])
def test_its_own_pages(chromium: Chromium, own_page: str, scheme: Scheme) -> None:
    page = chromium.page()
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(f"{chromium.extension_url}{own_page}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    _assert_no_barrier(page, own_page)


@SCHEMES
def test_what_is_seen_on_a_page(chromium: Chromium, service: str, scheme: Scheme) -> None:
    popup = chromium.popup_over(practice(chromium.page(), service).page)
    popup.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    popup.get_by_role("button", name="What do you see here?").press("Enter")
    expect(popup.get_by_role("button", name="Copy")).to_be_visible()
    _assert_no_barrier(popup, "seen")
