"""Addresses that pages had once. No address dies: each leads to where its page stands now."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from afterword.content import matter
from afterword.content.errors import ContentError
from afterword.content.parts import read

FILE = "moved.toml"
"""Stands beside the layouts; a site without it has moved nothing."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A page that was renamed; both addresses are site paths that end in a slash."""

    old: str
    new: str
    on: date
    file: Path
    line: int
    """The line that the row begins on, from 1."""

    def fault(self, fault: str, cure: str) -> ContentError:
        """Return the error for this row."""
        return ContentError(self.file, self.line, fault, cure)


def load(directory: Path) -> tuple[Moved, ...]:
    """Read the file of a site. Raises ContentError for the first row that cannot be used."""
    file = directory / FILE
    if not file.exists():
        return ()
    front = matter.whole(file, read(file))
    rows = tuple(map(_row, front.tables("moved")))
    front.close()
    return rows


def check(moved: Collection[Moved], paths: Collection[str]) -> None:
    """Hold the rows against the addresses of all pages. Raises ContentError."""
    old = [row.old for row in moved]
    for at, row in enumerate(moved):
        if row.old in old[:at]:
            raise row.fault(f"{row.old} stands in two rows.", "Keep one of them.")
        if row.old in paths:
            raise row.fault(f"{row.old} is a page again.", "Take its row out.")
        if row.new in old:
            raise row.fault(f"{row.new} moved on.", f"Let {row.old} lead to its new address.")
        if row.new not in paths:
            raise row.fault(f"{row.old} leads to {row.new}, where no page is.", "Mend `new`.")


def _row(table: matter.Matter) -> Moved:
    row = Moved(
        _address(table, "old"), _address(table, "new"), table.day("on"), table.path, table.line("")
    )
    table.close()
    return row


def _address(table: matter.Matter, name: str) -> str:
    path = table.text(name)
    if not (path.startswith("/") and path.endswith("/")):
        fault = f"`{name}` is {path!r}, not the address of a page."
        raise table.fault(name, fault, f'Write {name} = "/why/".')
    return path
