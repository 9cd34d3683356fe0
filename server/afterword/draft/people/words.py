"""A written name, read into its words."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from afterword.draft.memory import remember
from afterword.draft.words import CJK_HONORIFICS, GIVEN_TOO, PARTICLES, SUFFIXES, TITLES


class Word(NamedTuple):
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


REMEMBERED = 128
"""Names, and pairs of names, of which the answer is kept: those of a few drafts."""
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
_HONORIFICS = TITLES | frozenset(
    "khun ato woizero domnul doamna mas mbak kak chị anh cô ông bà mw mej hr fr dna ma fru "
    "mwalimu bwana bibi syed maulana swami tita tito ate kuya kyrios kyria".split()
)
"""Words before a name that it may be written without, as titles are."""
_JOINED_AFTER = SUFFIXES | {"nim", "ssi"}
_LAST = frozenset(
    "bey hanım hanim efendi abi abla ji jee saheb sahib sahab sir ma'am maam mam madam garu saab "
    "joon agha khanom bhai didi laoshi xiansheng".split()
)
"""Words behind a name, at its very end, that it may be written without."""
_CJK_HONORIFIC = re.compile(f"(?<=.)(?:{'|'.join(CJK_HONORIFICS)})$")
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼʻ`´ʹ＇", "'"))
_LONGEST_NAME = 120
"""Characters of a name that are read."""
_MOST_WORDS = 10
"""Words of a name that are read."""


@remember(REMEMBERED)
def read(name: str) -> tuple[Word, ...]:
    """Return the words of a name in their order; marks alone are none."""
    name = name[:_LONGEST_NAME]
    matches = list(_NAME_WORD.finditer(name))[:_MOST_WORDS]
    words: list[Word] = []
    for index, match in enumerate(matches):
        text = match.group()
        exact = _exact(text)
        plain = _plain(exact)
        if not plain:
            continue
        last = index == len(matches) - 1
        bare = exact.replace(".", "")
        called = index == 0 and bare in GIVEN_TOO
        joined = name[match.start() - 1 : match.start()] in _HYPHENS
        optional = len(matches) > 1 and (
            (not last and (bare in _HONORIFICS or bare in PARTICLES) and not called)
            or (index > 0 and (bare in _JOINED_AFTER or (last and not joined and bare in _LAST)))
        )
        hyphen = name[match.end() : match.end() + 1] in _HYPHENS
        given = not last or index == 0
        capitals = len(plain) > 1 and text.isupper()
        place = match.start(), match.end()
        words.append(Word(*place, exact, plain, optional, hyphen, given, capitals))
    return tuple(words)


def _exact(word: str) -> str:
    """Return a word in lower case, without the marks and honorifics that are joined to it."""
    exact = word.strip(".*_:!?").replace("İ", "i").lower()
    if not exact.isascii() or "`" in exact:
        exact = unicodedata.normalize("NFC", exact).translate(_APOSTROPHES)
        exact = _CJK_HONORIFIC.sub("", exact.replace("i\u0307", "i"))
    return exact.removesuffix("'s").strip("'")


def _plain(word: str) -> str:
    if word.isascii():
        return word if word.isalnum() else "".join(char for char in word if char.isalnum())
    parts = unicodedata.normalize("NFKD", word.translate(_SPECIAL))
    return "".join(char for char in parts if char.isalnum())


def same(written: Word, known: Word) -> bool:
    """Tell whether two words are one, but for accents and their spellings without them."""
    return written.plain == known.plain or (
        not known.exact.isascii()
        and any(written.plain == _plain(known.exact.translate(table)) for table in _EXPANDED)
    )


def same_script(written: str, known: str) -> bool:
    """Tell whether both names are written in Latin letters, or neither is."""
    return _is_latin(written) == _is_latin(known)


def _is_latin(name: str) -> bool:
    return all(_LATIN.fullmatch(word.plain) for word in read(name))
