"""The page of webmails says of each what its adapter says; the README names them all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.e2e.webmails import server

ROOT = Path(__file__).parents[1]
PAGE = "site/pages/compatibility.md"
ADAPTERS = sorted(ROOT.glob("extension/webmail/*/adapter.js"))
NAME = re.compile(r'^  name: "(.+)",$', re.MULTILINE)
NO_SEND = re.compile(r"^  sends: null,$", re.MULTILINE)
SEEN = re.compile(
    r"^  // Seen in (the product|its source|a rebuilt page), ([\d-]{10}): (.+)\.$", re.MULTILINE
)


STATES = {
    "pop-out": "window of its own",
    "full-screen": "full screen",
    "two": "two at once",
    "minimised": "folded away",
    "plain": "plain text",
}
"""The states that not every webmail has, as the page calls them."""
HOW_KNOWN = {"source", "unknown"}
"""Its own source has none; or nothing that was read tells of one."""


def _name(adapter: Path) -> str:
    found = NAME.search(adapter.read_text(encoding="utf-8"))
    assert found, f"{adapter} has no name"
    return found[1]


def _row(adapter: Path) -> str:
    found = SEEN.search(adapter.read_text(encoding="utf-8"))
    assert found, f"{adapter} does not say where it was seen"
    where, day, what = found.groups()
    return f"| {_name(adapter)} | {where} | {what} | {day} |"


def _where(adapter: Path) -> str:
    found = SEEN.search(adapter.read_text(encoding="utf-8"))
    assert found
    return found[1]


def _without(adapter: Path) -> dict[str, tuple[str, str]]:
    """Return which states a webmail's page does not draw: how that is known, and why."""
    told = server.config(adapter.parent.name)["without"]
    return {state: (how, why) for state, (how, why) in told.items()}


def _states_row(adapter: Path) -> str:
    """Return the line of one webmail: what is walked, what it has none of, what nobody knows."""
    walked = server.config(adapter.parent.name)["states"]
    without = _without(adapter)

    def cell(wanted: set[str]) -> str:
        return ", ".join(words for state, words in STATES.items() if state in wanted) or "–"

    none = {state for state, (how, _) in without.items() if how == "source"}
    cells = map(cell, (set(walked), none, set(without) - none))
    return f"| {' | '.join((_name(adapter), *cells))} |"


KNOWN = [adapter for adapter in ADAPTERS if adapter.parent.name != "plain"]


def _tables() -> list[list[str]]:
    page = (ROOT / PAGE).read_text(encoding="utf-8")
    tables = re.findall(r"(?:^\|.*\n)+", page, re.MULTILINE)
    return [table.splitlines()[2:] for table in tables]


def test_the_page_has_one_line_for_each_webmail() -> None:
    assert _tables()[0] == sorted(map(_row, KNOWN), key=str.lower), PAGE


def test_the_page_says_which_states_of_each_webmail_are_walked() -> None:
    assert _tables()[1] == sorted(map(_states_row, KNOWN), key=str.lower), PAGE


@pytest.mark.parametrize("adapter", ADAPTERS, ids=lambda adapter: adapter.parent.name)
def test_a_rebuilt_page_has_every_state_of_its_product_or_says_why_not(adapter: Path) -> None:
    told = server.config(adapter.parent.name)
    walked, without = set(told["states"]), _without(adapter)
    assert walked >= {"new", "reply", "draft"}
    assert walked & set(STATES) == set(STATES) - set(without)
    assert len(told["labels"]) > 1, "a second language shows that no label is looked for"
    for how, why in without.values():
        assert how in HOW_KNOWN
        assert re.fullmatch(r"[A-Z][^.]{10,100}\.", why), why
        # What a product has not, only its own source tells.
        assert how == "unknown" or _where(adapter) in {"its source", "the product"}


def test_the_page_says_where_nothing_is_asked_before_send() -> None:
    page = (ROOT / PAGE).read_text(encoding="utf-8")
    silent = [path for path in KNOWN if NO_SEND.search(path.read_text(encoding="utf-8"))]
    assert silent
    for adapter in silent:
        assert f"In {_name(adapter)} the helper does not ask before Send" in page


@pytest.mark.parametrize("page", ["README.md", "CHANGELOG.md"])
def test_every_webmail_is_named(page: str) -> None:
    text = " ".join((ROOT / page).read_text(encoding="utf-8").split())
    assert [name for name in map(_name, KNOWN) if name not in text] == []
