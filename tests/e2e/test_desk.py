"""The popup as a desk, and the settings."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.browsers import Chromium
from tests.e2e.practice import practice

pytestmark = pytest.mark.browser


def popup(chromium: Chromium, page: Page | None = None) -> Page:
    """Open the popup as a page of its own."""
    page = page or chromium.page()
    page.goto(chromium.extension_url + "popup/popup.html")
    expect(page.get_by_text("The service is running")).to_be_visible()
    return page


def settings(chromium: Chromium) -> Page:
    """Open the settings."""
    page = chromium.page()
    page.goto(chromium.extension_url + "options/options.html")
    expect(page.get_by_role("heading", name="Afterword settings")).to_be_visible()
    return page


def stored(chromium: Chromium) -> dict[str, object]:
    """Return all that the extension keeps."""
    return dict(chromium.worker.evaluate("chrome.storage.local.get()"))


def entry(page: Page, words: str) -> Locator:
    """The entry of the desk that holds these words."""
    return page.get_by_role("listitem").filter(has_text=words)


def moment(hours_ago: float) -> str:
    """Return a local date and time as a form field takes it."""
    return f"{datetime.now() - timedelta(hours=hours_ago):%Y-%m-%dT%H:%M}"


def add(page: Page, **fields: str) -> None:
    """Add an interview."""
    page.get_by_role("button", name="Add an interview").click()
    for label, value in fields.items():
        page.get_by_label(label.replace("_", " ")).fill(value)
    page.get_by_role("button", name="Save").click()


def test_the_desk_says_what_is_due_and_goes_on_when_it_is_done(chromium: Chromium) -> None:
    page = popup(chromium)
    add(page, Full_name="Dana Lee", Company="Acme", Role="Data Engineer", When_you_met=moment(3))
    thanks = entry(page, "Thank Dana Lee (Acme, Data Engineer): ")
    expect(thanks).to_be_visible()
    thanks.get_by_role("button", name="Thanked").click()
    expect(entry(page, "Follow up with Dana Lee (Acme, Data Engineer): from ")).to_be_visible()
    expect(thanks).to_have_count(0)


def test_a_late_thank_you_is_still_worth_sending(chromium: Chromium) -> None:
    page = popup(chromium)
    add(page, Full_name="Chidi Okafor", When_you_met=moment(72))
    expect(entry(page, "Thank Chidi Okafor: late by now, and still worth sending")).to_be_visible()


def test_what_they_promised_comes_before_a_follow_up(chromium: Chromium) -> None:
    page = popup(chromium)
    ahead = f"{datetime.now() + timedelta(days=20):%Y-%m-%d}"
    add(page, Company="Globex", When_you_met=moment(200), They_will_decide_by=ahead)
    entry(page, "Thank Globex").get_by_role("button", name="Thanked").click()
    day = datetime.now() + timedelta(days=20)
    expect(entry(page, f"they said {day.day} {day:%B}")).to_be_visible()


def test_what_is_half_typed_waits_when_the_popup_closes(chromium: Chromium) -> None:
    page = popup(chromium)
    page.get_by_role("button", name="Add an interview").click()
    page.get_by_label("Company").fill("Initech")
    again = popup(chromium, page)
    expect(again.get_by_label("Company")).to_have_value("Initech")
    again.get_by_role("button", name="Cancel").click()
    expect(again.get_by_text("No interview yet")).to_be_visible()


def test_a_card_is_put_away_and_deleted(chromium: Chromium) -> None:
    page = popup(chromium)
    add(page, Company="Initech")
    entry(page, "Initech").get_by_role("button", name="Put away").click()
    page.get_by_text("Put away (1)").click()
    entry(page, "Initech").get_by_role("button", name="Delete").click()
    expect(page.get_by_text("Initech")).to_have_count(0)


def test_drafts_go_to_another_computer_only_after_a_yes(chromium: Chromium, service: str) -> None:
    page = settings(chromium)
    page.get_by_label("Address", exact=True).fill("https://afterword.example.org")
    page.get_by_role("button", name="Save and test").click()
    expect(page.get_by_text("afterword.example.org is another computer.")).to_be_visible()
    page.get_by_role("button", name="Keep them on this computer").click()
    expect(page.get_by_label("Address", exact=True)).to_have_value("http://127.0.0.1:8765")

    # An address that got into the settings without a yes is refused all the same.
    chromium.worker.evaluate(
        "chrome.storage.local.set({service: {address: 'https://afterword.example.org'}})"
    )
    window = practice(chromium.page(), service)
    window.write("Dear Dana,\n\nThank you for the interview.\n\nPriya")
    window.panel.open("Check")
    expect(window.panel.region).to_contain_text("only after you agree")


def test_the_settings_say_whether_the_service_answers(chromium: Chromium, service: str) -> None:
    page = settings(chromium)
    page.get_by_label("Address", exact=True).fill(service.removeprefix("http://"))
    page.get_by_role("button", name="Save and test").click()
    expect(page.get_by_text("It answers: version")).to_be_visible()
    page.get_by_label("Address", exact=True).fill("http://127.0.0.1:9")
    page.get_by_role("button", name="Save and test").click()
    expect(page.get_by_text("Nothing answers there.")).to_be_visible()


def test_everything_can_be_deleted(chromium: Chromium) -> None:
    page = settings(chromium)
    page.get_by_label("Your full name").fill("Priya Nair")
    expect(page.get_by_text("Kept.")).to_be_visible()
    assert stored(chromium)["sender"]
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Yes, delete everything").click()
    expect(page.get_by_text("Everything is deleted.")).to_be_visible()
    assert stored(chromium) == {}


def test_the_keyboard_shortcut_is_free(chromium: Chromium) -> None:
    page = settings(chromium)
    expect(page.get_by_text("Alt+W opens and folds the panel.")).to_be_visible()
