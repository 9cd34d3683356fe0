"""Whether a written name is the name of somebody known, or nearly so."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from afterword.draft.memory import remember
from afterword.draft.model import Person
from afterword.draft.words import PARTICLES, SUFFIXES, TITLES


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A written name that is almost that of `person`; `text` is the writer's words put right."""

    person: Person
    text: str


class _Word(NamedTuple):
    """One word of a name, with its place in the text it was read from."""

    start: int
    end: int
    exact: str
    """Lower case, with accents, apostrophes in one form."""
    plain: str
    """Without accents and apostrophes."""
    optional: bool
    """An honorific, a particle or a suffix, which a name may be written without."""
    hyphen: bool
    """Joined to the next word by a hyphen."""
    given: bool
    """Not the last word of a longer name, so likely a name that people shorten."""
    capitals: bool
    """Written in capitals, which many people write without accents."""


class _Pair(NamedTuple):
    """Words of the written name, by index, that stand for words of the known name."""

    written: tuple[int, ...]
    known: tuple[int, ...]
    form: bool
    """By a short form or an initial, not letter by letter."""


_Changes = tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]
"""Which written words to replace by which known ones, by index."""


class _Compared(NamedTuple):
    """What a written name is to a known one."""

    denotes: bool
    changes: _Changes | None
    """None both for a name that is right and for one that is somebody else's."""


