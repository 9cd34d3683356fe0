"""Short forms of given names, and the names that have them."""

from __future__ import annotations

from pathlib import Path

from afterword.draft.people.spelling import distance
from afterword.draft.people.words import Word

_ENDINGS = (
    "ka ko ek ik ito ita itos inho inha zinho zinha chen lein ushka enka usia cik tje ie".split()
)
"""What people put behind a name, or in the place of its last vowel, to make it small: Janek."""
_SHORTEST_STEM = 3
"""Letters of a name before such an ending."""
# One letter less is a slip (Dan for Dana); two or more are a short form.
_CUT = 2
_SHORTEST_START = 3
"""Letters of the shortest beginning of a name that is short for it."""
_SHORTEST_END = 4
"""Letters of the shortest end of a name that is short for it."""


def is_short_form(written: Word, known: Word) -> bool:
    """Tell whether a written word is short for a known name, or its longer form."""
    if not FAMILIES.get(written.plain, _NONE).isdisjoint(FAMILIES.get(known.plain, _NONE)):
        return True
    if known.given and _is_shortened(written.plain, known.plain):
        return True
    # In Chinese, Japanese and Korean script a name is one word; either half may stand for it.
    return written.plain in known.plain and all("\u3040" <= c <= "\ud7a3" for c in written.plain)


def _is_shortened(written: str, known: str) -> bool:
    """Tell a short form that no list holds: Abhi for Abhishek, Tunde, Zsófi for Zsófia."""
    if written in FULL_NAMES:
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


def is_near_short_form(written: str, known: str) -> bool:
    """Tell a word that is a letter off a short form of a known name: Jom for Jon, of Jonathan."""
    return len(written) > 2 and any(
        form[0] == written[0] and len(form) > 2 and distance(written, form, 1) == 1
        for family in FAMILIES.get(known, _NONE)
        if _MEMBERS[family][0] == known
        for form in _MEMBERS[family]
    )


def _read_families() -> tuple[list[tuple[str, ...]], frozenset[str], frozenset[str]]:
    """Return the families of short forms, the names by themselves, and those beside another."""
    path = Path(__file__).with_name("short_forms.txt")
    families: list[tuple[str, ...]] = []
    marked: dict[str, list[str]] = {"=": [], "+": []}
    for line in path.read_text(encoding="utf-8").splitlines():
        words = line.partition("#")[0].split()
        if words and words[0] in marked:
            marked[words[0]] += words[1:]
        elif words:
            families.append(tuple(words))
    return families, frozenset(marked["="]), frozenset(marked["+"])


_NONE: frozenset[int] = frozenset()
_MEMBERS, _ALONE, BESIDE_ANOTHER = _read_families()
FULL_NAMES = frozenset(family[0] for family in _MEMBERS)
"""Names that have short forms."""
GIVEN_NAMES = FULL_NAMES | _ALONE
"""The same and those that stand by themselves."""
TELLING = (GIVEN_NAMES - BESIDE_ANOTHER).difference(
    "maria marie mary mari jose joao juan ana anna anne luis luiz carlos jean hans karl johan joan "
    "mohammed mohammad muhammad mohamed ahmed ahmad abdul abdullah ali syed nur nurul siti sri "
    "fatima francisco pedro antonio giovanni gian john james hana hanna mina yuri".split()
)
"""Given names, but for those beside which another is often in use, and those of many tongues."""
FAMILIES: dict[str, frozenset[int]] = {}
"""By a name or short form, the families that it is of: Alex is of several."""
for _index, _family in enumerate(_MEMBERS):
    _own = frozenset((_index,))  # one for all its names: there are thousands
    for _name in _family:
        FAMILIES[_name] = FAMILIES[_name] | _own if _name in FAMILIES else _own
