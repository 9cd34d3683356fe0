"""The engine: what is run, what is left out, and what happens when a check raises."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.content.guidelines import load_guidelines
from afterword.draft.draft import Draft
from afterword.draft.model import Context, Interview, Kind, Person, Sender
from afterword.draft.parse import parse
from afterword.draft.tokens import tokenize
from afterword.engine import lexicon, needs, registry, workdays
from afterword.engine.check import check
from afterword.engine.model import (
    Check,
    Entry,
    Finding,
    Level,
    Option,
    Outcome,
    Registry,
    Status,
)
from afterword.engine.run import run
from afterword.guidelines.answer_open_questions import claims
from afterword.guidelines.be_authentic import check as be_authentic
from afterword.guidelines.keep_a_professional_tone import check as keep_a_professional_tone
from afterword.guidelines.make_it_personal import check as make_it_personal
from tests.drafts import FULL, GUIDELINES, apply, checks, report, with_broken

NOTE = "Dear Dana,\n\nThank you for your time.\n\nKind regards,\nPriya Nair"
THANKS = Context(kind=Kind.THANK_YOU)


def one(detect: Check) -> Registry:
    return Registry((Entry(detect, "a-guideline"),))


def ended(detect: Check, context: Context = THANKS, **given: float) -> Outcome:
    changed = {name: replace(detect.options[name], default=given[name]) for name in given}
    tuned = replace(detect, options={**detect.options, **changed})
    return run(parse("", NOTE, context), one(tuned)).outcomes[0]


@check("always", level=Level.ADVICE, summary="Something.", needs=("interview.company",))
def always(draft: Draft, options: Mapping[str, float]) -> Iterator[Finding]:
    yield Finding("Found.")


@check(
    "counting",
    level=Level.ADVICE,
    summary="Too many words.",
    kinds=(Kind.THANK_YOU,),
    options={"words": Option(3, "words", "Because.")},
)
def counting(draft: Draft, options: Mapping[str, float]) -> Iterator[Finding]:
    if draft.words > options["words"]:
        yield Finding("Too many.")


@check("raising", level=Level.STOP, summary="It raises.")
def raising(draft: Draft, options: Mapping[str, float]) -> Iterator[Finding]:
    yield Finding("Before it raised.")
    raise ZeroDivisionError


def test_a_finding_fails_the_check() -> None:
    outcome = ended(counting)
    assert (outcome.status, outcome.findings) == (Status.FAILED, (Finding("Too many."),))
    assert outcome.guideline == "a-guideline"


def test_an_option_replaces_its_default() -> None:
    assert ended(counting, words=100).status is Status.PASSED


def test_a_check_of_another_kind_is_not_applicable() -> None:
    assert ended(counting, Context(kind=Kind.FOLLOW_UP)).status is Status.NOT_APPLICABLE


def test_a_check_without_its_facts_is_not_applicable() -> None:
    assert ended(always).status is Status.NOT_APPLICABLE
    known = Context(kind=Kind.THANK_YOU, interview=Interview(company="Acme"))
    assert ended(always, known).status is Status.FAILED


def test_a_check_that_raises_leaves_the_others() -> None:
    both = Registry((Entry(raising, "a"), Entry(counting, "b"), Entry(raising, "c")))
    outcomes = run(parse("", NOTE, THANKS), both).outcomes
    assert [o.status for o in outcomes] == [Status.ERRORED, Status.FAILED, Status.ERRORED]
    assert outcomes[0].findings == ()


def test_a_check_that_raises_says_where_and_quotes_nothing() -> None:
    judged = run(parse("", NOTE, THANKS), with_broken("shouting"))
    (broken,) = judged.broken
    assert (broken.check.id, broken.status) == ("shouting", Status.ERRORED)
    assert re.match(r"ValueError at \S+/drafts\.py:\d+ ", broken.raised)
    assert "Thank you" not in broken.raised


def test_nothing_is_said_about_another_kind_of_email() -> None:
    text = "Hi team,\n\nThe build is red again. Please do not merge today.\n\nLee"
    judged = report(parse("Build", text, Context(kind=Kind.OTHER)))
    assert judged.kind is Kind.OTHER
    assert {outcome.status for outcome in judged.outcomes} == {Status.NOT_APPLICABLE}


def test_a_courtesy_is_asked_for_no_reasons_but_its_facts_are_checked() -> None:
    text = "Dear Dana,\n\nThank you for the offer. I accept it from [day] on.\n\nBest,\nPriya Nair"
    judged = report(parse("Data Engineer – I accept", text, Context(kind=Kind.COURTESY)))
    ended = {outcome.check.id: outcome.status for outcome in judged.outcomes}
    assert ended["unfilled-blank"] is Status.FAILED
    sells = {"no-interest", "no-fit", "too-short", "generic-draft", "no-recap", "pay-talk"}
    assert {ended[check] for check in sells} == {Status.NOT_APPLICABLE}


@pytest.mark.parametrize(
    ("need", "context", "known"),
    [
        ("now", Context(), False),
        ("now", Context(now=datetime(2026, 3, 4)), True),
        ("attachments", Context(attachments=0), True),
        ("attachments", Context(), False),
        ("recipients", Context(recipients=()), False),
        ("recipients", Context(recipients=(Person("Dana Lee"),)), True),
        ("interview.company", Context(interview=Interview(company="")), False),
        ("interview.decision_by", Context(interview=Interview(decision_by=date.max)), True),
        ("sender.phone|sender.email", Context(sender=Sender(email="p@example.com")), True),
        ("sender.phone|sender.email", Context(sender=Sender(name="Priya")), False),
    ],
)
def test_a_fact_is_known_or_not(need: str, context: Context, known: bool) -> None:
    assert needs.known(parse(None, NOTE, context), need) is known


def test_an_empty_subject_is_known() -> None:
    assert needs.known(parse("", NOTE), "subject")
    assert not needs.known(parse(None, NOTE), "subject")


@pytest.mark.parametrize("need", ["interview.compny", "sender.name.first", "subject|weather"])
def test_a_need_that_leads_nowhere_is_named(need: str) -> None:
    assert needs.mistake(need)


def test_the_real_needs_all_lead_somewhere() -> None:
    declared = {need for entry in checks().entries for need in entry.check.needs}
    assert {need: cure for need in declared if (cure := needs.mistake(need))} == {}


def test_loading_twice_gives_the_same_order() -> None:
    def order(entries: tuple[Entry, ...]) -> list[str]:
        return [entry.check.id for entry in entries]

    assert order(registry.load().entries) == order(checks().entries)
    folders = [entry.guideline for entry in checks().entries]
    assert folders == sorted(folders)


@pytest.mark.parametrize(
    ("detect", "cure"),
    [
        (replace(counting, id="Too Many"), "id"),
        (replace(counting, summary="no capital"), "summary"),
        (replace(counting, kinds=frozenset({Kind.OTHER})), "kinds"),
        (replace(counting, kinds=frozenset()), "kinds"),
        (replace(counting, needs=("interview.color",)), "interview.color"),
        (replace(counting, options={"Words!": Option(3, "words", "Because.")}), "Words!"),
        (replace(counting, options={"words": Option(3, "", "Because.")}), "words"),
    ],
)
def test_an_incomplete_check_is_refused_with_the_cure(
    detect: Check, cure: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from afterword.guidelines.be_concise import check as module

    monkeypatch.setattr(module, "too_long", detect)
    with pytest.raises(registry.RegistryError, match=rf"be_concise/check.py.*{cure}"):
        registry.load()


def test_a_check_in_a_folder_with_a_digit_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "reply_in_2_days"
    folder.mkdir()
    own = (GUIDELINES / "sign_with_linkedin" / "check.py").read_text(encoding="utf-8")
    (folder / "check.py").write_text(own.replace("no-linkedin", "no-2nd-link"), encoding="utf-8")
    monkeypatch.setattr(registry.guidelines, "__path__", [str(tmp_path)])
    (entry,) = registry.load().entries
    assert (entry.check.id, entry.guideline) == ("no-2nd-link", "reply-in-2-days")


def test_an_id_used_twice_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from afterword.guidelines.be_concise import check as module

    monkeypatch.setattr(module, "too_long", replace(counting, id="no-gratitude"))
    with pytest.raises(registry.RegistryError, match=r"no-gratitude.*2 times"):
        registry.load()


def test_a_check_that_covers_a_stranger_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from afterword.guidelines.be_concise import check as module

    covering = replace(module.too_long, covers=frozenset({"no-recap", "no-memory"}))
    monkeypatch.setattr(module, "too_long", covering)
    with pytest.raises(registry.RegistryError, match=r"too-long.*covers.*no-memory.*mend"):
        registry.load()


def test_a_folder_without_a_check_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from afterword.guidelines.sign_with_linkedin import check as module

    monkeypatch.delattr(module, "no_linkedin")
    with pytest.raises(registry.RegistryError, match=r"sign_with_linkedin/check\.py.*no check"):
        registry.load()


@pytest.mark.parametrize(
    ("start", "count", "day"),
    [
        (date(2026, 3, 6), 1, date(2026, 3, 9)),  # Friday → Monday
        (date(2026, 3, 7), 1, date(2026, 3, 9)),  # Saturday → Monday
        (date(2026, 3, 3), 5, date(2026, 3, 10)),
        (date(2026, 3, 3), 0, date(2026, 3, 3)),
    ],
)
def test_working_days_are_added(start: date, count: int, day: date) -> None:
    assert workdays.add(start, count) == day


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 60))
def test_working_days_between_undo_adding(start: date, count: int) -> None:
    assert workdays.between(start, workdays.add(start, count)) == count


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-03-06T17:00", "2026-03-09T08:00", 15),  # over a weekend
        ("2026-03-06T17:30:36", "2026-03-09T08:30:36", 15),
        ("2026-03-03T14:00", "2026-03-04T14:00", 24),
        ("2026-03-03T14:00", "2026-03-17T14:00", 240),
        ("2026-03-07T10:00", "2026-03-08T10:00", 0),
        ("2026-03-04T10:00", "2026-03-04T09:00", -1),
    ],
)
def test_hours_at_the_weekend_do_not_count(start: str, end: str, hours: float) -> None:
    assert workdays.hours(datetime.fromisoformat(start), datetime.fromisoformat(end)) == hours


PROSE = st.lists(
    st.sampled_from(
        [
            "Dear Dana,", "Hey", "Thank you for the interview!!", "I REALLY want this", "today",
            "[Company]", "i hope all is well", "😀", "Kind regards,", "Cheers", "Priya", "> quoted",
            "On Monday Dana wrote:", "I have attached my CV.", "sorry", "\n", "\n\n", "\r\n", ":)",
            "salary", "Tuesday 4 March", "Dana Leee", "Acorn", "555-0142", "\u202e", "é", "\x00",
        ]
    )
    | st.text(max_size=20),
    max_size=30,
).map(" ".join)  # fmt: skip


@given(
    st.none() | st.text(max_size=40),
    PROSE,
    st.sampled_from([Kind.THANK_YOU, Kind.FOLLOW_UP, Kind.COURTESY]),
)
def test_any_text_is_judged_without_error(subject: str | None, text: str, kind: Kind) -> None:
    draft = parse(subject, text, replace(FULL, kind=kind))
    for outcome in report(draft).outcomes:
        assert outcome.status is not Status.ERRORED
        for finding in outcome.findings:
            field = (subject or "") if finding.field == "subject" else text
            assert finding.message.strip()
            if finding.span is not None:
                assert 0 <= finding.span.start < finding.span.end <= len(field)
            for suggestion in finding.suggestions:
                assert suggestion.label
                assert apply(field, suggestion.edits) != field
                starts = [edit.start for edit in suggestion.edits]
                assert starts == sorted(set(starts))
                assert all(0 <= e.start <= e.end <= len(field) for e in suggestion.edits)


NAMES = st.sampled_from(["Dana Lee", "Lee, Dana", "(", "", " ", "d@a.co", "Nguyễn", "x" * 200]) | (
    st.text(max_size=12)
)
PEOPLE = st.lists(
    st.builds(Person, name=NAMES, email=st.none() | NAMES, title=st.none() | NAMES), max_size=3
).map(tuple)
CARDS = st.builds(
    Interview,
    interviewers=PEOPLE,
    company=st.none() | NAMES,
    role=st.none() | NAMES,
    interviewed_at=st.none() | st.datetimes(timezones=st.none() | st.timezones()),
    decision_by=st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1)),
    topics=st.lists(NAMES, max_size=2).map(tuple),
    open_questions=st.lists(NAMES, max_size=2).map(tuple),
)


@given(CARDS, st.lists(CARDS, max_size=2).map(tuple), PEOPLE, NAMES)
def test_any_card_is_judged_without_error(
    card: Interview, others: tuple[Interview, ...], recipients: tuple[Person, ...], greeted: str
) -> None:
    context = replace(FULL, interview=card, other_interviews=others, recipients=recipients)
    words = f"Dear {greeted},\n\nThank you for the interview today, Dana Leee. I liked {card.role}."
    outcomes = report(parse("", words, context)).outcomes
    assert [o.check.id for o in outcomes if o.status is Status.ERRORED] == []


LEXICONS = {
    "apologies": be_authentic.SORRY,
    "stock": be_authentic.STOCK.phrases,
    "slots": make_it_personal.SLOTS,
    "attached": claims.ATTACHED,
    **{id: words.phrases for id, words in keep_a_professional_tone.TONE.items()},
}


@pytest.mark.parametrize("name", LEXICONS)
def test_phrases_are_found_among_those_of_other_checks_as_they_are_alone(name: str) -> None:
    together, alone = [], []
    for page in load_guidelines(GUIDELINES):
        for example in (*page.examples, *page.cases):
            tokens = tokenize(example.body)
            together += [(m.label, m.first, m.last) for m in LEXICONS[name].find(tokens)]
            matches = LEXICONS[name].phrases.find(tokens)
            alone += [(m.label.partition(" ")[2], m.first, m.last) for m in matches]
    assert together == alone != []


def test_a_phrase_that_needs_another_beside_it_is_found_in_its_sentence_alone(
    tmp_path: Path,
) -> None:
    words = tmp_path / "phrases.toml"
    words.write_text(
        '[[tone]]\nmessage = "{words}"\nphrases = ["no plan"]\nbeside = ["my boss"]\n'
        '[[tone]]\nmessage = "{words}"\nphrases = ["a mess"]\n',
        "utf-8",
    )
    tone = lexicon.read(words)["tone"]
    text = "My boss has no plan. There is no plan here. It is a mess. My boss is kind."
    told = tone.sentences(parse("", text))
    assert [sentence.text for sentence, _, _ in told] == ["My boss has no plan.", "It is a mess."]


def test_the_card_helps_to_tell_an_email_to_an_interviewer() -> None:
    text = (
        "Dear Dana,\n\nThank you for the hour on Tuesday. Your picture of a loader that sulks when"
        " it rains will stay with me. At Brightloom I kept four such loaders dry for six years, and"
        " I would be glad to keep yours.\n\nI look forward to hearing from you.\n\nKind regards,"
    )
    met = datetime.fromisoformat("2026-03-03T14:00+00:00")
    card = Interview((Person("Dana Lee"),), "Acme", "Data Engineer", met)
    after = Context(interview=card, now=datetime.fromisoformat("2026-03-04T09:00+00:00"))
    assert parse("Data Engineer interview", text, after).kind is Kind.THANK_YOU
    sunday = """\
Dear Dana,

Forgive the Sunday. On Friday I flew home to Mendoza, and yesterday was my father's seventieth
birthday.

Thank you for Friday's interview at Acme. I stayed for the story about the boat that was paid for in
garlic.

As for the leases: we kept the short ones off the balance sheet, eight contracts of thirty-one.
Everything else went on.

Priya"""
    assert parse("Sunday", sunday).kind is Kind.OTHER
    assert parse("Sunday", sunday, after).kind is Kind.THANK_YOU
    unnamed = sunday.replace("interview at Acme", "hour")
    assert parse("Sunday", unnamed, after).kind is Kind.OTHER
    lunch = "Dear Dana,\n\nThanks for Tuesday! Are you free for lunch on Friday?\n\nPriya"
    assert parse("Lunch?", lunch, after).kind is Kind.OTHER
