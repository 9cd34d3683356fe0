"""The extension in another language, and in one that is written from right to left."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.browsers import EXTENSION

_HEBREW = str.maketrans(
    "abcdefghijklmnopqrstuvwxyz", "\u05d0\u05d1\u05d2\u05d3\u05d4\u05d5\u05d6\u05d7\u05d8\u05d9"
    "\u05db\u05dc\u05de\u05e0\u05e1\u05e2\u05e4\u05e6\u05e7\u05e8\u05e9\u05ea\u05d0\u05d1\u05d2\u05d3"
)  # fmt: skip
_PLACE = re.compile(r"(\$\d)")


@dataclass(frozen=True, slots=True)
class Spoken:
    """The extension and the words that it says."""

    extension: Path
    language: str
    """What the browser is asked for."""

    def words(self, key: str, *parts: str) -> str:
        """Return a message with its places filled in."""
        file = self.extension / "_locales" / self.language / "messages.json"
        message: str = json.loads(file.read_text(encoding="utf-8"))[key]["message"]
        for number, part in enumerate(parts, 1):
            message = message.replace(f"${number}", part)
        return message


def spoken(language: str, folder: Path) -> Spoken:
    """Return the extension in English, in German, or in Hebrew letters (`rtl`).

    The last is a copy in `folder`: English words, each letter changed for a Hebrew one.
    """
    if language != "rtl":
        return Spoken(EXTENSION, language)
    copy = folder / "right-to-left"
    shutil.copytree(EXTENSION, copy)
    file = copy / "_locales" / "en" / "messages.json"
    messages = json.loads(file.read_text(encoding="utf-8"))
    for key, message in messages.items():
        if key not in {"name", "dateLocale"}:
            message["message"] = _mirrored(message["message"])
    messages["language"]["message"] = "he"
    messages["direction"]["message"] = "rtl"
    file.write_text(json.dumps(messages), encoding="utf-8")
    return Spoken(copy, "en")


def _mirrored(words: str) -> str:
    return "".join(
        part if part.startswith("$") else part.lower().translate(_HEBREW)
        for part in _PLACE.split(words)
    )
