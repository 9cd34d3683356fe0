"""What is due, what is right next, the calendar file, copies: the pure modules of the cards."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from playwright.sync_api import Playwright

from afterword.engine import registry, workdays
from tests.e2e import stored
from tests.e2e.modules import module_page

pytestmark = pytest.mark.browser

ZONE = "America/New_York"

Run = Callable[..., Any]


@pytest.fixture(scope="module")
def run(playwright: Playwright) -> Iterator[Run]:
    """Run a script in a page that can import the extension's own modules."""
    with module_page(playwright, timezone_id=ZONE) as page:
        yield lambda script, asked=None: page.evaluate(script, asked)


def card(**changes: object) -> dict[str, Any]:
    """Return a card that was met on Tuesday 3 March 2026 at two."""
    return stored.card(**{"interviewedAt": "2026-03-03T14:00", "changed": 1, **changes})


def wrote(step: str, day: str = "2026-03-03", to: str = "", text: str = "") -> dict[str, Any]:
    """Return a note of an email that was sent."""
    at = datetime.fromisoformat(f"{day}T17:00+00:00").timestamp() * 1000
    return {"step": step, "to": to, "at": at, "text": text}


DUE = """async ([card, now, thresholds = {}]) => {
  const { dueOf } = await import("/cards/due.js");
  const { rulesOf } = await import("/cards/rules.js");
  const { step, by } = dueOf(card, new Date(now), rulesOf(thresholds));
  const pad = (part) => String(part).padStart(2, "0");
  const day = by && [by.getFullYear(), pad(by.getMonth() + 1), pad(by.getDate())].join("-");
  return [step, by && `${day}T${pad(by.getHours())}:${pad(by.getMinutes())}`];
}"""
THANKED = [wrote("thank")]
TWO = [{"name": "Dana Lee", "email": "dana@acme.example"}, {"name": "Omar Haddad", "email": ""}]


@pytest.mark.parametrize(
    ("changes", "now", "step", "by"),
    [
        ({"interviewedAt": ""}, "2026-03-03T15:00", "undated", None),
        ({}, "2026-03-03T10:00", "interview", "2026-03-03T14:00"),
        ({}, "2026-03-03T14:00", "thank", "2026-03-04T14:00"),
        ({}, "2026-03-04T14:00", "thank", "2026-03-04T14:00"),
        ({}, "2026-03-04T14:01", "thank-late", "2026-03-04T14:00"),
        # The weekend is not counted.
        ({"interviewedAt": "2026-03-06T17:00"}, "2026-03-09T16:00", "thank", "2026-03-09T17:00"),
        ({"interviewedAt": "2026-03-07T11:00"}, "2026-03-08T11:00", "thank", "2026-03-10T00:00"),
        # One of two was thanked.
        (
            {"interviewers": TWO, "written": [wrote("thank", to="dana@acme.example")]},
            "2026-03-03T18:00",
            "thank",
            "2026-03-04T14:00",
        ),
        (
            {
                "interviewers": TWO,
                "written": [
                    wrote("thank", to="dana@acme.example"),
                    wrote("thank", to="omar haddad"),
                ],
            },
            "2026-03-03T18:00",
            "wait",
            "2026-03-10T00:00",
        ),
        (
            {"written": THANKED, "promised": ["my plan"]},
            "2026-03-04T09:00",
            "promise",
            "2026-03-06T00:00",
        ),
        (
            {
                "written": [*THANKED, wrote("promise")],
                "promised": ["my plan"],
                "openQuestions": ["rota"],
            },
            "2026-03-04T09:00",
            "answer",
            "2026-03-06T00:00",
        ),
        ({"written": THANKED}, "2026-03-09T23:59", "wait", "2026-03-10T00:00"),
        # Of a card without people, whoever it was has their note.
        (
            {"interviewers": [], "written": [wrote("promise"), *THANKED]},
            "2026-03-09T09:00",
            "wait",
            "2026-03-10T00:00",
        ),
        ({"written": THANKED}, "2026-03-10T00:00", "ask", "2026-03-10T00:00"),
        # They named a Friday: one asks on the Monday after it.
        (
            {"written": THANKED, "decisionBy": "2026-03-13"},
            "2026-03-14T09:00",
            "wait",
            "2026-03-16T00:00",
        ),
        (
            {"written": THANKED, "decisionBy": "2026-03-13"},
            "2026-03-16T09:00",
            "ask",
            "2026-03-16T00:00",
        ),
        (
            {"written": [*THANKED, wrote("ask", "2026-03-12")]},
            "2026-03-13T09:00",
            "wait-again",
            "2026-03-19T00:00",
        ),
        (
            {"written": [*THANKED, wrote("ask", "2026-03-12")]},
            "2026-03-19T09:00",
            "ask-again",
            "2026-03-19T00:00",
        ),
        (
            {"written": [*THANKED, wrote("ask", "2026-03-12"), wrote("ask", "2026-03-19")]},
            "2026-04-19T09:00",
            "enough",
            None,
        ),
        ({"closed": True}, "2026-03-03T15:00", "closed", None),
    ],
)
def test_what_is_due(
    run: Run, changes: dict[str, Any], now: str, step: str, by: str | None
) -> None:
    assert run(DUE, [card(**changes), now]) == [step, by]


