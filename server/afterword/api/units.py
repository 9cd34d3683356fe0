"""From code points, which Python counts, to UTF-16 code units, which browsers count."""

from __future__ import annotations

from bisect import bisect_left


class Utf16:
    """The positions of one text: `Utf16("a😀b")[2]` is 3."""

    def __init__(self, text: str) -> None:
        wide = not text.isascii() and max(text) > "\uffff"
        self._pairs = [at for at, char in enumerate(text) if char > "\uffff"] if wide else []

    def __getitem__(self, position: int) -> int:
        """Return the code units before `position`, a count of code points."""
        return position + bisect_left(self._pairs, position) if self._pairs else position
