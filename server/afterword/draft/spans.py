"""Offsets in code points, as Python counts, and in UTF-16 code units, as browsers count."""

from __future__ import annotations

import re
from bisect import bisect_left

from afterword.draft.model import Span

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Offsets:
    """Converts offsets of one text from what Python counts to what browsers do.

    Reads the text once, and not at all where no character lies beyond the basic plane: then both
    counts are the same. An offset beyond the end is taken for the end, one below 0 for 0.
    """

    def __init__(self, text: str) -> None:
        self._astral = [] if text.isascii() else [match.start() for match in _ASTRAL.finditer(text)]
        self._length = len(text)

    def units(self, point: int) -> int:
        """Return the UTF-16 offset (code units) of a code-point offset."""
        point = min(max(point, 0), self._length)
        return point + bisect_left(self._astral, point) if self._astral else point

    def span(self, span: Span) -> dict[str, int]:
        """Return the UTF-16 offsets of a span of the text by name."""
        if self._astral:
            return {"start": self.units(span.start), "end": self.units(span.end)}
        return {"start": span.start, "end": span.end}
