"""Read and validate the pages of the site that are no guideline, template or occasion."""

from __future__ import annotations

from pathlib import Path

from afterword.content import matter
from afterword.content.errors import ContentError
from afterword.content.layers import laid
from afterword.content.model import Page
from afterword.content.parts import read
from afterword.names import ID


def load_pages(*folders: Path) -> tuple[Page, ...]:
    """Read every `*.md` at any depth below `folders`, by section, rank and slug.

    Of two files with one place, that of the later folder counts. Raises ContentError for the
    first file that cannot be used.
    """
    pages = [_page(path, place) for place, path in laid(folders, "**/*.md").items()]
    return tuple(sorted(pages, key=lambda page: (page.section, page.order, page.slug)))


def _page(path: Path, place: str) -> Page:
    slug = place.removesuffix(".md")
    if not all(map(ID.fullmatch, slug.split("/"))):
        raise ContentError(path, 1, "The file's path is not an address.", "Use why/say-thanks.md.")
    front, text, _ = matter.split(path, read(path))
    title = front.text("title")
    page = Page(
        slug=slug,
        title=title,
        description=front.text("description"),
        section=front.text("section"),
        order=front.integer("order"),
        aliases=front.texts("aliases", ()),
        layout=front.text("layout", "page"),
        short_title=front.text("short_title", title),
        menu=front.rank("menu"),
        footer=front.rank("footer"),
        markdown=text,
        path=path,
    )
    front.close()
    return page
