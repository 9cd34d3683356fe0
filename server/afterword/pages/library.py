"""Everything that the site shows, with the look-ups that its pages need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from afterword.content.catalogue import Catalogue
from afterword.content.model import Door, Guideline, Occasion, Page, Source, Template
from afterword.engine.model import Check, Registry
from afterword.packs.brand import Brand


@dataclass(frozen=True, slots=True)
class DoorSign:
    """One of the three ways in."""

    id: Door
    title: str
    lead: str


DOORS = (
    DoorSign(
        "had-an-interview",
        "I just had an interview",
        "Thank them today, while both of you remember.",
    ),
    DoorSign("waiting", "I am waiting", "Ask once, at the right time, without pushing."),
    DoorSign("got-an-answer", "I got an answer", "Close well. People meet again."),
)


@dataclass(frozen=True, slots=True)
class Group:
    """Guidelines that belong to one kind of email, in the order of the source."""

    id: str
    title: str
    guidelines: tuple[Guideline, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """One source, and the pages that rest on it."""

    source: Source
    pages: tuple[Guideline | Occasion, ...]


_GROUPS = (
    ("thank-you", "The thank-you note"),
    ("follow-up", "The follow-up email"),
    ("every", "Every email"),
)


@dataclass(frozen=True)
class Library:
    """The content of one service with its checks."""

    content: Catalogue
    registry: Registry
    brand: Brand = Brand()  # noqa: RUF009 - it is frozen

    @cached_property
    def owner(self) -> Mapping[str, str]:
        """Return the guideline id of every check that a page explains."""
        return {
            check: guideline.id
            for guideline in self.content.guidelines.values()
            for check in guideline.checks
        }

    @cached_property
    def menu(self) -> tuple[Page, ...]:
        """Return the pages of the main menu in their order."""
        return _ranked((page.menu, page) for page in self.content.pages.values())

    @cached_property
    def footer(self) -> tuple[Page, ...]:
        """Return the pages of the footer in their order."""
        return _ranked((page.footer, page) for page in self.content.pages.values())

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Return the guidelines by the first point of the source that each one carries."""
        grouped: dict[str, list[Guideline]] = {id: [] for id, _ in _GROUPS}
        for guideline in sorted(self.content.guidelines.values(), key=_rank):
            grouped[_group(guideline)].append(guideline)
        return tuple(Group(id, title, tuple(grouped[id])) for id, title in _GROUPS if grouped[id])

    @cached_property
    def cited(self) -> tuple[Cited, ...]:
        """Return every source of a guideline or an occasion once, by title, with its pages."""
        pages: dict[str, list[Guideline | Occasion]] = {}
        sources: dict[str, Source] = {}
        citing: list[Guideline | Occasion] = [
            *self.content.guidelines.values(),
            *self.content.occasions.values(),
        ]
        for page in citing:
            for source in page.sources:
                sources.setdefault(source.url, source)
                pages.setdefault(source.url, []).append(page)
        found = [Cited(source, tuple(pages[url])) for url, source in sources.items()]
        return tuple(sorted(found, key=lambda cited: cited.source.title.casefold()))

    def check(self, id: str) -> Check:
        """Return one check; raises LookupError when no folder declares it."""
        return self.registry.by_id[id].check

    def behind(self, door: Door) -> tuple[Template, ...]:
        """Return the templates of one door, the most frequent occasion first."""
        return tuple(
            template for template in self.content.templates.values() if template.door == door
        )

    def met_at(self, door: Door) -> tuple[Occasion, ...]:
        """Return the occasions of one door, the most frequent first."""
        return tuple(
            occasion for occasion in self.content.occasions.values() if occasion.door == door
        )

    def door(self, id: Door) -> DoorSign:
        """Return one of the three ways in."""
        return next(door for door in DOORS if door.id == id)

    def using(self, template: Template) -> tuple[Occasion, ...]:
        """Return the occasions for which a template is written."""
        return tuple(
            occasion
            for occasion in self.content.occasions.values()
            if template.id in occasion.templates
        )

    def shown_by(self, guideline: Guideline) -> tuple[Template, ...]:
        """Return the templates that show one guideline."""
        return tuple(
            template
            for template in self.content.templates.values()
            if guideline.id in template.guidelines
        )


def _ranked(pages: Iterable[tuple[int | None, Page]]) -> tuple[Page, ...]:
    """Return the pages that have a rank, by it."""
    ranked = [(rank, page.slug, page) for rank, page in pages if rank is not None]
    return tuple(page for _, _, page in sorted(ranked, key=itemgetter(0, 1)))


def _group(guideline: Guideline) -> str:
    first = guideline.seed[0].rpartition(" ")[0] if guideline.seed else ""
    return first if first in {"thank-you", "follow-up"} else "every"


def _rank(guideline: Guideline) -> tuple[int, str]:
    number = guideline.seed[0].rpartition(" ")[2] if guideline.seed else ""
    return (int(number) if number.isdigit() else 99, guideline.title)