@pytest.mark.parametrize(
    ("changes", "now", "thresholds", "due"),
    [
        ({}, "2026-03-03T15:00", {"late-thank-you.hours": 48}, ["thank", "2026-03-05T14:00"]),
        (
            {"written": THANKED},
            "2026-03-09T09:00",
            {"early-follow-up.working-days": 10},
            ["wait", "2026-03-17T00:00"],
        ),
        (
            {"written": THANKED, "decisionBy": "2026-03-13"},
            "2026-03-16T09:00",
            {"early-follow-up.days-after-date": 2},
            ["wait", "2026-03-17T00:00"],
        ),
        (
            {"written": [*THANKED, wrote("ask", "2026-03-12")]},
            "2026-03-20T09:00",
            {"early-follow-up.follow-ups": 1},
            ["enough", None],
        ),
        # A third question waits for the day that the service says, however soon the second came.
        (
            {
                "interviewedAt": "2026-03-02T14:00",
                "written": [*THANKED, wrote("ask", "2026-03-09"), wrote("ask", "2026-03-10")],
            },
            "2026-03-17T09:00",
            {"early-follow-up.follow-ups": 3},
            ["wait-again", "2026-03-23T00:00"],
        ),
        # What would keep the browser counting for ever is not believed.
        ({}, "2026-03-03T15:00", {"late-thank-you.hours": 1e9}, ["thank", "2026-03-04T14:00"]),
    ],
)
def test_what_is_due_by_a_packs_numbers(
    run: Run, changes: dict[str, Any], now: str, thresholds: dict[str, float], due: list[Any]
) -> None:
    assert run(DUE, [card(**changes), now, thresholds]) == due


def test_our_numbers_are_those_of_the_checks(run: Run) -> None:
    ours, names = run("""async () => {
      const { OURS, THRESHOLDS } = await import("/cards/rules.js");
      return [OURS, THRESHOLDS];
    }""")
    known = registry.load().thresholds
    assert ours == {rule: known[name] for rule, name in names.items()}


def test_what_one_owes_is_due_on_the_same_day_wherever_it_is_said(
    run: Run, client: FlaskClient
) -> None:
    owed = run('async () => (await import("/cards/workdays.js")).OWED_WITHIN')
    words = f"{('no', 'one', 'two', 'three', 'four', 'five')[owed]} working days"
    templates = client.get("/api/v1/templates").get_json()["templates"]
    latest = {t["latest"] for t in templates if t["step"] in {"promise", "answer"}}
    assert latest == {f"{words} after the interview"}
    for path in ("/guidelines/be-prompt/", "/guidelines/follow-up-on-time/"):
        assert f"within {words}" in client.get(path).text, path
    assert client.get("/when/").text.count(f"within {owed} working days") == 2
    assert f"Within {owed} working days: what you owe them" in client.get("/").text


WORKDAYS = """async (days) => {
  const { addWorkdays } = await import("/cards/workdays.js");
  return days.map(([day, count]) => {
    const found = addWorkdays(new Date(`${day}T15:00`), count);
    return new Date(found.getTime() - found.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  });
}"""


def test_working_days_are_counted_as_the_service_counts_them(run: Run) -> None:
    start = date(2026, 2, 20)
    asked = [(start + timedelta(days=day), count) for day in range(40) for count in range(8)]
    answers = run(WORKDAYS, [[str(day), count] for day, count in asked])
    assert answers == [str(workdays.add(day, count)) for day, count in asked]


