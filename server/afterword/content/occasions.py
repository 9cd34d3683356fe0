"""Read and validate occasion pages: what to write in one situation, with its template."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import cast, get_args

from afterword.content import matter, sections
from afterword.content.errors import ContentError
from afterword.content.layers import laid
from afterword.content.model import Door, Occasion
from afterword.content.parts import answer, ids, lead, place, read, sources
from afterword.names import ID

SECTIONS = ("What matters", "Pitfalls", "When not to write")


def load_occasions(*folders: Path) -> tuple[Occasion, ...]:
    """Read every `<name>.md` in `folders`, by door and rank; a later folder's file counts.

    Raises ContentError for the first file that cannot be used.
    """
    return tuple(sorted(map(_occasion, laid(folders, "*.md").values()), key=place))


def check_links(occasions: Iterable[Occasion], templates: Collection[str]) -> None:
    """Raise ContentError for the first template of an occasion that is not there."""
    for occasion in occasions:
        lead(occasion.path, "templates", occasion.templates, templates)


def _occasion(path: Path) -> Occasion:
    if not ID.fullmatch(path.stem):
        raise ContentError(path, 1, "The file's name is not an id.", "Use weak-interview.md.")
    front, text, first = matter.split(path, read(path))
    cut = sections.cut(path, text, first)
    sections.hold(path, cut, SECTIONS, first)
    templates = ids(front, "templates", front.texts("templates"))
    if not templates:
        raise front.fault("templates", "There is no template.", "Name one or more by their ids.")
    occasion = Occasion(
        id=path.stem,
        title=front.text("title"),
        answer=answer(front),
        door=cast(Door, front.choice("door", get_args(Door))),
        order=front.integer("order"),
        templates=templates,
        aliases=front.texts("aliases", ()),
        reviewed=front.day("reviewed"),
        sources=sources(front),
        sections=cut,
        path=path,
    )
    front.close()
    return occasion
