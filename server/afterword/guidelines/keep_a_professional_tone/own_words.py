"""The writer's own words in an email, without quoted mail."""

import re
from bisect import bisect_right

from afterword.draft.draft import Draft
from afterword.draft.model import Span
from afterword.engine.shapes import body


def found(pattern: re.Pattern[str], draft: Draft, within: Span) -> list[Span]:
    """Return where a pattern stands in the writer's own words `within` a part of the text."""
    matches = pattern.finditer(draft.text, within.start, within.end)
    spans = [Span(*match.span()) for match in matches]
    if not (spans and draft.quoted):
        return spans
    ends = [quote.end for quote in draft.quoted]
    below = [bisect_right(ends, span.start) for span in spans]
    quotes = (*draft.quoted, Span(within.end, within.end))
    return [span for span, at in zip(spans, below, strict=True) if span.end <= quotes[at].start]


def written(draft: Draft) -> Span:
    """Return the body with the marks behind its last sentence, which alone are none."""
    text = body(draft)
    return Span(text.start, draft.paragraphs[-1].end if draft.paragraphs else text.end)


def around(draft: Draft) -> Span:
    """Return the body with the greeting above it and the sign-off right below it."""
    text, above, below = written(draft), draft.greeting, draft.sign_off
    start = above.span.start if above else text.start
    end = max(text.end, below.span.end) if below else text.end
    return Span(start, end)
