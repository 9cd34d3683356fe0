"""Checks the tone: pressure, complaints, chat words, shouting and talk of pay."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from afterword.draft.draft import Draft
from afterword.draft.lines import holds_digit
from afterword.draft.model import Span
from afterword.draft.subject import is_reply
from afterword.engine.check import BOTH, check
from afterword.engine.lexicon import read
from afterword.engine.model import Edit, Field, Finding, Level, Option, Suggestion
from afterword.engine.shapes import body, replace, sentence_at
from afterword.engine.wording import on_one_line
from afterword.guidelines.keep_a_professional_tone import drawn_out, loud, pay, pictures
from afterword.guidelines.keep_a_professional_tone.asked_for import is_asked_for
from afterword.guidelines.keep_a_professional_tone.own_words import found, written

TONE = read(Path(__file__).with_name("phrases.toml"))

SMALL_I = re.compile(
    r"(?<![\w.’'/@&-])(?<!\b[tT]he )(?<!letter )i(?=(?:['’](?:m|ve|d|ll))?\s)(?! is\b)"
)
ALONE = (" i ", "\ni ", " i'", " i’")

LAST_MARK = re.compile(r"!(?!!)")
MARKS = re.compile(r"!(?:[ \t]?!)+")

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
    if alone and (small := found(SMALL_I, draft, written(draft))):
        yield Finding(
            "The word “I” has a capital in English.",
            span=small[0],
            suggestions=(Suggestion("Use “I”", tuple(Edit(s.start, s.end, "I") for s in small)),),
        )
    for span in drawn_out.words(draft):
        yield Finding(
            f"“{span.of(draft.text)}” is drawn out as in a chat. Written as usual, the word is"
            " warm enough.",
            span=span,
        )
    yield from _pictures(draft)


def _pictures(draft: Draft) -> Iterator[Finding]:
    """Find pictures and faces in a subject that the writer chose, and in the body."""
    subject = draft.subject or ""
    for span in () if is_reply(subject) else pictures.in_subject(subject):
        yield Finding(
            f"“{span.of(subject)}” belongs in a chat. A subject is friendly without it.",
            field=Field.SUBJECT,
            span=span,
            suggestions=(pictures.without_above(subject, span),),
        )
    for span in pictures.in_body(draft):
        yield Finding(
            f"“{span.of(draft.text)}” belongs in a chat. Here the words can carry the feeling.",
            span=span,
            suggestions=(pictures.without(draft, span),),
        )


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
    for run in loud.runs(draft.text, written(draft)):
        words = run.of(draft.text)
        yield Finding(
            f"“{on_one_line(words)}” in capitals reads as shouting. The words are strong"
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
    single = [span.start for span in found(LAST_MARK, draft, written(draft))]
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
        asked = asked or is_asked_for(draft, sentence, at)
        if not asked:
            yield Finding(message, span=sentence.span)