def test_a_day_that_begins_at_one_leaves_the_next_ones_alone(playwright: Playwright) -> None:
    # In Cairo the clocks went from Thursday midnight to one on Friday 24 April 2026.
    thanked = card(interviewedAt="2026-04-22T14:00", written=[wrote("thank")])
    with module_page(playwright, timezone_id="Africa/Cairo") as page:
        due = page.evaluate(DUE, [thanked, "2026-04-29T00:30"])
        assert due == ["ask", "2026-04-29T00:00"]
        friday = card(interviewedAt="2026-04-24T14:00")
        due = page.evaluate(DUE, [friday, "2026-04-24T18:00"])
        assert due == ["thank", "2026-04-27T14:00"]
        thursday = card(interviewedAt="2026-04-23T14:00")
        due = page.evaluate(DUE, [thursday, "2026-04-24T18:00", {"late-thank-you.hours": 48}])
        assert due == ["thank", "2026-04-27T14:00"]


def status(check: str, client: FlaskClient, told: dict[str, Any]) -> str:
    """Return what a check says of a note of its kind."""
    asks = check == "early-follow-up"
    words = "Have you made a decision yet?" if asks else "I enjoyed our talk."
    note = {
        "kind": "follow-up" if asks else "thank-you",
        "subject": "Our interview",
        "body": f"Dear Dana,\n\nThank you again for the interview. {words}\n",
        **told,
    }
    judged = client.post("/api/v1/checks", json=note).json
    (found,) = (one["status"] for one in judged["outcomes"] if one["check"] == check)
    return str(found)


@pytest.mark.parametrize(
    ("zone", "now", "step"),
    [
        # In Berlin it is three in the afternoon: the interview at two was an hour ago.
        ("America/New_York", "2026-03-03T09:00", "thank"),
        ("America/New_York", "2026-03-04T07:55", "thank"),
        ("America/New_York", "2026-03-04T08:05", "thank-late"),
        ("Pacific/Tongatapu", "2026-03-05T01:55", "thank"),
        ("Pacific/Tongatapu", "2026-03-05T02:05", "thank-late"),
        ("Pacific/Honolulu", "2026-03-04T03:05", "thank-late"),
    ],
)
def test_whoever_travels_on_met_at_the_same_moment(
    playwright: Playwright, client: FlaskClient, zone: str, now: str, step: str
) -> None:
    known = card(interviewedAt="2026-03-03T14:00+01:00")
    with module_page(playwright, timezone_id=zone) as page:
        due, told = page.evaluate(TOLD, [known, now])
    assert due == step
    assert status("late-thank-you", client, told) == ("passed" if step == "thank" else "failed")


def test_the_week_after_an_interview_begins_on_its_own_day(playwright: Playwright) -> None:
    # On Tuesday morning in Auckland it is Monday in New York.
    known = card(interviewedAt="2026-03-03T09:00+13:00", written=THANKED)
    with module_page(playwright, timezone_id=ZONE) as page:
        assert page.evaluate(DUE, [known, "2026-03-05T09:00"]) == ["wait", "2026-03-10T00:00"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2026-10-23T15:00", "2026-10-23T15:00+02:00"),
        ("2026-10-26T15:00", "2026-10-26T15:00+01:00"),
        ("2026-10-26T15:01", "2026-10-26T15:01"),
        ("", ""),
    ],
)
def test_an_hour_that_has_been_keeps_its_clock(
    playwright: Playwright, typed: str, kept: str
) -> None:
    with module_page(playwright, timezone_id="Europe/Berlin") as page:
        page.clock.set_fixed_time("2026-10-26T14:00Z")
        script = """async typed => {
          const { asMet, asTyped, asTold } = await import("/cards/clock.js");
          const met = asMet(typed);
          return [met, asTyped(met), asTold(met)];
        }"""
        assert page.evaluate(script, typed) == [kept, typed, typed]


TOLD = """async ([card, now]) => {
  const { dueOf } = await import("/cards/due.js");
  const { besideDraft } = await import("/cards/interview.js");
  const { withOffset } = await import("/cards/clock.js");
  const { OURS } = await import("/cards/rules.js");
  const moment = new Date(now);
  const { step } = dueOf(card, moment, OURS);
  return [step, { ...besideDraft(card, [card], []), now: withOffset(moment) }];
}"""