_COMPARED = 128
"""Pairs of names of which the answer is kept: those of a few drafts."""
_HYPHENS = ("-", "‐", "‑")
_LATIN = re.compile("[a-z0-9]+")
_NAME_WORD = re.compile(r"[^\s,;()\"“”\-‐‑–]+")
_SPECIAL = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"}
)
_EXPANDED = (
    str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "đ": "dj", "ō": "oh"}),
    str.maketrans({"ō": "ou", "ū": "uu"}),
)
"""Accepted spellings where a keyboard has no accents: Mueller, Djordje, Ohno, Satou."""
_SPELT_OUT = frozenset("ßæœþıōū")
"""Letters that are commonly written plainly (Gross for Groß, Sato for Satō) and are no loss."""
_HONORIFICS = TITLES | frozenset(
    "khun ato woizero domnul doamna mas mbak kak chị anh cô ông bà mw mej hr fr dna ma fru "
    "mwalimu bwana bibi syed maulana swami tita tito ate kuya kyrios kyria".split()
)
"""Words before a name that it may be written without, as titles are."""
_ARTICLES = frozenset("al el ul".split())
"""The Arabic article, which is written in either way."""
_JOINED_AFTER = SUFFIXES | {"nim", "ssi"}
_LAST = frozenset(
    "bey hanım hanim efendi abi abla ji jee saheb sahib sahab sir ma'am maam madam garu saab "
    "joon agha khanom bhai didi laoshi xiansheng".split()
)
"""Words behind a name, at its very end, that it may be written without."""
_CJK_HONORIFIC = re.compile(
    "(?<=.)(?:様|さま|さん|殿|先生|氏|女士|小姐|老師|老师|经理|經理|선생님|님|씨)$"
)
_ENDINGS = (
    "ka ko ek ik ito ita itos inho inha zinho zinha chen lein ushka enka usia cik tje ie".split()
)
"""What people put behind a name, or in the place of its last vowel, to make it small: Janek."""
_SHORTEST_STEM = 3
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʻ`´ʹ＇", "'"))
_LONGEST_NAME = 120
_WHOLE = 2
"""Words of a whole name, as opposed to a first or last name alone."""
_LONGEST_WORD = 40
_MOST_WORDS = 10
# One letter less is a slip (Dan for Dana); two or more are a short form.
_CUT = 2
_SHORTEST_START = 3
_SHORTEST_END = 4


def match_person(written: str, people: Iterable[Person]) -> Person | None:
    """Return the person that a written name denotes, None where it denotes nobody of them.

    First name, last name, both in either order, initials, short forms, one half of a double
    surname, names without their accents, honorifics or particles: each may stand for the person.
    """
    loose: Person | None = None
    for person in people:
        compared = _compare(written, person.name)
        if compared.denotes:
            if compared.changes is None:
                return person
            loose = loose or person
    return loose


def near_miss(written: str, people: Sequence[Person]) -> NearMiss | None:
    """Return the person whose name was almost written; None where it is right or nobody's.

    A name is nearly right by one letter, or two in a long name; by two letters that changed
    places; by a lost accent, apostrophe or hyphen; by the short form of a similar name (John for
    Jonathan). A name that is right for one of `people` is never nearly another's.
    """
    found: NearMiss | None = None
    for person in people:
        compared = _compare(written, person.name)
        if compared.changes is None:
            if compared.denotes:
                return None
        elif found is None:
            found = NearMiss(person, _corrected(written, person.name, compared.changes))
    return found


def is_somebody_else(written: str, known: str, *, surname: bool = False) -> bool:
    """Tell whether `written` is certainly no name of the person called `known`.

    A nickname or an English name (Kevin for Xiaoming) can be any word, so a name that merely does
    not match is not certain. Certain is a name in the same script without a word or an initial in
    common, that is one of three: a whole name; a surname, as the caller tells from its honorific;
    or a given name of the list in `short_forms.txt` where the known given name is in it too,
    since a person called Oliver is not also called Latoya. Names that often stand before a second
    given name tell nothing, since a María may be called Teresa and a Mohammed Omar.
    """
    mine = [word for word in _words(written) if not word.optional]
    theirs = [word for word in _words(known) if not word.optional]
    if not mine or len(theirs) < _WHOLE or not same_script(written, known):
        return False
    if denotes(written, known) or is_near_miss(written, known):
        return False
    if any(_may_be_same(word.plain, other.plain) for word in mine for other in theirs):
        return False
    if len(mine) >= _WHOLE:
        return all(len(word.plain) > 1 for word in mine)
    listed = mine[0].plain in _GIVEN_NAMES
    if surname:
        return not listed
    return listed and theirs[0].plain in _TELLING


def _may_be_same(one: str, two: str) -> bool:
    return one[0] == two[0] or one in two or two in one


def same_script(written: str, known: str) -> bool:
    """Tell whether both names are written in Latin letters, or neither is."""
    return _is_latin(written) == _is_latin(known)


def _is_latin(name: str) -> bool:
    return all(_LATIN.fullmatch(word.plain) for word in _words(name))


def is_near_miss(written: str, known: str) -> bool:
    """Tell whether `written` is almost the name `known`; see `near_miss`."""
    return _compare(written, known).changes is not None


def denotes(written: str, known: str) -> bool:
    """Tell whether `written` may stand for the person called `known`; see `match_person`."""
    return _compare(written, known).denotes


@remember(_COMPARED)
def _compare(written: str, known: str) -> _Compared:
    mine, theirs = _words(written), _words(known)
    pairs = _align(mine, theirs)
    return _Compared(_denotes(pairs, mine, theirs), _replacements(pairs, mine, theirs))


@remember(_COMPARED)
def _words(name: str) -> tuple[_Word, ...]:
    name = name[:_LONGEST_NAME]
    matches = list(_NAME_WORD.finditer(name))[:_MOST_WORDS]
    words: list[_Word] = []
    for index, match in enumerate(matches):
        text = match.group()
        exact = text.strip(".*_:!?").replace("İ", "i").lower()
        if not exact.isascii() or "`" in exact:
            exact = unicodedata.normalize("NFC", exact).translate(_APOSTROPHES)
            exact = _CJK_HONORIFIC.sub("", exact.replace("i\u0307", "i"))
        exact = exact.removesuffix("'s").strip("'")
        plain = _plain(exact)
        if not plain:
            continue
        last = index == len(matches) - 1
        bare = exact.replace(".", "")
        joined = name[match.start() - 1 : match.start()] in _HYPHENS
        optional = len(matches) > 1 and (
            (not last and (bare in _HONORIFICS or bare in PARTICLES))
            or (index > 0 and (bare in _JOINED_AFTER or (last and not joined and bare in _LAST)))
        )
        hyphen = name[match.end() : match.end() + 1] in _HYPHENS
        given = not last or index == 0
        capitals = len(plain) > 1 and text.isupper()
        place = match.start(), match.end()
        words.append(_Word(*place, exact, plain, optional, hyphen, given, capitals))
    return tuple(words)


