"""What a pack says of itself, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

DESCRIPTION = "pack.toml"
"""The file in which a pack says what it is."""
Scheme = Literal["light", "dark"]
Colours = Mapping[Scheme, Mapping[str, str]]
"""Colours by scheme and by the name of their design token, each as `#rrggbb`."""


@dataclass(frozen=True, slots=True)
class Link:
    """A place of the host's own that readers may need, such as where to book an appointment."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Threshold:
    """A number that stands in for the default of a check's option."""

    check: str
    option: str
    value: int | float
    line: int
    """The line of the description that it stands on, from 1."""


@dataclass(frozen=True, slots=True)
class Pack:
    """One pack: who made it, how it looks, what it changes beside its files."""

    folder: Path
    name: str
    """The host as readers know it, such as `Careers at Northwind University`."""
    short_name: str
    """The same where there is little room; the name itself if it has no other."""
    url: str
    """The host's own site."""
    logo: Path | None
    colours: Colours
    thresholds: tuple[Threshold, ...]
    links: tuple[Link, ...]

    @property
    def file(self) -> Path:
        """The file that describes it."""
        return self.folder / DESCRIPTION
