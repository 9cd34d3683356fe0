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
from tests.e2e.desk import entry, popup
from tests.e2e.faulty import faulty
from tests.e2e.practice import practice
from tests.e2e.processes import eventually
from tests.e2e.stored import card, store

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


ACCENT = "panel => getComputedStyle(panel).getPropertyValue('--accent')"


def test_the_panel_offers_the_hosts_templates_in_its_colours(
    hosted: tuple[Chromium, str],
) -> None:
    """Nobody opened the popup: the panel itself was the first to hear of the service."""
    chromium, address = hosted
    panel = practice(chromium.page(), address).panel
    panel.open("Insert")
    expect(panel.region.get_by_role("button", name="Thank you: the autumn fair")).to_be_visible()
    eventually(lambda: panel.region.evaluate(ACCENT) == CRIMSON, "the panel has its colours")
    # Those of a service that was left are gone at once.
    store(chromium, service={"address": "http://127.0.0.1:9"})
    eventually(lambda: panel.region.evaluate(ACCENT) != CRIMSON, "it has ours")


def test_the_panel_goes_by_the_hosts_numbers(
    chromium_factory: Callable[[str], Chromium], tmp_path: Path, service: str
) -> None:
    pack = shutil.copytree(NORTHWIND, tmp_path / "pack")
    with (pack / "pack.toml").open("a", encoding="utf-8") as file:
        file.write("\n[thresholds.late-thank-you]\nhours = 72\n")
    met = datetime.now() - timedelta(days=5)
    known = [card(interviewedAt=f"{met:%Y-%m-%dT%H:%M}")]
    log = tmp_path / "service.log"
    with (
        afterword.service(log, None, "--pack", str(pack)) as address,
        faulty(address) as front,
    ):
        chromium = chromium_factory(front.address)
        store(chromium, cards=known)
        window = practice(chromium.page(), service)
        window.write("Dear Dana Lee,\n\nThank you for the interview.")
        window.panel.open("Insert")
        following = window.panel.region.locator(".next")
        expect(following).to_contain_text("Thank you: the autumn fair")
        window.write("Dear Dana Lee,\n\nThank you for the interview today.")
        window.panel.open("Check")
        expect(window.panel.headline).to_contain_text("worth a look")
        assert front.asked.count("/api/v1/health") == 1
    # By our numbers five days are too late for the usual note.
    store(chromium, service={"address": service})
    window = practice(window.page, service)
    window.panel.open("Insert")
    expect(following).to_contain_text("late")
