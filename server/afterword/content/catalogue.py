"""All content of the service, read and validated once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from afterword.content import load, occasions
from afterword.content.model import Guideline, Occasion, Page, Template


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Guidelines, templates and occasions by id, pages by slug, each in reading order."""

    guidelines: Mapping[str, Guideline]
    templates: Mapping[str, Template]
    pages: Mapping[str, Page]
    occasions: Mapping[str, Occasion]


def read(guidelines: Path, templates: Path, site: Path, packs: Sequence[Path] = ()) -> Catalogue:
    """Read two folders and the texts of a site, with the files of `packs` laid over them.

    A pack holds folders of the same names and shape; the last pack is on top. The links of all
    are held to one another. Raises ContentError.
    """
    found = read_guidelines(guidelines, packs)
    emails = read_templates(templates, packs)
    pages = load.load_pages(*(folder / "pages" for folder in (site, *packs)))
    when = occasions.load_occasions(*(folder / "occasions" for folder in (site, *packs)))
    catalogue = Catalogue(
        {guideline.id: guideline for guideline in found},
        {template.id: template for template in emails},
        {page.slug: page for page in pages},
        {occasion.id: occasion for occasion in when},
    )
    load.check_links(catalogue.guidelines.values(), catalogue.templates.values())
    occasions.check_links(catalogue.occasions.values(), catalogue.templates)
    return catalogue


def read_guidelines(folder: Path, packs: Sequence[Path] = ()) -> tuple[Guideline, ...]:
    """Return the guidelines alone, with those of `packs` laid over them. Raises ContentError."""
    return load.load_guidelines(folder, *(pack / "guidelines" for pack in packs))


def read_templates(folder: Path, packs: Sequence[Path] = ()) -> tuple[Template, ...]:
    """Return the templates alone, with those of `packs` laid over them. Raises ContentError."""
    return load.load_templates(folder, *(pack / "templates" for pack in packs))