@pytest.mark.parametrize(
    ("met", "now", "step"),
    [
        ("2026-03-27T15:00", "2026-03-30T14:30", "thank"),
        ("2026-03-27T15:00", "2026-03-30T15:30", "thank-late"),
        ("2026-10-23T15:00", "2026-10-26T14:30", "thank"),
        ("2026-10-23T15:00", "2026-10-26T15:30", "thank-late"),
        ("2026-03-23T10:00", "2026-03-29T23:30", "wait"),
        ("2026-03-23T10:00", "2026-03-30T00:30", "ask"),
        ("2026-10-19T10:00", "2026-10-25T23:30", "wait"),
        ("2026-10-19T10:00", "2026-10-26T00:30", "ask"),
    ],
)
def test_desk_and_checks_agree_where_the_clocks_change(
    playwright: Playwright, client: FlaskClient, met: str, now: str, step: str
) -> None:
    asks = step in {"wait", "ask"}
    known = card(interviewedAt=met, written=THANKED if asks else [])
    with module_page(playwright, timezone_id="Europe/Berlin") as page:
        due, told = page.evaluate(TOLD, [known, now])
    assert due == step
    check = "early-follow-up" if asks else "late-thank-you"
    found = status(check, client, told)
    assert found == ("failed" if step in {"wait", "thank-late"} else "passed")


WORKHOURS = """async (moments) => {
  const { addWorkhours } = await import("/cards/workdays.js");
  return moments.map((moment) => addWorkhours(new Date(moment), 24).toISOString());
}"""


def test_hours_are_counted_as_the_service_counts_them(run: Run) -> None:
    # Days without a change of the clocks, at this offset.
    met = [
        datetime.fromisoformat("2026-02-20T09:30:00-05:00") + timedelta(hours=7 * n)
        for n in range(40)
    ]
    for start, end in zip(met, run(WORKHOURS, [moment.isoformat() for moment in met]), strict=True):
        by = datetime.fromisoformat(end).astimezone(start.tzinfo)
        assert workdays.hours(start, by) == pytest.approx(24)


RANKED = """async ([templates, card, now]) => {
  const { ranked } = await import("/cards/rank.js");
  const { OURS } = await import("/cards/rules.js");
  return ranked(templates, card, new Date(now), OURS).map(({ id }) => id);
}"""


@pytest.mark.parametrize(
    ("changes", "now", "first"),
    [
        ({}, "2026-03-03T16:00", "thank-you-one-interviewer"),
        ({"interviewers": TWO}, "2026-03-03T16:00", "thank-you-panel"),
        ({}, "2026-03-06T16:00", "thank-you-late"),
        ({"written": THANKED, "promised": ["my plan"]}, "2026-03-04T09:00", "promised-material"),
        (
            {"written": THANKED, "openQuestions": ["rota"]},
            "2026-03-04T09:00",
            "answer-open-question",
        ),
        ({"written": THANKED}, "2026-03-11T09:00", "status-after-a-week"),
        (
            {"written": THANKED, "decisionBy": "2026-03-13"},
            "2026-03-17T09:00",
            "status-after-the-date",
        ),
        ({"written": [*THANKED, wrote("ask", "2026-03-12")]}, "2026-03-20T09:00", "last-follow-up"),
        (
            {"written": [*THANKED, wrote("ask", "2026-03-12"), wrote("ask", "2026-03-20")]},
            "2026-04-20T09:00",
            "closing-the-loop",
        ),
    ],
)
def test_the_right_next_template_comes_first(
    run: Run, client: FlaskClient, changes: dict[str, Any], now: str, first: str
) -> None:
    templates = client.get("/api/v1/templates").get_json()["templates"]
    order = run(RANKED, [templates, card(**changes), now])
    assert order[0] == first
    assert sorted(order) == sorted(template["id"] for template in templates)
    if changes.get("written"):
        thanks = {t["id"] for t in templates if t["step"].startswith("thank")}
        assert set(order[-len(thanks) :]) == thanks


def test_the_usual_interviews_of_a_student_are_among_the_first(
    run: Run, client: FlaskClient
) -> None:
    templates = client.get("/api/v1/templates").get_json()["templates"]
    order = run(RANKED, [templates, card(), "2026-03-03T16:00"])
    assert order[:6] == [
        "thank-you-one-interviewer",
        "thank-you-panel",
        "thank-you-video-call",
        "thank-you-final-round",
        "thank-you-internship",
        "thank-you-phone-screen",
    ]


CALENDAR = """async ([entries, now]) => {
  const { calendarFile } = await import("/cards/calendar.js");
  const dated = entries.map((entry) =>
    ({ ...entry, start: new Date(entry.start), end: entry.end && new Date(entry.end) }));
  return calendarFile(dated, new Date(now));
}"""


