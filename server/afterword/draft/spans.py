"""Offsets in code points, as Python counts, and in UTF-16 code units, as browsers count."""

from __future__ import annotations

import re
from bisect import bisect_left

from afterword.draft.model import Span

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Offsets:
    """Converts offsets of one text in both directions.

    Reads the text once, and not at all where no character lies beyond the basic plane: then both
    counts are the same. An offset beyond the end is taken for the end, one below 0 for 0.
    """

    def __init__(self, text: str) -> None:
        self._points = [] if text.isascii() else [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [point + index for index, point in enumerate(self._points)]
        self._length = len(text)

    def units(self, point: int) -> int:
        """Return the UTF-16 offset (code units) of a code-point offset."""
        point = min(max(point, 0), self._length)
        return point + bisect_left(self._points, point) if self._points else point

    def span(self, span: Span) -> dict[str, int]:
        """Return the UTF-16 offsets of a span of the text by name."""
        if self._points:
            return {"start": self.units(span.start), "end": self.units(span.end)}
        return {"start": span.start, "end": span.end}

    def points(self, unit: int) -> int:
        """Return the code-point offset of a UTF-16 offset (code units).

        An offset inside a surrogate pair is that of its character.
        """
        unit = max(unit, 0)
        if self._points:
            before = bisect_left(self._units, unit)
            if before and self._units[before - 1] + 1 == unit:
                return self._points[before - 1]
            unit -= before
        return min(unit, self._length)
