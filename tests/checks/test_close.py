"""Sign-off, name and contact details."""

from __future__ import annotations

from dataclasses import replace

import pytest

from afterword.draft.model import Sender
from afterword.draft.parse import parse
from afterword.engine.model import Status
from tests.checks.notes import FU, TY, found, note, repaired
from tests.drafts import outcome


@pytest.mark.parametrize(
    "close",
    [
        "Kind regards,\nPriya Nair\n555-0142", "Sincerely,\nPriya Nair\npriya@example.com",
        "Best,\nPriya Nair | 555-0142", "Yours faithfully,\n\nPriya Nair\n+44 20 7946 0142",
        "Many thanks,\nPriya Nair\n(281) 555-0142", "Warmly, Priya Nair\n555-0142",
        "Thanks & regards,\nPriya Nair\nMob: 98765 43210", "Best regards\nNAIR Priya\n555-0142",
        "Best,\nPriya Nair\nlinkedin.com/in/priya-example",
        "Viele Gruesse,\nPriya Nair\n555-0142", "Best,\nPriyanka (Priya) Nair\n555-0142",
        "Best,\nPriyanka “Priya” Nair\n555-0142",
        "Respectfully yours,\nPriya Nair\nPhone: 555-0142\nSent from my phone",
    ],
)  # fmt: skip
def test_a_whole_close(close: str) -> None:
    for check in ("no-sign-off", "casual-sign-off", "no-full-name", "no-contact-details"):
        assert found(check, note(close=close)) == [], check


@pytest.mark.parametrize(
    ("check", "close", "right"),
    [
        ("no-sign-off", "Priya Nair\n555-0142", "Kind regards,\nPriya Nair\n555-0142"),
        ("no-sign-off", "", "Kind regards,\nPriya Nair"),
        ("casual-sign-off", "cheers,\nPriya Nair", "Kind regards,\nPriya Nair"),
        ("casual-sign-off", "xoxo\nPriya Nair", "Kind regards,\nPriya Nair"),
        ("casual-sign-off", "laters x\nPriya Nair", "Kind regards,\nPriya Nair"),
        ("casual-sign-off", "Ta ta for now\nPriya Nair", "Kind regards,\nPriya Nair"),
        ("casual-sign-off", "Best,\nPriya Nair\nxx", "Best,\nPriya Nair"),
        ("casual-sign-off", "Later,\nPriya Nair", "Kind regards,\nPriya Nair"),
        ("no-full-name", "Best,\nPriya\n555-0142", "Best,\nPriya Nair\n555-0142"),
        ("no-full-name", "Best,", "Best,\nPriya Nair"),
        ("no-contact-details", "Best,\nPriya Nair", "Best,\nPriya Nair\n555-0142"),
    ],
)
def test_a_part_that_is_missing_is_added(check: str, close: str, right: str) -> None:
    assert repaired(check, note(close=close)).endswith(right)


def test_line_breaks_stay_as_they_are() -> None:
    draft = note(close="Priya Nair")
    windows = parse(draft.subject, draft.text.replace("\n", "\r\n"), TY)
    assert repaired("no-sign-off", windows).endswith("Kind regards,\r\nPriya Nair")


def test_one_name_is_whole_where_it_is_the_only_one() -> None:
    draft = note(close="Best,\nSukarni", context=replace(TY, sender=Sender("Sukarni")))
    assert found("no-full-name", draft) == []


@pytest.mark.parametrize(
    ("line", "name"), [("Priya (Pri) Nair", "Priya (Pri) Nair"), ("Priya (she) Nair", "Priya")]
)
def test_what_one_is_called_is_part_of_the_name(line: str, name: str) -> None:
    signed = note(close=f"Best,\n{line}\n555-0142").signature_facts.name
    assert signed and signed.text == name


@pytest.mark.parametrize(
    "name",
    ["Ana Sofía Treviño de la Garza", "C.P. Ana Sofía Treviño de la Garza", "M. V. Z. Ana Solís"],
)
def test_particles_titles_and_initials_make_no_name_too_long(name: str) -> None:
    draft = note(close=f"Kind regards,\n{name}", context=replace(TY, sender=Sender()))
    assert draft.signature_facts.name and draft.signature_facts.name.text == name


def test_contact_details_may_stand_in_the_last_sentences() -> None:
    for words in (
        "You can reach me at 555-0142.",
        "Please inform me at 98555 06121.",
        "I can talk any time on 555-0139.",
        "If there is anything else, I'm at 555-0197.",
    ):
        draft = note(words, close="Best,\nPriya Nair")
        assert found("no-contact-details", draft) == []


def test_contact_details_may_stand_in_a_letterhead() -> None:
    draft = note(close="Sincerely,\nPriya Nair")
    for head, missed in (
        ("12 Mill Lane\n(336) 555-0184\n\n4 March 2026\n\n", False),
        ("priya@example.com\n\n", False),
        ("4 March 2026\n\n", True),
        ("To: office@globex.example\nTel. 555-0184\n\n", True),
        ("Priya Nair\n555-0142\n\nVia email\n\nDana Lee\nAcme\n\nRe: the interview\n\n", False),
        ("Job 20260304\n\n", True),
    ):
        with_head = parse(draft.subject, head + draft.text, TY)
        assert bool(found("no-contact-details", with_head)) is missed, head


def test_contact_details_of_the_reader_are_not_the_writers() -> None:
    draft = note(close="Sincerely,\nPriya Nair")
    for head in (
        "Priya Nair\n12 Mill Lane\n\n4 March 2026\n\nDana Lee\n1 Dock Road\n(212) 555-0199\n\n",
        "Hiring Manager\nAcme\n(212) 555-0199\n\n",
        "On Tue, 3 Mar 2026, Dana wrote:\n> Call me on (212) 555-0199, or omar@acme.example\n\n",
    ):
        with_head = parse(draft.subject, head + draft.text, TY)
        assert found("no-contact-details", with_head), head


def test_linkedin_is_asked_for_in_follow_ups_alone() -> None:
    assert outcome("no-linkedin", note()).status is Status.NOT_APPLICABLE
    assert repaired("no-linkedin", note(context=FU)).endswith("\nlinkedin.com/in/priya-example")
    linked = note(context=FU, close="Best,\nPriya Nair\nhttps://www.LinkedIn.com/in/priya-example")
    assert found("no-linkedin", linked) == []
    unknown = note(context=replace(FU, sender=Sender("Priya Nair")))
    assert outcome("no-linkedin", unknown).status is Status.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("Dana Lee has left Acme, so I write to you.", []),
        ("She is no longer with you, I hear.", []),
        ("My email to her bounced.", []),
        ("I learned that Dana is on maternity leave.", []),
        ("I have left my old job.", ["Dear hiring team,"]),
    ],
)
def test_an_office_is_greeted_where_nobody_else_is_left(words: str, marked: list[str]) -> None:
    assert found("no-name-greeting", note(words, greeting="Dear hiring team,")) == marked


@pytest.mark.parametrize(
    "last",
    [
        "I would gladly come to Leeds again on any morning.",
        "If you would like the originals, I can bring them round.",
        "Please ring me at any time if a question comes up.",
    ],
)
def test_an_offer_is_a_last_line(last: str) -> None:
    ask = "Could you tell me when you expect to decide?"
    assert len(found("no-closing-line", note(ask, FU))) == 1
    assert found("no-closing-line", note(f"{ask} {last}", FU)) == []
