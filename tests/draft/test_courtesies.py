"""An email that says no, answers a no or puts a slip right is known by its own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from afterword.draft.courtesies import REFUSED
from afterword.draft.draft import Draft
from afterword.draft.model import Context, Interview, Kind, Person
from afterword.draft.parse import parse

INTERVIEW = "Thank you again for the interview for the Data Engineer role on Tuesday."


def draft(body: str, context: Context | None = None, subject: str = "Data Engineer role") -> Draft:
    return parse(subject, f"Dear Dana,\n\n{body}\n\nKind regards,\nPriya Nair", context)


@pytest.mark.parametrize(
    "body",
    [
        "Thank you for letting me know. I enjoyed the interview, and I would like to try again.",
        "Thank you for letting me know so quickly, and for the interview. What did I lack?",
        "Thank you for letting me know that the role went to somebody else. I enjoyed my visit.",
        "Thank you for telling me that the job was given to another man. I liked my visit.",
        f"{INTERVIEW} I am sorry it was not me, but I was glad to meet the team.",
        f"{INTERVIEW} I was disappointed, of course, but your reasons were fair.",
        f"{INTERVIEW} I am sorry not to have been chosen.",
        f"{INTERVIEW} I had hoped that the message would be a more positive one.",
        f"{INTERVIEW} I have decided not to continue with my application.",
        f"{INTERVIEW} I have heard nothing since, so I assume that you have found someone.",
        f"{INTERVIEW} I am sorry about the wrong date in my last email. We met on the 3rd.",
        "Thanks for the quick reply, and again for the interview. Here is the plan I mentioned.",
    ],
)
def test_a_courtesy_is_known(body: str) -> None:
    assert draft(body).kind is Kind.COURTESY


@pytest.mark.parametrize(
    "body",
    [
        f"{INTERVIEW} Could you let me know the decision? Thank you for letting me know.",
        f"{INTERVIEW} Thank you for letting me know about the next steps.",
        f"{INTERVIEW} Would you mind letting me know the outcome? I am still interested.",
        f"{INTERVIEW} If I hear nothing by Friday, I will have to withdraw my application.",
        f"{INTERVIEW} I do not want to withdraw. When will you decide?",
        f"{INTERVIEW} If you have chosen someone else, I understand. If not, when will you decide?",
        f"{INTERVIEW} I decided not to accept the offer from Kite Labs. I want this job.",
        "Thank you for telling me how the night role is given to whoever wants it. I do want it.",
        f"{INTERVIEW} I was disappointed that the tour was over so soon.",
        f"{INTERVIEW} I am sorry about the noise on the line. I am very interested in the role.",
        f"{INTERVIEW} Your quick answer about the pumps helped me. I would be glad to join you.",
        f"{INTERVIEW} I would be delighted to accept, if you chose me.",
        f"{INTERVIEW} Am I selected or not selected? I am very interested in the role.",
    ],
)
def test_what_still_asks_for_the_job_is_none(body: str) -> None:
    assert not draft(body).courtesies


def test_what_the_writer_calls_it_goes_first() -> None:
    body = f"{INTERVIEW} I am sorry not to have been chosen."
    assert draft(body, Context(kind=Kind.FOLLOW_UP)).kind is Kind.FOLLOW_UP


def test_other_mail_stays_other_mail() -> None:
    body = "Thank you for letting me know. The parcel can stay with the neighbours."
    assert draft(body, subject="The parcel").kind is Kind.OTHER


def test_a_slip_of_spelling_hides_nothing() -> None:
    assert draft("I was not selected after the intervew.").courtesies == {REFUSED}


def test_a_year_after_an_interview_thanks_for_news_are_other_mail() -> None:
    met = datetime.fromisoformat("2026-03-03T14:00+00:00")
    card = Interview((Person("Dana Lee"),), "Acme", "Data Engineer", interviewed_at=met)
    body = "Thank you for letting me know. I must withdraw from the bake sale."
    week, year = (Context(interview=card, now=met + timedelta(days=days)) for days in (9, 365))
    assert draft(body, week, subject="Friday").kind is Kind.COURTESY
    assert draft(body, year, subject="Friday").kind is Kind.OTHER


def test_an_acceptance_to_somebody_from_an_interview_is_read_with_its_facts() -> None:
    met = datetime.fromisoformat("2026-03-03T14:00+00:00")
    card = Interview((Person("Dana Lee"),), "Acme", "Data Engineer", interviewed_at=met)
    body = "I am happy to accept the Data Engineer position at [company]. I start on 1 April."
    known = Context(interview=card, now=met + timedelta(days=9))
    assert draft(body, known).kind is Kind.COURTESY
    assert draft(body, known).blanks
    assert draft(body, replace(known, now=None)).kind is not Kind.COURTESY
    away = f"{INTERVIEW} After a week of thought I have decided to accept another position."
    assert draft(away, known).kind is Kind.COURTESY
    assert draft("Shall we have lunch near Acme on Friday?", known).kind is Kind.OTHER
