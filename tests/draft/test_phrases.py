"""Phrases are found where a slow and plain reading of them finds them, in any number of threads."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from hypothesis import example, given
from hypothesis import strategies as st

from afterword.draft.phrases import Hit, Phrases
from afterword.draft.tokens import STOP

WORD = st.sampled_from(["ab", "cd", "ef", "ab/cd", "cd/ef/gh"])
GAP = st.sampled_from(["*1", "*2", "*5"])
MORE = st.lists(st.one_of(st.tuples(WORD), st.tuples(GAP, WORD)), max_size=3)
PIECES = st.tuples(WORD, MORE).map(
    lambda parts: [parts[0], *(p for more in parts[1] for p in more)]
)
BOUND = st.tuples(st.sampled_from(["", "^ "]), st.sampled_from(["", " $"]))
PHRASES = st.lists(st.tuples(PIECES, BOUND), max_size=6)
WORDS = st.lists(st.sampled_from(["ab", "cd", "ef", "gh", "zz", STOP]), max_size=24).map(tuple)


def ends(pieces: Sequence[str], words: Sequence[str], at: int) -> Iterator[int]:
    """The last words of all ways in which the pieces match from word `at` on."""
    if not pieces:
        yield at - 1
    elif pieces[0].startswith("*"):
        for skipped in range(int(pieces[0][1:]) + 1):
            if STOP not in words[at : at + skipped]:
                yield from ends(pieces[1:], words, at + skipped)
    elif at < len(words) and words[at] in pieces[0].split("/"):
        yield from ends(pieces[1:], words, at + 1)


def plainly(
    phrases: Sequence[tuple[list[str], tuple[str, str]]], words: Sequence[str]
) -> list[Hit]:
    """Every hit, found phrase by phrase and word by word; per label and beginning the longest."""
    found: dict[tuple[str, int], int] = {}
    for number, (pieces, (begins, closes)) in enumerate(phrases):
        for first in range(len(words)):
            if begins and first and words[first - 1] != STOP:
                continue
            for last in ends(pieces, words, first):
                if not closes or last + 1 == len(words) or words[last + 1] == STOP:
                    hit = label(number), first
                    found[hit] = max(last, found.get(hit, last))
    return sorted((*hit, last) for hit, last in found.items())


def label(number: int) -> str:
    """Two labels for all phrases: some say the same of the same words, each in its own place."""
    return str(number % 2)


def compiled(phrases: Sequence[tuple[list[str], tuple[str, str]]]) -> Phrases:
    return Phrases.compile(
        (label(number), begins + " ".join(pieces) + closes)
        for number, (pieces, (begins, closes)) in enumerate(phrases)
    )


@example([(["ab"], ("^ ", "")), (["cd"], ("", "")), (["ab"], ("", " $"))], ("zz", "ab", "zz"))
@given(PHRASES, WORDS)
def test_what_is_found_is_what_a_plain_reading_finds(
    phrases: list[tuple[list[str], tuple[str, str]]], words: tuple[str, ...]
) -> None:
    found, expected = compiled(phrases), plainly(phrases, words)
    assert sorted(found.hits(words)) == expected
    assert found.labels(words) == {label for label, _, _ in expected}


@given(PHRASES, PHRASES, WORDS)
def test_phrases_found_together_are_those_found_alone(
    one: list[tuple[list[str], tuple[str, str]]],
    two: list[tuple[list[str], tuple[str, str]]],
    words: tuple[str, ...],
) -> None:
    first = compiled(one)
    second = Phrases.compile(
        (f"two {label(number)}", begins + " ".join(pieces) + closes)
        for number, (pieces, (begins, closes)) in enumerate(two)
    )
    together = Phrases.joined([first, second])
    assert sorted(together.hits(words)) == sorted(first.hits(words) + second.hits(words))


def test_threads_that_read_for_the_first_time_all_find_the_same() -> None:
    texts = [("ab", "cd", gap, "ef", "gh") for gap in ("ab", "cd", "ef", "gh", "zz")]
    pieces = [["ab", "cd", "*2", "ef"], ["cd", "*1", "ef", "gh"], ["ab/cd", "cd/ef", "*1", "gh"]]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for _ in range(20):
            found = compiled([(phrase, ("", "")) for phrase in pieces])
            with ThreadPoolExecutor(4) as pool:
                reports = list(
                    pool.map(lambda _, f=found: [f.hits(text) for text in texts], "abcd")
                )
            assert reports == [[found.hits(text) for text in texts]] * 4
    finally:
        sys.setswitchinterval(before)
