"""Checks the end of the email: sign-off, full name and a way to answer."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from afterword.draft.draft import Draft
from afterword.draft.model import Span
from afterword.engine.check import BOTH, check
from afterword.engine.model import Finding, Level, Suggestion
from afterword.engine.shapes import insert, newline, replace

SIGN_OFF = "Kind regards,"
CASUAL = tomllib.loads(Path(__file__).with_name("sign_offs.toml").read_text("utf-8"))["casual"]
WHOLE = {
    " ".join(line.split()): one["message"] for one in CASUAL for line in one["whole"].split("|")
}
WITHIN = {word: one["message"] for one in CASUAL for word in one["words"].split()}
MOST_WORDS = 12
"""Words of a last line that leads over to the name with a comma."""
LETTERS = re.compile(r"[^\W\d_]+")
KISS = re.compile(r"[^\n]*?[^\W\d_]((?:[ \t]+|[ \t]*\r?\n[ \t]*)x{1,5})[ \t]*(?:\r?\n|\Z)")
"""A signature with kisses behind its first line or below it; “Malcolm X” ends with a name."""
CONTACT = re.compile(
    r"phone|mobile|cell|number|mail|contact|linkedin|tel\b|XX[-.]|[-.]XX|yourname", re.IGNORECASE
)


@check("no-sign-off", level=Level.ADVICE, summary="No closing phrase stands above the name.")
def no_sign_off(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Find an email that ends without a sign-off."""
    if draft.sign_off is None and draft.sentences and not _leads_over(draft):
        yield Finding(
            "There is no sign-off above your name. “Kind regards” or “Sincerely” suits any reader.",
            suggestions=tuple(_signed_off(draft)),
        )


def _leads_over(draft: Draft) -> bool:
    """Say whether the last line is no formula and a close all the same: “See you on Tuesday,”."""
    last = draft.sentences[-1].text
    return draft.signature is not None and last.endswith(",") and len(last.split()) <= MOST_WORDS


def _signed_off(draft: Draft) -> Iterator[Suggestion]:
    line, label = newline(draft), f"Add “{SIGN_OFF}”"
    end = draft.sentences[-1].span.end
    if draft.signature is None:
        if name := draft.context.sender.name:
            yield insert(end, f"{line}{line}{SIGN_OFF}{line}{name}", f"{label} and your name")
    elif draft.text[end : draft.signature.span.start].strip():
        # A separator such as "-- " stands between: a sign-off below it would be signature.
        yield insert(end, f"{line}{line}{SIGN_OFF}", label)
    else:
        yield insert(draft.signature.span.start, SIGN_OFF + line, label)


@check("casual-sign-off", level=Level.ADVICE, summary="The sign-off is one for friends.")
def casual_sign_off(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Find “Hugs” and its like, “Cheers”, and a kiss behind the name."""
    if draft.sign_off is not None:
        words = LETTERS.findall(draft.sign_off.text.lower())
        messages = [WHOLE.get(" ".join(words)), *map(WITHIN.get, words)]
        if message := next(filter(None, messages), None):
            yield Finding(
                message.format(words=draft.sign_off.text),
                span=draft.sign_off.span,
                suggestions=(replace(draft.sign_off.span, SIGN_OFF),),
            )
    if draft.signature is not None and (kiss := KISS.match(draft.signature.text)):
        start = draft.signature.span.start
        span = Span(start + kiss.start(1), start + kiss.end(1))
        yield Finding(
            f"“{kiss[1].strip()}” behind the name is a kiss, which is for friends.",
            span=span,
            suggestions=(replace(span, "", "Remove it"),),
        )


@check("no-full-name", level=Level.ADVICE, summary="The email is not signed with a full name.")
def no_full_name(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Find an email that is signed with no name, or with a part of it."""
    signed = draft.signature_facts.name
    if draft.signature_facts.full_name or not draft.sentences or _blank(draft):
        return
    name = draft.context.sender.name
    if signed is not None:
        yield Finding(
            f"You sign with “{signed.text}” only. With the full name they know which one you are.",
            span=signed.span,
            suggestions=(replace(signed.span, name),) if name else (),
        )
        return
    suggestions: tuple[Suggestion, ...] = ()
    if name and draft.sign_off is not None:
        suggestions = (_named(draft, draft.sign_off.span.end, name),)
    yield Finding(
        "The email ends without your name. Sign with it, so that they know whose note it is.",
        suggestions=suggestions,
    )


def _named(draft: Draft, at: int, name: str) -> Suggestion:
    """Offer the name on a line of its own, in “Kind regards, priya@example.com” too."""
    line, label = newline(draft), "Add your name"
    behind = draft.signature.span.start if draft.signature else at
    if behind > at and draft.text[at:behind].strip(" \t") == "":
        return replace(Span(at, behind), f"{line}{name}{line}", label)
    return insert(at, line + name, label)


def _blank(draft: Draft) -> bool:
    """Say whether a blank stands below the body, which is a finding of its own."""
    return any(blank.span.start >= draft.sentences[-1].span.end for blank in draft.blanks)


@check(
    "no-contact-details",
    level=Level.ADVICE,
    summary="No phone number or address is given.",
    kinds=BOTH,
    weight=-1,
)
def no_contact_details(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Look for a way to answer in the signature or the last sentences.

    A phone number, an email address or a LinkedIn page is enough.
    """
    facts = draft.signature_facts
    if facts.phone or facts.email or facts.linkedin or not draft.sentences:
        return
    if any(CONTACT.search(blank.text) for blank in draft.blanks):
        return
    yield Finding(
        "There is no phone number or email address below your name. One of them lets a reader"
        " answer in the way that suits them.",
        suggestions=tuple(_contact(draft)),
    )


def _contact(draft: Draft) -> Iterator[Suggestion]:
    sender = draft.context.sender
    if draft.signature is None:
        return
    for detail, label in ((sender.phone, "phone number"), (sender.email, "email address")):
        if detail:
            yield insert(draft.signature.span.end, newline(draft) + detail, f"Add your {label}")
