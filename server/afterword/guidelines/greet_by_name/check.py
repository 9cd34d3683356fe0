"""Checks that the greeting names its reader, and in which words."""

import re
from collections.abc import Iterator, Mapping

from afterword.draft.draft import Draft
from afterword.draft.greeting import FRIEND, known
from afterword.draft.model import Part, Span
from afterword.draft.words import PARTICLES
from afterword.engine import reader
from afterword.engine.check import check
from afterword.engine.model import Finding, Level, Option, Suggestion
from afterword.engine.shapes import blanks_in, body, insert, newline, replace
from afterword.engine.wording import listed

CASUAL = re.compile(
    r"he+y+a?|yo+|hi{2,}|hiya+|howdy|wassup|what['’]?s up|sup|heya?|alright|oi|g['’]day"
    r"|h?eita|howzit|aweh|wagwan|(?:ay|aye|ey) up",
    re.IGNORECASE,
)
GONE = re.compile(
    r"\b(?:(?:has|he['’]s|she['’]s|who['’]s) (?:since |now |just |already )?left\b"
    r"|no longer (?:with|works?|employed|there)|bounce[sd]?\b|bouncing"
    r"|on (?:maternity|paternity|parental|sick|annual|long|extended) leave|out of (?:the )?office)"
)
"""What tells that the person met cannot be written to, so that the note goes to an office."""
CAPITAL = re.compile(r"(?<![\w'’])\w")
SMALL = PARTICLES | {"ji", "san"}
CALLED = re.compile(r"[A-Z][\w'’-]+(?=\s?(?:[,!.:–—-]|$))")
OPENING = re.compile(r"(?P<names>[A-Z][\w'’-]+(?:(?:, | and | & )[A-Z][\w'’-]+)+)[,!:–—]")
AND = re.compile(r", | and | & ")
"""Several readers before a mark: “Dana and Omar, thank you”."""
ABOUT_SOMEBODY = frozenset("and by for from i is met of or that the to was we with".split())
"""One of these before a name, and somebody is spoken of, not to."""
KEPT = re.compile(r"dear|hi|hello|good (?:morning|afternoon|evening|day)|greetings", re.IGNORECASE)

GOES_ON = re.compile(r" (?:and|&) ")
"""What joins a greeting to its sentence: “Hi all and thanks for today”."""


@check(
    "no-name-greeting",
    level=Level.ADVICE,
    summary="The greeting does not name the reader.",
    options={
        "people": Option(
            4,
            "people",
            "Up to three people can be greeted by name; a larger group may be greeted as one.",
        ),
    },
)
def no_name_greeting(draft: Draft, options: Mapping[str, float]) -> Iterator[Finding]:
    """Find an email without a greeting, or a greeting that could stand over any email."""
    if draft.greeting_names or not draft.sentences or _blank(draft):
        return
    if _spoken_to(draft):
        return
    if draft.greeting is None:
        yield Finding(
            "The email begins without a greeting. Name the person you write to.",
            suggestions=_greeted(draft),
        )
    elif len(draft.context.recipients) < options["people"] and not GONE.search(draft.text.lower()):
        whose = "names of those" if len(draft.context.recipients) > 1 else "name of the person"
        yield Finding(
            f"“{draft.greeting.text}” names nobody. Use the {whose} you met.",
            span=draft.greeting.span,
            suggestions=_greeted(draft),
        )


