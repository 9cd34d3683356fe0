"""The index that the search field of the site reads: one entry a page, its words once each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from unicodedata import combining, normalize

_WORD = re.compile(r"[^\W_]+")

# What readers say → what the pages say. Both the words of the pages and the words that are
# looked for pass through it, so the right-hand side only has to be one spelling.
SYNONYMS = {
    "curriculum vitae": "resume",
    "cv": "resume",
    "check in": "follow up",
    "checking in": "follow up",
    "chase": "follow up",
    "chasing": "follow up",
    "nudge": "follow up",
    "bump": "follow up",
    "ping": "follow up",
    "reminder": "follow up",
    "followup": "follow up",
    "ghosted": "silence",
    "no answer": "silence",
    "no reply": "silence",
    "turned down": "rejection",
    "rejected": "rejection",
    "mail": "email",
    "headline": "subject",
    "title line": "subject",
    "hello": "greeting",
    "salutation": "greeting",
    "misspelled": "misspelt",
    "typo": "misspelt",
    "salary": "pay",
    "deadline": "date",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One page as the search field shows and finds it; `path` is relative to the start page."""

    title: str
    path: str
    section: str
    names: str
    """Words that count as much as the title's: the id, and what else readers call it."""
    words: str


def build(entries: Iterable[Entry]) -> dict[str, object]:
    """Return the index: the synonyms, and the entries with their words made plain, once each."""
    return {
        "synonyms": SYNONYMS,
        "entries": [
            {
                "title": entry.title,
                "path": entry.path,
                "section": entry.section,
                "names": _once(f"{entry.title} {entry.names}"),
                "words": _once(entry.words),
            }
            for entry in entries
        ],
    }


def _once(text: str) -> str:
    return " ".join(dict.fromkeys(_words(text)))


def _words(text: str) -> Iterator[str]:
    plain = "".join(c for c in normalize("NFD", text) if not combining(c)).lower()
    spaced = f" {' '.join(_WORD.findall(plain))} "
    for said, meant in SYNONYMS.items():
        spaced = spaced.replace(f" {said} ", f" {said} {meant} ")
    return (word for word in spaced.split() if len(word) > 1)
