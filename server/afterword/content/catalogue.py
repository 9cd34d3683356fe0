"""All content of the service, read and validated once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from afterword.content import load
from afterword.content.model import Guideline, Page, Template


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Guidelines and templates by id, pages by slug, each in reading order."""

    guidelines: Mapping[str, Guideline]
    templates: Mapping[str, Template]
    pages: Mapping[str, Page]


def read(guidelines: Path, templates: Path, pages: Path) -> Catalogue:
    """Read three folders and hold their links to one another. Raises ContentError."""
    catalogue = Catalogue(
        {guideline.id: guideline for guideline in load.load_guidelines(guidelines)},
        {template.id: template for template in load.load_templates(templates)},
        {page.slug: page for page in load.load_pages(pages)},
    )
    load.check_links(catalogue.guidelines.values(), catalogue.templates.values())
    return catalogue
