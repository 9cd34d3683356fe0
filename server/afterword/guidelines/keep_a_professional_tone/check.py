"""Checks the tone: pressure, complaints, chat words, shouting and talk of pay."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from pathlib import Path

from afterword.draft.draft import Draft
from afterword.draft.lines import holds_digit
from afterword.draft.model import Sentence, Span
from afterword.draft.sentences import EMOJI
from afterword.draft.subject import is_reply
from afterword.engine.check import BOTH, check
from afterword.engine.lexicon import read
from afterword.engine.model import Edit, Field, Finding, Level, Option, Suggestion
from afterword.engine.shapes import body, replace, sentence_at
from afterword.guidelines.keep_a_professional_tone import loud, pay

TONE = read(Path(__file__).with_name("phrases.toml"))

SMALL_I = re.compile(
    r"(?<![\w.’'/@&-])(?<!\b[tT]he )(?<!letter )i(?=(?:['’](?:m|ve|d|ll))?\s)(?! is\b)"
)
PICTURE = re.compile(EMOJI)
DRAWN_OUT = re.compile(
    r"(?<![\w./@:-])(?!www|([a-z])\1+\b)[A-Z]?[a-z]*?([a-z])\2(?:\2+(?![a-z])|\2\2+[a-z]*)(?![\w./@])"
)
"""A word whose letter is held, such as “soooo”; “iii”, addresses and a slip (“meeet”) are none."""
HELD = re.compile(r"([a-z])\1\1")
"""What stands in every such word, and in hardly any other."""
ALONE = (" i ", "\ni ", " i'", " i’")
EYES = ":;=<"
MOUTHS = frozenset("'’-)(DPp3")
"""What follows the eyes in every face that is drawn below."""
FACE = re.compile(r"[:;=<](?:(?<!<)(?<![\w:;].)['’]?-?[)(DPp](?![\w/])|(?<=<)3(?!\d))")

LAST_MARK = re.compile(r"!(?!!)")
MARKS = re.compile(r"!(?:[ \t]?!)+")

ASKED = re.compile(
    r"\b(?:asked|requested|wanted to know|you (?:wanted|needed)|your (?:question|form)|explain\w*"
    r"|(?<!\bi was )(?<!\bbeen )told|(?<!\bare )(?<!\bis )shared|sent|showed"
    r"|(?<!\bi )(?<!should )(?<!must )(?<!to )mention\w*"
    r"|outlin\w*|described?|talked|your offer|(?<!salary )(?<!pay )(?<!wage )offered)\b"
)
LISTED = re.compile(r"(?:(?:expected|desired) )?(?:salary|pay|wages?)(?: expectations?)?[:–-]")
"""The head of one answer in a list of them: “Salary: I would expect 40,000”."""
NEAR = 90
"""Characters before and behind talk of pay in which they may be said to have asked for it."""
SUM_NAMED = "This names a sum before they do. Leave it for the offer, or answer it when they ask."


@check("pressure", level=Level.ADVICE, summary="Words set a limit or claim an answer.")
def pressure(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Find ultimatums, claims and reproaches for silence."""
    for sentence, _, message in TONE["pressure"].sentences(draft):
        yield Finding(message, span=sentence.span)


