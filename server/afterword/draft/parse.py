"""Cuts an email into its parts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from afterword.draft import closing, greeting, line_kinds, lines, quotes, sentences
from afterword.draft.draft import Draft
from afterword.draft.lines import Line
from afterword.draft.model import Context, Part, Sentence, Span, new

# A line of one of these is drawn, not written: a rule, a star, the stand-in for a picture.
_DECORATION = re.compile(r"[\s*_=~#·•—–+-]+|\*?\[(?:image|cid|inline image)[^\]\n]*\]\*?")
_LONGEST_DECORATION = 200
"""Characters of the longest such line."""
_SEPARATOR = "--"


def parse(subject: str | None, text: str, context: Context | None = None) -> Draft:
    """Cut an email into greeting, body sentences, sign-off, signature and quoted mail.

    `subject` is None where it is not known; `text` is the whole plain-text body as it stands in
    the compose window, with any line breaks. All spans are code points of `text`. Any text is
    taken, and nothing is raised: where a part cannot be told it is None, and the text is body.
    """
    context = context or Context()
    every = lines.split(text)
    own, quoted = quotes.split(every, context.sender.name or "")
    kept, gaps = _written(every, own)
    greeted = _greeted(text, kept, gaps, context)
    ending = closing.find(kept, gaps, quoted, context, _words(greeted))
    body = kept[: ending.line]
    if ending.cut is not None:
        body[-1] = lines.trimmed(text, body[-1].start, ending.cut)
    blocks = _paragraphs(body, gaps) + _paragraphs(kept[ending.after :], gaps[ending.after :])
    return Draft(
        subject=subject,
        text=text,
        context=context,
        greeting=greeted,
        paragraphs=tuple([new(Span, (block[0].start, block[-1].end)) for block in blocks]),
        sentences=_sentences(text, blocks),
        sign_off=_part(text, ending.sign_off),
        signature=_part(text, ending.signature),
        quoted=quoted,
    )


def _greeted(text: str, kept: list[Line], gaps: list[bool], context: Context) -> Part | None:
    """Return the greeting, and take its lines and all above them out of `kept` and `gaps`."""
    found = greeting.find(kept, context)
    if not found:
        return None
    span, index = found
    rest = lines.trimmed(text, span.end, kept[index].end)
    kept[: index + 1] = [rest] if rest.text else []
    gaps[: index + 1] = [True] if rest.text else []
    return Part(span, span.of(text))


def _sentences(text: str, blocks: Sequence[Sequence[Line]]) -> tuple[Sentence, ...]:
    return tuple(
        [
            new(Sentence, (span, text[span[0] : span[1]], number))
            for number, block in enumerate(blocks)
            for span in sentences.split(text, block)
        ]
    )


def _part(text: str, span: Span | None) -> Part | None:
    return Part(span, span.of(text)) if span else None


def _words(part: Part | None) -> frozenset[str]:
    return frozenset(part.text.lower().replace(",", " ").split()) if part else frozenset()


def _written(every: Sequence[Line], own: Sequence[bool]) -> tuple[list[Line], list[bool]]:
    """Keep the lines the writer wrote, and tell for each whether a gap stands before it."""
    kept: list[Line] = []
    gaps: list[bool] = []
    gap = True
    for line, mine in zip(every, own, strict=True):
        if not mine or not line.text or _is_drawn(line.text) or line_kinds.is_added_line(line.text):
            gap = True
        else:
            kept.append(line)
            gaps.append(gap)
            gap = False
    return kept, gaps


def _is_drawn(text: str) -> bool:
    if text[0].isalnum() or text == _SEPARATOR or len(text) > _LONGEST_DECORATION:
        return False
    return _DECORATION.fullmatch(text.lower()) is not None


def _paragraphs(body: Sequence[Line], gaps: Sequence[bool]) -> list[list[Line]]:
    blocks: list[list[Line]] = []
    for line, gap in zip(body, gaps, strict=False):
        if gap or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    return blocks
