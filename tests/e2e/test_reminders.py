"""Reminders that a person asked for: set, kept, shown once, taken back."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.browsers import EXTENSION, Chromium, allowed
from tests.e2e.desk import ALARMS, entry, popup
from tests.e2e.processes import eventually
from tests.e2e.stored import FIVE, card, cards, store

pytestmark = pytest.mark.browser

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
    page.get_by_role("button", name="Remove").click()
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
    ("language", "at", "said"),
    [
        ("en-US", time(9), "Reminder: tomorrow, 9 am."),
        ("en-US", time(0, 5), "Reminder: tomorrow, 12:05 am."),
        ("de", time(9), "Erinnerung: morgen, 9 Uhr."),
        ("de", time(0), "Erinnerung: morgen, 0 Uhr."),
        ("de", time(9, 5), "Erinnerung: morgen, 9:05 Uhr."),
        ("de", time(18, 30), "Erinnerung: morgen, 18:30 Uhr."),
    ],
)
def test_the_hour_of_a_reminder_is_read_as_people_say_it(
    chromium_factory: Callable[..., Chromium], service: str, language: str, at: time, said: str
) -> None:
    chromium = chromium_factory(service, EXTENSION, language)
    moment = datetime.combine(date.today() + timedelta(days=1), at)
    store(chromium, cards=[card(remindAt=moment.timestamp() * 1000)])
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


@pytest.mark.parametrize(
    ("thanked", "name"), [([], "Dana Lee"), (["dana lee"], "Omar Haddad"), ([""], "Dana Lee")]
)
def test_a_reminder_says_whom_and_nothing_of_an_interview(
    chromium: Chromium, thanked: list[str], name: str
) -> None:
    page = popup(chromium)
    shown = page.evaluate(
        """async card => {
          const shown = [];
          chrome.notifications = { create: async (id, made) => shown.push([id, made.message]) };
          const { remind } = await import("/cards/reminders.js");
          await remind(card);
          return shown;
        }""",
        card(interviewers=FIVE[:2], written=[{"step": "thank", "to": to} for to in thanked]),
    )
    assert shown == [["remind:acme", f"It is time for your note to {name}."]]


def test_a_click_on_a_reminder_brings_the_open_desk_to_the_front(
    chromium_factory: Callable[..., Chromium], service: str, tmp_path: Path
) -> None:
    copy = allowed(tmp_path / "extension", "permissions", "notifications")
    chromium = chromium_factory(service, copy)
    click = "chrome.notifications.onClicked.dispatch('remind:acme')"
    in_front = "chrome.tabs.query({active: true}).then(([tab]) => tab.url)"
    with chromium.context.expect_page() as opened:
        chromium.worker.evaluate(click)
    desk = opened.value
    expect(desk.get_by_role("heading", name="Afterword")).to_be_visible()
    chromium.page()
    assert chromium.worker.evaluate(in_front) != desk.url
    tabs = len(chromium.context.pages)
    chromium.worker.evaluate(click)
    eventually(lambda: chromium.worker.evaluate(in_front) == desk.url, "the desk is in front")
    assert len(chromium.context.pages) == tabs


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
