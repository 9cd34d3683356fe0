"""Hand-written pages: their text, and what the layout of each shows beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from afterword.content import render
from afterword.content.model import Page
from afterword.pages import reference, shared
from afterword.pages.addresses import link
from afterword.pages.library import DOORS, Library


def page(page: Page, library: Library) -> dict[str, Any]:
    """Return what a hand-written page shows."""
    pages, numbers = library.content.pages, library.registry.thresholds
    parent = pages.get(page.slug.rpartition("/")[0])
    text = render.fill_thresholds(page.markdown, numbers, page.address)
    more = MORE.get(page.layout)
    return {
        "title": page.title,
        "description": page.description,
        "kind": page.slug.partition("/")[0],
        "html": Markup(render.to_html(text, link)),
        "parent": parent and _entry(parent),
        "entries": [
            _entry(child) for child in pages.values() if child.slug.rpartition("/")[0] == page.slug
        ],
        **(more(library) if more else {}),
    }


def _entry(page: Page) -> dict[str, str]:
    return {
        "title": page.title,
        "description": page.description,
        "address": link(page.address),
    }


def _doors(library: Library) -> dict[str, Any]:
    return {
        "doors": [
            {
                "id": door.id,
                "title": door.title,
                "lead": door.lead,
                "templates": library.behind(door.id),
                "occasions": library.met_at(door.id),
            }
            for door in DOORS
        ]
    }


def _start(library: Library) -> dict[str, Any]:
    return {**_doors(library), "groups": library.groups, **_numbers(library)}


def _guidelines(library: Library) -> dict[str, Any]:
    titles = {id: each.title for id, each in library.content.guidelines.items()}
    return {"groups": library.groups, "titles": titles}


def _numbers(library: Library) -> dict[str, Any]:
    return {"numbers": library.registry.thresholds}


def _when(library: Library) -> dict[str, Any]:
    return {**_numbers(library), "templates": library.content.templates}


def _sources(library: Library) -> dict[str, Any]:
    return {"cited": library.cited}


def _try(_: Library) -> dict[str, Any]:
    return {"words": shared.words()}


def _reference(library: Library) -> dict[str, Any]:
    return {
        "reference": reference,
        "inline": lambda words: Markup(render.inline(words, link)),
        "checks": library.registry.entries,
    }


MORE: Mapping[str, Callable[[Library], dict[str, Any]]] = {
    "start": _start,
    "occasions": _doors,
    "templates": _doors,
    "guidelines": _guidelines,
    "when": _when,
    "sources": _sources,
    "try": _try,
    "developers": _reference,
    "api": _reference,
}
"""What a layout shows beside the text of its page, by the layout's name."""
