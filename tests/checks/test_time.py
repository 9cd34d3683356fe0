"""Too late, too early, and how often."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from afterword.draft.parse import parse
from tests.checks.notes import CARD, FU, TY, found, note
from tests.drafts import outcome


@pytest.mark.parametrize(
    ("met", "now", "late"),
    [
        ("2026-03-03T14:00+00:00", "2026-03-04T13:00+00:00", False),
        ("2026-03-03T14:00+00:00", "2026-03-04T15:00+00:00", True),
        ("2026-03-06T17:00+00:00", "2026-03-09T09:00+00:00", False),
        ("2026-03-06T17:00+00:00", "2026-03-10T09:00+00:00", True),
        ("2026-03-03T14:00+09:00", "2026-03-04T04:00+00:00", False),
        ("2026-03-03T14:00+00:00", "2026-03-03T13:00+00:00", False),
    ],
)
def test_a_day_of_work_is_in_time(met: str, now: str, late: bool) -> None:
    card = replace(CARD, interviewed_at=datetime.fromisoformat(met))
    context = replace(TY, interview=card, now=datetime.fromisoformat(now))
    assert bool(found("late-thank-you", note(context=context))) is late


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("2026-03-04T16:00+00:00", "yesterday, and most notes come within a day"),
        ("2026-03-05T13:00+00:00", "two days ago, and most notes come within a day"),
        ("2026-03-05T14:00+00:00", "two days ago, and most notes come within a day"),
        ("2026-03-09T09:00+00:00", "six days ago; a day is usual"),
    ],
)
def test_two_days_are_not_called_late(now: str, said: str) -> None:
    draft = note(context=replace(TY, now=datetime.fromisoformat(now)))
    (finding,) = outcome("late-thank-you", draft).findings
    assert said in finding.message
    assert ("late thanks" in finding.message) is ("six days" in said)


def test_thanks_that_were_given_before_are_not_late() -> None:
    text = (
        "Dear Dana,\n\nThank you again for the interview. You asked about the night loads: I"
        " have attached the plan that I promised.\n\nKind regards,\nPriya Nair"
    )
    context = replace(TY, now=datetime.fromisoformat("2026-03-12T09:00+00:00"))
    assert found("late-thank-you", parse("Plan", text, context)) == []


def test_an_interview_of_today_was_no_number_of_days_ago() -> None:
    now = datetime.fromisoformat("2026-03-03T18:00+00:00")
    (finding,) = outcome(
        "early-follow-up", note("Is there any news?", replace(FU, now=now))
    ).findings
    assert finding.message.startswith("The interview was today.")


@pytest.mark.parametrize(
    ("now", "promised", "earlier", "early", "late"),
    [
        ("2026-03-06", None, None, True, False),
        ("2026-03-09", None, None, True, False),
        ("2026-03-10", None, None, False, False),
        ("2026-03-12", None, None, False, False),
        ("2026-03-13", None, None, False, True),
        ("2026-03-12", "2026-03-12", None, True, False),
        ("2026-03-13", "2026-03-12", None, False, False),
        ("2026-03-24", "2026-03-12", None, False, True),
        ("2026-03-12", None, 1, True, False),
        ("2026-03-17", None, 1, False, False),
        ("2026-04-30", None, 2, True, False),
    ],
)
def test_a_question_about_the_decision_has_its_days(
    now: str, promised: str | None, earlier: int | None, early: bool, late: bool
) -> None:
    card = replace(CARD, decision_by=date.fromisoformat(promised) if promised else None)
    moment = datetime.fromisoformat(f"{now}T09:00+00:00")
    context = replace(FU, interview=card, now=moment, earlier_follow_ups=earlier)
    draft = note("Could you tell me when you expect to decide?", context)
    assert bool(found("early-follow-up", draft)) is early
    assert bool(found("late-follow-up", draft)) is late


@pytest.mark.parametrize("offset", ["-10:00", "+02:00", "+13:00"])
@pytest.mark.parametrize("promised", [None, date(2026, 3, 9)])
@pytest.mark.parametrize("clock", ["T00:10", "T23:50"])
def test_a_follow_up_on_its_day_by_the_writers_own_clock_is_in_time(
    clock: str, promised: date | None, offset: str
) -> None:
    # The interview was at +00:00, where it is another day for who writes near midnight.
    card = replace(CARD, decision_by=promised)
    first, last = ("2026-03-10", "2026-03-18") if promised else ("2026-03-10", "2026-03-12")
    for day, check in ((first, "early-follow-up"), (last, "late-follow-up")):
        now = datetime.fromisoformat(day + clock + offset)
        context = replace(FU, interview=card, now=now)
        assert found(check, note("Could you tell me when you decide?", context)) == []


@pytest.mark.parametrize(
    ("words", "early"),
    [
        ("I have another offer and must answer by Friday. Do you know when you decide?", False),
        ("I've received an offer from Globex. Could you tell me when you decide?", False),
        ("Globex has made me a good offer. Do you know when you decide?", False),
        ("Globex asked me for an answer by Friday. Do you know when you decide?", False),
        ("I am holding an offer until Friday. Do you know when you decide?", False),
        ("Another company has made an offer. Do you know when you decide?", False),
        ("I also have an offer of a post in Leeds. Do you know when you decide?", False),
        ("I would love to join you but have an offer. Do you know when you decide?", False),
        ("Another studio has offered me more. Do you know when you decide?", False),
        ("Few other firms offer a tour. Do you know when you decide?", True),
        ("Globex offered me a senior role. Do you know when you decide?", False),
        ("Thank you for the tea you offered me. Do you know when you decide?", True),
        ("You offered me a tour. Do you know when you decide?", True),
        ("I hope to have an offer from Acme soon. Do you know when you decide?", True),
        ("Could you tell me when an offer from you may come?", True),
        ("You asked me to decide which loads matter. Do you know when you decide?", True),
        ("I have an offer of help: I can mend them. Do you know when you decide?", True),
        ("Which version of it is right, and have you made a decision?", True),
        ("Could you tell me which format you prefer for the plan?", False),
        ("Could you tell me what the next steps are?", True),
        ("I liked the lunch you offer. Could you tell me when you decide?", True),
    ],
)
def test_who_has_another_offer_may_ask_at_once(words: str, *, early: bool) -> None:
    now = datetime.fromisoformat("2026-03-04T09:00+00:00")
    assert bool(found("early-follow-up", note(words, replace(FU, now=now)))) is early


def test_an_answer_may_go_at_once() -> None:
    now = datetime.fromisoformat("2026-03-04T09:00+00:00")
    draft = note("Here is the plan I promised: https://example.org", replace(FU, now=now))
    assert found("early-follow-up", draft) == []
