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
    "check in": "follow up ask",
    "checking in": "follow up ask",
    "chase": "follow up ask",
    "chasing": "follow up ask",
    "nudge": "follow up ask",
    "bump": "follow up ask",
    "ping": "follow up ask",
    "reminder": "follow up",
    "followup": "follow up",
    "reach out": "follow up ask",
    "check up": "follow up ask",
    "touch base": "follow up ask",
    "ghosted": "silence",
    "ghosting": "silence",
    "no response": "silence",
    "hear back": "silence",
    "heard back": "silence",
    "no answer": "silence",
    "no reply": "silence",
    "turned down": "rejection",
    "rejected": "rejection",
    "refused": "rejection",
    "zoom": "video",
    "skype": "video",
    "mail": "email",
    "headline": "subject",
    "title line": "subject",
    "hello": "greeting",
    "salutation": "greeting",
    "misspelled": "misspelt",
    "typo": "misspelt",
    "salary": "pay",
    "money": "pay",
    "wage": "pay",
    "how long to wait": "date",
    "how long should i wait": "date",
    "how long until": "date",
    "how long after": "date",
    "how long does it take": "date",
    "how long": "short",
    "how many words": "short",
    "word count": "short",
    "length": "short",
    "closing": "sign off",
    "e mail": "email",
    "group interview": "panel",
    "phone screen": "first call",
    "phone interview": "first call",
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
