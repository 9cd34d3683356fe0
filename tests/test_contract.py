"""What holds between the parts that list the same things: pages, checks, options, examples."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import get_args

import pytest

from afterword.content.fill import examples
from afterword.content.guidelines import load_guidelines
from afterword.content.model import Guideline, Template, TemplateKind
from afterword.content.model import Kind as GuidelineKind
from afterword.content.templates import load_templates
from afterword.draft.draft import Draft
from afterword.draft.model import Context, Interview, Kind, Person, Sender
from afterword.draft.parse import parse
from afterword.engine import registry
from afterword.engine.check import BOTH, EVERY
from afterword.engine.model import Check, Level
from afterword.names import id_of
from afterword.packs import proof
from tests.drafts import FULL, GUIDELINES, checks, outcome, report

TEMPLATES = load_templates(GUIDELINES.parent / "templates")
PAGES = load_guidelines(GUIDELINES)
BY_ID = {entry.check.id: entry.check for entry in checks().entries}
OWNER = {entry.check.id: entry.guideline for entry in checks().entries}
STABLE = """
    unfilled-blank no-name-greeting casual-greeting misspelt-name wrong-recipient other-interview
    no-gratitude late-gratitude no-interest no-fit no-recap unanswered-question no-closing-line
    no-sign-off casual-sign-off no-full-name no-contact-details no-linkedin no-subject
    vague-subject too-long too-short dense-block late-thank-you early-follow-up late-follow-up
    wrong-day missing-attachment pressure over-apology negative-tone casual-tone shouting pay-talk
    stock-phrase generic-draft template-unchanged
