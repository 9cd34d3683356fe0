"""All content of the service, read and validated once.

The first fault is raised as a ContentError that names the file, the line and the cure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from afterword.content import guidelines, occasions, pages, templates
from afterword.content.errors import ContentError
from afterword.content.model import Guideline, Occasion, Page, Template

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Guidelines, templates and occasions by id, pages by slug, each in reading order."""

    guidelines: Mapping[str, Guideline]
    templates: Mapping[str, Template]
    pages: Mapping[str, Page]
    occasions: Mapping[str, Occasion]


def read(
    guidelines_dir: Path, templates_dir: Path, site_dir: Path, packs: Sequence[Path] = ()
) -> Catalogue:
    """Read the folders of guidelines and templates and the texts of a site, with `packs` over them.

    A pack holds folders of the same names and shape; the last pack is on top. The links of all
    are held to one another. Raises ContentError.
    """
    layers = (site_dir, *packs)
    catalogue = Catalogue(
        {one.id: one for one in read_guidelines(guidelines_dir, packs)},
        {one.id: one for one in read_templates(templates_dir, packs)},
        {one.slug: one for one in pages.load_pages(*(layer / "pages" for layer in layers))},
        {
            one.id: one
            for one in occasions.load_occasions(*(layer / "occasions" for layer in layers))
        },
    )
    guidelines.check_links(catalogue.guidelines.values())
    templates.check_links(catalogue.templates.values(), catalogue.guidelines)
    occasions.check_links(catalogue.occasions.values(), catalogue.templates)
    return catalogue


def read_guidelines(folder: Path, packs: Sequence[Path] = ()) -> tuple[Guideline, ...]:
    """Return the guidelines alone, with those of `packs` laid over them. Raises ContentError."""
    found = guidelines.load_guidelines(folder, *(pack / "guidelines" for pack in packs))
    return _some(found, folder, "guideline")


def read_templates(folder: Path, packs: Sequence[Path] = ()) -> tuple[Template, ...]:
    """Return the templates alone, with those of `packs` laid over them. Raises ContentError."""
    found = templates.load_templates(folder, *(pack / "templates" for pack in packs))
    return _some(found, folder, "template")


def _some(found: tuple[T, ...], folder: Path, what: str) -> tuple[T, ...]:
    """Return what was found, unless that is nothing: then the setting names another folder."""
    if not found:
        raise ContentError(folder, 1, f"No {what} is here.", f"Mend `{what}s_dir`.")
    return found