def test_the_calendar_file_is_as_calendars_read_it(run: Run) -> None:
    long = "Zoë Šimůnková – 数据工程师, " * 6
    entries = [
        {
            "id": "acme-thank",
            "summary": "Thank Dana Lee; Acme, \\ Data",
            "description": "one\ntwo\x07",
            "start": "2026-03-04T13:30",
            "end": "2026-03-04T14:00",
        },
        {
            "id": "acme-ask",
            "summary": long,
            "description": "",
            "start": "2026-03-10T00:00",
            "end": None,
        },
    ]
    file = run(CALENDAR, [entries, "2026-03-03T20:15"])
    assert file.endswith("END:VCALENDAR\r\n")
    lines = file.removesuffix("\r\n").split("\r\n")
    assert all(len(line.encode()) <= 75 and "\n" not in line for line in lines)
    unfolded = file.replace("\r\n ", "").split("\r\n")
    assert unfolded[0] == "BEGIN:VCALENDAR"
    assert "DTSTAMP:20260304T011500Z" in unfolded
    # New York is five hours behind.
    assert "DTSTART:20260304T183000Z" in unfolded
    assert "DTEND:20260304T190000Z" in unfolded
    assert "DTSTART;VALUE=DATE:20260310" in unfolded
    assert r"SUMMARY:Thank Dana Lee\; Acme\, \\ Data" in unfolded
    assert r"DESCRIPTION:one\ntwo" in unfolded
    assert "SUMMARY:" + long.replace(",", "\\,") in unfolded
    assert unfolded.count("UID:acme-thank@afterword.example") == 1
    assert unfolded.count("BEGIN:VEVENT") == unfolded.count("END:VEVENT") == 2


WORDS = st.text(
    st.sampled_from('\\;,:"\n\r\t äß漢字دا\u2028\u2068🧑\u200d💻') | st.characters(codec="utf-8"),
    max_size=200,
)
MANY = settings(max_examples=40, deadline=None)


