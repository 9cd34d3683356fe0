"""The popup as a desk: what is due, what is done, what is half typed."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browsers import Chromium
from tests.e2e.desk import entry, moment, popup
from tests.e2e.practice import practice
from tests.e2e.stored import FIVE, card, cards, store

pytestmark = pytest.mark.browser


def add(page: Page, **fields: str) -> None:
    """Add an interview."""
    page.get_by_role("button", name="Add an interview").click()
    for label, value in fields.items():
        page.get_by_label(label.replace("_", " ")).fill(value)
    page.get_by_role("button", name="Save").click()


STORE_LATE = """() => {
  const { set } = chrome.storage.local;
  chrome.storage.local.set = async (values) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    return set.call(chrome.storage.local, values);
  };
}"""
"""Be slow to store, as a worker is that has to wake first."""


def test_the_desk_says_what_is_due_and_goes_on_when_it_is_done(chromium: Chromium) -> None:
    page = popup(chromium)
    add(page, Full_name="Dana Lee", Company="Acme", Role="Data Engineer", Day_and_time=moment(3))
    thanks = entry(page, "Thank Dana Lee (Acme, Data Engineer): ")
    expect(thanks).to_be_visible()
    thanks.get_by_role("button", name="Thanked").click()
    expect(entry(page, "Follow up with Dana Lee (Acme, Data Engineer): from ")).to_be_visible()
    expect(thanks).to_have_count(0)


def test_the_first_button_of_each_interview_says_whose_it_is(chromium: Chromium) -> None:
    other = card(id="b", company="Globex", interviewers=FIVE[1:3])
    store(chromium, cards=[card(), other, card(id="c", company="Initech", closed=True)])
    page = popup(chromium)
    alone = entry(page, "Thank Dana Lee").get_by_role("button", name="Write it")
    expect(alone).to_have_accessible_description(re.compile("^Thank Dana Lee"))
    one_of_two = page.get_by_role("checkbox", name="Omar Haddad")
    expect(one_of_two).to_have_accessible_description(re.compile("^Thank Omar Haddad and 1 more"))
    page.get_by_text("Put away (1)").click()
    first = entry(page, "Initech").get_by_role("button").first
    expect(first).to_have_accessible_description(re.compile("^Dana Lee .Initech"))


def test_spaces_are_no_name_and_part_of_none(chromium: Chromium) -> None:
    page = popup(chromium)
    add(page, Full_name="  ", Company=" ")
    expect(page.get_by_text("Give a name or a company first.")).to_be_visible()
    page.get_by_label("Full name").fill(" Dana Lee ")
    page.get_by_label("Company").fill("Acme ")
    page.get_by_role("button", name="Save").click()
    expect(entry(page, "Dana Lee (Acme): the day is still missing")).to_be_visible()


@pytest.mark.parametrize("year", ["0026", "20266"])
def test_a_year_of_two_or_of_five_digits_is_no_day(chromium: Chromium, year: str) -> None:
    page = popup(chromium)
    add(page, Full_name="Dana Lee", Day_and_time=f"{year}-03-03T14:00")
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
    assert abs(datetime.now(met.tzinfo) - met) < timedelta(minutes=5)


def test_an_interview_in_berlin_was_at_the_same_moment_for_who_is_in_new_york(
    chromium: Chromium,
) -> None:
    page = chromium.page()
    zone = chromium.context.new_cdp_session(page)
    zone.send("Emulation.setTimezoneOverride", {"timezoneId": "Europe/Berlin"})
    page.clock.set_fixed_time("2026-12-01T14:00Z")
    popup(chromium, page)
    add(page, Full_name="Dana Lee", Day_and_time="2026-12-01T14:00")
    expect(entry(page, "Thank Dana Lee: tomorrow by 2 pm")).to_be_visible()
    zone.send("Emulation.setTimezoneOverride", {"timezoneId": "America/New_York"})
    page.reload()
    row = entry(page, "Thank Dana Lee: tomorrow by 8 am")
    row.get_by_text("More").click()
    row.get_by_role("button", name="Edit").click()
    expect(page.get_by_label("Day and time")).to_have_value("2026-12-01T14:00")


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
    missing = entry(page, "Initech: the day is still missing")
    missing.get_by_role("button", name="Add the day").click()
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


@pytest.mark.parametrize(
    ("now", "said"),
    [("2026-11-27", "today"), ("2026-11-28", "yesterday"), ("2026-12-01", "27 Nov")],
)
def test_a_day_of_the_week_is_one_to_come(chromium: Chromium, now: str, said: str) -> None:
    done = {"step": "thank", "to": "", "at": 1, "text": ""}
    day = {"interviewedAt": "2026-11-10T10:00", "decisionBy": "2026-11-27"}
    store(chromium, cards=[card(**day, written=[done])])
    page = chromium.page()
    page.clock.set_fixed_time(datetime.fromisoformat(f"{now}T09:00"))
    popup(chromium, page)
    expect(entry(page, "Follow up with Dana Lee")).to_contain_text(f"they said {said}")


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
    row = entry(page, "Acme, Data Engineer")
    expect(row).to_contain_text("Thank Dana Lee and 4 more (Acme")
    row.get_by_label("Omar Haddad").press("Space")
    expect(row.get_by_role("group", name="1 of 5 written")).to_be_visible()
    expect(row.get_by_label("Omar Haddad")).to_be_focused()
    row.get_by_label("Dana Lee").check()
    expect(row.get_by_role("group", name="2 of 5 written")).to_be_visible()
    expect(row).to_contain_text("Thank Mina Park and 2 more (Acme")
    row.get_by_label("Omar Haddad").uncheck()
    expect(row.get_by_role("group", name="1 of 5 written")).to_be_visible()
    expect(row).to_contain_text("Thank Omar Haddad and 3 more (Acme")
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
    row = entry(page, "Acme, Data Engineer")
    expect(row.get_by_role("group", name=f"{len(left)} of 5 written")).to_be_visible()
    expect(row.get_by_label("Omar Haddad")).not_to_be_checked()


def test_who_is_added_later_was_not_thanked_with_the_others(chromium: Chromium) -> None:
    store(chromium, cards=[card()])
    page = popup(chromium)
    row = entry(page, "Acme, Data Engineer")
    row.get_by_role("button", name="Thanked").click()
    expect(row).to_contain_text("Follow up with Dana Lee")
    row.get_by_text("More").click()
    row.get_by_role("button", name="Edit").click()
    page.get_by_role("button", name="Add a person").click()
    page.keyboard.type("Omar Haddad")
    page.keyboard.press("Enter")
    expect(row).to_contain_text("Thank Omar Haddad (Acme")
    expect(row.get_by_label("Dana Lee")).to_be_checked()


def test_two_of_one_name_are_told_apart(chromium: Chromium) -> None:
    two = [{"name": "Ana Souza", "email": f"ana{number}@acme.example"} for number in (1, 2)]
    store(chromium, cards=[card(interviewers=two)])
    row = entry(popup(chromium), "Thank Ana Souza")
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
