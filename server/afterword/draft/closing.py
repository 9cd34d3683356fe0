"""Finds the sign-off and the signature at the end of an email."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from afterword.draft.lines import Line, lowered
from afterword.draft.model import Context, Span
from afterword.draft.words import ALSO_A_NAME, NOBODY, NOT_A_NAME, PARTICLES, SUFFIXES, TITLES

# A line is a sign-off when all its words are from these two lists and one is a head.
_HEADS = frozenset(
    "regards regard wishes sincerely faithfully truly respectfully cheers warmly cordially "
    "gratefully thanks best yours appreciatively kindly thx tx ta ciao love xoxo rgds brgds br kr "
    "cordialement greetings saludos atentamente appreciation gratitude "
    "thankfully grüße grüßen gruß groet groeten abrazo hugs respect obliged ttyl xx namaste".split()
)
_FILLERS = frozenset(
    "with and & many very much so my the all again kind kindest warm warmest best good high "
    "highest sincere deep deepest most more once in advance personal professional from to you "
    "your team yours a an thank thanks of continued friendly cordial heartfelt utmost great "
    "sincerest every well truly i remain mit freundlichen besten herzlichen viele liebe met "
    "vriendelijke hartelijke bien un cordial saludo wish lots be stay submitted sorry "
    "friendly".split()
)
_PHRASES = frozenset(
    "thank you|thank you again|thank you so much|thank you very much|thank you in advance"
    "|thank you once again|thank you once more|thanking you|thanking you in anticipation"
    "|thank you kindly|thank you all|take care|talk soon|speak soon|talk to you soon"
    "|speak to you soon|see you soon|until then|until next time|looking forward|onward"
    "|in appreciation|in gratitude|have a great day|have a good day|have a nice day"
    "|have a wonderful day|have a lovely day|have a great weekend|have a good weekend"
    "|have a nice weekend|have a great week|have a good one|later|peace|be well|stay well"
    "|god bless|more soon|salaam|maraming salamat|salamat|je vous prie d'agréer"
    "|bien à vous|un saludo|med vänlig hälsning|med vennlig hilsen|mvh|mfg|lg|vg|hilsen"
    "|tchau|um abraço|abraços"
    "|с уважением|敬具|敬上|此致|よろしくお願いいたします|감사합니다|धन्यवाद|مع التحية"
    "|cordiali saluti|distinti saluti|un cordiale saluto|pozdrawiam".split("|")
)
_THANKS_ONLY = frozenset("thank thanks you again so very much many all a lot the once more".split())
# After these a name may follow without a comma: "Kind regards Priya Nair".
_STRONG = frozenset("regards sincerely faithfully truly respectfully cheers thanks yours".split())
# A short line that opens with one of these and ends with a comma is a sign-off above a name.
_OPENERS = frozenset(
    "best warm warmest kind kindest with have many yours all take wishing in until sending much v "
    "respectfully sincerely thanks cheers love wish hugs regards".split()
)
_OPENED_WORDS = 6
_ANY_WORDS = 4
_OPENS_SENTENCE = frozenset(
    "looking hoping hope i we awaiting waiting thank expecting please again p.s ps".split()
)
_BLANK_NAMES = frozenset(
    "your name|your full name|full name|name|first last|first name last name|sender name".split("|")
)
_NOTICE = re.compile(
    r"confidential|intended (?:recipient|solely|only)|privileged|disclaimer|consider the env"
)
_NOTICE_STARTS = (
    "confidential",
    "this e",
    "this message",
    "disclaimer",
    "the information",
    "please c",
)
_DEVICES = (
    "sent from my ",
    "sent from outlook",
    "sent from mail for",
    "sent from yahoo",
    "sent from gmail",
    "sent from proton",
    "sent via ",
    "sent with ",
    "get outlook for",
    "gesendet von mein",
    "von meinem iphone",
    "envoyé de mon",
    "envoyé depuis",
    "enviado desde mi",
    "enviado do meu",
    "inviato da",
    "verzonden vanaf",
)
_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*")
_CONTACT = re.compile(
    r"@|https?:|www\.|linkedin|\d[\d\s().+-]{5,}\d|\b\d{3}-\d{4}\b"
    r"|^(?:e-?mail|e|m|t|p|tel|phone|mobile|cell|web|skype|portfolio|github)\s?[.:]"
)
_STOPPED = re.compile(r"[a-z]{2}[.!?] ")
_DETAIL = re.compile(r"[@\[{<|•]|[(+]?\d")
_POSTSCRIPT = re.compile(r"p\.?[ \t]?s\.?(?:[ \t:,;.–—-]|$)|nb:")
_REACH = 16
"""A sign-off stands in the last lines; more lines than this below it are no signature."""
_SIGNED = 8
_SIGNED_SENTENCES = 2
_PIECES = 3
"""So many quotes, from the end, may stand below the sign-off of a note."""
_WIDTH = 100
_WRAPPED = 60
"""A line shorter than this was ended by the writer, not wrapped."""
_NAME_WORDS = 5
_SHORT_WORDS = 9
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


def is_added_line(text: str) -> bool:
    """Tell a line that mail programs add: "Sent from my phone", a notice of confidentiality."""
    start = text[:24].lower()
    if start.startswith(_DEVICES):
        return len(text) <= _WIDTH
    return start.startswith(_NOTICE_STARTS) and _NOTICE.search(text[:400].lower()) is not None


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


@dataclass(frozen=True, slots=True)
class _SignOff:
    """A sign-off in one line: its range in the line, and where a name follows on it."""

    start: int
    end: int
    name: int | None
    only_thanks: bool


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
            closing = self._separated(end) or self._signed_off(end)
            if closing is None and alone:
                closing = self._name_alone(end)
            if closing:
                return closing
        return None

    def _postscript(self) -> int:
        """Return the index of the line that opens a postscript, else the number of lines."""
        count = len(self.lines)
        for index in range(max(1, count - _REACH), count):
            if _POSTSCRIPT.match(self.lines[index].text[:8].lower()):
                return index
        return count

    def _separated(self, end: int) -> Closing | None:
        """Read a signature below the separator "--"."""
        for index in range(max(0, end - _REACH), end):
            if self.lines[index].text == "--":
                break
        else:
            return None
        if index + 1 >= end or any(_is_prose(line.text) for line in self.lines[index + 1 : end]):
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
        for index in range(end - 1, max(-1, end - 1 - _REACH), -1):
            found = self._sign_off(index)
            fits = found and (not sentences or self._names_above(index, found))
            if found and fits and self._signature_follows(index, end, found):
                return self._close(index, end, found)
            if _is_prose(self.lines[index].text):
                sentences += 1
                if self.gaps[index] or sentences > _SIGNED_SENTENCES:
                    break
        return None

    def _names_above(self, index: int, found: _SignOff) -> bool:
        return not found.start and found.name is None and is_name(self.lines[index + 1].text)

    def _close(self, index: int, end: int, found: _SignOff) -> Closing:
        line = self.lines[index]
        sign_off = Span(line.start + found.start, line.start + found.end)
        signature = None
        if found.name is not None:
            signature = Span(line.start + found.name, self.lines[end - 1].end)
        elif index + 1 < end:
            signature = Span(self.lines[index + 1].start, self.lines[end - 1].end)
        if found.start:
            return Closing(index + 1, sign_off.start, sign_off, signature, end)
        # "Thanks again," above "Best regards," is one sign-off in two lines.
        while index and (above := self._whole_line(index - 1)) and not above.name:
            if self.lines[index - 1].text[-1] in ".!":
                break
            index -= 1
            sign_off = Span(self.lines[index].start, sign_off.end)
        return Closing(index, None, sign_off, signature, end)

    def _whole_line(self, index: int) -> _SignOff | None:
        text = self.lines[index].text
        return self._match(text) if len(text) <= _WIDTH else None

    def _sign_off(self, index: int) -> _SignOff | None:
        """Match the whole line, else the words after its last full stop."""
        if found := self._whole_line(index) or self._above_name(index):
            return found
        text = self.lines[index].text
        tail = text[-_WIDTH:]
        for mark in range(len(tail) - 2, -1, -1):
            if tail[mark] in ".!?" and tail[mark + 1].isspace():
                start = len(text) - len(tail) + mark + 1
                start += len(text[start:]) - len(text[start:].lstrip())
                found = self._match(text[start:])
                if found:
                    name = None if found.name is None else start + found.name
                    return _SignOff(start, start + found.end, name, found.only_thanks)
        return None

    def _above_name(self, index: int) -> _SignOff | None:
        """Match a short line of any words, or language, that a comma and then a name follow."""
        text = self.lines[index].text
        if text[-1] != "," or not self.gaps[index] or index + 1 >= len(self.lines):
            return None
        words = [match.group() for match in _WORD.finditer(lowered(text[:_WIDTH]))]
        if not words or len(words) > _ANY_WORDS or words[0] in _OPENS_SENTENCE:
            return None
        if "for" in words or (len(words) > 1 and is_name(text[:-1])):
            return None
        below = self.lines[index + 1].text
        named = is_name(below) or self._is_sender(below)
        return _SignOff(0, len(text), None, False) if named else None

    def _match(self, text: str) -> _SignOff | None:
        """Match a line, up to the contact details that may follow a name on it."""
        contact = _DETAIL.search(text)
        if contact:
            text = text[: contact.start()].rstrip()
        if not text or text[-1] == "?":
            return None
        found = self._match_words(text)
        return None if contact and found and found.name is None else found

    def _match_words(self, text: str) -> _SignOff | None:
        lower = lowered(text)
        words = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(lower)]
        if not words or len(words) > _SHORT_WORDS + _NAME_WORDS:
            return None
        count = 0
        while count < len(words) and (words[count][2] in _HEADS or words[count][2] in _FILLERS):
            count += 1
        if count == len(words) and _is_phrase(words):
            return _SignOff(0, len(text), None, _thanks_only(words))
        if self._opens_sign_off(text, words):
            return _SignOff(0, len(text), None, False)
        return self._with_name(text, words, count)

    @staticmethod
    def _opens_sign_off(text: str, words: list[tuple[int, int, str]]) -> bool:
        """Tell "Best wishes from Leeds," from "Thanks for your time,", which is a sentence."""
        if text[-1] != "," or len(words) > _OPENED_WORDS or "," in text[:-1]:
            return False
        first, second = words[0][2], words[1][2] if len(words) > 1 else ""
        return first in _OPENERS and not (first == "thanks" and second in ("for", "to"))

    def _with_name(
        self, text: str, words: list[tuple[int, int, str]], count: int
    ) -> _SignOff | None:
        """Match "Best, Priya", "Kind regards Priya Nair", and "Thanks, Dana" said to Dana."""
        phrase = " ".join(word for _, _, word in words)
        if phrase in _PHRASES and not (phrase.startswith("have a") and text[-1] in ".!"):
            return _SignOff(0, len(text), None, _thanks_only(words))
        for size in range(min(count, len(words) - 1), 0, -1):
            head = words[:size]
            if not _is_phrase(head):
                continue
            name = words[size][0]
            between = text[head[-1][1] : name]
            low = {word for _, _, word in words[size:]}
            if low <= self.readers:
                return _SignOff(0, len(text), None, _thanks_only(head))
            marked = any(mark in between for mark in ",-–—.!/|\t") or "  " in between
            if not marked and not (head[-1][2] in _STRONG and size < _SHORT_WORDS):
                continue
            if is_name(text[name:]) or low <= self.sender:
                end = head[-1][1] + len(between.rstrip(" \t\xa0-–—/|"))
                return _SignOff(0, end, name, _thanks_only(head))
        return None

    def _signature_follows(self, index: int, end: int, found: _SignOff) -> bool:
        if found.name is not None:
            rest = self.lines[index + 1 : end]
            return not any(_is_prose(line.text) for line in rest[:2])
        if index + 1 >= end:
            # "Thank you!" as the last words of a note is a sentence; "Thanks," is a sign-off.
            last = self.lines[index].text
            return not (found.only_thanks and (found.start or last[-1] in ".!"))
        first = self.lines[index + 1].text
        if found.start and not (is_name(first) or self._is_sender(first) or is_blank_name(first)):
            return False
        if _is_contact(first) or is_blank_name(first):
            return True
        word = first.split(None, 1)[0].lower().strip(_MARKS)
        named = word not in NOT_A_NAME or self._is_sender(first) or is_name(first)
        return not _is_prose(first) and (named or (" " not in first and word in ALSO_A_NAME))

    def _name_alone(self, end: int) -> Closing | None:
        """Read a signature that no sign-off precedes: a name at the end, or contact details."""
        first = max(0, end - _SIGNED)
        for index in range(end - 1, first - 1, -1):
            if _is_prose(self.lines[index].text):
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
            if all(_is_details(line.text) for line in self.lines[index:end]):
                return Closing(
                    index, None, None, Span(self.lines[index].start, self.lines[end - 1].end), end
                )
        return None

    def _stands_alone(self, index: int) -> bool:
        if index == 0 or self.gaps[index]:
            return True
        before = self.lines[index - 1].text
        return before[-1] in ".!?…,:)" or len(before) < _WRAPPED

    def _is_sender(self, text: str) -> bool:
        words = lowered(text[:_WIDTH]).strip(_MARKS).split()
        return bool(words) and all(word.strip(",.") in self.sender for word in words)

    def _is_other_name(self, text: str, index: int) -> bool:
        bare = text.lstrip("-–—~/ ")
        if index == 0 or not (is_name(bare) or self._is_lower_name(index)):
            return False
        if text[0] in "-–—~/" and self.lines[index - 1].text[0] in "-–—~/":
            return False
        return not set(lowered(text).strip(_MARKS).split()) <= self.readers

    def _is_lower_name(self, index: int) -> bool:
        """Tell "priya" at the end of a note typed without capitals."""
        words = self.lines[index].text.split()
        return (
            index == len(self.lines) - 1
            and self.gaps[index]
            and len(words) < 3
            and all(word.isalpha() and not _is_common(word) for word in words)
        )


def _is_common(word: str) -> bool:
    return word in NOT_A_NAME or word in NOBODY or word in _HEADS or word in _FILLERS


def _is_phrase(words: list[tuple[int, int, str]]) -> bool:
    if " ".join(word for _, _, word in words) in _PHRASES:
        return True
    return len(words) <= _SHORT_WORDS and any(word in _HEADS for _, _, word in words)


def _thanks_only(words: list[tuple[int, int, str]]) -> bool:
    return words[0][2] in ("thank", "thanks", "many") and all(
        word in _THANKS_ONLY for _, _, word in words
    )


def _is_contact(text: str) -> bool:
    return len(text) <= _WIDTH and _CONTACT.search(text.lower()) is not None


def _is_details(text: str) -> bool:
    """Tell a line of contact details from a sentence that holds some."""
    return _is_contact(text) and len(text.split()) <= _SHORT_WORDS and not _STOPPED.search(text)


def _is_prose(text: str) -> bool:
    """Tell a sentence from a line of a signature."""
    if len(text) > _WIDTH:
        return True
    count = text.count(" ") + 1
    if count > _SHORT_WORDS:
        return not _is_contact(text)
    return count >= 4 and text[-1] in ".!?" and not _is_contact(text)


def is_blank_name(text: str) -> bool:
    """Tell a template's blank that stands where the writer's name belongs."""
    bare = text.strip("[](){}<>«»_*\"' .,").lower()
    return len(text) < 40 and (bare in _BLANK_NAMES or (text[0] in "[{<«" and "name" in bare))


def is_name(text: str) -> bool:
    """Tell a line that is somebody's name, by its shape: one to five capitalised words."""
    if len(text) > 60 or not text or text[-1] in "!?:;":
        return False
    words = text.replace(",", " ").split()
    if not words or len(words) > _NAME_WORDS:
        return False
    if text[-1] == "." and len(words[-1].rstrip(".")) > 2 and not _is_suffix(words[-1]):
        return False
    if not all(_is_name_word(word) for word in words):
        return False
    plain = [low for word in words if (low := word.lower().strip(".")) not in NOT_A_NAME]
    return any(low not in PARTICLES for low in plain) or (len(words) > 1 and len(plain) > 0)


def _is_suffix(word: str) -> bool:
    return word.lower().replace(".", "") in SUFFIXES


def _is_name_word(word: str) -> bool:
    bare = word.strip("().*\"'“”‘’-–—~")
    low = bare.lower()
    if low in PARTICLES or low in TITLES or (len(bare) == 1 and bare.isupper()):
        return True
    if not bare or bare[0].islower() or (low in NOT_A_NAME and low not in ALSO_A_NAME):
        return False
    return all(char.isalpha() or char in ".'’-‘`" or not char.isascii() for char in bare)
