"""All content of the service, read and validated once."""

from __future__ import annotations

from collections.abc import Mapping
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


def read(guidelines: Path, templates: Path, site: Path) -> Catalogue:
    """Read two folders and the texts of a site, and hold their links to one another.

    Raises ContentError.
    """
    catalogue = Catalogue(
        {guideline.id: guideline for guideline in load.load_guidelines(guidelines)},
        {template.id: template for template in load.load_templates(templates)},
        {page.slug: page for page in load.load_pages(site / "pages")},
        {found.id: found for found in occasions.load_occasions(site / "occasions")},
    )
    load.check_links(catalogue.guidelines.values(), catalogue.templates.values())
    return catalogue
