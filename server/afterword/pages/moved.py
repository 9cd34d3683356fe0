"""Addresses that pages had once. No address dies: each leads to where its page stands now."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path

FILE = "moved.toml"
"""Stands beside the layouts; a site without it has moved nothing."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A page that was renamed; both addresses are site paths that end in a slash."""

    old: str
    new: str
    on: date


def load(directory: Path) -> tuple[Moved, ...]:
    """Read the file of a site. Raises LookupError with the row that cannot be used."""
    file = directory / FILE
    if not file.exists():
        return ()
    rows = tomllib.loads(file.read_text(encoding="utf-8")).get("moved", [])
    return tuple(_row(row, file) for row in rows)


def check(moved: Collection[Moved], paths: Collection[str]) -> None:
    """Hold the rows against the addresses of all pages; raises LookupError with the cure."""
    old = {row.old for row in moved}
    if len(old) < len(moved):
        raise LookupError(f"{FILE}: an old address stands in two rows")
    for row in moved:
        if row.old in paths:
            raise LookupError(f"{FILE}: {row.old} is a page again; take its row out")
        if row.new in old:
            raise LookupError(f"{FILE}: {row.new} moved on; let {row.old} lead to its new address")
        if row.new not in paths:
            raise LookupError(f"{FILE}: {row.old} leads to {row.new}, and no page is there")


def _row(row: dict[str, object], file: Path) -> Moved:
    match row:
        case {"old": str(old), "new": str(new), "on": date() as on, **more} if not more:
            if all(path.startswith("/") and path.endswith("/") for path in (old, new)):
                return Moved(old, new, on)
    raise LookupError(f"{file}: a row has `old`, `new` (such as /why/) and `on` (a date): {row}")