def in_calendar(words: str) -> str:
    """Return a text as a calendar shows it: without control characters."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign == "\n" or unicodedata.category(sign) != "Cc")


def test_a_calendar_reads_any_words_as_they_were_written(run: Run) -> None:
    @MANY
    @given(WORDS, WORDS)
    def reads(summary: str, description: str) -> None:
        words = {"summary": summary, "description": description}
        leap = {"id": "a", **words, "start": "2028-02-29T00:00", "end": None}
        night = {"id": "b", **words, "start": "2026-12-31T23:45", "end": "2027-01-01T00:15"}
        file = run(CALENDAR, [[leap, night], "2026-12-01T09:00"])
        assert max(len(line.encode()) for line in file.split("\r\n")) <= 75
        events = Calendar.from_ical(file.encode()).events
        assert [str(event["SUMMARY"]) for event in events] == [in_calendar(summary)] * 2
        assert [str(event["DESCRIPTION"]) for event in events] == [in_calendar(description)] * 2
        assert events[0].start == date(2028, 2, 29)
        assert events[1].start == datetime.fromisoformat("2027-01-01T04:45Z")
        assert events[1].end - events[1].start == timedelta(minutes=30)

    reads()


COPY = """async ([cards, sender]) => {
  const { copyOf } = await import("/cards/copy.js");
  return copyOf(cards, sender, new Date(0));
}"""
READ = """async (text) => {
  const { readCopy } = await import("/cards/copy.js");
  return readCopy(text);
}"""
SENDER = {"name": "Priya Nair", "email": "", "phone": "", "linkedin": ""}


def test_a_copy_comes_back_as_it_was(run: Run) -> None:
    person = {"name": "د. دانا لي", "email": "dana@شركة.example", "title": "Dr"}
    cards = [
        card(written=[wrote("thank", text="Dear Dana,\n…" + "long " * 20_000)]),
        card(
            id="globex",
            interviewers=[person, {"name": "", "email": ""}],
            company='北京 "数据", \\ GmbH\u2028',
            role="x" * 5_000,
            interviewedAt="2024-02-29T23:59-10:00",
            decisionBy="2027-12-31",
            topics=["Zoë’s plan", "", "🧑‍💻"],
            openQuestions=["Why?"],
            promised=["a, b; c"],
            closed=True,
            quietUntil=1.5e12,
            remindAt=4e12,
        ),
    ]
    text = run(COPY, [cards, SENDER])
    assert run(READ, text) == {"cards": cards, "sender": SENDER}


MOMENT = st.integers(0, 8 * 10**15 - 1)
DAY = st.dates().map(str)
PERSON = st.fixed_dictionaries(
    {"name": WORDS, "email": WORDS | st.none()}, optional={"title": WORDS}
)
CARD = st.fixed_dictionaries(
    {
        "id": WORDS.filter(bool),
        "interviewers": st.lists(PERSON, max_size=5),
        "company": WORDS,
        "role": WORDS.filter(bool),
        "interviewedAt": st.just("") | st.builds("{}T{:%H:%M}".format, DAY, st.times()),
        "decisionBy": st.just("") | DAY,
        **dict.fromkeys(("topics", "openQuestions", "promised"), st.lists(WORDS, max_size=3)),
        "written": st.lists(
            st.fixed_dictionaries(
                {
                    "step": st.sampled_from(["thank", "promise", "answer", "ask", "outcome"]),
                    "to": WORDS,
                    "at": MOMENT,
                    "text": WORDS,
                }
            ),
            max_size=3,
        ),
        "closed": st.booleans(),
        **dict.fromkeys(("quietUntil", "remindAt", "changed"), MOMENT),
    }
)


def test_any_card_comes_back_field_by_field(run: Run) -> None:
    @MANY
    @given(CARD, st.fixed_dictionaries(dict.fromkeys(SENDER, WORDS)))
    def comes_back(card: dict[str, Any], sender: dict[str, str]) -> None:
        assert run(READ, run(COPY, [[card], sender])) == {"cards": [card], "sender": sender}

    comes_back()


def broken(**changes: object) -> str:
    """Return a copy whose second card is not one."""
    return json.dumps({"afterword": 1, "cards": [card(), card(**changes)], "sender": {}})


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", {"fault": "json"}),
        ("<html>", {"fault": "json"}),
        ("[]", {"fault": "other"}),
        ('{"cards": []}', {"fault": "other"}),
        ('{"afterword": 2, "cards": []}', {"fault": "newer"}),
        ('{"afterword": 1, "cards": {}}', {"fault": "other"}),
        ('{"afterword": 1, "cards": [], "sender": {"name": 1}}', {"fault": "other"}),
        (broken(interviewedAt="yesterday"), {"fault": "card", "number": 2}),
        (broken(interviewedAt="2026-13-03T14:00"), {"fault": "card", "number": 2}),
        (broken(interviewedAt="2027-02-29T14:00"), {"fault": "card", "number": 2}),
        (broken(decisionBy="2026-02-30"), {"fault": "card", "number": 2}),
        # No clock knows such a moment, and nothing could be drawn that names it.
        (broken(remindAt=1e20), {"fault": "card", "number": 2}),
        (broken(changed=8.64e15), {"fault": "card", "number": 2}),
        (broken(interviewers="Dana"), {"fault": "card", "number": 2}),
        (broken(interviewers=[{"email": "x"}]), {"fault": "card", "number": 2}),
        (broken(interviewers=[{"name": "Dana", "email": 5}]), {"fault": "card", "number": 2}),
        (broken(interviewers=[{"name": "Dana", "title": 5}]), {"fault": "card", "number": 2}),
        (broken(topics=[5]), {"fault": "card", "number": 2}),
        (broken(closed="no"), {"fault": "card", "number": 2}),
        ('{"afterword": 1, "cards": [5]}', {"fault": "card", "number": 1}),
        (
            broken(written=[{"step": "hug", "to": "", "at": 1, "text": ""}]),
            {"fault": "card", "number": 2},
        ),
        (broken(changed="now"), {"fault": "card", "number": 2}),
        (broken(changed=-1), {"fault": "card", "number": 2}),
        (broken(company="", role="", interviewers=[]), {"fault": "card", "number": 2}),
    ],
)
def test_what_is_no_copy_is_named_by_its_fault(run: Run, text: str, fault: dict[str, Any]) -> None:
    assert run(READ, text) == fault


def test_what_else_stands_in_a_copy_is_left_out(run: Run) -> None:
    sender = {"name": "Priya Nair", "script": "alert()"}
    kept = {"afterword": 1, "cards": [{**card(), "script": "alert()"}], "sender": sender, "more": 1}
    assert run(READ, json.dumps(kept)) == {"cards": [card()], "sender": {"name": "Priya Nair"}}


def test_what_a_copy_leaves_out_is_as_in_a_new_card(run: Run) -> None:
    person = {"name": "Dana Lee", "title": None}
    text = json.dumps({"afterword": 1, "cards": [{"id": "a", "interviewers": [person]}]})
    (read,) = run(READ, text)["cards"]
    assert read["interviewers"] == [person]
    assert (read["company"], read["written"], read["closed"]) == ("", [], False)


MERGED = """async ([stored, copied]) => {
  const { merged } = await import("/cards/copy.js");
  return merged(stored, copied).map(({ id, company }) => [id, company]);
}"""


def test_of_two_versions_of_a_card_the_later_change_stays(run: Run) -> None:
    stored = [card(id="a", company="Old", changed=5), card(id="b", company="Kept", changed=9)]
    copied = [
        card(id="a", company="New", changed=7),
        card(id="b", company="Past", changed=7),
        card(id="c"),
    ]
    assert run(MERGED, [stored, copied]) == [["a", "New"], ["b", "Kept"], ["c", "Acme"]]
    same = [card(id="b", company="Of the same moment", changed=9)]
    assert run(MERGED, [stored, same]) == [["a", "Old"], ["b", "Kept"]]


CARD_FOR = """async ([cards, recipients]) => {
  const { cardFor } = await import("/cards/interview.js");
  return cardFor(cards, recipients)?.id ?? null;
}"""


def met(id: str, *people: tuple[str, str], **changes: object) -> dict[str, Any]:
    """Return a card of an interview with these people."""
    known = [{"name": name, "email": email} for name, email in people]
    return card(id=id, interviewers=known, **changes)


ACME = met("acme", ("Dana Lee", "dana@acme.example"), ("Mina Park", ""))
GLOBEX = met("globex", ("Omar Haddad", "omar@globex.example"))
PUBLIC = met("public", ("Ana", "ana@gmail.com"), ("Omar Haddad", ""))
NAMELESS = met("nameless", ("Ana Souza", ""))


@pytest.mark.parametrize(
    ("cards", "recipients", "id"),
    [
        ([ACME, GLOBEX], [("", "Omar@Globex.example")], "globex"),
        ([ACME, GLOBEX], [("mina park", "mp@home.example")], "acme"),
        ([ACME, GLOBEX], [("", "omar.haddad@home.example")], "globex"),
        ([ACME, GLOBEX], [("Eve", "eve@globex.example")], "globex"),
        ([ACME, GLOBEX], [("Eve", "eve@home.example"), ("", "dana@acme.example")], "acme"),
        # The address tells more than the name.
        ([PUBLIC, GLOBEX], [("Omar Haddad", "omar@globex.example")], "globex"),
        # Neither a first name alone nor a public mail host says who somebody is.
        ([PUBLIC, ACME], [("", "ana.gomez@home.example")], None),
        ([PUBLIC, ACME], [("Eve", "eve@gmail.com")], None),
        ([ACME, GLOBEX], [("Eve", "eve@home.example")], None),
        # Without a recipient it is the one last used, unless it is put away.
        ([ACME, GLOBEX], [], "acme"),
        ([{**ACME, "closed": True}, GLOBEX], [], "globex"),
        ([{**ACME, "closed": True}, GLOBEX], [("", "dana@acme.example")], None),
        # The only interview, of people without an address, may be with anybody.
        ([NAMELESS], [("Eve", "eve@home.example")], "nameless"),
        ([NAMELESS, GLOBEX], [("Eve", "eve@home.example")], None),
        ([ACME], [("Eve", "eve@home.example")], None),
        ([met("a", ("", "ana@initech.example")), ACME], [("Eve", "eve@home.example")], None),
        ([], [("Eve", "eve@home.example")], None),
    ],
)
def test_a_message_is_about_the_interview_of_its_recipients(
    run: Run, cards: list[dict[str, Any]], recipients: list[tuple[str, str]], id: str | None
) -> None:
    people = [{"name": name, "email": email} for name, email in recipients]
    assert run(CARD_FOR, [cards, people]) == id


AS_INTERVIEW = """async ([card, recipients]) => {
  const { asInterview } = await import("/cards/interview.js");
  return asInterview(card, recipients);
}"""


def test_a_card_is_told_with_its_addressee_first_and_without_what_is_empty(run: Run) -> None:
    known = card(interviewers=[*TWO, {"name": "", "email": ""}], role="", topics=["", "loads"])
    told = run(AS_INTERVIEW, [known, [{"name": "Omar Haddad", "email": ""}]])
    assert [person["name"] for person in told["interviewers"]] == ["Omar Haddad", "Dana Lee"]
    assert (told["company"], told["role"], told["topics"]) == ("Acme", None, ["loads"])
    assert told["interviewed_at"] == "2026-03-03T14:00"


BESIDE = """async ([card, recipients]) => {
  const { besideDraft } = await import("/cards/interview.js");
  const { earlier_notes, earlier_follow_ups } = besideDraft(card, [card], recipients);
  return [earlier_notes, earlier_follow_ups];
}"""


@pytest.mark.parametrize(
    ("recipients", "notes"),
    [
        ([{"name": "", "email": "dana@acme.example"}], ["to Omar"]),
        ([{"name": "Omar Haddad", "email": "omar@acme.example"}], ["to Dana"]),
        # By the address alone.
        ([{"name": "", "email": "omar.haddad@acme.example"}], ["to Dana"]),
        # Nobody knows who the others are.
        ([], []),
        ([{"name": "Somebody Else", "email": "else@acme.example"}], []),
    ],
)
def test_a_check_is_told_of_the_notes_to_the_others(
    run: Run, recipients: list[dict[str, str]], notes: list[str]
) -> None:
    known = card(
        interviewers=TWO,
        written=[
            wrote("thank", to="dana@acme.example", text="to Dana"),
            wrote("thank", to="omar haddad", text="to Omar"),
            wrote("ask", "2026-03-12"),
        ],
    )
    assert run(BESIDE, [known, recipients]) == [notes, 1]


def test_two_of_one_name_are_told_apart_by_their_addresses(run: Run) -> None:
    two = [{"name": "Ana Souza", "email": f"ana{number}@acme.example"} for number in (1, 2)]
    known = card(
        interviewers=two, written=[wrote("thank", to="ana1@acme.example", text="to the first")]
    )
    to = [{"name": "Ana Souza", "email": "Ana2@acme.example"}]
    assert run(AS_INTERVIEW, [known, to])["interviewers"] == two[::-1]
    assert run(BESIDE, [known, to])[0] == ["to the first"]


CALLED = """async (card) => {
  const { cardName } = await import("/content/panel/card_name.js");
  return cardName(card);
}"""


def test_a_card_is_called_by_the_people_who_have_a_name(run: Run) -> None:
    nobody = {"name": "", "email": ""}
    known = card(role="", interviewers=[TWO[0], nobody, TWO[1], nobody])
    assert run(CALLED, known) == "Acme – Dana Lee, Omar Haddad"


OTHERS = """async ([card, cards]) => {
  const { besideDraft } = await import("/cards/interview.js");
  return besideDraft(card, cards, []).other_interviews.map(({ company }) => company);
}"""


def test_a_check_is_told_of_the_other_interviews_that_are_not_put_away(run: Run) -> None:
    past = card(id="past", company="Initech", closed=True)
    all_of_them = [ACME, {**GLOBEX, "company": "Globex"}, past]
    assert run(OTHERS, [ACME, all_of_them]) == ["Globex"]
    assert run(OTHERS, [None, all_of_them]) == ["Acme", "Globex"]


MOMENTS = """async ([step, by, now]) => {
  const { momentsFor } = await import("/cards/moments.js");
  const due = { step, by: by && new Date(by), promised: false };
  return momentsFor(due, new Date(now)).map(({ name, at }) => [name, at.toISOString()]);
}"""


def test_reminders_are_offered_before_it_is_late(run: Run) -> None:
    offered = run(MOMENTS, ["thank", "2026-03-04T14:00", "2026-03-03T16:00"])
    assert offered == [
        ["hour", "2026-03-03T22:00:00.000Z"],
        ["evening", "2026-03-03T23:00:00.000Z"],
        ["morning", "2026-03-04T14:00:00.000Z"],
        ["due", "2026-03-04T17:00:00.000Z"],
    ]
    # Thanks for a talk on a Saturday are due when Monday ends.
    weekend = run(MOMENTS, ["thank", "2026-02-24T00:00", "2026-02-21T16:00"])
    assert weekend[-1] == ["due", "2026-02-23T23:00:00.000Z"]
    monday = run(MOMENTS, ["thank", "2026-02-24T00:00", "2026-02-23T12:00"])
    assert [name for name, _ in monday] == ["hour", "evening", "morning"]
    late = [
        name for name, _ in run(MOMENTS, ["thank-late", "2026-03-04T14:00", "2026-03-05T22:00"])
    ]
    assert late == ["hour", "morning"]
    # An interview still to come: two hours after it begins.
    coming = run(MOMENTS, ["interview", "2026-03-03T20:00", "2026-03-03T17:00"])
    assert coming == [
        ["hour", "2026-03-03T23:00:00.000Z"],
        ["due", "2026-03-04T03:00:00.000Z"],
        ["morning", "2026-03-04T14:00:00.000Z"],
    ]
