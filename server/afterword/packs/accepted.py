"""Whether ours has changed since a pack laid its own over it.

`accepted.toml` of a pack holds, for each of our files that the pack replaces, a fingerprint of the
version that its author last compared. It is written by `afterword pack accept`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from afterword.content import matter
from afterword.content.parts import read as text_of
from afterword.packs.read import ACCEPTED, texts

HEAD = "# Written by `afterword pack accept`: the files that were replaced, as last compared.\n"


@dataclass(frozen=True, slots=True)
class Laid:
    """One file of a pack."""

    place: str
    """Its path below the pack, such as `templates/thank_you_panel.md`."""
    ours: Path | None
    """The file that it stands in for; None where it is an addition."""
    changed: bool
    """Whether ours is another than the one last compared."""


def laid(folder: Path, ours: Mapping[str, Path]) -> Iterator[Laid]:
    """Yield every content file of a pack; `ours` are the folders of our content by name."""
    known = _known(folder)
    for place in texts(folder):
        top, _, rest = place.partition("/")
        path = ours[top] / rest
        if path.exists():
            yield Laid(place, path, known.get(place) != fingerprint(path))
        else:
            yield Laid(place, None, False)


def accept(folder: Path, ours: Mapping[str, Path]) -> int:
    """Write down our present files as compared; return how many the pack replaces."""
    lines = [
        f'"{item.place}" = "{fingerprint(item.ours)}"\n' for item in laid(folder, ours) if item.ours
    ]
    (folder / ACCEPTED).write_text(HEAD + "".join(lines), encoding="utf-8")
    return len(lines)


def fingerprint(path: Path) -> str:
    """Return a short name for the text of a file; the ends of lines do not matter."""
    return hashlib.sha256("\n".join(text_of(path).splitlines()).encode()).hexdigest()[:16]


def _known(folder: Path) -> dict[str, str]:
    path = folder / ACCEPTED
    if not path.exists():
        return {}
    table = matter.whole(path, text_of(path))
    return {name: table.text(name) for name in table.names()}
