"""Days that are named wrongly."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from afterword.draft.parse import parse
from afterword.engine.model import Field
from tests.checks.notes import CARD, FU, TY, found, note, repaired, with_people
from tests.drafts import outcome


def test_a_weekday_may_be_somebody() -> None:
    context = with_people("Monday Okoro", "Dana Lee")
    assert found("wrong-day", note("It was good to meet Monday.", context)) == []
    assert found("wrong-day", note("I enjoyed our talk on Monday.", context)) == ["on Monday"]


@pytest.mark.parametrize(
    ("words", "marked", "right"),
    [
        ("It was good to meet you today.", "today", "yesterday"),
        ("It was good to meet you this morning.", "this morning", "yesterday afternoon"),
        ("First of all, it was good to meet you today.", "today", "yesterday"),
        ("And second of all you met me this morning.", "this morning", "yesterday afternoon"),
        ("I enjoyed our conversation on Monday.", "on Monday", "on Tuesday"),
        ("I enjoyed our talk on 2 March.", "on 2 March", "on 3 March"),
        ("Our interview on Wednesday 3 March was a joy.", "Wednesday 3 March", "Tuesday"),
        ("Today's interview was a joy.", "Today", "Yesterday"),
        ("Thank you so much for today.", "today", "yesterday"),
        ("Thank you for seeing me on the 2nd.", "on the 2nd", "on the 3rd"),
        ("I enjoyed our talk of the 2nd, very much.", "the 2nd", "our talk of the 3rd"),
        ("Thank you for having me in on Monday.", "on Monday", "on Tuesday"),
        (
            "I enjoyed our meeting of the day before yesterday.",
            "the day before yesterday",
            "of yesterday",
        ),
        ("Thank you for the interview on 30 March.", "on 30 March", "on 3 March"),
        ("Thank you for letting me work the pass on Monday.", "on Monday", "on Tuesday"),
        ("Thank you for walking me round on Monday.", "on Monday", "on Tuesday"),
        ("Thank you for walking me through the yard on Monday.", "on Monday", "on Tuesday"),
        ("Here is what you asked for at our talk on Monday.", "on Monday", "on Tuesday"),
        ("Thank you for letting me come to the yard on Monday.", "on Monday", "on Tuesday"),
        ("It was lovely to chat on Monday.", "on Monday", "on Tuesday"),
        ("We talked about the role on Monday.", "on Monday", "on Tuesday"),
        ("Thank you for talking about the loads on Monday.", "on Monday", "on Tuesday"),
        ("The loads we talked about on Monday are odd.", "on Monday", "on Tuesday"),
        ("It was a pleasure to speak with you earlier today.", "earlier today", "yesterday"),
        ("Thank you for the trial shift on Monday.", "on Monday", "on Tuesday"),
        ("Thank you for your time on Monday.", "on Monday", "on Tuesday"),
        ("We had a good conversation on Monday.", "on Monday", "on Tuesday"),
        ("It was good to meet Dana and Nora on Monday.", "on Monday", "on Tuesday"),
        ("I enjoyed speaking with Ms Lee from Data on Monday.", "on Monday", "on Tuesday"),
        ("I enjoyed my call with Acme on Monday.", "on Monday", "on Tuesday"),
        ("I enjoyed our Monday chat.", "Monday", "enjoyed our Tuesday chat"),
        ("Thank you for our talk today, Wednesday.", "today, Wednesday", "talk yesterday."),
        ("I enjoyed our talk today (Wednesday).", "today (Wednesday)", "talk yesterday."),
        ("I enjoyed our 2 March interview.", "2 March", "enjoyed our 3 March interview"),
        ("I enjoyed meeting you and Nora on Monday.", "on Monday", "on Tuesday"),
        ("I enjoyed my interview with HR on Monday.", "on Monday", "on Tuesday"),
        ("I enjoyed meeting the Hiring Committee on Monday.", "on Monday", "on Tuesday"),
        ("I enjoyed our Monday meeting with the panel.", "Monday", "our Tuesday meeting"),
        ("Our Monday chat with the hiring manager was a joy.", "Monday", "Our Tuesday chat"),
        ("Our Monday meeting with you and Nora was a joy.", "Monday", "Our Tuesday meeting"),
        ("I enjoyed meeting the nurses on Monday.", "on Monday", "on Tuesday"),
        ("It was a pleasure to meet the children on Monday.", "on Monday", "on Tuesday"),
        ("Thank you for the talk with the two engineers on Monday.", "on Monday", "on Tuesday"),
        ("Thank you for meeting with me and Nora on Monday.", "on Monday", "on Tuesday"),
        ("I was happy to meet you on Monday.", "on Monday", "on Tuesday"),
        ("Today's interview about the loads was short.", "Today", "Yesterday's interview"),
        ("After our Monday chat about the loads I drew it.", "Monday", "After our Tuesday chat"),
        ("Following our Monday talk about the loads, a plan.", "Monday", "our Tuesday talk"),
        ("I enjoyed our Monday talk about the loads.", "Monday", "our Tuesday talk"),
        ("Our Monday talk about the role was a joy.", "Monday", "Our Tuesday talk"),
        ("I enjoyed today's call with Dana.", "today", "yesterday's call"),
        ("I liked our meeting on Monday with your colleagues.", "on Monday", "on Tuesday"),
        ("My interview with the firm on Monday was a joy.", "on Monday", "on Tuesday"),
        ("Thank you for your time on Monday with the phones ringing.", "on Monday", "on Tuesday"),
        ("I enjoyed our Monday visit to the yard.", "Monday", "our Tuesday visit"),
        ("Our meeting in Leeds on Monday was a joy.", "on Monday", "on Tuesday"),
        ("I attended your interview on Monday.", "on Monday", "on Tuesday"),
        ("I passed the exam and the interview on Monday.", "on Monday", "on Tuesday"),
        ("I enjoyed our talk on 2026-03-02.", "on 2026-03-02", "on 3 March"),
        ("Thank you for the interview of 02.03.2026.", "02.03.2026", "of 3 March."),
        ("Thank you for the interview on 02/03/2026.", "on 02/03/2026", "on 3 March."),
        ("Thank you for the interview on 3/2/26 at your yard.", "on 3/2/26", "on 3 March at"),
        ("Thank you for the interview on Mon 02.03.2026 at 10.", "on Mon 02.03.2026", "on 3 March"),
        ("Thank you for our talk on Wednesday, 03/03/2026.", "Wednesday, 03/03/2026", "Tuesday, 0"),
        ("Thank you for our talk on Tuesday, 10/03/2026.", "on Tuesday, 10/03/2026", "on 3 March"),
        ("I left our Monday meeting with the best of feelings.", "Monday", "our Tuesday meeting"),
        ("I left our 2 March meeting with a page of notes.", "2 March", "our 3 March meeting"),
        ("My conversation with the data people on Monday was a joy.", "on Monday", "on Tuesday"),
    ],
)
def test_a_day_that_was_right_once(words: str, marked: str, right: str) -> None:
    draft = note(words)
    assert found("wrong-day", draft) == [marked]
    assert right in repaired("wrong-day", draft)
    assert found("wrong-day", parse("", repaired("wrong-day", draft), TY)) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("It was good to meet you today.", "“today” is no longer true"),
        ("It was good to meet you two days ago.", "“two days ago” does not fit"),
    ],
)
def test_only_a_day_that_was_true_once_is_true_no_longer(words: str, said: str) -> None:
    (finding,) = outcome("wrong-day", note(words)).findings
    assert finding.message.startswith(said)


@pytest.mark.parametrize(
    "words",
    [
        "It was good to meet you yesterday.",
        "I enjoyed our conversation on Tuesday.",
        "I enjoyed our talk on 3 March.",
        "Thanks for Saturday, and for letting me loose on the loads.",
        "I enjoyed our talk on Tuesday, March 3.",
        "I enjoyed our talk the other day.",
        "Since our talk I have tried it today.",
        "You said that you meet every Monday.",
        "Could we meet on Thursday?",
        "I will call you on Friday.",
        "I look forward to our next conversation on Monday.",
        "I read your report today.",
        "You asked me what I would do today if a load failed.",
        "I have worked on Mondays for years.",
        "You told me that the team meets on Thursdays.",
        "I found the advert on 12 February.",
        "It was good to meet you in person after our phone call on Friday.",
        "I can start on Monday 9 March.",
        "We met on Tuesday, and today I tried your puzzle.",
        "Thank you for the interviews on March 2nd, 3rd and 4th.",
        "It was good to meet you at the fair on Saturday.",
        "You mentioned that the loads fail on Friday.",
        "You told me Thursday at the latest.",
        "I spoke with my chief today.",
        "Call me tonight.",
        "You told me on Monday by phone that the loads fail.",
        "You mentioned on Monday in your email that the loads fail.",
        "It was good to meet you on the 3rd.",
        "It was good to meet you on the 2nd floor.",
        "We talked about the move on the 20th.",
        "We discussed the audit on 20 March.",
        "We talked about the outage on Friday.",
        "You and I discussed the long outage on 12 February.",
        "Our conversation on the 2nd, 3rd and 4th of your rules was a joy.",
        "I can begin on the 16th.",
        "Thank you for letting me know on Monday.",
        "My manager is letting me go early on Friday.",
        "Omar told me on Monday that you keep it at night.",
        "My sister is taking me to the sea on Sunday.",
        "It was good to speak to somebody who knows Saturday nights.",
        "It was nice to talk about Sunday dinners.",
        "Thank you for the talk about Saturday nights.",
        "Thank you for letting me do a full Friday on the pass.",
        "You were going to talk to the manager on Monday.",
        "I am free for a call at any hour on Wednesday or Thursday.",
        "I am free for a trial evening on any Friday this month.",
        "Thank you for the talk; I come for the trial on any Monday.",
        "The talk I gave last Friday had your loads in it.",
        "I met your colleague at the open day on Saturday.",
        "The meeting of the owners on Monday sounded lively.",
        "You were on call from Friday to Monday, and had time for me.",
        "You spoke of the fire on the 3rd of May 2019.",
        "I enjoyed the story of your visit to Rome on 3 May 2019.",
        "I'll bring the slides to Monday's lab meeting.",
        "Thank you for the parts; I ran the trial on Monday.",
        "Thank you for taking me through the incident on Friday and how you mended it.",
        "Thank you for walking me through the outage of Monday.",
        "Thank you for walking me through what fails on Monday night.",
        "Thank you for letting me come back on Monday.",
        "Thank you for letting me start on Monday.",
        "Thank you for having me back on Monday.",
        "As for my trial on Monday, I bring my own shoes.",
        "I gather that the client call was on Monday, and hope that it went well.",
        "The board meeting on Monday, you said, would settle it.",
        "Your phone call on Monday made my week.",
        "I enclose the receipt that you asked me for on Monday.",
        "I confirm the meeting on the 24th.",
        "I confirm our interview on 24 March.",
        "Thank you for setting the meeting on the 24th.",
        "Sorry that I missed your call on Monday.",
        "Thank you for moving our meeting from Monday.",
        "I came back to our conversation this morning and had an idea.",
        "Our talk is still on my mind today.",
        "Thinking of our talk today, I drew it.",
        "I have a call on Friday with my old firm.",
        "I have a meeting on Thursday, so any other day suits me.",
        "We have a visit from the inspector on Friday.",
        "I had an interview on Friday with another firm.",
        "I had a call on Monday about the flat.",
        "This time on Friday I fly home.",
        "We spoke on Monday, and again on Tuesday.",
        "I met your colleague on Monday at the trade fair.",
        "We met Nora on Monday at the training day.",
        "I hope that the meeting on Monday went well.",
        "I had an interview elsewhere on Monday.",
        "We last spoke on the phone on Monday.",
        "Our call is set for Monday.",
        "The call I had on Monday with the visa office went well.",
        "When we spoke on Monday to set the time, you were kind.",
        "As you said on Monday in your talk, loads drift.",
        "Our Monday meetings at Brightloom were long.",
        "Our Monday team meeting at Brightloom was long.",
        "Met Nora Quist and her crew on Monday.",
        "I spoke with your colleague Nora Quist on Monday.",
        "My conversation with Dr. Quist of the lab on Monday settled it.",
        "I talked it over with my wife on Sunday.",
        "I came in on Monday to buy a loaf.",
        "I met your baker on Monday when I bought a loaf.",
        "My call with the visa office on Monday went well.",
        "My visa interview on Monday went well.",
        "We exchanged emails about the interview on Monday.",
        "You mentioned in our interview that the audit was on Monday.",
        "See you on Monday.",
        "I heard your founder's talk on Monday.",
        "Your founder's talk on Monday evening was why I applied.",
        "I passed the exam that we talked about today.",
        "It was good to see you again at the match on Saturday.",
        "Good to see you on Saturday at the market.",
        "Thank you for the interview on 03/03/2026.",
        "You asked in our talk how I would read 02/03/2026.",
        "Could we meet on 02/03/2026?",
        "I enjoyed our talk of the release on 02/02/2026.",
        "I can start after our meeting on 04/05/2026.",
        "In our talk you named version 2.3.26 of the loads.",
        "I have a call on 2026-03-02 with my old firm.",
        "At our interview you showed me batch 02/03/26.",
        "At our interview you showed me the log for 02/03/2026.",
        "At our meeting we opened the report 2026-03-02-final.",
        "In our interview I quoted the price 3.4.2026.",
        "I enjoyed our talk on CVE 2026-02-03.",
        "Thank you for our talk on Tuesday, 03/03/2026.",
        "Thank you for our talk on Tue 2026-03-03.",
        "I enjoyed the story of your visit to Rome on 03/05/2019.",
        "Thank you for the interviews on 2/3/2026 and 3/3/2026.",
        "Our Monday meeting with the vet was long.",
        "I enjoyed our Monday meeting with the vet.",
        "Our Monday call to the supplier was long.",
        "Our Monday meeting with Nora Quist was long.",
        "Our Monday meeting about the dog was long.",
        "Thank you for waiting while I met the vet on Monday.",
        "It was good that I met the vet on Monday.",
        "I enjoyed meeting the Quist family on Monday.",
        "I enjoyed meeting my cousin on Monday.",
        "I am happy to meet on Thursday 12 March.",
        "The meeting on 10/03/2026 suits me.",
        "A second talk on Monday would be fine for me.",
        "The meeting with the vet on Monday was long.",
        "We spoke to their driver on Monday.",
        "Our meeting on Monday with the vet was long.",
        "I left early for today's meeting with the vet.",
        "Today's call with the plumber took long.",
        "Our budget meeting on Monday was long.",
        "Our team meeting on Monday was long.",
        "When we met you thought the 2nd of March would be decision day.",
        "I am at your disposal for a meeting with the board on 23 March.",
        "When we met you thought 2 March likely for an answer.",
    ],
)
def test_other_days_are_left_alone(words: str) -> None:
    assert found("wrong-day", note(words)) == []


def test_a_date_that_is_another_weekday_is_put_right() -> None:
    draft = note("We spoke on Tuesday, 4 March about the loads.")
    assert found("wrong-day", draft) == ["Tuesday, 4 March"]
    assert "spoke on Tuesday 3 March about" in repaired("wrong-day", draft)
    draft = note("We spoke on Wednesday 3 March about the loads.")
    assert "spoke on Tuesday 3 March about" in repaired("wrong-day", draft)
    far = note("The plant opens on Tuesday 25 August.")
    assert not outcome("wrong-day", far).findings


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("I come back on Monday's interview.", "I come back on Tuesday's interview."),
        ("Our talk of yesterday stays with me.", "Our talk of Tuesday stays with me."),
        ("It was good to meet you Monday morning.", "to meet you on Tuesday afternoon."),
        ("It was good to meet you on the 2nd of March.", "to meet you on 3 March."),
        ("Thank you for the interview last March 2.", "for the interview on March 3."),
        ("We met about two weeks ago.", "We met on Tuesday."),
        ("Thank you for an hour of your Monday.", "for an hour of your Tuesday."),
        ("Thank you for meeting me this morning.", "meeting me on Tuesday afternoon."),
        ("Thank you for meeting me tonight.", "meeting me on Tuesday afternoon."),
        ("Our talk on Wednesday, March 4 was a joy.", "Our talk on March 3 was a joy."),
        ("Our talk on Tuesday, March 4 was a joy.", "on Tuesday, March 3 was a joy."),
        ("Our talk on Monday, 2 March was a joy.", "Our talk on 3 March was a joy."),
        ("Our talk on Monday the 2nd was a joy.", "Our talk on the 3rd was a joy."),
        ("Our talk on Monday 2nd was a joy.", "Our talk on the 3rd was a joy."),
    ],
)
def test_the_words_around_a_new_day_fit_it(words: str, right: str) -> None:
    context = replace(TY, now=datetime.fromisoformat("2026-03-06T09:00+00:00"))
    assert right in repaired("wrong-day", note(words, context))


@pytest.mark.parametrize(
    "day",
    [
        *("Tuesday the 3rd", "Tuesday, the 3rd", "Tuesday 3rd", "the 3rd"),
        *("Tuesday", "Tuesday last", "Tuesday last week", "last Tuesday"),
    ],
)
def test_a_weekday_before_its_date_is_that_one(day: str) -> None:
    assert found("wrong-day", note(f"Thank you for the talk on {day}.", FU)) == []


@pytest.mark.parametrize(
    ("subject", "words", "right"),
    [
        ("Great meeting you today!", "", "Great meeting you yesterday!"),
        ("Thank you for today", "", "Thank you for yesterday"),
        ("Thanks for our talk on Monday, Dana", "", "Thanks for our talk on Tuesday, Dana"),
        ("This morning's interview", "", "Yesterday afternoon's interview"),
        ("Data Engineer interview, 2 March", "", "Data Engineer interview, 3 March"),
        ("Our talk of March 2", "", "Our talk of March 3"),
        ("Data Engineer interview, 02/03/2026", "", "interview, 3 March"),
        ("Data Engineer interview | 02-03-2026", "", "interview | 3 March"),
        ("Interview with Dana Lee on Monday", "", "with Dana Lee on Tuesday"),
        ("Monday's visit to the yard", "", "Tuesday's visit to"),
        ("Our meeting in Leeds on 2 March", "", "in Leeds on 3 March"),
        ("Interview with the panel on Monday", "", "with the panel on Tuesday"),
        ("Interview on 2 March – any news?", "", "Interview on 3 March – any news?"),
        ("Interview on Wednesday 3 March", "", "Interview on Tuesday 3 March"),
        ("Thank you for your time today", "It was good to meet you yesterday.", "yesterday"),
        ("Our talk on Monday", "Our talk on Monday was a joy.", "Our talk on Tuesday"),
    ],
)
def test_the_subject_is_read_for_days_too(subject: str, words: str, right: str) -> None:
    draft = note(words, subject=subject)
    assert outcome("wrong-day", draft).findings[0].field is Field.SUBJECT
    assert right in repaired("wrong-day", draft)


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("Thank you for yesterday", ""),
        ("Our meeting with the vet on Monday", ""),
        ("Data Engineer interview, 03/03/2026", ""),
        ("Job 02/03/2026, Data Engineer interview", ""),
        ("Data Engineer interview, ref 2026-02-03", ""),
        ("Tuesday's interview", ""),
        ("Re: Interview today at 10", ""),
        ("Interview on Monday?", ""),
        ("Second interview on 20 March", ""),
        ("Confirming our meeting on the 24th", ""),
        ("Interview on 20 March", ""),
        ("Your letter of 2 March about the interview", ""),
        ("Data Engineer interview, available today", ""),
        ("Thank you for the interview – a note on Black Friday", ""),
        ("Interview with Friday Harbor Labs", ""),
        ("Thanks for Saturday", ""),
        ("Before you meet on Thursday", ""),
        ("Thank you for Monday", "Thank you for the call on Monday and our talk on Tuesday."),
        ("Tomorrow's meeting", ""),
    ],
)
def test_other_days_in_the_subject_are_left_alone(subject: str, words: str) -> None:
    assert found("wrong-day", note(words, subject=subject)) == []


@pytest.mark.parametrize("day", ["04/03/2026", "3/4/2026", "4.3.26", "2026-03-04", "4-3-2026"])
def test_a_date_that_can_be_read_two_ways_is_right_if_either_is(day: str) -> None:
    card = replace(CARD, interviewed_at=datetime.fromisoformat("2026-03-04T10:00+00:00"))
    now = datetime.fromisoformat("2026-03-05T10:00+00:00")
    draft = note(f"Thank you for the interview on {day}.", replace(TY, interview=card, now=now))
    assert found("wrong-day", draft) == []


@pytest.mark.parametrize("words", ["last night", "last evening", "yesterday evening"])
@pytest.mark.parametrize(("interview", "wrong"), [("03T18:00", False), ("02T18:00", True)])
def test_an_evening_is_held_to_its_day(words: str, interview: str, *, wrong: bool) -> None:
    met = datetime.fromisoformat(f"2026-03-{interview}+00:00")
    context = replace(TY, interview=replace(CARD, interviewed_at=met))
    for draft in (
        note(f"Thank you for the interview {words}.", context),
        note("", context, subject=f"Thank you for our talk {words}"),
    ):
        assert bool(found("wrong-day", draft)) is wrong
        assert not wrong or "on Monday " in repaired("wrong-day", draft)


def test_two_meetings_may_have_two_days() -> None:
    draft = note("Thank you for the call on Monday and for the interview on Tuesday.")
    assert found("wrong-day", draft) == []


def test_the_day_is_the_one_at_the_place_of_the_interview() -> None:
    card = replace(CARD, interviewed_at=datetime.fromisoformat("2026-03-04T08:00+09:00"))
    now = datetime.fromisoformat("2026-03-03T17:00-08:00")
    draft = note("It was good to meet you today.", replace(TY, interview=card, now=now))
    assert found("wrong-day", draft) == []
