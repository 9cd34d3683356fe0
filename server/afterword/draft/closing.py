"""Finds the sign-off and the signature at the end of an email."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from afterword.draft import sign_off
from afterword.draft.line_kinds import (
    WIDTH,
    is_blank_name,
    is_contact,
    is_details,
    is_name,
    is_prose,
    unkissed,
)
from afterword.draft.lines import Line, lowered
from afterword.draft.model import Context, Span
from afterword.draft.sign_off import SignOff
from afterword.draft.words import ALSO_A_NAME, KISSES, NOT_A_NAME

_POSTSCRIPT = re.compile(r"p\.?[ \t]?s\.?(?:[ \t:,;.–—-]|$)|nb:")
_STOP = re.compile(r"[.!?]\s+(?=\S)")
_TITLED = re.compile(r"(?:mr|mrs|ms|mx|dr|prof|[a-z])\.\s", re.IGNORECASE)
_SIGNED = 8
"""A signature that no sign-off precedes has at most so many lines."""
_SIGNED_SENTENCES = 2
"""Sentences that may stand in a signature, below the name: “I help teams …”."""
_PIECES = 3
"""So many quotes, from the end, may stand below the sign-off of a note."""
_FULL_NAME = 2
"""Words of a name that is told from a sentence by itself."""
_WRAPPED = 60
"""A line shorter than this was ended by the writer, not wrapped."""
_BEHIND_A_NAME = re.compile(r",| [-–—|•·] ")
_MARKS = " \t\xa0,.;:!-–—*_~/|"


@dataclass(frozen=True, slots=True)
class Closing:
    """Where the body ends and what follows it.

    `line` is the index of the first line that is no longer body, `cut` the offset in the text at
    which the line before ends when the sign-off stands on it; `after` is the index of the first
    line of a postscript.
    """

    line: int
    cut: int | None
    sign_off: Span | None
    signature: Span | None
    after: int


def find(
    lines: Sequence[Line],
    gaps: Sequence[bool],
    quoted: Sequence[Span],
    context: Context,
    greeted: frozenset[str],
) -> Closing:
    """Find sign-off and signature in the writer's own lines below the greeting, none empty.

    `gaps` tells for each line whether an empty line stands before it; `greeted` holds the
    lower-case words of the greeting: "Thanks, Dana" at the end of a note to Dana names no sender.
    A signature never reaches across one of the `quoted` spans.
    """
    sender = frozenset((context.sender.name or "").lower().split())
    ends = _pieces(lines, quoted)
    for start, end in ends:
        reader = _Reader(lines[start:end], gaps[start:end], greeted - sender, sender)
        if closing := reader.read(alone=(start, end) == ends[0]):
            return replace(closing, line=start + closing.line, after=start + closing.after)
    return Closing(len(lines), None, None, None, len(lines))


def _pieces(lines: Sequence[Line], quoted: Sequence[Span]) -> list[tuple[int, int]]:
    """Return the last runs of lines that no quoted mail interrupts, the very last first."""
    pieces: list[tuple[int, int]] = []
    end = len(lines)
    starts = [line.start for line in lines] if quoted else []
    for span in reversed(quoted[-_PIECES:]):
        start = bisect_left(starts, span.start)
        if start < end:
            pieces.append((start, end))
            end = start
    return [*pieces, (0, end)]


class _Reader:
    """Reads one email's last lines; holds what its questions share."""

    def __init__(
        self,
        lines: Sequence[Line],
        gaps: Sequence[bool],
        readers: frozenset[str],
        sender: frozenset[str],
    ) -> None:
        self.lines = lines
        self.gaps = gaps
        self.readers = readers
        self.sender = sender

    def read(self, *, alone: bool) -> Closing | None:
        """Find the closing; a name counts without a sign-off only where `alone` says so."""
        for end in sorted({self._postscript(), len(self.lines)}):
            closing = self._separated(end) or self._signed_off(end) or self._run_on(end)
            if closing is None and alone:
                closing = self._name_alone(end)
            if closing:
                return closing
        return self._before_an_afterthought()

    def _before_an_afterthought(self) -> Closing | None:
        """Read a closing with one more paragraph below it, which no "P.S." opens."""
        last = next((index for index in range(len(self.gaps) - 1, 0, -1) if self.gaps[index]), 0)
        closing = self._signed_off(last) if last else None
        return closing if closing and closing.signature else None

    def _postscript(self) -> int:
        """Return the index of the line that opens a postscript, else the number of lines."""
        count = len(self.lines)
        for index in range(max(1, count - sign_off.REACH), count):
            text = self.lines[index].text
            if text[0] in "PpNn" and _POSTSCRIPT.match(text[:8].lower()):
                return index
        return count

    def _separated(self, end: int) -> Closing | None:
        """Read a signature below the separator "--"."""
        for index in range(max(0, end - sign_off.REACH), end):
            if self.lines[index].text == "--":
                break
        else:
            return None
        if index + 1 >= end or any(is_prose(line.text) for line in self.lines[index + 1 : end]):
            return None
        closing = self._signed_off(index) or self._name_alone(index)
        last = self.lines[end - 1].end
        if closing is None:
            return Closing(index, None, None, Span(self.lines[index + 1].start, last), end)
        start = closing.signature.start if closing.signature else self.lines[index + 1].start
        return Closing(closing.line, closing.cut, closing.sign_off, Span(start, last), end)

    def _signed_off(self, end: int) -> Closing | None:
        """Read a sign-off with the signature below it.

        A sentence may stand in a signature ("I help teams …"), right below a name and its lines.
        """
        sentences = 0
        for index in range(end - 1, max(-1, end - 1 - sign_off.REACH), -1):
            below = self._is_kiss_below_a_name(index) or self._is_name_below_a_sign_off(index, end)
            found = None if below else self._sign_off(index)
            fits = found and (not sentences or self._names_above(index, found))
            if found and fits and self._signature_follows(index, end, found):
                return self._close(index, end, found)
            if is_prose(self.lines[index].text):
                sentences += 1
                if self.gaps[index] or sentences > _SIGNED_SENTENCES:
                    break
        return None

    def _is_kiss_below_a_name(self, index: int) -> bool:
        """Tell the “xx” below a name, which signs nothing off, from one above it."""
        if not index or self.gaps[index] or self.lines[index].text not in KISSES:
            return False
        above = self.lines[index - 1].text
        return is_name(above) or self._is_sender(above)

    def _is_name_below_a_sign_off(self, index: int, end: int) -> bool:
        """Tell “Best,” above Asante, who signs, from “Thanks,” above a second sign-off."""
        if not index or self.lines[index].text.lower() not in sign_off.NAMES_TOO:
            return False
        if index + 1 < end and is_name(self.lines[index + 1].text):
            return False
        return self._whole_line(index - 1) is not None

    def _names_above(self, index: int, found: SignOff) -> bool:
        below = self.lines[index + 1].text if found.name is None and not found.start else ""
        return _begins_with_a_name(below)

    def _close(self, index: int, end: int, found: SignOff) -> Closing:
        line = self.lines[index]
        closed = Span(line.start + found.start, line.start + found.end)
        signature = None
        if found.name is not None:
            signature = Span(line.start + found.name, self.lines[end - 1].end)
        elif index + 1 < end:
            signature = Span(self.lines[index + 1].start, self.lines[end - 1].end)
        if found.start:
            return Closing(index + 1, closed.start, closed, signature, end)
        # "Thanks again," above "Best regards," is one sign-off in two lines.
        while index and (above := self._whole_line(index - 1)) and not above.name:
            if self.lines[index - 1].text[-1] in ".!":
                break
            index -= 1
            closed = Span(self.lines[index].start, closed.end)
        return Closing(index, None, closed, signature, end)

    def _whole_line(self, index: int) -> SignOff | None:
        text = self.lines[index].text
        return self._match(text) if len(text) <= WIDTH else None

    def _match(self, text: str) -> SignOff | None:
        return sign_off.match(text, self.readers, self.sender)

    def _above_name(self, index: int) -> SignOff | None:
        text = self.lines[index].text
        if not self.gaps[index] or not sign_off.may_stand_above_a_name(text):
            return None
        below = self.lines[index + 1].text if index + 1 < len(self.lines) else ""
        named = bool(below) and (is_name(below) or self._is_sender(below))
        return SignOff(0, len(text), None, only_thanks=False) if named else None

    def _sign_off(self, index: int) -> SignOff | None:
        """Match the whole line, else the words after its last full stop."""
        if found := self._whole_line(index) or self._above_name(index):
            return found
        text = self.lines[index].text
        if _TITLED.match(text) and is_name(text):
            return None  # “Mr. D. Asante”
        tail = text[-WIDTH:]
        for stop in reversed(list(_STOP.finditer(tail))):
            start = len(text) - len(tail) + stop.end()
            found = self._match(text[start:])
            if found:
                name = None if found.name is None else start + found.name
                return SignOff(start, start + found.end, name, found.only_thanks)
        return None

    def _signature_follows(self, index: int, end: int, found: SignOff) -> bool:
        if found.name is not None:
            rest = self.lines[index + 1 : end]
            return not any(is_prose(line.text) for line in rest[:2])
        if index + 1 >= end:
            # "Thank you!" as the last words of a note is a sentence; "Thanks," is a sign-off.
            last = self.lines[index].text
            return not (found.only_thanks and (found.start or last[-1] in ".!"))
        first = self.lines[index + 1].text
        if found.start and not (is_name(first) or self._is_sender(first) or is_blank_name(first)):
            return False
        if is_contact(first) or is_blank_name(first):
            return True
        word = first.split(None, 1)[0].lower().strip(_MARKS)
        named = word not in NOT_A_NAME or self._is_sender(first) or _begins_with_a_name(first)
        return not is_prose(first) and (named or (" " not in first and word in ALSO_A_NAME))

    def _name_alone(self, end: int) -> Closing | None:
        """Read a signature that no sign-off precedes: a name at the end, or contact details."""
        first = max(0, end - _SIGNED)
        for index in range(end - 1, first - 1, -1):
            if is_prose(self.lines[index].text):
                first = index + 1
                break
        for index in range(first, end):
            text = self.lines[index].text
            if not self._stands_alone(index):
                continue
            if self._is_sender(text) or is_blank_name(text) or self._is_other_name(text, index):
                return Closing(
                    index, None, None, Span(self.lines[index].start, self.lines[end - 1].end), end
                )
            if all(is_details(line.text) for line in self.lines[index:end]):
                return Closing(
                    index, None, None, Span(self.lines[index].start, self.lines[end - 1].end), end
                )
        return None

    def _run_on(self, end: int) -> Closing | None:
        """Read "… Speak soon. Priya Nair 555-0142", by the writer's own full name alone."""
        if end == 0 or len(self.sender) < _FULL_NAME:
            return None
        line = self.lines[end - 1]
        cut = max(line.text.rfind(mark) for mark in (". ", "! ", "? ")) + 2
        words = line.text[cut:].split()
        name, rest = words[: len(self.sender)], words[len(self.sender) :]
        named = {word.lower().strip(_MARKS) for word in name} == self.sender
        details = not rest or is_details(" ".join(rest))
        if cut < _FULL_NAME or not named or not details:
            return None
        start = line.start + cut
        return Closing(end, start, None, Span(start, line.end), end)

    def _stands_alone(self, index: int) -> bool:
        if index == 0 or self.gaps[index]:
            return True
        before = self.lines[index - 1].text
        return before[-1] in ".!?…,:)" or len(before) < _WRAPPED

    def _is_sender(self, text: str) -> bool:
        words = lowered(text[:WIDTH]).strip(_MARKS).split()
        return bool(words) and all(word.strip(",.") in self.sender for word in words)

    def _is_other_name(self, text: str, index: int) -> bool:
        bare = text.lstrip("-–—~/ ")
        if index == 0 or not (is_name(bare) or self._is_lower_name(index)):
            return False
        if text[0] in "-–—~/" and self.lines[index - 1].text[0] in "-–—~/":
            return False
        return not set(lowered(text).strip(_MARKS).split()) <= self.readers

    def _is_lower_name(self, index: int) -> bool:
        """Tell "priya" at the end of a note typed without capitals, or above contact details."""
        words = unkissed(self.lines[index].text).split()
        return (
            all(is_details(line.text) for line in self.lines[index + 1 :])
            and self.gaps[index]
            and len(words) < 3
            and all(word.isalpha() and not sign_off.is_common(word) for word in words)
        )


def _begins_with_a_name(text: str) -> bool:
    """Tell a name, behind which a degree or an office may stand: “Will Power – Engineer”."""
    return is_name(text) or is_name(_BEHIND_A_NAME.split(text, 1)[0])
