"""The helper beside a service whose career centre laid a pack over the content."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.drafts import NORTHWIND
from tests.e2e import service as afterword
from tests.e2e.browsers import Chromium
from tests.e2e.practice import practice
from tests.e2e.test_desk import entry, popup, store
from tests.e2e.test_panel import card

pytestmark = pytest.mark.browser
CRIMSON = "#7a1f2b"


@pytest.fixture
def hosted(
    chromium_factory: Callable[[str], Chromium], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Chromium, str]]:
    """Chromium with the extension, and the address of the career centre's service."""
    log = tmp_path_factory.mktemp("host") / "service.log"
    with afterword.service(log, None, "--pack", str(NORTHWIND)) as address:
        yield chromium_factory(address), address


def test_the_popup_says_whose_texts_these_are(hosted: tuple[Chromium, str]) -> None:
    chromium, _ = hosted
    page = popup(chromium)
    expect(page.get_by_role("link", name="Careers at Northwind University")).to_be_visible()
    appointment = page.get_by_role("link", name="Book an appointment")
    expect(appointment).to_have_attribute("href", "https://careers.northwind.example/appointments")


def test_the_desk_goes_by_the_hosts_numbers(
    chromium_factory: Callable[[str], Chromium], tmp_path: Path
) -> None:
    pack = shutil.copytree(NORTHWIND, tmp_path / "pack")
    numbers = "\n[thresholds.early-follow-up]\nworking-days = 10\n"
    with (pack / "pack.toml").open("a", encoding="utf-8") as file:
        file.write(numbers)
    with afterword.service(tmp_path / "service.log", None, "--pack", str(pack)) as address:
        chromium = chromium_factory(address)
        met = datetime.now() - timedelta(days=35)
        thanked = {"step": "thank", "to": "", "at": met.timestamp() * 1000, "text": ""}
        store(chromium, cards=[card(interviewedAt=f"{met:%Y-%m-%dT%H:%M}", written=[thanked])])
        page = popup(chromium)
        expect(entry(page, "10 working days have passed")).to_be_visible()
    # Another service has said nothing of its own yet.
    store(chromium, service={"address": "http://127.0.0.1:9"})
    page.reload()
    expect(entry(page, "5 working days have passed")).to_be_visible()


def test_the_panel_offers_the_hosts_templates_in_its_colours(
    hosted: tuple[Chromium, str],
) -> None:
    chromium, address = hosted
    popup(chromium).close()
    panel = practice(chromium.page(), address).panel
    panel.open("Insert")
    expect(panel.region.get_by_role("button", name="Thank you: the autumn fair")).to_be_visible()
    accent = "panel => getComputedStyle(panel).getPropertyValue('--accent')"
    assert panel.region.evaluate(accent) == CRIMSON
