"""What readers see of the packs together: a name, a logo, colours, links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from afterword.packs.model import Colours, Link, Pack, Scheme


@dataclass(frozen=True, slots=True)
class Brand:
    """The host of a service; without a pack it is nobody."""

    name: str = ""
    short_name: str = ""
    url: str = ""
    logo: Path | None = None
    colours: Colours = field(default_factory=dict)
    links: tuple[Link, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.name)


def brand(packs: Sequence[Pack]) -> Brand:
    """Return the name of the last pack, the last logo, and what all say of colours and links."""
    if not packs:
        return Brand()
    top = packs[-1]
    colours: dict[Scheme, dict[str, str]] = {}
    for scheme in get_args(Scheme):
        laid = {k: v for pack in packs for k, v in pack.colours.get(scheme, {}).items()}
        if laid:
            colours[scheme] = laid
    return Brand(
        name=top.name,
        short_name=top.short_name,
        url=top.url,
        logo=next((pack.logo for pack in reversed(packs) if pack.logo), None),
        colours=colours,
        links=tuple(link for pack in reversed(packs) for link in pack.links),
    )
