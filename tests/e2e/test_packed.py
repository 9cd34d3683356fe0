"""The extension as Chrome's store gets it. Firefox runs packed in all of its tests."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect

from afterword.cli import extension
from tests.e2e import browsers
from tests.e2e.practice import practice

pytestmark = pytest.mark.browser


def test_the_packed_extension_repairs_a_draft(
    playwright: Playwright, service: str, tmp_path: Path
) -> None:
    packed = tmp_path / "packed.zip"
    extension.write(packed, browsers.EXTENSION, "chrome")
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(tmp_path / "unpacked")
    with browsers.chromium(
        playwright, tmp_path / "profile", service, tmp_path / "unpacked"
    ) as chromium:
        window = practice(chromium.page(), service)
        window.write("Dear Dana,\n\nThank you for the interview on the [role] team.")
        window.panel.open("Check")
        expect(window.panel.finding("[role]").first).to_be_visible()
        assert window.marks()["blank"] == ["[role]"]
        for own_page in ("popup/popup.html", "options/options.html"):
            page = chromium.page()
            page.goto(chromium.extension_url + own_page)
            expect(page.get_by_role("heading", level=1)).to_be_visible()
