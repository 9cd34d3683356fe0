"""Finds emoji and faces that are drawn with marks, and takes them out."""

import re

from afterword.draft.draft import Draft
from afterword.draft.model import Span
from afterword.draft.sentences import EMOJI
from afterword.engine.model import Suggestion
from afterword.engine.shapes import replace
from afterword.guidelines.keep_a_professional_tone.own_words import around, found, written

PICTURE = re.compile(EMOJI)
EYES = ":;=<"
MOUTHS = frozenset("'’-)(DPp3")
"""What follows the eyes in every face that is drawn below."""
FACE = re.compile(r"[:;=<](?:(?<!<)(?<![\w:;].)['’]?-?[)(DPp](?![\w/])|(?<=<)3(?!\d))")


def in_body(draft: Draft) -> list[Span]:
    """Return the pictures and faces from the greeting to the sign-off, in order."""
    text = around(draft)
    pictures = [] if draft.text.isascii() else found(PICTURE, draft, text)
    faces = found(FACE, draft, text) if _looks(draft.text) else []
    return sorted((*pictures, *faces))


def in_subject(subject: str) -> list[Span]:
    """Return the pictures and faces of a subject, in order."""
    matches = [] if subject.isascii() else [*PICTURE.finditer(subject)]
    matches += FACE.finditer(subject) if _looks(subject) else ()
    return sorted(Span(*match.span()) for match in matches)


def _looks(text: str) -> bool:
    """Tell whether eyes stand before what may be a nose or a mouth, faster than an expression."""
    for eye in EYES:
        at = text.find(eye)
        while at >= 0:
            if text[at + 1 : at + 2] in MOUTHS:
                return True
            at = text.find(eye, at + 1)
    return False


def without(draft: Draft, span: Span) -> Suggestion:
    """Take a picture out, with the space before it, or behind it at the start of a line."""
    text, own = draft.text, written(draft)
    start, end = span.start - (text[span.start - 1 : span.start] == " "), span.end
    if start == 0 or text[start - 1] == "\n":
        end += text[end : end + 1] == " "
    inside = own.holds(span.start)
    return replace(Span(start, end), _stop(text, start, end) if inside else "", "Remove it")


def without_above(subject: str, span: Span) -> Suggestion:
    """Take a picture out of a subject, with the space before it, or behind it at its start."""
    start = span.start - (subject[span.start - 1 : span.start] == " ")
    end = span.end + (span.start == 0 and subject[span.end : span.end + 1] == " ")
    return replace(Span(start, end), "", "Remove it")


def _stop(text: str, start: int, end: int) -> str:
    """Return what stands for a picture that is taken out: a full stop where it ended a sentence."""
    following = text[end : end + 2]
    ends = text[start - 1 : start].isalnum() and following[:1] == " " and following[1:].isupper()
    return "." if ends else ""
