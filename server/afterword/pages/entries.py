"""Every page of the site as search and the list of all pages know it."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.content import render
from afterword.content.catalogue import Catalogue
from afterword.pages.search_index import Entry


def entries(content: Catalogue) -> Iterator[Entry]:
    """Yield every page, in the order of its kind."""
    for occasion in content.occasions.values():
        text = " ".join(render.plain_text(section.markdown) for section in occasion.sections)
        names = f"{occasion.id} {' '.join(occasion.aliases)}"
        path = f"occasions/{occasion.id}/"
        yield Entry(occasion.title, path, "Occasions", names, f"{occasion.answer} {text}")
    for guideline in content.guidelines.values():
        text = " ".join(render.plain_text(section.markdown) for section in guideline.sections)
        names = f"{guideline.id} {' '.join(guideline.checks)}"
        path = f"guidelines/{guideline.id}/"
        yield Entry(guideline.title, path, "Guidelines", names, f"{guideline.answer} {text}")
    for template in content.templates.values():
        words = f"{template.kind} {template.occasion} {template.subject} {template.body}"
        path = f"templates/{template.id}/"
        yield Entry(template.title, path, "Templates", template.id, words)
    for page in content.pages.values():
        path = page.address.removeprefix("/")
        words = f"{page.description} {render.plain_text(page.markdown)}"
        yield Entry(page.title, path, page.section, f"{page.slug} {' '.join(page.aliases)}", words)
