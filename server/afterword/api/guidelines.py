"""GET /guidelines and /guidelines/<id>: the pages, for a panel's "Why"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from flask import Flask, Response

from afterword.api import PREFIX
from afterword.api.answer import Unchanging
from afterword.api.errors import not_found
from afterword.api.service import Service
from afterword.content.model import Example, Guideline
from afterword.engine.model import Entry, Registry


def register(app: Flask, service: Service) -> str:
    """Add the endpoints; return a text that changes when any guideline does."""
    registry, guidelines = service.registry, service.content.guidelines
    pages = {id: Unchanging(partial(_page, one, registry)) for id, one in guidelines.items()}
    listed = Unchanging(lambda: {"guidelines": list(map(_summary, guidelines.values()))})

    @app.get(f"{PREFIX}/guidelines", endpoint="api.guidelines")
    def everything() -> Response:
        return listed.response()

    @app.get(f"{PREFIX}/guidelines/<id>", endpoint="api.guideline")
    def one(id: str) -> Response:
        if id not in pages:
            raise not_found("guideline", id)
        return pages[id].response()

    return "".join(page.etag for page in pages.values())


def address(guideline: str, check: str | None = None) -> str:
    """Return the path of a guideline's page on the site, or of one check's passage on it."""
    return f"/guidelines/{guideline}/" + (f"#{check}" if check else "")


def _summary(guideline: Guideline) -> dict[str, Any]:
    return {
        "id": guideline.id,
        "title": guideline.title,
        "answer": guideline.answer,
        "agreement": guideline.agreement,
        "kinds": guideline.kinds,
        "seed": guideline.seed,
        "checks": guideline.checks,
        "shares": guideline.shares,
        "related": guideline.related,
        "help_url": address(guideline.id),
    }


def _page(guideline: Guideline, registry: Registry) -> dict[str, Any]:
    own = [registry.by_id[check] for check in guideline.checks]
    return _summary(guideline) | {
        "why": guideline.sections[0].markdown.strip(),
        "reviewed": guideline.reviewed,
        "sources": guideline.sources,
        "sections": [
            {"title": section.title, "markdown": section.markdown} for section in guideline.sections
        ],
        "examples": [_example(example) for example in guideline.examples],
        "details": [_check(entry, guideline) for entry in own],
    }


def _check(entry: Entry, guideline: Guideline) -> dict[str, Any]:
    check = entry.check
    return {
        "check": check.id,
        "level": check.level,
        "summary": check.summary,
        "kinds": sorted(check.kinds),
        "needs": check.needs,
        "options": [
            {"name": name, "default": option.default, "unit": option.unit, "help": option.help}
            for name, option in check.options.items()
        ],
        "help_url": address(guideline.id, check.id),
    }


def _example(example: Example) -> Mapping[str, Any]:
    return {
        "verdict": example.verdict,
        "check": example.check,
        "headers": example.headers,
        "subject": example.subject,
        "body": example.body,
    }
