"""Copies that go out and come back, what goes by itself, and a storage that is full."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from operator import itemgetter
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browsers import Chromium
from tests.e2e.desk import ALARMS, entry, popup, settings
from tests.e2e.stored import FIVE, card, cards, fill_up, make_room, store, stored

pytestmark = pytest.mark.browser


def bring_in(page: Page, copy: Path) -> None:
    """Choose a file for "Bring in a copy"."""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Bring in a copy").click()
    chooser.value.set_files(copy)


def test_a_copy_goes_out_and_comes_back(chromium: Chromium, tmp_path: Path) -> None:
    store(chromium, cards=[card(), card(id="globex", company="Globex")], sender={"name": "Priya"})
    page = settings(chromium)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save a copy").click()
    expect(page.get_by_text("Saved a copy with 2 interviews")).to_be_visible()
    copy = tmp_path / "copy.json"
    saved.value.save_as(copy)
    before = cards(chromium)
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Yes, delete everything").click()
    expect(page.get_by_text("Everything is deleted.")).to_be_visible()
    bring_in(page, copy)
    expect(page.get_by_text("2 interviews came in.")).to_be_visible()
    assert sorted(cards(chromium), key=itemgetter("id")) == sorted(before, key=itemgetter("id"))
    assert stored(chromium)["sender"] == {"name": "Priya", "email": "", "phone": "", "linkedin": ""}


def test_a_copy_has_the_day_of_this_computer_in_its_name(chromium: Chromium) -> None:
    page = chromium.page()
    zone = {"timezoneId": "Pacific/Kiritimati"}
    chromium.context.new_cdp_session(page).send("Emulation.setTimezoneOverride", zone)
    page.clock.set_fixed_time("2026-12-31T12:00Z")
    page.goto(chromium.extension_url + "options/options.html")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save a copy").click()
    assert saved.value.suggested_filename == "afterword-2027-01-01.json"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("<html>", "The name of a copy begins with afterword."),
        ('{"saved": ""}', "The name of a copy begins with afterword."),
        ('{"afterword": 2}', "Update yours, then try again."),
        ('{"afterword": 1, "cards": [{"id": "x"}]}', "Interview 1 in this file is damaged."),
    ],
)
def test_a_bad_copy_changes_nothing_and_says_so(
    chromium: Chromium, tmp_path: Path, content: str, words: str
) -> None:
    store(chromium, cards=[card()])
    page = settings(chromium)
    before = stored(chromium)
    copy = tmp_path / "copy.json"
    copy.write_text(content)
    bring_in(page, copy)
    expect(page.get_by_role("status").filter(has_text=words)).to_contain_text(
        "Nothing was changed."
    )
    assert stored(chromium) == before


def test_details_that_came_in_with_a_copy_are_shown_and_not_written_over(
    chromium: Chromium, tmp_path: Path
) -> None:
    page = settings(chromium)
    copy = tmp_path / "copy.json"
    sender = {"name": "Priya Nair", "email": "", "phone": "", "linkedin": ""}
    copy.write_text(json.dumps({"afterword": 1, "sender": sender, "cards": []}))
    bring_in(page, copy)
    expect(page.get_by_label("Your full name")).to_have_value("Priya Nair")
    page.get_by_label("Your phone").fill("555-0142")
    expect(page.get_by_text("Kept.")).to_be_visible()
    assert stored(chromium)["sender"] == {**sender, "phone": "555-0142"}


@pytest.mark.parametrize("days", [200, 20], ids="reminded {} days ago".format)
def test_an_interview_from_an_old_copy_stays_and_rings_no_bell(
    chromium: Chromium, tmp_path: Path, days: int
) -> None:
    long_ago, reminded = (
        (datetime.now() - timedelta(days=ago)).timestamp() * 1000 for ago in (200, days)
    )
    page = settings(chromium)
    copy = tmp_path / "copy.json"
    old = card(changed=long_ago, remindAt=reminded)
    copy.write_text(json.dumps({"afterword": 1, "cards": [old]}))
    bring_in(page, copy)
    expect(page.get_by_text("1 interview came in.")).to_be_visible()
    assert chromium.worker.evaluate(ALARMS) == []
    desk = popup(chromium)
    expect(entry(desk, "Thank Dana Lee")).to_be_visible()
    expect(desk.get_by_text("Reminder")).to_have_count(0)


def test_an_old_interview_goes_by_itself(chromium: Chromium) -> None:
    long_ago = (datetime.now() - timedelta(days=89)).timestamp() * 1000
    store(chromium, cards=[card(changed=long_ago), card(id="new", company="Globex")])
    page = popup(chromium)
    expect(page.get_by_role("listitem")).to_have_count(2)
    options = settings(chromium)
    keeping = options.get_by_label("Delete interviews automatically")
    keeping.press("ArrowUp")
    expect(keeping).to_have_value("30")
    expect(options.get_by_text("Kept.")).to_be_visible()
    # On the way to another choice nothing is lost yet.
    assert len(cards(chromium)) == 2
    keeping.press("Tab")
    expect(page.get_by_role("listitem")).to_have_count(1)
    assert [card["id"] for card in cards(chromium)] == ["new"]
    entry(page, "Globex").get_by_text("More").click()
    entry(page, "Globex").get_by_role("button", name="Edit").click()
    day = datetime.now() + timedelta(days=30)
    expect(
        page.get_by_text(f"Deleted automatically on {day.day} {day:%B %Y}, unless")
    ).to_be_visible()


def test_a_full_storage_loses_nothing_and_says_so(chromium: Chromium) -> None:
    store(chromium, cards=[card()])
    fill_up(chromium)
    page = popup(chromium)
    page.get_by_role("button", name="Add an interview").click()
    page.get_by_label("Company").fill("Globex" * 50)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("The browser has no room left")).to_be_visible()
    expect(page.get_by_label("Company")).to_have_value("Globex" * 50)
    assert [card["company"] for card in cards(chromium)] == ["Acme"]
    make_room(chromium)
    page.get_by_role("button", name="Save").click()
    expect(entry(page, "Globex")).to_be_visible()


def test_a_press_that_cannot_be_stored_says_so_in_its_row(chromium: Chromium) -> None:
    store(chromium, cards=[card(interviewers=FIVE), card(id="g", company="Globex")])
    page = popup(chromium)
    fill_up(chromium, 10)
    full = re.compile("The browser has no room left")
    row = entry(page, "Globex")
    row.get_by_role("button", name="Thanked").click()
    expect(row.get_by_role("status")).to_have_text(full)
    five = entry(page, "Acme, Data Engineer")
    five.get_by_label("Omar Haddad").press("Space")
    expect(five.get_by_role("status")).to_have_text(full)
    expect(five.get_by_label("Omar Haddad")).not_to_be_checked()
    make_room(chromium)
    five.get_by_label("Omar Haddad").press("Space")
    expect(five.get_by_role("group", name="1 of 5 written")).to_be_visible()
    expect(page.get_by_text(full)).to_have_count(0)