@check("negative-tone", level=Level.ADVICE, summary="Words complain, beg or speak ill.")
def negative_tone(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Find complaints, begging, and words against others or oneself."""
    for sentence, _, message in TONE["negative-tone"].sentences(draft):
        yield Finding(message, span=sentence.span)


@check("casual-tone", level=Level.ADVICE, summary="Words or pictures belong in a chat.")
def casual_tone(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Find slang, chat spellings, pictures and a small “i”."""
    yield from TONE["casual-tone"].findings(draft)
    alone = any(map(draft.text.__contains__, ALONE))
    if alone and (small := _found(SMALL_I, draft)):
        yield Finding(
            "The word “I” has a capital in English.",
            span=small[0],
            suggestions=(Suggestion('Use "I"', tuple(Edit(s.start, s.end, "I") for s in small)),),
        )
    for span in _found(DRAWN_OUT, draft) if _thrice(body(draft).of(draft.text)) else ():
        yield Finding(
            f"“{span.of(draft.text)}” is drawn out as in a chat. Written as usual, the word is"
            " warm enough.",
            span=span,
        )
    yield from _pictures_above(draft)
    around = _around(draft)
    pictures = [] if draft.text.isascii() else _found(PICTURE, draft, around)
    faces = _found(FACE, draft, around) if _looks(draft.text) else []
    for span in sorted((*pictures, *faces)):
        yield Finding(
            f"“{span.of(draft.text)}” belongs in a chat. Here the words can carry the feeling.",
            span=span,
            suggestions=(_without(draft, span),),
        )


def _pictures_above(draft: Draft) -> Iterator[Finding]:
    """Find pictures and faces in a subject that the writer chose."""
    subject = draft.subject or ""
    if is_reply(subject):
        return
    found = [] if subject.isascii() else [*PICTURE.finditer(subject)]
    found += FACE.finditer(subject) if _looks(subject) else ()
    for start, end in sorted(match.span() for match in found):
        before = start - (subject[start - 1 : start] == " ")
        behind = end + (start == 0 and subject[end : end + 1] == " ")
        yield Finding(
            f"“{subject[start:end]}” belongs in a chat. A subject is friendly without it.",
            field=Field.SUBJECT,
            span=Span(start, end),
            suggestions=(replace(Span(before, behind), "", "Remove it"),),
        )


def _looks(text: str) -> bool:
    """Tell whether eyes stand before what may be a nose or a mouth, faster than an expression."""
    for eye in EYES:
        at = text.find(eye)
        while at >= 0:
            if text[at + 1 : at + 2] in MOUTHS:
                return True
            at = text.find(eye, at + 1)
    return False


def _thrice(text: str) -> bool:
    """Tell whether a letter stands three times in a row.

    Whether any byte does is told first, faster than by an expression: each is compared with the
    next, all at once, as one long number.
    """
    data = text.encode("utf-8", "replace")
    number = int.from_bytes(data, "little")
    thrice = b"\0\0" in (number ^ number >> 8).to_bytes(len(data), "little")
    return thrice and HELD.search(text) is not None


@check(
    "shouting",
    level=Level.ADVICE,
    summary="Capitals or exclamation marks make the email loud.",
    options={
        "exclamation-marks": Option(
            2, "marks", "One or two show warmth; more read as nerves (TU Delft, Princeton)."
        ),
    },
)
def shouting(draft: Draft, options: Mapping[str, float]) -> Iterator[Finding]:
    """Find doubled exclamation marks, too many single ones, and words in capitals."""
    yield from _loud_subject(draft)
    text = body(draft)
    start = draft.greeting.span.start if draft.greeting else text.start
    if draft.text.count("!", start, text.end) > 1:
        yield from _marks(draft, Span(start, text.end), int(options["exclamation-marks"]))
    for run in loud.runs(draft.text, _written(draft)):
        words = run.of(draft.text)
        yield Finding(
            f"“{' '.join(words.split())}” in capitals reads as shouting. The words are strong"
            " enough in small letters.",
            span=run,
            suggestions=(_quieter(draft, run),) if loud.is_plain(words) else (),
        )


def _loud_subject(draft: Draft) -> Iterator[Finding]:
    """Find a subject in capitals that is not made of short names alone, and no reply's."""
    subject = draft.subject or ""
    if is_reply(subject):
        return
    yield from _doubled(MARKS.finditer(subject), Field.SUBJECT)
    if subject.isupper():
        if loud.is_loud(subject):
            yield Finding(
                "A subject all in capitals reads as shouting. Small letters are strong enough.",
                field=Field.SUBJECT,
                span=Span(0, len(subject)),
            )
        return
    for run in loud.in_subject(subject):
        yield Finding(
            f"“{run.of(subject)}” in capitals reads as shouting. A subject is read without them"
            " too.",
            field=Field.SUBJECT,
            span=run,
        )


def _doubled(matches: Iterator[re.Match[str]], field: Field = Field.BODY) -> Iterator[Finding]:
    """Tell of all doubled marks at once, at the first of them."""
    spans = [Span(*match.span()) for match in matches]
    if spans:
        more = len(spans) - 1
        places = ", and in one more place" if more == 1 else f", and in {more} more places"
        label = "Keep one in each place" if more else "Keep one exclamation mark"
        yield Finding(
            f"One exclamation mark is enough here{places if more else ''}.",
            field=field,
            span=spans[0],
            suggestions=(Suggestion(label, tuple(Edit(s.start, s.end, "!") for s in spans)),),
        )


def _marks(draft: Draft, text: Span, most: int) -> Iterator[Finding]:
    yield from _doubled(MARKS.finditer(draft.text, text.start, text.end))
    single = [span.start for span in _found(LAST_MARK, draft)]
    if len(single) > most:
        edits = tuple(Edit(at, at + 1, ".") for at in single[most:])
        yield Finding(
            f"The email has {len(single)} exclamation marks. Keep the one that matters most; full"
            " stops are calmer.",
            span=Span(single[most], single[most] + 1),
            suggestions=(Suggestion("Use full stops for the rest", edits),),
        )


def _quieter(draft: Draft, run: Span) -> Suggestion:
    """Offer the words in small letters, with a capital where a sentence begins."""
    words = run.of(draft.text)
    sentence = sentence_at(draft, run)
    starts = sentence is not None and sentence.span.start == run.start
    return replace(run, words.capitalize() if starts else words.lower())


@check("pay-talk", level=Level.ADVICE, summary="The email brings up pay or benefits.", kinds=BOTH)
def pay_talk(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Find talk of pay that nobody asked for."""
    told = {
        sentence.span: (span.start - sentence.span.start, message)
        for sentence, span, message in TONE["pay-talk"].sentences(draft)
    }
    if not told and not holds_digit(body(draft).of(draft.text)):
        return
    asked = False
    for sentence in draft.sentences:
        at, message = told.get(sentence.span) or (pay.wanted(sentence.text), SUM_NAMED)
        if at is None:
            continue
        asked = asked or bool(ASKED.search(sentence.text.lower(), max(0, at - NEAR), at + NEAR))
        asked = asked or _is_listed(draft, sentence)
        if not asked:
            yield Finding(message, span=sentence.span)


def _is_listed(draft: Draft, sentence: Sentence) -> bool:
    """Tell one of several answers that a sentence further up says they asked for."""
    if not LISTED.match(sentence.text.lower()):
        return False
    above = [one.text.lower() for one in draft.sentences if one.span.start < sentence.span.start]
    return any("you asked" in text or "your question" in text for text in above)


def _found(pattern: re.Pattern[str], draft: Draft, text: Span | None = None) -> list[Span]:
    """Return where a pattern stands in the writer's own words: in the body, if not in `text`."""
    text = text or _written(draft)
    found = [Span(*match.span()) for match in pattern.finditer(draft.text, text.start, text.end)]
    if not (found and draft.quoted):
        return found
    ends = [quote.end for quote in draft.quoted]
    below = [bisect_right(ends, span.start) for span in found]
    quotes = (*draft.quoted, Span(text.end, text.end))
    return [span for span, at in zip(found, below, strict=True) if span.end <= quotes[at].start]


def _written(draft: Draft) -> Span:
    """Return the body with the marks behind its last sentence, which alone are none."""
    text = body(draft)
    return Span(text.start, draft.paragraphs[-1].end if draft.paragraphs else text.end)


def _around(draft: Draft) -> Span:
    """Return the body with the greeting above it and the sign-off right below it."""
    text, above, below = _written(draft), draft.greeting, draft.sign_off
    start = above.span.start if above else text.start
    end = max(text.end, below.span.end) if below else text.end
    return Span(start, end)


def _without(draft: Draft, span: Span) -> Suggestion:
    """Take a picture out, with the space before it, or behind it at the start of a line."""
    text, written = draft.text, _written(draft)
    start, end = span.start - (text[span.start - 1 : span.start] == " "), span.end
    if start == 0 or text[start - 1] == "\n":
        end += text[end : end + 1] == " "
    inside = written.start <= span.start < written.end
    return replace(Span(start, end), _stop(text, start, end) if inside else "", "Remove it")


def _stop(text: str, start: int, end: int) -> str:
    """Return what stands for a picture that is taken out: a full stop where it ended a sentence."""
    following = text[end : end + 2]
    ends = text[start - 1 : start].isalnum() and following[:1] == " " and following[1:].isupper()
    return "." if ends else ""
