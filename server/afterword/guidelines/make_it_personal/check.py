"""Checks that the note could only have been written to this reader."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from afterword.content.templates import load_templates
from afterword.draft.courtesies import REFUSED
from afterword.draft.draft import Draft, count_words
from afterword.draft.model import Kind, Move, Sentence
from afterword.draft.tokens import STOP, tokenize
from afterword.engine.check import BOTH, check
from afterword.engine.detail import named, own
from afterword.engine.gate import gate
from afterword.engine.model import Finding, Level, Option
from afterword.engine.shapes import DOUBT, lacks, sentence_at, surely_lacks
from afterword.engine.wording import on_one_line
from afterword.engine.words import stems

TEMPLATES = Path(__file__).parents[2] / "templates"
FEW = 1
"""With so few words of its own, a note is given less doubt."""
LESS_DOUBT = 1.0
"""`DOUBT` about a recap in such a note."""
NEIGHBOURS = 2
"""Words before a slot that tell a template's own sentence from a person's."""
SHORT = 2
"""Words of a blank that may well be a person's own."""
TELLING = 2
"""Words of its own that a shared sentence needs to be pointed at; formulas may be shared."""
RUN = 4
"""Words in a row, or words with a meaning in one sentence, that are shared by more than chance."""
REWORDED = 75
"""Percent of the words with a meaning in a sentence that another one has which tells the same."""
ENDS = re.compile(r"[.!?\n]+\s")
HOW_MANY = re.compile(
    r"(?<![\w,.])\d[\d,.]* "
    r"(?!(?:days|decades|hours|hrs|minutes|mins|months|times|weeks|years|yrs)\b)"
    r"(?:people|[a-z]+s)\b"
)
"""A figure that counts no time."""


@check(
    "generic-draft",
    level=Level.ADVICE,
    weight=3,
    covers=("no-recap", "too-short"),
    summary="The email could go to anyone.",
    kinds=BOTH,
    awaits_blanks=True,
    options={
        "own-words": Option(
            2,
            "words",
            "A note with two words that are neither usual in such notes nor on the card may hold"
            " a detail; every source that gives content asks for one.",
        ),
        "follow-up-own-words": Option(
            2, "words", "A follow-up is about the decision; two words of its own are a detail."
        ),
        "shared-percent": Option(
            60,
            "percent",
            "Panels compare their notes (Princeton, Babson, OSU); the frame may be the same, most"
            " of the words may not.",
        ),
    },
)
def generic_draft(draft: Draft, options: Mapping[str, float]) -> Iterator[Finding]:
    """Count the words that belong to this interview alone, and those that another note has."""
    if not draft.sentences:
        return
    if _is_usual(draft, options) and REFUSED not in draft.courtesies:
        yield Finding(
            "Nothing here could only have been written to this reader yet. What did you two talk"
            " about?"
        )
    shared = _shared(draft)
    if count_words(shared) * 100 >= options["shared-percent"] * max(draft.words, 1):
        told = [sentence for sentence in shared if len(own(draft, (sentence,))) >= TELLING]
        for sentence in told or shared[:1]:
            yield Finding(
                "Your note to another interviewer says this too, and they may compare. What"
                " did only this person say?",
                span=sentence.span,
            )


def _is_usual(draft: Draft, options: Mapping[str, float]) -> bool:
    """Say whether the draft recalls and answers nothing, and is made of usual words."""
    follow_up = draft.kind is Kind.FOLLOW_UP
    enough = options["follow-up-own-words" if follow_up else "own-words"]
    words = len(own(draft, draft.sentences, enough))
    if words >= enough or _counts_their_work(draft):
        return False
    doubt = DOUBT if words > FEW else LESS_DOUBT
    recalled = words > 0 and not surely_lacks(draft, Move.RECAP, doubt)
    asked = draft.context.interview.open_questions if follow_up else ()
    answered = not lacks(draft, Move.ANSWERS) or named(draft, asked)
    return not (recalled or answered)


def _counts_their_work(draft: Draft) -> bool:
    """Say whether a figure tells how much the writer has done: “payroll for 85 people”."""
    return any(
        Move.FIT in moves and HOW_MANY.search(sentence.text)
        for sentence, moves in zip(draft.sentences, draft.moves, strict=True)
    )


def _shared(draft: Draft) -> list[Sentence]:
    """Return the sentences that stand in an earlier note too, word for word or nearly so."""
    if not draft.context.earlier_notes:
        return []
    runs = {run for note in draft.context.earlier_notes for run in _runs(note)}
    told = [stems((s,)) for note in draft.context.earlier_notes for s in ENDS.split(note)]
    shared = []
    for sentence in draft.sentences:
        here = list(_runs(sentence.text))
        copied = here and 2 * sum(run in runs for run in here) > len(here)
        if copied or _is_reworded(stems((sentence.text,)), told):
            shared.append(sentence)
    return shared


def _is_reworded(words: frozenset[str], told: list[frozenset[str]]) -> bool:
    """Say whether an earlier sentence has nearly all the words that carry meaning in this one."""
    enough = len(words) * REWORDED
    return len(words) >= RUN and any(100 * len(words & one) >= enough for one in told)


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = tuple(word for word in tokenize(text).words if word != STOP)
    return (words[at : at + RUN] for at in range(len(words) - RUN + 1))


@check(
    "template-unchanged",
    level=Level.ADVICE,
    summary="Words of a template stand where your own belong.",
)
def template_unchanged(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Find a template's blanks without their brackets, and its questions."""
    matches = SLOTS.find(draft.tokens)
    spans = {draft.tokens.span(match.first + int(match.label), match.last) for match in matches}
    for span in sorted(spans):
        if sentence_at(draft, span) and draft.text[span.start - 1 : span.start] not in "[{<":
            words = on_one_line(span.of(draft.text))
            yield Finding(
                f"“{words}” is the template's own wording. Put your detail in its place.",
                span=span,
            )


def _slots() -> Iterator[tuple[str, str]]:
    """Yield a phrase for every slot of every template: its neighbours and its blank's words.

    Its label is how many neighbours stand first. A blank of one or two words, such as "job title",
    is what people write themselves. One that begins a sentence is told where it is all of it.
    """
    for template in load_templates(TEMPLATES):
        text = f"{template.subject}\n{template.body}"
        for field in template.fields:
            blank = _plain(field.blank)
            for before in text.split("{" + field.name + "}")[:-1]:
                yield from _blank_behind(before, blank)
            question = _plain(field.question.partition("?")[0])
            if len(question) > RUN:
                yield "0", " ".join(question)


def _blank_behind(before: str, blank: list[str]) -> Iterator[tuple[str, str]]:
    line = before.rpartition("\n")[2].rpartition("}")[2]
    near = _plain(line)[-NEIGHBOURS:]
    if near and len(blank) > SHORT and len((*near, *blank)) > RUN:
        yield str(len(near)), " ".join((*near, *blank))
    elif len(blank) > RUN:
        yield "0", " ".join(("^", *blank, "$"))


def _plain(text: str) -> list[str]:
    """Return the words of a sentence's end, without marks that phrases give a meaning."""
    words = list(tokenize(text).words)
    return words[len(words) - words[::-1].index(STOP) :] if STOP in words else words


SLOTS = gate(_slots())
