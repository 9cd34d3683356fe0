"""The page of webmails says of each what its adapter says; the README names them all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ADAPTERS = sorted(ROOT.glob("extension/webmail/*/adapter.js"))
WHERE = {"product": "the product", "source": "its source", "rebuilt": "a rebuilt page"}
NAME = re.compile(r'^  name: "(.+)",$', re.MULTILINE)
NO_SEND = re.compile(r"^  sends: null,$", re.MULTILINE)
SEEN = re.compile(r'seen:\s*\{\s*where: "(\w+)",\s*what: "(.+?)",\s*on: "([\d-]+)",?\s*\}')


def _name(adapter: Path) -> str:
    found = NAME.search(adapter.read_text(encoding="utf-8"))
    assert found, f"{adapter} has no name"
    return found[1]


def _row(adapter: Path) -> str:
    found = SEEN.search(adapter.read_text(encoding="utf-8"))
    assert found, f"{adapter} does not say where it was seen"
    where, what, day = found.groups()
    return f"| {_name(adapter)} | {WHERE[where]} | {what} | {day} |"


KNOWN = [adapter for adapter in ADAPTERS if adapter.parent.name != "plain"]


def test_the_page_has_one_line_for_each_webmail() -> None:
    page = (ROOT / "site/pages/compatibility.md").read_text(encoding="utf-8")
    lines = [line for line in page.splitlines() if line.startswith("| ")][2:]
    assert lines == sorted(map(_row, KNOWN), key=str.lower)


def test_the_page_says_where_nothing_is_asked_before_send() -> None:
    page = (ROOT / "site/pages/compatibility.md").read_text(encoding="utf-8")
    silent = [path for path in KNOWN if NO_SEND.search(path.read_text(encoding="utf-8"))]
    assert silent
    for adapter in silent:
        assert f"In {_name(adapter)} the helper does not ask before Send" in page


@pytest.mark.parametrize("page", ["README.md", "CHANGELOG.md"])
def test_every_webmail_is_named(page: str) -> None:
    text = " ".join((ROOT / page).read_text(encoding="utf-8").split())
    assert [name for name in map(_name, KNOWN) if name not in text] == []