def _plain(word: str) -> str:
    if word.isascii():
        return word if word.isalnum() else "".join(char for char in word if char.isalnum())
    parts = unicodedata.normalize("NFKD", word.translate(_SPECIAL))
    return "".join(char for char in parts if char.isalnum())


def _same(written: _Word, known: _Word) -> bool:
    return written.plain == known.plain or (
        not known.exact.isascii()
        and any(written.plain == _plain(known.exact.translate(table)) for table in _EXPANDED)
    )


def _align(written: Sequence[_Word], known: Sequence[_Word]) -> list[_Pair]:
    """Pair the words of two names, whole words first, in any order, each word once."""
    pairs: list[_Pair] = []
    free_written = list(range(len(written)))
    free_known = list(range(len(known)))

    def take(mine: tuple[int, ...], theirs: tuple[int, ...], form: bool) -> None:
        pairs.append(_Pair(mine, theirs, form))
        for index in mine:
            free_written.remove(index)
        for index in theirs:
            free_known.remove(index)

    for tier in (_same, _short_form, _initial):
        for mine in tuple(free_written):
            for theirs in tuple(free_known):
                if mine in free_written and tier(written[mine], known[theirs]):
                    take((mine,), (theirs,), tier is not _same)
        if tier is _same:
            for mine_run, their_run in _joined(written, known, free_written, free_known):
                take(mine_run, their_run, form=False)
    return pairs


