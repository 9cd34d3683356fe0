"""Cuts the lines of a paragraph into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from afterword.draft.lines import BLANK, Line
from afterword.draft.memory import remember, remember_text
from afterword.draft.model import Span, new

_EMOJI = "\U0001f300-\U0001faff\u2600-\u27bf\u2b50"
_JOINED = "[\ufe0f\u200d\U0001f300-\U0001faff]*"
EMOJI = f"[{_EMOJI}]{_JOINED}"
"""One, or several joined; what joins them also stands in words of other scripts."""
_ANY_STOP = ".!?…。！？؟।｡"
_STOPS = frozenset(_ANY_STOP)
# A run of stops and the quotes or brackets that close after it, or a run of emoji; always taken
# whole, so that a long run costs its length once. It begins with one set of characters, for which
# a text is searched six times as fast as for either of two.
_STOP = re.compile(
    rf"[{_ANY_STOP}{_EMOJI}](?:(?<=[{_ANY_STOP}])[{_ANY_STOP}]*['\"’”»)\]*_]*|{_JOINED}(?:{EMOJI})*)"
)
_PLAIN_STOP = re.compile(r"[.!?][.!?]*['\")\]*_]*")
"""The same for text of plain characters, which is searched faster; it begins with one set too."""
_BLANKS = frozenset(BLANK)
_WIDE_STOPS = frozenset("。！？｡")
_WORD_CHAR = re.compile(r"\w")
_CLOSERS = "'\"’”»)]*_"
_OPENERS = frozenset("'\"‘“„«([*_¿¡#$€£₹+")

# Followed by a name or a number, so never the end of a sentence unless the line ends there.
_NEVER = frozenset(
    "dr mr mrs ms mx prof rev hon sra srta messrs mme mlle capt lt sgt maj "
    "e.g eg i.e ie vs cf approx no nos nr viz incl excl esp attn p.s n.b".split()
)
# May end a sentence: they do where the next word is one that opens sentences.
_MAYBE = frozenset(
    "st mt ft tel ext ref fr sr hr dipl col gen ca fig sec ch vol pp ed resp "
    "mon tue tues wed thu thur thurs fri sat sun "
    "jan feb mar apr jun jul aug sep sept oct nov dec "
    "pvt exp yr ppl mgmt govt intl natl assoc assn "
    "inc ltd co corp llc llp plc gmbh bros dept univ jr esq al min hrs yrs "
    "a.m p.m am pm u.s u.k u.n e.u u.s.a d.c ph.d m.d b.a m.a b.sc m.sc b.s m.s m.b.a "
    "b.tech m.tech b.e b.com ave blvd rd".split()
)
_JOINERS = frozenset("and or the a an of to with for at from by my your our as than & +".split())
# At the end of a list: another sentence follows when a capital does.
_LISTS_END = "etc"
_SHORT_FORMS = _NEVER | _MAYBE | {_LISTS_END}
_STARTERS = frozenset(
    "i i'm i've i'd i'll i’m i’ve i’d i’ll we we're we’re our my me it it's it’s its the this "
    "that that's that’s these those there a an in on at as if when while since after before "
    "thank thanks many please he she they you your his her their what how why where who which "
    "is are was were do does did can could would will should may might let let's let’s and but "
    "so or also again however having with for from by to not no yes once both all any some "
    "looking hope hoping here just being during given because although though kindly best".split()
)
_TOP_DOMAINS = frozenset("com org net io co ai app dev edu gov eu uk de fr in js ts py".split())

_BULLET = re.compile(
    r"(?:[-*+•‣◦▪●○■□–—·»✓✔➤►→]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]|[oO](?=[ \t]{2}))[ \t\xa0]+"
)
_MARK_WIDTH = 6
"""Characters of the longest mark that begins with a letter."""
_SMALL_I = re.compile(r"i(?:['’](?:m|ve|d|ll))?[ \t]")
"""Typed small, it says no more than its capital does whether the line before goes on."""
_WRAP_MIN = 40
"""A line shorter than this was ended on purpose; mail programs wrap at 65 to 80 columns."""
_LINE_END_STOPS = frozenset(".!?…:。！？؟।")


def split(text: str, lines: Sequence[Line]) -> list[Span]:
    """Return the sentences of one paragraph, given its lines.

    A list item, and a line that was ended on purpose, start a sentence of their own; a line that
    was wrapped goes on in the next. List marks stand outside the spans.
    """
    spans: list[Span] = []
    for start, end in _chunks(lines):
        for at, to in _places(text[start:end]):
            spans.append(new(Span, (start + at, start + to)))
    return spans


@remember_text(64)
def _places(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of a chunk begin and end in it."""
    return list(_cut(text))