@check("casual-greeting", level=Level.ADVICE, summary="The greeting is one for friends.")
def casual_greeting(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Find “Hey” and its like, and a greeting all in small letters."""
    greeting, salutation = draft.greeting, draft.greeting_facts.salutation
    if greeting is None:
        return
    if friend := _friend(draft, greeting):
        yield Finding(
            f"“{friend.of(draft.text).strip(', ')}” behind the name is for friends.",
            span=friend,
            suggestions=(replace(friend, "", "Remove it"),),
        )
    if salutation is None:
        return
    if CASUAL.fullmatch(salutation.text):
        yield Finding(
            f"“{salutation.text}” is a greeting for friends. “Dear” or “Hello” suits any reader.",
            span=salutation.span,
            suggestions=(replace(salutation.span, _formal(draft, salutation)),),
        )
    elif greeting.text.islower():
        yield Finding(
            "The greeting is all in small letters. Capitals show care here.",
            span=greeting.span,
            suggestions=(replace(greeting.span, _capitals(draft, greeting)),),
        )


def _friend(draft: Draft, greeting: Part) -> Span | None:
    """Return where “mate” stands behind a name; in “Ms. Buddy” it is one."""
    people, found = draft.greeting_facts.people, FRIEND.search(greeting.text)
    if not people or not found:
        return None
    friend = Span(*(greeting.span.start + at for at in found.span()))
    return friend if people[-1].name.span.end <= friend.start else None


def _formal(draft: Draft, salutation: Part) -> str:
    """Return “Dear” where a name stands right behind it; nobody is “Dear there Dana”."""
    people = draft.greeting_facts.people[:1]
    starts = [(one.title or one.name).span.start for one in people]
    between = [draft.text[salutation.span.end : start] for start in starts]
    return "Dear" if between and between[0].isspace() else "Hello"


def _spoken_to(draft: Draft) -> bool:
    """Say whether the first sentence calls a reader by name: “Thank you, Dana!”"""
    called, first = known(draft.context), draft.sentences[0].text
    opening = OPENING.match(first)
    if opening and called.issuperset(AND.split(opening["names"].lower())):
        return True
    for name in CALLED.finditer(first):
        before = first[: name.start()].lower()
        if name[0].lower() in called and (
            before.endswith(", ") or ABOUT_SOMEBODY.isdisjoint(before.split())
        ):
            return True
    return False


def _blank(draft: Draft) -> bool:
    """Say whether the greeting holds a blank, which is a finding of its own."""
    return draft.greeting is not None and bool(blanks_in(draft, draft.greeting.span))


def _greeted(draft: Draft) -> tuple[Suggestion, ...]:
    """Offer a greeting with the readers' names, in the draft's own words where these suit."""
    names = [reader.addressed(person) for person in reader.everybody(draft)]
    if not names:
        return ()
    name = listed(names)
    if draft.greeting is None:
        text = f"Dear {name}," + newline(draft) * 2
        return (insert(body(draft).start, text, f'Begin with "Dear {name},"'),)
    salutation = draft.greeting_facts.salutation
    kept = salutation.text if salutation and KEPT.fullmatch(salutation.text) else "Dear"
    mark = ":" if draft.greeting.text.endswith(":") else ","
    if GOES_ON.match(draft.text, draft.greeting.span.end):
        mark = ""
    return (replace(draft.greeting.span, f"{kept[:1].upper()}{kept[1:]} {name}{mark}"),)


def _capitals(draft: Draft, greeting: Part) -> str:
    """Return the greeting with a capital at its start and at the start of every title and name."""
    text = greeting.text[:1].upper() + greeting.text[1:]
    known = " ".join(person.name for person in reader.known(draft))
    spelt = {word.lower(): word for word in known.split()}
    for one in draft.greeting_facts.people:
        for part in filter(None, (one.title, one.name)):
            start, end = (at - greeting.span.start for at in part.span)
            text = text[:start] + _name(part.text, spelt) + text[end:]
    return text


def _name(name: str, spelt: Mapping[str, str]) -> str:
    """Return a name with capitals: as the card spells it, else but for particles and “ji”."""
    words = [
        spelt.get(word) or (word if at and word in SMALL else CAPITAL.sub(_upper, word))
        for at, word in enumerate(name.split(" "))
    ]
    return " ".join(words)


def _upper(letter: re.Match[str]) -> str:
    return letter[0].upper()
