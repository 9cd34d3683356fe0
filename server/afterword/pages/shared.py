"""What pages have in common with the extension: the same code, and the words of its panel."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from afterword.places import beside

FILES = (
    "cards/calendar.js",
    "cards/clock.js",
    "cards/workdays.js",
    "content/edits.js",
    "content/findings.js",
    "content/marks.js",
    "content/moves.js",
    "content/panel/legend.js",
    "content/panel/words.js",
    "content/report.js",
    "design/element.js",
    "design/file.js",
)
"""Modules of the extension that need no browser extension around them, by their path in it."""

_WORDS = "_locales/en/messages.json"
_PREFIXES = (
    "advice", "cardHeading", "card_", "group", "headline", "inPlace_", "leaveIt", "move_", "moves",
    "readAs", "readMore", "repair", "retry", "sender_name", "showWords", "source", "state", "stops",
    "why",
)  # fmt: skip


def extension() -> Path:
    """Return the folder of the extension, or of these files of it."""
    return beside("extension")


@cache
def words() -> Mapping[str, str]:
    """Return the panel's words by key, with `$1`, `$2` … where a value goes."""
    messages = json.loads((extension() / _WORDS).read_text(encoding="utf-8"))
    return {key: entry["message"] for key, entry in messages.items() if key.startswith(_PREFIXES)}
