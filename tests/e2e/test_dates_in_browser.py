"""The page that turns the dates of an interview into a plan; held to the checks of the service."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from afterword.draft.model import Context, Interview, Kind
from afterword.draft.parse import parse
from afterword.engine import workdays
from afterword.engine.model import Status
from tests.drafts import outcome
from tests.e2e.static_site import Opener

pytestmark = pytest.mark.browser

ASK = "Dear Dana,\n\nThank you again for the interview. Have you made a decision yet?\n"
THANKS = "Dear Dana,\n\nThank you for the interview.\n"
FIRST = date(2026, 2, 16)
"""A Monday; the days after it cross the end of a month."""
DAYS = [FIRST + timedelta(days=step) for step in range(16)]
CLOCKS = ["", "08:30", "15:00", "23:45"]
PLAN = """async cases => {
  const { plan } = await import(new URL("../assets/when/plan.js", location));
  const { dataset } = document.querySelector(".dates-form");
  const numbers = Object.entries(dataset).map(([name, value]) => [name, Number(value)]);
  return cases.map(([met, clock, promised]) =>
    Object.fromEntries(plan(met, clock, promised, Object.fromEntries(numbers))
      .map(step => [step.id, step])));
}"""


def silent(check: str, kind: Kind, met: datetime, now: datetime, **known: object) -> bool:
    """Say whether a check has nothing against sending a note now."""
    body = ASK if kind is Kind.FOLLOW_UP else THANKS
    promised = known.pop("promised", None)
    interview = Interview(interviewed_at=met, decision_by=promised)  # type: ignore[arg-type]
    context = Context(kind=kind, interview=interview, now=now, **known)  # type: ignore[arg-type]
    status = outcome(check, parse("Interview", body, context)).status
    assert status in {Status.PASSED, Status.FAILED}
    return status is Status.PASSED


def plans(page: Page, cases: list[tuple[str, str, str]]) -> list[dict[str, dict[str, str]]]:
    """Return what the page would say of each case: day, clock and promised day."""
    found: list[dict[str, dict[str, str]]] = page.evaluate(PLAN, cases)
    return found


def noon(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T12:00")


@pytest.mark.parametrize("year", ["0026", "20266"])
@pytest.mark.parametrize("field", ["Day of the interview", "Day they named"])
def test_a_year_of_two_or_of_five_digits_is_no_day(
    open_page: Opener, field: str, year: str
) -> None:
    page = open_page("when/")
    page.get_by_label("Day of the interview").fill("2026-03-06")
    expect(page.get_by_role("button", name="calendar")).to_be_enabled()
    page.get_by_label(field).fill(f"{year}-03-06")
    expect(page.get_by_role("button", name="calendar")).to_be_disabled()
    page.get_by_label(field).fill("2026-03-07")
    expect(page.get_by_role("button", name="calendar")).to_be_enabled()


def test_its_thank_you_note_is_late_exactly_when_the_check_says_so(open_page: Opener) -> None:
    cases = [(day.isoformat(), clock, "") for day, clock in product(DAYS, CLOCKS[1:])]
    for case, plan in zip(cases, plans(open_page("when/"), cases), strict=True):
        met = datetime.fromisoformat(f"{case[0]}T{case[1]}")
        step = plan["thank"]
        last = datetime.fromisoformat(f"{step['until']}T{step['clock'] or '23:59'}")
        assert silent("late-thank-you", Kind.THANK_YOU, met, last), (case, step)
        after = last + timedelta(minutes=1)
        while after.weekday() >= workdays.SATURDAY:
            after += timedelta(days=1)
        after += timedelta(minutes=1)
        assert not silent("late-thank-you", Kind.THANK_YOU, met, after), (case, step)


@pytest.mark.parametrize("promised_after", [None, 0, 1, 2, 5, 9])
def test_its_questions_are_due_exactly_when_the_checks_say_so(
    open_page: Opener, promised_after: int | None
) -> None:
    cases = []
    for day in DAYS:
        promised = None if promised_after is None else day + timedelta(days=promised_after)
        cases.append((day.isoformat(), "", promised.isoformat() if promised else ""))
    for case, plan in zip(cases, plans(open_page("when/"), cases), strict=True):
        met = noon(case[0])
        promised = date.fromisoformat(case[2]) if case[2] else None
        first, until = noon(plan["ask"]["from"]), noon(plan["ask"]["until"])
        day = timedelta(days=1)

        def quiet(
            check: str, now: datetime, *, met: datetime = met, at: date | None = promised
        ) -> bool:
            return silent(check, Kind.FOLLOW_UP, met, now, promised=at)

        assert quiet("early-follow-up", first), (case, plan)
        assert not quiet("early-follow-up", first - day), (case, plan)
        assert quiet("late-follow-up", until), (case, plan)
        later = noon(workdays.add(until.date(), 1).isoformat())
        assert not quiet("late-follow-up", later), (case, plan)
        again = noon(plan["again"]["from"])
        assert silent(
            "early-follow-up", Kind.FOLLOW_UP, met, again, promised=promised, earlier_follow_ups=1
        ), (case, plan)
        assert plan["owe"]["until"] == workdays.add(met.date(), 3).isoformat()


def test_working_days_are_those_of_the_checks(open_page: Opener) -> None:
    page = open_page("when/")
    cases = [(day.isoformat(), count) for day in DAYS for count in range(25)]
    found = page.evaluate(
        """async cases => {
          const at = path => new URL(`../assets/${path}`, location);
          const { addWorkdays } = await import(at("shared/cards/workdays.js"));
          const { dayOf, moment } = await import(at("when/plan.js"));
          return cases.map(([day, count]) => dayOf(addWorkdays(moment(day), count)));
        }""",
        cases,
    )
    assert found == [
        workdays.add(date.fromisoformat(day), count).isoformat() for day, count in cases
    ]


def test_the_page_says_each_day_in_words(open_page: Opener) -> None:
    page = open_page("when/")
    page.get_by_label("Day of the interview").fill("2026-03-06")
    page.get_by_label("Time").fill("15:00")
    expect(page.locator("#step-thank .dates")).to_have_text("By Monday 9 March, 15:00")
    expect(page.locator("#step-owe .dates")).to_have_text("By Wednesday 11 March")
    expect(page.locator("#step-ask .dates")).to_have_text(
        "From Friday 13 March to Tuesday 17 March"
    )
    expect(page.locator("#step-again .dates")).to_have_text("From Friday 20 March")
    page.get_by_label("Day they named").fill("2026-03-14")
    expect(page.locator("#step-ask .dates")).to_have_text(
        "From Monday 16 March to Tuesday 24 March"
    )
    page.get_by_label("Day they named").fill("2026-03-01")
    expect(page.get_by_role("alert")).to_have_text("The day they named lies before the interview.")
    expect(page.get_by_role("button", name="Save as a calendar file")).to_be_disabled()


def test_it_knows_what_is_due_today(open_page: Opener) -> None:
    page = open_page("when/")
    due = page.locator(".due")
    expect(due).to_have_text(re.compile(r"^Next: the thank-you note, by .+\.$"))
    page.get_by_label("Day of the interview").fill("2020-03-06")
    expect(due).to_have_text(re.compile("^All of these days have passed"))


def test_the_day_of_the_interview_can_be_read_on_paper(open_page: Opener) -> None:
    page = open_page("when/")
    page.get_by_label("Day of the interview").fill("2026-03-06")
    page.emulate_media(media="print")
    # Browsers leave out a ground unless they are told that it matters; the number on it is white.
    expect(page.locator(".month .met")).to_have_css("print-color-adjust", "exact")
    expect(page.locator(".month .met")).to_have_css("background-color", "rgb(0, 0, 0)")


def test_the_calendar_file_is_one_that_calendars_read(open_page: Opener, tmp_path: Path) -> None:
    page = open_page("when/")
    page.get_by_label("Day of the interview").fill("2026-03-06")
    page.get_by_label("Time").fill("18:30")
    whom = "Zoë, Dr; \\ " + "Łukasz Brzęczyszczykiewicz-Østergård " * 3
    page.get_by_label("Whom you met").fill(whom)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a calendar file").click()
    assert download.value.suggested_filename == "after-the-interview.ics"
    file = tmp_path / "saved.ics"
    download.value.save_as(file)
    written = file.read_bytes()
    assert written.endswith(b"\r\n")
    lines = written.split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(len(line) for line in lines) <= 75
    for line in lines:
        line.decode()  # no character is cut in two

    calendar = Calendar.from_ical(written)
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    events = calendar.events
    thanks, *others = events
    assert thanks.end - thanks.start == timedelta(hours=1)
    assert page.evaluate("iso => new Date(iso).getHours()", thanks.start.isoformat()) == 19
    assert [event.start for event in others] == [
        date(2026, 3, 7), date(2026, 3, 13), date(2026, 3, 20),
    ]  # fmt: skip
    assert len({event["UID"] for event in events}) == len(events)
    for event in events:
        assert str(event["SUMMARY"]).endswith(whom.strip())
        assert "/careers/when/#" in str(event["DESCRIPTION"])
        assert event["DTSTAMP"].dt.utcoffset() == timedelta()
        (alarm,) = event.walk("VALARM")
        assert alarm["ACTION"] == "DISPLAY"


@pytest.mark.parametrize(
    ("clock", "start"),
    [("20:45", "2026-12-31T21:00"), ("21:15", "2027-01-01T09:00"), ("23:30", "2027-01-01T09:00")],
)
def test_the_hour_for_thanks_is_after_the_interview_and_not_at_night(
    open_page: Opener, clock: str, start: str
) -> None:
    page = open_page("when/")
    page.get_by_label("Day of the interview").fill("2026-12-31")
    page.get_by_label("Time").fill(clock)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a calendar file").click()
    thanks, *_ = Calendar.from_ical(download.value.path().read_bytes()).events
    assert thanks.start == datetime.fromisoformat(start).astimezone()
    assert thanks.end - thanks.start == timedelta(hours=1)


def test_a_later_file_takes_the_place_of_the_one_before(open_page: Opener) -> None:
    def saved(**fields: str) -> list[tuple[str, date]]:
        for label, value in fields.items():
            page.get_by_label(label.replace("_", " ")).fill(value)
        with page.expect_download() as download:
            page.get_by_role("button", name="Save as a calendar file").click()
        events = Calendar.from_ical(download.value.path().read_bytes()).events
        return [(event["UID"], event.start) for event in events]

    page = open_page("when/")
    first = saved(Day_of_the_interview="2026-03-06", Whom_you_met="Łukasz O’Neil")
    later = saved(Day_they_named="2026-03-20")
    assert [uid for uid, _ in later] == [uid for uid, _ in first]
    assert later != first
    other = saved(Whom_you_met="Zoë Li")
    assert {uid for uid, _ in other}.isdisjoint(uid for uid, _ in first)


def test_without_scripts_the_page_shows_the_rule(open_page: Opener) -> None:
    page = open_page("when/", java_script_enabled=False)
    expect(page.get_by_label("Day of the interview")).to_be_hidden()
    table = page.get_by_role("table")
    expect(table.get_by_role("row")).to_have_count(6)
    expect(table).to_contain_text("from 5 working days after the interview")
    expect(page.locator("#step-ask")).to_contain_text("If they named none, from 5 working days")