def _joined(
    written: Sequence[_Word], known: Sequence[_Word], mine: Sequence[int], theirs: Sequence[int]
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Find one name written in several words and the other in one: "Delacruz", "Mary Jane"."""
    for size in (3, 2):
        if size > max(len(mine), len(theirs)):
            continue
        for run in _runs(theirs, size):
            whole = "".join(known[index].plain for index in run)
            for index in mine:
                if written[index].plain == whole:
                    return [((index,), run)]
        for run in _runs(mine, size):
            whole = "".join(written[index].plain for index in run)
            for index in theirs:
                if known[index].plain == whole:
                    return [(run, (index,))]
    return []


def _runs(indices: Sequence[int], size: int) -> list[tuple[int, ...]]:
    slices = (tuple(indices[at : at + size]) for at in range(len(indices) - size + 1))
    return [run for run in slices if run[-1] - run[0] == size - 1]


def _initial(written: _Word, known: _Word) -> bool:
    if len(written.plain) > 1 and len(known.plain) > 1:
        return False
    shorter, longer = sorted((written.plain, known.plain), key=len)
    return len(shorter) == 1 and longer.startswith(shorter) and shorter.isalpha()


def _short_form(written: _Word, known: _Word) -> bool:
    if not _FAMILIES.get(written.plain, _NONE).isdisjoint(_FAMILIES.get(known.plain, _NONE)):
        return True
    if known.given and _is_shortened(written.plain, known.plain):
        return True
    # In Chinese, Japanese and Korean script a name is one word; either half may stand for it.
    return written.plain in known.plain and all("\u3040" <= c <= "\ud7a3" for c in written.plain)


def _is_shortened(written: str, known: str) -> bool:
    """Tell a short form that no list holds: Abhi for Abhishek, Tunde, Zsófi for Zsófia."""
    if written in _FULL_NAMES:
        return False
    if len(written) > len(known):
        return _is_small_form(written, known)
    if len(known) - len(written) < _CUT:
        return known.endswith("ia") and written == known[:-1]
    return (len(written) >= _SHORTEST_START and known.startswith(written)) or (
        len(written) >= _SHORTEST_END and known.endswith(written)
    )


def _is_small_form(written: str, known: str) -> bool:
    """Tell a name that an ending made small: Janek for Jan, Danka for Dana, Juanito for Juan."""
    stems = [known] if known[-1] not in "aeiou" else [known, known[:-1]]
    return any(
        len(stem) >= _SHORTEST_STEM
        and written.startswith(stem)
        and written[len(stem) :] in _ENDINGS
        for stem in stems
    )


def _left(words: Sequence[_Word], taken: Iterable[tuple[int, ...]]) -> list[int]:
    """Return the words that pair with none and are neither optional nor an initial."""
    used = {index for run in taken for index in run}
    return [
        index
        for index, word in enumerate(words)
        if index not in used and not word.optional and len(word.plain) > 1
    ]


def _denotes(pairs: Sequence[_Pair], written: Sequence[_Word], known: Sequence[_Word]) -> bool:
    if not any(_counts(pair, written, known) for pair in pairs):
        return _initials(written, known)
    left_written = _left(written, (pair.written for pair in pairs))
    left_known = _left(known, (pair.known for pair in pairs))
    return not (left_written and left_known)


def _counts(pair: _Pair, written: Sequence[_Word], known: Sequence[_Word]) -> bool:
    """Tell a pair that identifies somebody: not two honorifics, not an initial."""
    mine, theirs = written[pair.written[0]], known[pair.known[0]]
    if len(pair.written) == len(pair.known) == 1:
        if mine.optional and theirs.optional:
            return False
        if len(mine.plain) == 1 and mine.plain.isascii():
            return len(theirs.plain) == 1 and len(known) == 1
    return True


def _initials(written: Sequence[_Word], known: Sequence[_Word]) -> bool:
    """Tell "JK" or "J. K." written for "J. K. Rao"."""
    letters = "".join(word.plain for word in written)
    firsts = "".join(word.plain[0] for word in known if not word.optional)
    return 2 <= len(letters) <= 4 and letters.isalpha() and firsts.startswith(letters)


def _replacements(
    pairs: Sequence[_Pair], written: Sequence[_Word], known: Sequence[_Word]
) -> _Changes | None:
    """Return which written words to replace by which known ones; None where none is nearly right.

    None both for a name that is right and for one that is somebody else's.
    """
    changes = [(pair.written, pair.known) for pair in pairs if _lost_a_mark(pair, written, known)]
    changes += _lost_hyphens(pairs, written, known)
    changes += _wrong_particles(written, known)
    left_written = _left(written, (pair.written for pair in pairs))
    left_known = _left(known, (pair.known for pair in pairs))
    sure = any(_counts(pair, written, known) for pair in pairs)
    if left_known or not sure:
        for mine in left_written:
            theirs = _nearest(written[mine], known, left_known, sure=sure)
            if theirs is None:
                return None
            left_known.remove(theirs)
            changes.append(((mine,), (theirs,)))
    return tuple(sorted(changes)) or None


def _lost_a_mark(pair: _Pair, written: Sequence[_Word], known: Sequence[_Word]) -> bool:
    """Tell a lost accent or apostrophe, or a short form that is a letter off another."""
    if len(pair.written) != 1 or len(pair.known) != 1:
        return False
    mine, theirs = written[pair.written[0]], known[pair.known[0]]
    if pair.form:
        return (
            mine.plain in _FAMILIES
            and theirs.plain in _FAMILIES
            and min(len(mine.plain), len(theirs.plain)) > 2
            and mine.plain not in _FULL_NAMES
            and theirs.plain not in _FULL_NAMES
            and _distance(mine.plain, theirs.plain, 1) == 1
        )
    if mine.exact == theirs.exact or mine.plain != theirs.plain or mine.capitals:
        return False
    if len(mine.exact) == len(theirs.exact):
        pairs = zip(mine.exact, theirs.exact, strict=True)
        return any(char != other and _is_mark(other) for char, other in pairs)
    return any(char not in mine.exact for char in theirs.exact if _is_mark(char))


def _wrong_particles(
    written: Sequence[_Word], known: Sequence[_Word]
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Tell "van den Berg" written for "van der Berg"; a particle left out is no slip."""
    mine, theirs = (
        [index for index, word in enumerate(name) if word.optional and word.plain in PARTICLES]
        for name in (written, known)
    )
    if len(mine) != len(theirs):
        return []
    return [
        ((at,), (index,))
        for at, index in zip(mine, theirs, strict=True)
        if known[index].plain not in _ARTICLES
        and _distance(written[at].plain, known[index].plain, 1) == 1
    ]


def _is_mark(char: str) -> bool:
    """Tell a letter with an accent, or an apostrophe."""
    return not (char in _SPELT_OUT or (char.isascii() and (char.isalnum() or char == ".")))


def _lost_hyphens(
    pairs: Sequence[_Pair], written: Sequence[_Word], known: Sequence[_Word]
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    where = {pair.known[0]: pair.written[0] for pair in pairs if len(pair.known) == 1}
    changes: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    for index, word in enumerate(known[:-1]):
        if not word.hyphen or word.optional or known[index + 1].plain in SUFFIXES:
            continue
        mine, after = where.get(index), where.get(index + 1)
        if mine is not None and after == mine + 1 and not written[mine].hyphen:
            changes.append(((mine, after), (index, index + 1)))
    changes.extend(
        (pair.written, pair.known)
        for pair in pairs
        if len(pair.written) == 1
        and len(pair.known) > 1
        and known[pair.known[0]].hyphen
        and not known[pair.known[0]].optional
    )
    return changes


def _nearest(
    written: _Word, known: Sequence[_Word], free: Sequence[int], *, sure: bool
) -> int | None:
    best: int | None = None
    least = _LONGEST_WORD
    for index in free:
        word = known[index].plain
        limit = _limit(written.plain, word, sure=sure)
        distance = _distance(written.plain, word, limit)
        if distance > limit and _near_short_form(written.plain, word):
            distance = limit
        if distance <= limit and distance < least:
            best, least = index, distance
    return best


def _limit(written: str, known: str, *, sure: bool) -> int:
    """Return how many letters may differ; more where another word of the name is right."""
    shorter = min(len(written), len(known))
    alike = written[0] == known[0]
    if shorter < 3:
        return 0
    if shorter == 3:
        return int(alike or sure)
    if shorter < 6:
        return 2 if sure and alike else 1
    return 3 if shorter > 6 and written[:3] == known[:3] else 2


def _near_short_form(written: str, known: str) -> bool:
    return len(written) > 2 and any(
        form[0] == written[0] and len(form) > 2 and _distance(written, form, 1) == 1
        for family in _FAMILIES.get(known, _NONE)
        if _MEMBERS[family][0] == known
        for form in _MEMBERS[family]
    )


def _distance(one: str, two: str, limit: int) -> int:
    """Count the letters to insert, drop, change or swap; stop counting above `limit`."""
    if abs(len(one) - len(two)) > limit or max(len(one), len(two)) > _LONGEST_WORD:
        return limit + 1
    letters, others = set(one), set(two)
    if len(letters - others) > limit or len(others - letters) > limit:
        return limit + 1  # a change mends one letter that the other has not
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, char in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, other in enumerate(two, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (char != other))
            if i > 1 and j > 1 and char == two[j - 2] and one[i - 2] == other:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def _corrected(written: str, name: str, changes: _Changes) -> str:
    """Put the known words in the place of the written ones, from the end on."""
    text, words, known = written, _words(written), _words(name)
    for mine, theirs in reversed(changes):
        right = name[known[theirs[0]].start : known[theirs[-1]].end].strip("*_:!?")
        text = text[: words[mine[0]].start] + right + text[words[mine[-1]].end :]
    return text


def _read_families() -> tuple[list[tuple[str, ...]], frozenset[str]]:
    """Return the families of short forms, and the names that stand by themselves."""
    path = Path(__file__).with_name("short_forms.txt")
    families: list[tuple[str, ...]] = []
    alone: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        words = line.partition("#")[0].split()
        if words[:1] == ["="]:
            alone += words[1:]
        elif words:
            families.append(tuple(words))
    return families, frozenset(alone)


_NONE: frozenset[int] = frozenset()
_MEMBERS, _ALONE = _read_families()
_FULL_NAMES = frozenset(family[0] for family in _MEMBERS)
_GIVEN_NAMES = _FULL_NAMES | _ALONE
_TELLING = _GIVEN_NAMES - frozenset(
    "maria marie mary mari jose joao juan ana anna anne luis luiz carlos jean hans karl johan joan "
    "mohammed mohammad muhammad mohamed ahmed ahmad abdul abdullah ali syed nur nurul siti sri "
    "fatima francisco pedro antonio giovanni gian john james hana hanna mina yuri".split()
)
"""Without the names beside which another is often in use, or that an Asian name is spelt like."""
_FAMILIES: dict[str, frozenset[int]] = {}
for _index, _family in enumerate(_MEMBERS):
    for _name in _family:
        _FAMILIES[_name] = _FAMILIES.get(_name, _NONE) | {_index}
