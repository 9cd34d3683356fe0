"""Code points and UTF-16 units."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from afterword.draft.spans import Offsets


def test_an_emoji_is_two_units() -> None:
    offsets = Offsets("a😀b")
    assert [offsets.units(point) for point in range(4)] == [0, 1, 3, 4]


def test_offsets_outside_the_text() -> None:
    for text in ("ab", "a😀"):
        offsets = Offsets(text)
        assert offsets.units(-1) == 0
        assert offsets.units(99) == offsets.units(2)


@given(st.text())
def test_units_are_those_of_the_encoding(text: str) -> None:
    offsets = Offsets(text)
    for point in range(len(text) + 1):
        units = len(text[:point].encode("utf-16-le", "surrogatepass")) // 2
        assert offsets.units(point) == units