""".split()
STOPS = {
    "unfilled-blank", "misspelt-name", "wrong-recipient", "other-interview", "missing-attachment",
}  # fmt: skip
SLOT = re.compile(r"\{([a-z-]+)\}")
QUOTED = re.compile("“[^”]*”")
LONGEST_SENTENCE = 25
"""Words; the plain-language guides ask for 15 to 20 on average."""


def passage(page: Guideline, check: str) -> str:
    """Return what a page says under `### check`."""
    text = page.sections[-1].markdown
    return re.split(rf"(?m)^### {check}$", text)[1].split("\n### ")[0]


def test_the_ids_are_stable() -> None:
    assert sorted(BY_ID) == sorted(STABLE), "name a new check in STABLE; a known id never changes"
    assert {id for id, check in BY_ID.items() if check.level is Level.STOP} == STOPS


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_page_and_checks_name_each_other(page: Guideline) -> None:
    owned = {check for check, guideline in OWNER.items() if guideline == page.id}
    assert owned == set(page.checks), f"{page.path}: make `checks` and check.py agree"


def test_content_knows_the_kinds_of_email_that_are_checked() -> None:
    assert get_args(TemplateKind) == tuple(EVERY)
    assert get_args(GuidelineKind) == tuple(BOTH)


def test_every_check_has_a_page() -> None:
    assert set(OWNER.values()) <= {page.id for page in PAGES}
    assert [id_of(folder.name) for folder in registry.folders()] == [page.id for page in PAGES]


@pytest.mark.parametrize("check", BY_ID)
def test_a_check_has_bad_and_good_examples(check: str) -> None:
    page = next(page for page in PAGES if page.id == OWNER[check])
    published = [example for example in page.examples if example.check == check]
    good = [e for e in (*page.examples, *page.cases) if e.verdict == "good"]
    assert published, f"{page.path}: add an `email bad {check}` block"
    assert len(good) > 1, f"{page.path}: add an `email good` block"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_a_page_shows_what_is_weak_and_twice_what_is_strong(page: Guideline) -> None:
    verdicts = [example.verdict for example in page.examples]
    assert verdicts.count("bad") >= 1
    assert len(verdicts) - verdicts.count("bad") >= 2, f"{page.path}: add an `email good` block"


SEED = {
    *(f"thank-you {number}" for number in range(1, 7)),
    *(f"follow-up {number}" for number in range(1, 9)),
    "prompt",
    "concise",
    "authentic",
}


def test_every_point_of_the_source_has_its_page() -> None:
    carried = {point for page in PAGES for point in page.seed}
    assert sorted(SEED - carried) == []


@pytest.mark.parametrize("check", BY_ID)
def test_a_page_takes_its_numbers_from_the_options(check: str) -> None:
    page = next(page for page in PAGES if page.id == OWNER[check])
    text = passage(page, check)
    assert set(SLOT.findall(text)) <= set(BY_ID[check].options)
    assert not re.search(r"\d", QUOTED.sub("", SLOT.sub("", text))), (
        f"{page.path}: write {check}'s numbers as {{}}"
    )


@pytest.mark.parametrize("check", BY_ID.values(), ids=lambda check: check.id)
def test_a_check_says_where_its_numbers_come_from(check: Check) -> None:
    for name, option in check.options.items():
        assert len(option.help.split()) > 4, f"{check.id}: say where {name} comes from"
        assert option.default > 0


def messages() -> set[str]:
    drafts = [proof.example_draft(e) for page in PAGES for e in (*page.examples, *page.cases)]
    return {f.message for draft in drafts for o in report(draft).outcomes for f in o.findings}


def test_messages_are_calm_plain_sentences() -> None:
    found = messages()
    assert len(found) > len(STABLE)
    for message in found:
        own = QUOTED.sub("“words”", message)
        assert own[0].isupper() or own[0] == "“", message
        assert own[-1] in ".?”", message
        assert "!" not in own, message
        assert not re.search(r"\b(error|wrong|violation|invalid|must|mistake)\b", own), message
        for sentence in re.split(r"(?<=[.?;:]) ", own):
            assert len(sentence.split()) <= LONGEST_SENTENCE, sentence


def test_checks_read_no_clock_file_or_network() -> None:
    forbidden = re.compile(
        r"(?m)^\s*(?:import|from) (?:time|os|socket|urllib|http|random)\b"
        r"|\.now\(|\.today\(|\bopen\("
    )
    engine = Path(registry.__file__).parent
    for path in (*GUIDELINES.glob("*/*.py"), *engine.glob("*.py")):
        assert not forbidden.search(path.read_text(encoding="utf-8")), path


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
def test_a_template_filled_with_its_examples_raises_nothing(template: Template) -> None:
    draft = proof.filled(template)
    assert draft.greeting_names
    assert raised(draft) == set()
    assert raised(told_by(draft.context, draft, kind=None)) == set()


@pytest.mark.parametrize("decision", [None, date(2026, 3, 10)], ids=["undated", "dated"])
@pytest.mark.parametrize("now", ["2026-03-04T09:00+00:00", "2026-03-12T09:00+00:00"])
@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
def test_a_draft_opened_again_tells_by_itself_which_template_it_was(
    template: Template, now: str, decision: date | None
) -> None:
    values = examples(template)
    reader = Person(values.get("interviewer") or values["helper"], "reader@acme.example")
    known = ("sender_name", "sender_email", "sender_phone", "sender_linkedin")
    context = Context(
        kind=Kind(template.kind),
        interview=Interview(
            interviewers=(reader,),
            company=values.get("company"),
            role=values.get("role"),
            interviewed_at=datetime.fromisoformat("2026-03-03T14:00+00:00"),
            decision_by=decision,
        ),
        sender=Sender(*(values.get(name) for name in known)),
        recipients=(reader,),
        attachments=1,
        now=datetime.fromisoformat(now),
    )
    draft = told_by(context, proof.filled(template))
    assert raised(told_by(context, draft, kind=None)) <= raised(draft)


def told_by(context: Context, draft: Draft, **more: object) -> Draft:
    """Return the same email with another context."""
    return parse(draft.subject, draft.text, replace(context, **more))


def raised(draft: Draft) -> set[str]:
    """Return the checks that find something in an email."""
    return {outcome.check.id for outcome in report(draft).outcomes if outcome.findings}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
def test_an_unfilled_template_raises_one_finding_for_each_blank(template: Template) -> None:
    draft, blanks = proof.unfilled(template)
    found = {(f.field.value, f.span) for f in outcome("unfilled-blank", draft).findings}
    assert found == {(part, span) for part, span, _ in blanks}
    assert raised(draft) == {"unfilled-blank"}


@pytest.mark.parametrize(
    "piece",
    [
        "a", "a.", "a ", " ", "[", "(", "9", "9 ", "!", "A ", "i ", "\n", "😀", "-", ":)", "@", "’",
        "Dana ", "Ms. Lee ", "I hope ", "Thank you. ", "interview today, ", "[Company] ", "Acorn ",
        "I have attached ", "sorry ", "XX", "___ ", "https://a.", "Tuesday 4 March ", "salary ",
    ],
)  # fmt: skip
def test_odd_input_of_twenty_thousand_characters_is_no_danger(piece: str) -> None:
    text = "Dear Dana,\n\n" + piece * (20_000 // len(piece))
    started = time.process_time()
    judged = report(parse(piece * 200, text, FULL))
    assert judged.kind is Kind.FOLLOW_UP
    assert time.process_time() - started < 2  # about 0.05; an expression that explodes takes 10
