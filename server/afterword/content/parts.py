"""What guidelines, occasions and templates have in common: answers, sources, ids that lead on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

from afterword.content import matter
from afterword.content.errors import ContentError
from afterword.content.model import Door, Occasion, Source, Template
from afterword.names import ID

ANSWER_WORDS = 30
"""An answer is read in one breath."""
WEB = re.compile(r"https?://[^\s/]\S*")


def read(path: Path) -> str:
    """Return the text of a content file. Raises ContentError."""
    try:
        return path.read_text(encoding="utf-8").removeprefix("\ufeff")
    except FileNotFoundError:
        raise ContentError(path, 1, "The file is missing.", "Write it.") from None
    except UnicodeDecodeError:
        raise ContentError(path, 1, "The file is not UTF-8.", "Save it as UTF-8.") from None


def place(one: Template | Occasion) -> tuple[int, int, str]:
    """Return where one stands among its like: by door and rank."""
    return get_args(Door).index(one.door), one.order, one.id


def answer(front: matter.Matter) -> str:
    """Return the `answer` of a page, which must be short. Raises ContentError."""
    text = front.text("answer")
    words = len(text.split())
    if words > ANSWER_WORDS:
        fault = f"The answer has {words} words."
        raise front.fault("answer", fault, f"Say it in {ANSWER_WORDS} or fewer.")
    return text


def sources(front: matter.Matter) -> tuple[Source, ...]:
    """Return the `[[sources]]` of a page, none where there is no table. Raises ContentError."""
    found = []
    for table in front.tables("sources"):
        title, url = table.text("title"), web_address(table)
        found.append(Source(title, url, table.integer("year"), table.text("base")))
        table.close()
    return tuple(found)


def web_address(front: matter.Matter) -> str:
    """Return the `url` of a table. Raises ContentError."""
    url = front.text("url")
    if not WEB.fullmatch(url):
        raise front.fault("url", "The `url` is no web address.", "Use https://….")
    return url


def ids(front: matter.Matter, name: str, values: tuple[str, ...]) -> tuple[str, ...]:
    """Return the values of the field `name` if all of them are ids. Raises ContentError."""
    for value in values:
        if not ID.fullmatch(value):
            fault = f"{value!r} in `{name}` is not an id."
            raise front.fault(name, fault, "Ids are small letters and dashes.")
    return values


def lead(path: Path, name: str, values: Iterable[str], known: Iterable[str]) -> None:
    """Raise ContentError for the first id in the field `name` that is not in `known`."""
    for value in values:
        if value not in known:
            front, _, _ = matter.split(path, read(path))
            fault = f"`{name}` names {value}, which is not there."
            raise front.fault(name, fault, "Mend the id, or remove it.")
