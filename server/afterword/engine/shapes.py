"""Shapes that many checks share: missing moves, places in the body, and repairs."""

from __future__ import annotations

from bisect import bisect_right

from afterword.draft.draft import Draft
from afterword.draft.model import Move, Part, Sentence, Span
from afterword.engine.model import Edit, Suggestion

DOUBT = 1.5
"""How near a sentence may come to a move that is then not said to be missing, in logarithmic odds.

On emails whose authors taught the weights nothing, some seven in eight alarms about interest, fit
and recap are true at this distance (`python -m tests.measure`).
"""


def lacks(draft: Draft, *moves: Move) -> bool:
    """Say whether no sentence of the draft makes any of `moves`."""
    return draft.made.isdisjoint(moves)


def surely_lacks(draft: Draft, move: Move, doubt: float = DOUBT) -> bool:
    """Say whether no sentence makes `move`, and none comes within `doubt` of making it.

    A sentence that may well make it is given the benefit of the doubt: to be told that something
    is missing which is there costs a writer's trust.
    """
    return lacks(draft, move) and draft.nearest(move) < -doubt


def signs_with_thanks(draft: Draft) -> bool:
    """Say whether the sign-off itself says thanks, as in “Many thanks,”."""
    return draft.sign_off is not None and "thank" in draft.sign_off.text.lower()


def body(draft: Draft) -> Span:
    """Return the span from the first sentence to the last; empty where there are none."""
    if not draft.sentences:
        return Span(0, 0)
    return Span(draft.sentences[0].span.start, draft.sentences[-1].span.end)


def blanks_in(draft: Draft, span: Span) -> list[Part]:
    """Return the unfilled blanks that begin within a span of the text."""
    return [blank for blank in draft.blanks if span.holds(blank.span.start)]


def newline(draft: Draft) -> str:
    """Return the line break that the draft itself uses."""
    return "\r\n" if "\r\n" in draft.text else "\n"


def sentence_at(draft: Draft, span: Span) -> Sentence | None:
    """Return the sentence that holds all of `span`; None outside the body, as in a signature."""
    index = bisect_right(draft.starts, span.start) - 1
    if index < 0:
        return None
    sentence = draft.sentences[index]
    return sentence if span.end <= sentence.span.end else None


def replace(span: Span, text: str, label: str | None = None) -> Suggestion:
    """Suggest `text` in place of the words that `span` covers."""
    return Suggestion(label or f"Use “{text}”", (Edit(span.start, span.end, text),))


def insert(at: int, text: str, label: str) -> Suggestion:
    """Suggest putting `text` in at one place."""
    return Suggestion(label, (Edit(at, at, text),))
