"""The popup as a desk, and the settings."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.e2e.browsers import EXTENSION, Chromium
from tests.e2e.desk import entry, popup
from tests.e2e.faulty import faulty
from tests.e2e.heard import heard, listen
from tests.e2e.practice import practice
from tests.e2e.processes import eventually
from tests.e2e.stored import FIVE, card, cards, store, stored

pytestmark = pytest.mark.browser

FILL = """async () => {
  const used = await chrome.storage.local.getBytesInUse();
  const filler = "x".repeat(chrome.storage.local.QUOTA_BYTES - used - 100);
  await chrome.storage.local.set({ filler });
}"""


STORE_LATE = """() => {
  const { set } = chrome.storage.local;
  chrome.storage.local.set = async (values) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    return set.call(chrome.storage.local, values);
  };
}"""
"""Be slow to store, as a worker is that has to wake first."""


def settings(chromium: Chromium) -> Page:
    """Open the settings."""
    page = chromium.page()
    page.goto(chromium.extension_url + "options/options.html")
    expect(page.get_by_role("heading", name="Afterword settings")).to_be_visible()
    return page


def bring_in(page: Page, copy: Path) -> None:
    """Choose a file for "Bring in a copy"."""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Bring in a copy").click()
    chooser.value.set_files(copy)


def moment(hours_ago: float) -> str:
    """Return a local date and time as a form field takes it."""
    return f"{datetime.now() - timedelta(hours=hours_ago):%Y-%m-%dT%H:%M}"


def add(page: Page, **fields: str) -> None:
    """Add an interview."""
    page.get_by_role("button", name="Add an interview").click()
    for label, value in fields.items():
        page.get_by_label(label.replace("_", " ")).fill(value)
    page.get_by_role("button", name="Save").click()


def in_calendar(page: Page) -> list[Any]:
    """Save the calendar file of the one interview, and return its entries."""
    page.get_by_text("More", exact=True).click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Calendar file").click()
    return list(Calendar.from_ical(saved.value.path().read_bytes()).events)


def test_the_desk_says_what_is_due_and_goes_on_when_it_is_done(chromium: Chromium) -> None:
    page = popup(chromium)
    add(page, Full_name="Dana Lee", Company="Acme", Role="Data Engineer", Day_and_time=moment(3))
    thanks = entry(page, "Thank Dana Lee (Acme, Data Engineer): ")
    expect(thanks).to_be_visible()
    thanks.get_by_role("button", name="Thanked").click()
    expect(entry(page, "Follow up with Dana Lee (Acme, Data Engineer): from ")).to_be_visible()
    expect(thanks).to_have_count(0)


def test_spaces_are_no_name_and_part_of_none(chromium: Chromium) -> None:
    page = popup(chromium)
    add(page, Full_name="  ", Company=" ")
    expect(page.get_by_text("Give a name or a company first.")).to_be_visible()
    page.get_by_label("Full name").fill(" Dana Lee ")
    page.get_by_label("Company").fill("Acme ")
    page.get_by_role("button", name="Save").click()
    expect(entry(page, "Dana Lee (Acme): the day is still missing")).to_be_visible()


def test_a_year_of_five_digits_is_no_day(chromium: Chromium) -> None:
    page = popup(chromium)
    add(page, Full_name="Dana Lee", Day_and_time="20266-03-03T14:00")
    # The browser says so at the field, before anything is kept.
    when = page.get_by_label("Day and time")
    expect(when).to_be_focused()
    when.fill(moment(3))
    page.get_by_role("button", name="Save").click()
    expect(entry(page, "Thank Dana Lee")).to_be_visible()


def test_after_a_press_the_focus_is_on_what_is_due_next(chromium: Chromium) -> None:
    globex = card(id="globex", company="Globex", interviewedAt=moment(24 * 9))
    store(chromium, cards=[card(), globex])
    page = popup(chromium)
    acme = entry(page, "Acme")
    acme.get_by_role("button", name="Thanked").press("Enter")
    expect(page.get_by_text("Follow up with Dana Lee (Acme")).to_be_focused()
    page.keyboard.press("Tab")
    expect(acme.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Thank Dana Lee (Acme")).to_be_focused()
    acme.get_by_text("More").press("Enter")
    acme.get_by_role("button", name="Edit").press("Enter")
    page.get_by_text("More about this interview").press("Enter")
    page.get_by_label("Company").fill("Acme Bakery")
    page.get_by_label("Company").press("Enter")
    expect(page.get_by_text("Thank Dana Lee (Acme Bakery")).to_be_focused()
    entry(page, "Globex").get_by_text("More").press("Enter")
    entry(page, "Globex").get_by_role("button", name="Put away").press("Enter")
    folded = page.get_by_text("Put away (1)")
    expect(folded).to_be_focused()
    folded.press("Enter")
    entry(page, "Globex").get_by_role("button", name="Delete").press("Enter")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Add an interview")).to_be_focused()


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("2026-11-28T15:00", "by Monday"),
        ("2026-11-29T15:00", "by tomorrow"),
        ("2026-11-30T15:00", "today"),
    ],
)
def test_thanks_for_a_talk_at_the_weekend_can_be_sent_before_monday(
    chromium: Chromium, now: str, said: str
) -> None:
    store(chromium, cards=[card(interviewedAt="2026-11-28T11:00")])
    page = chromium.page()
    page.clock.set_fixed_time(datetime.fromisoformat(now))
    popup(chromium, page)
    expect(entry(page, "Thank Dana Lee")).to_contain_text(f"Data Engineer): {said}")


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("2026-11-25T09:00", "by Friday"),
        ("2026-11-27T09:00", "today"),
        ("2026-11-28T09:00", "late by now, and still worth sending"),
    ],
)
@pytest.mark.parametrize(
    ("owed", "begins"),
    [
        ({"promised": ["the plan"]}, "Send Dana Lee (Acme, Data Engineer) what you promised"),
        ({"openQuestions": ["Why?"]}, "Answer Dana Lee (Acme, Data Engineer) what was left open"),
    ],
)
def test_a_day_that_has_passed_is_not_named_as_one_to_come(
    chromium: Chromium, owed: dict[str, list[str]], begins: str, now: str, said: str
) -> None:
    thanked = {"step": "thank", "to": "", "at": 1, "text": ""}
    store(chromium, cards=[card(interviewedAt="2026-11-24T11:00", written=[thanked], **owed)])
    page = chromium.page()
    page.clock.set_fixed_time(datetime.fromisoformat(now))
    popup(chromium, page)
    expect(entry(page, begins)).to_contain_text(f": {said}")


def test_an_interview_right_now_is_one_press(chromium: Chromium) -> None:
    page = popup(chromium)
    page.get_by_role("button", name="Add an interview").click()
    page.keyboard.type("Dana Lee")
    page.get_by_role("button", name="Just now").click()
    page.get_by_label("Company").press("Enter")
    expect(entry(page, "Thank Dana Lee: ")).to_be_visible()
    (card,) = cards(chromium)
    met = datetime.fromisoformat(card["interviewedAt"])
    assert abs(datetime.now() - met) < timedelta(minutes=5)


def test_why_an_interview_is_not_saved_is_in_sight_wherever_one_pressed_enter(
    chromium: Chromium,
) -> None:
    page = popup(chromium)
    page.set_viewport_size({"width": 360, "height": 500})
    page.get_by_role("button", name="Add an interview").click()
    why = page.get_by_text("Give a name or a company first.")
    page.get_by_label("Role").press("Enter")
    expect(why).to_be_in_viewport()


def test_an_interview_to_come_can_be_added_before_its_day_is_known(chromium: Chromium) -> None:
    page = popup(chromium)
    add(page, Company="Initech")
    entry(page, "Initech: the day is still missing").get_by_role("button", name="Say when").click()
    page.get_by_label("Day and time").fill(moment(-48.5))
    page.get_by_role("button", name="Save").click()
    expect(entry(page, "Initech: you meet ")).to_be_visible()


def test_what_a_field_of_a_person_is_for_is_read_beside_what_was_typed(chromium: Chromium) -> None:
    page = popup(chromium)
    page.get_by_role("button", name="Add an interview").click()
    page.get_by_role("button", name="Add a person").click()
    expect(page.get_by_label("Full name").nth(1)).to_be_focused()
    met = page.get_by_role("group", name="Who you met")
    second = met.get_by_role("group", name="Person 2")
    expect(second.get_by_text("Person 2")).to_be_visible()
    for label in ("Title (Dr)", "Full name", "Email"):
        second.get_by_label(label, exact=True).fill("Dr. Omar")
        expect(second.get_by_text(label, exact=True)).to_be_visible()
    second.get_by_role("button", name="Take this person off").press("Enter")
    expect(met.get_by_role("group")).to_have_count(1)
    expect(met.get_by_role("button", name="Add a person")).to_be_focused()


def test_a_late_thank_you_is_still_worth_sending(chromium: Chromium) -> None:
    page = popup(chromium)
    add(page, Full_name="Chidi Okafor", Day_and_time=moment(24 * 5))
    expect(entry(page, "Thank Chidi Okafor: late by now, and still worth sending")).to_be_visible()


def test_a_desk_that_stays_open_goes_along_with_the_days(chromium: Chromium) -> None:
    store(chromium, cards=[card(interviewedAt="2026-12-01T15:00")])
    page = chromium.page()
    page.clock.set_fixed_time(datetime.fromisoformat("2026-12-01T20:00"))
    popup(chromium, page)
    expect(entry(page, "Data Engineer): tomorrow by 3 pm")).to_be_visible()
    page.clock.set_fixed_time(datetime.fromisoformat("2026-12-02T08:00"))
    chromium.page().bring_to_front()
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(entry(page, "Data Engineer): today by 3 pm")).to_be_visible()


def test_what_they_promised_comes_before_a_follow_up(chromium: Chromium) -> None:
    page = popup(chromium)
    ahead = f"{datetime.now() + timedelta(days=20):%Y-%m-%d}"
    add(page, Company="Globex", Day_and_time=moment(200), They_will_decide_by=ahead)
    entry(page, "Thank Globex").get_by_role("button", name="Thanked").click()
    day = datetime.now() + timedelta(days=20)
    expect(entry(page, f"they said {day.day} {day:%B}")).to_be_visible()


def test_two_questions_are_counted_and_then_it_is_their_turn(chromium: Chromium) -> None:
    page = popup(chromium)
    long_ago = datetime.now() - timedelta(days=40)
    thanked = {"step": "thank", "to": "", "at": long_ago.timestamp() * 1000, "text": ""}
    asked = {**thanked, "step": "ask"}
    store(
        chromium, cards=[card(interviewedAt=f"{long_ago:%Y-%m-%dT%H:%M}", written=[thanked, asked])]
    )
    again = entry(page, "once more")
    again.get_by_role("button", name="Asked").click()
    expect(entry(page, "you have asked")).to_be_visible()


def test_a_double_click_counts_once(chromium: Chromium) -> None:
    thanked = {"step": "thank", "to": "", "at": 1, "text": ""}
    store(chromium, cards=[card(interviewedAt=moment(24 * 20), written=[thanked])])
    page = popup(chromium)
    chromium.worker.evaluate(STORE_LATE)
    entry(page, "Follow up").get_by_role("button", name="Asked").dblclick()
    expect(entry(page, "once more: from")).to_be_visible()
    # Once this is answered, the changes before it have ended.
    page.evaluate("chrome.runtime.sendMessage({kind: 'forget-old', payload: {}})")
    assert [note["step"] for note in cards(chromium)[0]["written"]] == ["thank", "ask"]


def test_of_several_people_one_is_thanked_after_the_other(chromium: Chromium) -> None:
    store(chromium, cards=[card(interviewers=FIVE)])
    page = popup(chromium)
    row = entry(page, "Thank Dana Lee and 4 more")
    row.get_by_label("Omar Haddad").press("Space")
    expect(row.get_by_role("group", name="1 of 5 written")).to_be_visible()
    expect(row.get_by_label("Omar Haddad")).to_be_focused()
    row.get_by_label("Dana Lee").check()
    expect(row.get_by_role("group", name="2 of 5 written")).to_be_visible()
    row.get_by_label("Omar Haddad").uncheck()
    expect(row.get_by_role("group", name="1 of 5 written")).to_be_visible()
    assert [entry["to"] for entry in cards(chromium)[0]["written"]] == ["dana.lee@acme.example"]


@pytest.mark.parametrize("to", ["omar haddad", ""])
def test_a_tick_can_be_taken_back_whenever_the_person_was_added(
    chromium: Chromium, to: str
) -> None:
    """By the name alone, before there was an address; or of everybody, before there were more."""
    thanked = {"step": "thank", "to": to, "at": 1, "text": "Dear Omar"}
    store(chromium, cards=[card(interviewers=FIVE, written=[thanked])])
    page = popup(chromium)
    page.evaluate(
        "entry => chrome.runtime.sendMessage("
        "{kind: 'note-written', payload: {id: 'acme', entry, sent: false}})",
        {**thanked, "to": "omar.haddad@acme.example"},
    )
    left = [who["email"] for who in FIVE if who["name"] != "Omar Haddad"] if not to else []
    assert [entry["to"] for entry in cards(chromium)[0]["written"]] == left
    row = entry(page, "Thank Dana Lee and 4 more")
    expect(row.get_by_role("group", name=f"{len(left)} of 5 written")).to_be_visible()
    expect(row.get_by_label("Omar Haddad")).not_to_be_checked()


def test_two_of_one_name_are_told_apart(chromium: Chromium) -> None:
    two = [{"name": "Ana Souza", "email": f"ana{number}@acme.example"} for number in (1, 2)]
    store(chromium, cards=[card(interviewers=two)])
    row = entry(popup(chromium), "Thank Ana Souza and 1 more")
    row.get_by_label("Ana Souza, ana2@acme.example").check()
    expect(row.get_by_role("group", name="1 of 2 written")).to_be_visible()
    expect(row.get_by_label("Ana Souza, ana1@acme.example")).not_to_be_checked()


def test_it_is_quiet_about_what_was_put_off(chromium: Chromium) -> None:
    store(chromium, cards=[card()])
    chromium.worker.evaluate(STORE_LATE)
    page = popup(chromium)
    entry(page, "Thank Dana Lee").get_by_text("More").click()
    hiding = page.get_by_role("group", name="Hide it until")
    hiding.get_by_role("button", name="Tomorrow morning").press("Enter")
    expect(page.get_by_text("Nothing is due.")).to_be_visible()
    expect(page.get_by_text("Later (1)")).to_be_focused()
    page.keyboard.press("Enter")
    entry(page, "Thank Dana Lee").get_by_text("More").click()
    page.get_by_role("button", name="Show it again now").press("Enter")
    expect(page.get_by_text("Thank Dana Lee")).to_be_focused()
    expect(page.get_by_text("Later (1)")).to_have_count(0)
    expect(entry(page, "Thank Dana Lee")).to_be_visible()


ALARMS = (
    "chrome.alarms.getAll().then(all => all.map(({name, scheduledTime}) => [name, scheduledTime]))"
)


RECORD_ALARMS = """() => {
  const { create } = chrome.alarms;
  globalThis.alarmed = [];
  chrome.alarms.create = (name, at) => {
    globalThis.alarmed.push(name);
    return create.call(chrome.alarms, name, at);
  };
}"""


def test_a_reminder_is_set_kept_over_a_restart_and_taken_back(chromium: Chromium) -> None:
    at = (datetime.now() + timedelta(days=1)).timestamp() * 1000
    store(chromium, cards=[card(remindAt=at)])
    page = popup(chromium)
    expect(page.get_by_text("Reminder: tomorrow")).to_be_visible()
    # What the browser does when it starts: alarms may be gone by then.
    chromium.worker.evaluate("chrome.alarms.clearAll()")
    page.evaluate("chrome.runtime.sendMessage({kind: 'forget-old', payload: {}})")
    assert chromium.worker.evaluate(ALARMS) == [["remind:acme", at]]
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_text("Reminder: tomorrow")).to_have_count(0)
    assert chromium.worker.evaluate(ALARMS) == []


def test_a_reminder_that_the_browser_does_not_allow_is_none_and_that_is_said(
    chromium: Chromium,
) -> None:
    store(chromium, cards=[card()])
    page = popup(chromium)
    page.evaluate("() => { chrome.permissions.request = async () => false }")
    row = entry(page, "Thank Dana Lee")
    row.get_by_text("More").click()
    reminder = page.get_by_role("group", name="Remind me")
    reminder.get_by_role("button", name="Tomorrow morning").click()
    expect(row.get_by_role("status")).to_have_text(re.compile("did not give the permission"))
    expect(page.get_by_text("Reminder:")).to_have_count(0)
    assert cards(chromium)[0]["remindAt"] == 0


@pytest.mark.parametrize(
    ("language", "hour", "said"),
    [
        ("en-US", 9, "Reminder: tomorrow, 9 am."),
        ("de", 9, "Erinnerung: morgen, 9 Uhr."),
        ("de", 0, "Erinnerung: morgen, 0 Uhr."),
        ("de", 18, "Erinnerung: morgen, 18 Uhr."),
    ],
)
def test_the_hour_of_a_reminder_is_read_as_people_say_it(
    chromium_factory: Callable[..., Chromium], service: str, language: str, hour: int, said: str
) -> None:
    chromium = chromium_factory(service, EXTENSION, language)
    at = datetime.combine(date.today() + timedelta(days=1), time(hour))
    store(chromium, cards=[card(remindAt=at.timestamp() * 1000)])
    page = chromium.page()
    page.goto(chromium.extension_url + "popup/popup.html")
    expect(page.get_by_text(said)).to_be_visible()


ANSWER_WHEN_TOLD = """() => {
  chrome.permissions.request = () => new Promise((answer) => { globalThis.answer = answer; });
}"""


def test_an_interview_that_is_deleted_while_the_browser_asks_does_not_come_back(
    chromium: Chromium,
) -> None:
    store(chromium, cards=[card()])
    page = popup(chromium)
    page.evaluate(ANSWER_WHEN_TOLD)
    entry(page, "Thank Dana Lee").get_by_text("More").click()
    reminder = page.get_by_role("group", name="Remind me")
    reminder.get_by_role("button", name="Tomorrow morning").click()
    expect(page.get_by_text("Reminder:")).to_be_visible()
    store(chromium, cards=[])
    expect(page.get_by_text("No interview yet.")).to_be_visible()
    page.evaluate("answer(false)")
    # What is asked next is answered after it.
    page.evaluate("chrome.runtime.sendMessage({kind: 'add-cards', payload: {cards: []}})")
    assert cards(chromium) == []


def test_a_reminder_says_whom_and_nothing_of_an_interview(chromium: Chromium) -> None:
    page = popup(chromium)
    shown = page.evaluate(
        """async card => {
          const shown = [];
          chrome.notifications = { create: async (id, made) => shown.push([id, made.message]) };
          const { remind } = await import("/cards/reminders.js");
          await remind(card);
          return shown;
        }""",
        card(),
    )
    assert shown == [["remind:acme", "It is time for your note to Dana Lee."]]


def test_an_interview_stays_until_the_reminder_that_was_asked_for(chromium: Chromium) -> None:
    now = datetime.now().timestamp() * 1000
    day = 86_400_000
    reminded = card(changed=now - 100 * day, remindAt=now + day)
    store(chromium, cards=[reminded, card(id="globex", changed=now - 100 * day)])
    page = popup(chromium)
    expect(page.get_by_text("Reminder: tomorrow")).to_be_visible()
    expect(page.get_by_role("listitem")).to_have_count(1)


def test_what_passed_while_an_interview_was_put_away_is_no_reminder(chromium: Chromium) -> None:
    past = (datetime.now() - timedelta(days=1)).timestamp() * 1000
    store(chromium, cards=[card(closed=True, remindAt=past)])
    chromium.worker.evaluate(RECORD_ALARMS)
    page = popup(chromium)
    page.get_by_text("Put away (1)").click()
    page.get_by_role("button", name="Bring it back").click()
    expect(entry(page, "Thank Dana Lee")).to_be_visible()
    # Once this is answered, the change before it has ended.
    page.evaluate("chrome.runtime.sendMessage({kind: 'forget-old', payload: {}})")
    assert chromium.worker.evaluate("alarmed") == []
    assert cards(chromium)[0]["remindAt"] == 0


def test_a_due_reminder_is_shown_once(chromium: Chromium) -> None:
    soon = (datetime.now() + timedelta(milliseconds=50)).timestamp() * 1000
    page = popup(chromium)
    answer = page.evaluate(
        "card => chrome.runtime.sendMessage("
        "{kind: 'save-card', payload: {card, fields: Object.keys(card)}})",
        card(remindAt=soon),
    )
    assert answer == {"state": "ok", "value": True}
    eventually(lambda: cards(chromium)[0]["remindAt"] == 0, "the reminder is over")
    assert chromium.worker.evaluate(ALARMS) == []


def test_a_calendar_file_is_saved(chromium: Chromium) -> None:
    store(chromium, cards=[card()])
    # The second time the service says nothing new, and nothing is drawn anew.
    page = popup(chromium, popup(chromium))
    listen(page)
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


def test_the_next_template_opens_in_the_message_that_is_open(
    chromium: Chromium, service: str
) -> None:
    store(chromium, cards=[card()])
    window = practice(chromium.page(), service)
    page = popup(chromium)
    write = entry(page, "Thank Dana Lee").get_by_role("button", name="Write it")
    # Its own tab has no message.
    write.click()
    expect(page.get_by_text("Open a new message in your webmail")).to_be_visible()
    window.page.bring_to_front()
    with page.expect_event("close"):
        write.evaluate("button => button.click()")
    heading = window.panel.region.get_by_role("heading", name="Thank you: one interviewer")
    expect(heading).to_be_visible()
    expect(heading).to_be_focused()


def test_what_is_half_typed_waits_when_the_popup_closes(chromium: Chromium) -> None:
    page = popup(chromium)
    page.get_by_role("button", name="Add an interview").click()
    page.get_by_label("Company").fill("Initech")
    again = popup(chromium, page)
    expect(again.get_by_label("Company")).to_have_value("Initech")
    again.get_by_role("button", name="Cancel").click()
    expect(again.get_by_text("No interview yet")).to_be_visible()


def test_what_was_half_typed_undoes_nothing_that_was_done_meanwhile(chromium: Chromium) -> None:
    store(chromium, cards=[card()])
    page = popup(chromium)
    entry(page, "Thank Dana Lee").get_by_text("More").click()
    entry(page, "Thank Dana Lee").get_by_role("button", name="Edit").click()
    page.get_by_label("Company").fill("Acme Bakery")
    page.goto("about:blank")
    thanked = {"step": "thank", "to": "", "at": 1, "text": "Dear Dana"}
    store(chromium, cards=[card(role="Lead Baker", written=[thanked])])
    popup(chromium, page).get_by_role("button", name="Save").click()
    expect(entry(page, "Follow up with Dana Lee (Acme Bakery, Lead Baker)")).to_be_visible()
    assert cards(chromium)[0]["written"] == [thanked]


def test_a_card_is_put_away_and_deleted(chromium: Chromium) -> None:
    page = popup(chromium)
    add(page, Company="Initech")
    entry(page, "Initech").get_by_text("More").click()
    entry(page, "Initech").get_by_role("button", name="Put away").click()
    page.get_by_text("Put away (1)").click()
    # A second press in the same place takes the first one back.
    entry(page, "Initech").get_by_role("button", name="Delete").click()
    expect(page.get_by_role("button", name="Yes, delete it")).to_be_focused()
    entry(page, "Initech").get_by_role("button", name="Cancel").click()
    expect(entry(page, "Initech").get_by_role("button", name="Delete")).to_be_focused()
    entry(page, "Initech").get_by_role("button", name="Delete").click()
    page.get_by_role("button", name="Yes, delete it").click()
    expect(page.get_by_text("Initech")).to_have_count(0)


def test_what_was_half_typed_about_a_deleted_interview_goes_with_it(chromium: Chromium) -> None:
    store(chromium, cards=[card(closed=True)])
    typed = {"card": card(), "answers": {"": {"topic": "the loads"}}}
    others = {"form:mail.example|omar": {"card": card(id="globex")}, "drafts": []}
    chromium.worker.evaluate(
        "values => chrome.storage.session.set(values)",
        {"form:mail.example|dana.lee@acme.example": typed, **others},
    )
    page = popup(chromium)
    page.get_by_text("Put away (1)").click()
    page.get_by_role("button", name="Delete").click()
    page.get_by_role("button", name="Yes, delete it").click()
    expect(page.get_by_text("Put away")).to_have_count(0)
    assert set(chromium.worker.evaluate("chrome.storage.session.get()")) == set(others)


def test_drafts_go_to_another_computer_only_after_a_yes(chromium: Chromium, service: str) -> None:
    page = settings(chromium)
    page.get_by_label("Address", exact=True).fill("https://afterword.example.org")
    page.get_by_role("button", name="Save and test").click()
    expect(page.get_by_text("afterword.example.org is another computer.")).to_be_focused()
    page.get_by_role("button", name="Keep them on this computer").click()
    expect(page.get_by_role("button", name="Save and test")).to_be_focused()
    address = page.get_by_label("Address", exact=True)
    expect(address).to_have_value(service)
    expect(page.get_by_text("It answers")).to_be_visible()

    # An address that got into the settings without a yes is refused all the same.
    store(chromium, service={"address": "https://afterword.example.org"})
    page.reload()
    page.get_by_role("button", name="Save and test").click()
    page.get_by_role("button", name="Keep them on this computer").click()
    expect(address).to_have_value("http://127.0.0.1:8765")
    store(chromium, service={"address": "https://afterword.example.org"})
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


def test_what_was_kept_of_a_service_goes_when_another_one_is_chosen(
    chromium: Chromium, service: str
) -> None:
    page = settings(chromium)
    page.evaluate("chrome.runtime.sendMessage({kind: 'templates', payload: {}})")
    kept = f"kept:{service}/api/v1/templates"
    other = f"kept:{service}1/api/v1/templates"
    assert kept in stored(chromium)
    store(chromium, **{other: {"etag": None, "value": []}})
    page.get_by_label("Address", exact=True).fill(service)
    page.get_by_role("button", name="Save and test").click()
    expect(page.get_by_text("It answers: version")).to_be_visible()
    assert [key for key in stored(chromium) if key.startswith("kept:")] == [kept]
    page.get_by_label("Address", exact=True).fill("http://127.0.0.1:9")
    page.get_by_role("button", name="Save and test").click()
    expect(page.get_by_text("Nothing answers there.")).to_be_visible()
    assert not [key for key in stored(chromium) if key.startswith("kept:")]


def test_what_answers_and_is_not_the_service_is_told_from_nothing(
    chromium: Chromium, service: str
) -> None:
    page = settings(chromium)
    with faulty(service) as other:
        other.fault = "error-page"
        page.get_by_label("Address", exact=True).fill(other.address)
        page.get_by_role("button", name="Save and test").click()
        expect(page.get_by_text("Something else answers there")).to_be_visible()


@pytest.mark.parametrize("typed", ["my laptop", "my%20laptop", "http://"])
def test_what_is_no_address_is_called_so(chromium: Chromium, typed: str) -> None:
    page = settings(chromium)
    page.get_by_label("Address", exact=True).fill(typed)
    page.get_by_role("button", name="Save and test").click()
    expect(page.get_by_text("This is not an address.")).to_be_visible()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("afterword.example.org", "https://afterword.example.org"),
        ("http://afterword.example.org:8765/", "http://afterword.example.org:8765"),
        ("localhost:9", "http://localhost:9"),
    ],
)
def test_letters_go_sealed_to_another_computer_unless_one_says_otherwise(
    chromium: Chromium, typed: str, kept: str
) -> None:
    page = settings(chromium)
    page.get_by_label("Address", exact=True).fill(typed)
    page.get_by_role("button", name="Save and test").click()
    expect(page.get_by_label("Address", exact=True)).to_have_value(kept)


def test_everything_can_be_deleted(chromium: Chromium) -> None:
    page = settings(chromium)
    store(chromium, cards=[card(remindAt=(datetime.now().timestamp() + 3600) * 1000)])
    page.evaluate("chrome.runtime.sendMessage({kind: 'forget-old', payload: {}})")
    assert len(chromium.worker.evaluate(ALARMS)) == 1
    page.get_by_label("Your full name").fill("Priya Nair")
    expect(page.get_by_text("Kept.")).to_be_visible()
    assert stored(chromium)["sender"]
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Yes, delete everything").click()
    expect(page.get_by_text("Everything is deleted.")).to_be_visible()
    assert stored(chromium) == {}
    assert chromium.worker.evaluate(ALARMS) == []


def test_details_typed_in_one_window_stay_when_others_are_typed_in_another(
    chromium: Chromium,
) -> None:
    first, second = settings(chromium), settings(chromium)
    first.get_by_label("Your full name").fill("Priya Nair")
    expect(first.get_by_text("Kept.")).to_be_visible()
    second.get_by_label("Your phone").fill("555-0142")
    expect(second.get_by_text("Kept.")).to_be_visible()
    sender = {"name": "Priya Nair", "email": "", "phone": "555-0142", "linkedin": ""}
    assert stored(chromium)["sender"] == sender


def test_details_that_the_browser_fills_in_all_at_once_are_all_kept(chromium: Chromium) -> None:
    page = settings(chromium)
    page.evaluate(
        """details => {
          for (const [name, value] of Object.entries(details)) {
            const field = document.querySelector(`[autocomplete=${name}]`);
            field.value = value;
            field.dispatchEvent(new Event("input", { bubbles: true }));
          }
        }""",
        {"name": "Priya Nair", "email": "priya@example.com", "tel": "555-0142"},
    )
    expect(page.get_by_text("Kept.")).to_be_visible()
    sender = {"name": "Priya Nair", "email": "priya@example.com", "phone": "555-0142"}
    eventually(
        lambda: stored(chromium)["sender"] == {**sender, "linkedin": ""}, "all of them are kept"
    )


def test_a_site_that_is_left_is_gone_from_both_lists_and_the_focus_stays(
    chromium: Chromium, service: str
) -> None:
    page = chromium.page()
    page.goto(f"{service}/why/")
    chromium.use_on(page)
    options = settings(chromium)
    expect(options.get_by_text("None yet.")).to_have_count(0)
    options.get_by_role("button", name="Stop").press("Enter")
    expect(options.get_by_text("None yet.")).to_have_count(2)
    webmails = options.locator("section", has=options.get_by_role("heading", name="Your webmail"))
    expect(webmails.get_by_role("list")).to_be_focused()


def test_who_declines_a_frame_stays_where_the_question_was(
    chromium: Chromium, service: str
) -> None:
    page = chromium.page()
    page.goto(f"{service}/why/")
    chromium.use_on(page)
    asked = {"site": "http://127.0.0.1/*", "origins": ["https://frame.example/*"]}
    store(chromium, wanted=[asked])
    desk = chromium.popup_over(page)
    allow = desk.get_by_role("button", name="Allow")
    expect(allow).to_be_visible()
    desk.evaluate("() => { chrome.permissions.request = async () => false }")
    allow.press("Enter")
    expect(desk.get_by_text("The browser did not give the permission")).to_be_focused()


USE_TWICE = """async (site) => {
  const use = () => chrome.runtime.sendMessage({
    kind: "use-on-site", payload: { site, origins: [site] },
  });
  return (await Promise.all([use(), use()])).map(({ state }) => state);
}"""
"""The popup asks for a site, and the background hears that it was allowed."""


def test_a_site_is_used_once_however_many_ask_for_it(chromium: Chromium) -> None:
    page = popup(chromium)
    assert page.evaluate(USE_TWICE, "http://127.0.0.1/*") == ["ok", "ok"]
    expect(settings(chromium).get_by_text("http://127.0.0.1").first).to_be_visible()


def test_the_helper_runs_on_no_site_after_everything_is_deleted(
    chromium: Chromium, service: str
) -> None:
    page = chromium.page()
    page.goto(f"{service}/why/")
    chromium.use_on(page)
    options = settings(chromium)
    expect(options.get_by_role("button", name="Stop")).to_be_visible()
    options.get_by_role("button", name="Delete everything").click()
    options.get_by_role("button", name="Yes, delete everything").click()
    expect(options.get_by_text("Everything is deleted.")).to_be_visible()
    expect(options.get_by_text("None yet.")).to_have_count(2)
    registered = "chrome.scripting.getRegisteredContentScripts().then(all => all.length)"
    assert chromium.worker.evaluate(registered) == 0


def test_after_everything_is_deleted_the_settings_are_those_of_the_first_day(
    chromium: Chromium,
) -> None:
    page = settings(chromium)
    name = page.get_by_label("Your full name")
    service = page.get_by_label("Address", exact=True)
    sent = page.get_by_role("checkbox")
    keeping = page.get_by_label("Delete interviews automatically")
    store(chromium, service={})
    page.reload()
    first = (service.input_value(), sent.is_checked(), keeping.input_value())

    store(chromium, sender={"name": "Priya Nair"}, service={"address": "http://127.0.0.1:9"})
    page.reload()
    sent.set_checked(not first[1])
    keeping.select_option("30")
    expect(page.get_by_text("Kept.")).to_have_count(2)
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Yes, delete everything").click()
    expect(page.get_by_role("button", name="Delete everything")).to_be_focused()
    expect(name).to_have_value("")
    assert (service.input_value(), sent.is_checked(), keeping.input_value()) == first

    # What was deleted does not come back with what is typed next.
    page.get_by_label("Your phone").fill("555-0142")
    expect(page.get_by_text("Kept.")).to_be_visible()
    sender = {"name": "", "email": "", "phone": "555-0142", "linkedin": ""}
    assert stored(chromium) == {"sender": sender}


def test_the_settings_show_what_the_browser_bound(chromium: Chromium) -> None:
    page = settings(chromium)
    row = entry(page, "Open or fold the panel beside the draft")
    expect(row.locator("kbd")).to_have_text("Alt+W")


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
        ("<html>", "it cannot be read"),
        ('{"afterword": 2}', "newer version"),
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
    chromium.worker.evaluate(FILL)
    page = popup(chromium)
    page.get_by_role("button", name="Add an interview").click()
    page.get_by_label("Company").fill("Globex" * 50)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("The browser has no room left")).to_be_visible()
    expect(page.get_by_label("Company")).to_have_value("Globex" * 50)
    assert [card["company"] for card in cards(chromium)] == ["Acme"]
    chromium.worker.evaluate("chrome.storage.local.remove('filler')")
    page.get_by_role("button", name="Save").click()
    expect(entry(page, "Globex")).to_be_visible()


def test_a_press_that_cannot_be_stored_says_so_in_its_row(chromium: Chromium) -> None:
    store(chromium, cards=[card(interviewers=FIVE), card(id="g", company="Globex")])
    page = popup(chromium)
    chromium.worker.evaluate(FILL.replace("- 100", "- 10"))
    full = re.compile("The browser has no room left")
    row = entry(page, "Globex")
    row.get_by_role("button", name="Thanked").click()
    expect(row.get_by_role("status")).to_have_text(full)
    five = entry(page, "Thank Dana Lee and 4 more")
    five.get_by_label("Omar Haddad").press("Space")
    expect(five.get_by_role("status")).to_have_text(full)
    expect(five.get_by_label("Omar Haddad")).not_to_be_checked()
    chromium.worker.evaluate("chrome.storage.local.remove('filler')")
    five.get_by_label("Omar Haddad").press("Space")
    expect(five.get_by_role("group", name="1 of 5 written")).to_be_visible()
    expect(page.get_by_text(full)).to_have_count(0)


def test_what_is_typed_in_one_window_is_not_opened_in_another(chromium: Chromium) -> None:
    store(chromium, cards=[card()])
    first, second = (popup(chromium) for _ in range(2))
    add(first, Company="Initech")
    for page in (first, second):
        expect(entry(page, "Initech: the day is still missing")).to_be_visible()


def test_two_windows_keep_each_others_interviews_and_fields(chromium: Chromium) -> None:
    store(chromium, cards=[card()])
    first, second = (popup(chromium) for _ in range(2))
    for page in (first, second):
        entry(page, "Thank Dana Lee").get_by_text("More").click()
        entry(page, "Thank Dana Lee").get_by_role("button", name="Edit").click()
    first.get_by_label("Company").fill("Acme Bakery")
    second.get_by_label("Role").fill("Lead Baker")
    # The half-typed form is one; each window holds its own.
    save = "page => document.querySelector('form').requestSubmit()"
    first.evaluate(save)
    second.evaluate(save)
    for page in (first, second):
        expect(entry(page, "Thank Dana Lee (Acme Bakery, Lead Baker)")).to_be_visible()
    made = [card(id=f"card-{number}", company=f"Company {number}") for number in range(12)]
    first.evaluate(
        "cards => Promise.all(cards.map(card => chrome.runtime.sendMessage("
        "{kind: 'save-card', payload: {card, fields: Object.keys(card)}})))",
        made,
    )
    assert len(cards(chromium)) == 13
