"""The calendar file of an interview."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.e2e.browsers import Chromium
from tests.e2e.desk import entry, moment, popup
from tests.e2e.heard import heard, listen
from tests.e2e.processes import eventually
from tests.e2e.stored import FIVE, card, store

pytestmark = pytest.mark.browser


def in_calendar(page: Page) -> list[Any]:
    """Save the calendar file of the one interview, and return its entries."""
    page.get_by_text("More", exact=True).click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Calendar file").click()
    return list(Calendar.from_ical(saved.value.path().read_bytes()).events)


def test_a_calendar_file_is_saved(chromium: Chromium) -> None:
    store(chromium, cards=[card()])
    page = popup(chromium)
    listen(page)
    # The desk may be drawn anew at any time.
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    entry(page, "Thank Dana Lee").get_by_text("More").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Calendar file").click()
    assert saved.value.suggested_filename == "afterword.ics"
    eventually(lambda: heard(page), "something is said once the file is there")
    assert heard(page) == ["Saved as afterword.ics. Open it with your calendar."]
    file = saved.value.path().read_bytes()
    assert file.count(b"BEGIN:VEVENT\r\n") == 2
    assert b"SUMMARY:Thank Dana Lee\r\n" in file


def test_what_is_still_to_do_for_an_interview_to_come_is_in_the_calendar(
    chromium: Chromium,
) -> None:
    coming = card(
        interviewers=FIVE[:2],
        interviewedAt="2026-12-04T20:00",
        promised=["the plan"],
        openQuestions=["Why us?"],
        written=[{"step": "thank", "to": "omar.haddad@acme.example", "at": 1, "text": ""}],
    )
    store(chromium, cards=[coming])
    page = chromium.page()
    page.clock.set_fixed_time(datetime.fromisoformat("2026-12-01T09:00"))
    popup(chromium, page)
    events = in_calendar(page)
    # Friday evening: a day of work later is Monday, and nobody writes at half past seven.
    assert [(str(event["SUMMARY"]), event["DTSTART"].dt) for event in events] == [
        ("Thank Dana Lee", datetime.fromisoformat("2026-12-07T18:00").astimezone()),
        ("Send Dana Lee and Omar Haddad what you promised (the plan): today", date(2026, 12, 9)),
        ("Answer Dana Lee and Omar Haddad what was left open: today", date(2026, 12, 9)),
        ("From today on: ask Dana Lee and Omar Haddad where things stand", date(2026, 12, 11)),
    ]


def test_who_was_thanked_and_asked_twice_finds_only_the_promise_in_the_calendar(
    chromium: Chromium,
) -> None:
    done = [{"step": step, "to": "", "at": 1, "text": ""} for step in ("thank", "ask", "ask")]
    store(
        chromium,
        cards=[card(interviewedAt=moment(24 * 40), written=done, promised=["the plan"])],
    )
    (event,) = in_calendar(popup(chromium))
    assert event["DTSTART"].dt == datetime.now().date()
    assert event["SUMMARY"] == "Send Dana Lee what you promised (the plan): today"


def test_what_one_may_ask_already_is_in_the_calendar_of_today(chromium: Chromium) -> None:
    thanked = {"step": "thank", "to": "", "at": 1, "text": ""}
    long_ago = card(interviewers=FIVE[:2], interviewedAt=moment(24 * 12), written=[thanked])
    store(chromium, cards=[long_ago])
    (event,) = in_calendar(popup(chromium))
    assert event["DTSTART"].dt == datetime.now().date()
    assert event["SUMMARY"] == "From today on: ask Dana Lee and Omar Haddad where things stand"


def test_who_has_asked_enough_gets_no_calendar_entry_to_ask_again(chromium: Chromium) -> None:
    asked = [{"step": step, "to": "", "at": 1, "text": ""} for step in ("thank", "ask", "ask")]
    store(chromium, cards=[card(interviewedAt=moment(24 * 40), written=asked)])
    page = popup(chromium)
    expect(entry(page, "it is their turn now")).to_be_visible()
    page.get_by_text("More", exact=True).click()
    expect(page.get_by_role("button", name="Put away")).to_be_visible()
    expect(page.get_by_role("button", name="Calendar file")).to_have_count(0)