def _chunks(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Join wrapped lines; a chunk never crosses a list mark or a line ended on purpose."""
    if len(lines) == 1:  # as in most mail that is written in a browser
        yield lines[0].start + _bullet(lines[0]), lines[0].end
        return
    width = max((line.end - line.start for line in lines), default=0)
    start = end = -1
    last: Line | None = None
    for line in lines:
        bullet = _bullet(line)
        if last is None or bullet or not _goes_on(last, line, width):
            if last is not None:
                yield start, end
            start = line.start + bullet
        end = line.end
        last = line
    if last is not None:
        yield start, end


def _bullet(line: Line) -> int:
    """Return the length of the list mark at the start of the line, 0 where there is none."""
    start = line.text[:_MARK_WIDTH]
    if start[:1].isalpha() and start[0] not in "oO" and "." not in start and ")" not in start:
        return 0  # as most; a letter that marks an item has a stop or a bracket behind it
    match = _BULLET.match(line.text, 0, 16)
    return match.end() if match else 0


def _goes_on(last: Line, line: Line, width: int) -> bool:
    """Tell whether `line` continues the sentence of `last`, judged at the break alone."""
    before = last.text.rstrip(_CLOSERS)[-1:]
    small = line.text[0].islower() and not _SMALL_I.match(line.text)
    if small or before in ",;&" or _is_unfinished(last.text):
        return True
    if before in _LINE_END_STOPS:
        return False
    length = last.end - last.start
    next_word = line.text.split(None, 1)[0]
    return length >= _WRAP_MIN and length + 1 + len(next_word[:width]) > width


def _is_unfinished(text: str) -> bool:
    """Tell a line that ends with "Dr." or "and": no sentence does."""
    word = text[-12:].rpartition(" ")[2].lower()
    return word in _JOINERS or (word[-1:] == "." and word[:-1].lstrip("(") in _NEVER)


def _cut(text: str) -> Iterator[tuple[int, int]]:
    start, end = 0, len(text)
    for stop in (_PLAIN_STOP if text.isascii() else _STOP).finditer(text):
        at, after = stop.span()
        if after < start:
            continue
        if not _plainly_ends(text, start, at, after):
            if not _ends_sentence(text, start, at, after, end):
                continue
            after = _with_emoji(text, after, end)
        if span := _sentence(text, start, after):
            yield span
        start = after
    if span := _sentence(text, start, end):
        yield span


def _sentence(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the range without margins; None where it holds no letter, digit or blank."""
    while start < end and text[start] in _BLANKS:
        start += 1
    if start < end and text[start].isalnum() and text[end - 1] not in _BLANKS:
        return start, end  # as most
    while end > start and text[end - 1] in _BLANKS:
        end -= 1
    if start < end and (text[start].isalnum() or _WORD_CHAR.search(text, start, end)):
        return start, end
    return None


def _plainly_ends(text: str, start: int, stop: int, after: int) -> bool:
    """Tell at once what `_ends_sentence` would say of a stop between a word and a capital."""
    if after - stop > 1 or text[stop] not in ".!?" or text[after : after + 1] != " ":
        return False
    last = text[text.rfind(" ", start, stop) + 1 : stop]
    return (
        text[after + 1 : after + 2].isupper()
        and len(last) > 1
        and last.isalpha()
        and last.lower() not in _SHORT_FORMS
    )


def _ends_sentence(text: str, start: int, stop: int, after: int, end: int) -> bool:
    if after >= end:
        return True
    following = text[after]
    if following not in _BLANKS:
        return text[stop] in _WIDE_STOPS or (
            text[stop] in ".!?" and after == stop + 1 and _space_forgotten(text, start, stop, end)
        )
    word = _next_word(text, after, end)
    if not word:
        return True
    run = text[stop:after]
    if run[0] == "." and run.rstrip(_CLOSERS) == ".":
        return _full_stop(text, start, stop, word, closed=len(run) > 1)
    lower = word[0].islower()
    if run[0] == "…" or run[:2] == ".." or run[0] not in _STOPS:
        return not lower
    # A question or an exclamation inside quotes or brackets may stand within a sentence.
    return not (lower and run[-1] in _CLOSERS)


def _next_word(text: str, after: int, end: int) -> str:
    rest = text[after : min(end, after + 24)].split(None, 1)
    return rest[0] if rest else ""


def _last_word(text: str, start: int, stop: int) -> str:
    piece = text[max(start, stop - 16) : stop]
    words = piece.split()
    return words[-1].lstrip("([\"'“‘*") if words and piece[-1] not in _BLANKS else ""


def _full_stop(text: str, start: int, stop: int, following: str, *, closed: bool) -> bool:
    last = _last_word(text, start, stop)
    # "1. First" inside a line: the number opens the sentence, it does not end it.
    if last.isdecimal() and not text[start : stop - len(last)].strip(BLANK):
        return False
    return _breaks(last, following, closed)


@remember(512)
def _breaks(last: str, following: str, closed: bool) -> bool:
    """Tell whether a sentence ends between "last." and "following"."""
    lower = last.lower()
    if closed and following[0].islower():
        return False
    if lower in _NEVER and not closed:
        return lower == "no" and _bare(following) in _STARTERS
    if lower == _LISTS_END:
        return not following[0].islower()
    if lower in _MAYBE or (len(last) == 1 and last.isupper() and last != "I"):
        return _bare(following) in _STARTERS and following[0].isupper()
    return True


def _bare(word: str) -> str:
    return word.strip("([\"'“‘*,.;:!?").lower()


def _space_forgotten(text: str, start: int, stop: int, end: int) -> bool:
    """Tell "your time.Thank you" from an address, a number or a product name."""
    last = _last_word(text, start, stop)
    following = _next_word(text, stop + 1, end)
    if len(last) < 2 or not last.isalpha() or not last.islower():
        return False
    head = following.rstrip(",.;:!?")
    if not head[:1].isupper() or not head.isalpha() or head.lower() in _TOP_DOMAINS:
        return False
    return len(head) > 1 or head == "I"


def _with_emoji(text: str, after: int, end: int) -> int:
    """Take the emoji, smiley or closing mark that follows a stop into its sentence."""
    while after < end:
        begin = after
        while begin < end and text[begin] in _BLANKS:
            begin += 1
        stop = begin
        while stop < end and text[stop] not in _BLANKS:
            if text[stop].isalnum() or text[stop] in _OPENERS or text[stop] in "-–—@<{&/_":
                return after
            stop += 1
        if stop == begin:
            return after
        after = stop
    return after
