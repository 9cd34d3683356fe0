"""Checks the end of the email: sign-off, full name and a way to answer."""

import re
from collections.abc import Iterator, Mapping

from afterword.draft.draft import Draft
from afterword.engine.check import check
from afterword.engine.model import Finding, Level, Suggestion
from afterword.engine.shapes import insert, newline, replace

SIGN_OFF = "Kind regards,"
CASUAL = frozenset(
    "x|xo|xoxo|xx|xxx|xxxx|love|lots of love|much love|big love|with love|all my love|love always"
    "|love and light|luv|lots of luv|luv ya|love ya|love you|hugs|hug|a hug|big hug|big hugs"
    "|a big hug|bear hugs|hugs and kisses|kisses|peace|peace out|peace and love|one love|bless"
    "|smiles|with a smile|with a big smile|later|laters|ciao|tchau|tschüss|adios|toodles"
    "|toodle pip|bye|bye bye|bye for now|cya|see ya|see ya soon|see ya later|catch ya later"
    "|catch you later|peace and blessings|rock on|keep smiling|stay cool|take it easy|ttyl|ttfn"
    "|ta|ta muchly|ta very much|ta ta|tara|tx|thx|thnx|thanx|tnx|ty|cheers mate|cheers bud"
    "|cheers guys|cheers lads|cheerio|your friend|your mate|your pal|your buddy|talk soon"
    "|talk to you soon".split("|")
)
LETTERS = re.compile(r"[^\W\d_]+")
CONTACT = re.compile(r"phone|mobile|cell|number|mail|contact|tel\b", re.IGNORECASE)


@check("no-sign-off", level=Level.ADVICE, summary="No closing phrase stands above the name.")
def no_sign_off(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Find an email that ends without a sign-off."""
    if draft.sign_off is None and draft.sentences:
        yield Finding(
            "There is no sign-off above your name. “Kind regards” or “Sincerely” suits any reader.",
            suggestions=tuple(_signed_off(draft)),
        )


def _signed_off(draft: Draft) -> Iterator[Suggestion]:
    line, label = newline(draft), f'Add "{SIGN_OFF}"'
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
    """Find “Hugs” and its like, and “cheers” in small letters; many at work write “Cheers”."""
    if draft.sign_off is None:
        return
    words = " ".join(LETTERS.findall(draft.sign_off.text))
    if words.lower() in CASUAL or words == "cheers":
        yield Finding(
            f"“{draft.sign_off.text}” is a sign-off for friends. “Kind regards” suits any reader.",
            span=draft.sign_off.span,
            suggestions=(replace(draft.sign_off.span, SIGN_OFF),),
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
        at = draft.sign_off.span.end
        suggestions = (insert(at, newline(draft) + name, "Add your name"),)
    yield Finding("The email ends without your name.", suggestions=suggestions)


def _blank(draft: Draft) -> bool:
    """Say whether a blank stands below the body, which is a finding of its own."""
    return any(blank.span.start >= draft.sentences[-1].span.end for blank in draft.blanks)


@check("no-contact-details", level=Level.ADVICE, summary="No phone number or address is given.")
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
