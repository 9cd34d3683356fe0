"""GET /templates, /templates/<id>, and POST /templates/<id>/draft."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from flask import Flask, Response

from afterword.api import PREFIX, answer, facts, requests
from afterword.api.answer import Unchanging
from afterword.api.errors import not_found
from afterword.api.requests import Requests
from afterword.api.service import Service
from afterword.content import fill
from afterword.content.fill import Blank, Filled
from afterword.content.model import Template, TemplateField
from afterword.content.slots import KNOWN
from afterword.draft.spans import Offsets


def register(app: Flask, service: Service, schemas: Requests) -> str:
    """Add the endpoints; return a text that changes when any template does."""
    templates = service.content.templates
    entries = {id: Unchanging(partial(_template, one)) for id, one in templates.items()}
    listed = Unchanging(lambda: {"templates": list(map(_template, templates.values()))})

    @app.get(f"{PREFIX}/templates", endpoint="api.templates")
    def everything() -> Response:
        return listed.response()

    @app.get(f"{PREFIX}/templates/<id>", endpoint="api.template")
    def one(id: str) -> Response:
        if id not in entries:
            raise not_found("template", id)
        return entries[id].response()

    @app.post(f"{PREFIX}/templates/<id>/draft", endpoint="api.draft")
    def draft(id: str) -> Response:
        if id not in templates:
            raise not_found("template", id)
        data = requests.read(schemas.draft)
        return answer.json(drawn(fill.fill(templates[id], _values(data))))

    return listed.etag


def drawn(filled: Filled) -> dict[str, Any]:
    """Return a filled template as it goes over the wire: spans in UTF-16 code units."""
    offsets = {"subject": Offsets(filled.subject), "body": Offsets(filled.body_text)}
    return {
        "subject": filled.subject,
        "body_text": filled.body_text,
        "body_html": filled.body_html,
        "blanks": [_blank(blank, offsets[blank.part]) for blank in filled.blanks],
    }


def _values(data: Mapping[str, Any]) -> dict[str, str]:
    now = data.get("now")
    interview = facts.interview(data.get("interview"), now.tzinfo if now else None)
    return facts.values(interview, facts.sender(data.get("sender")), data.get("answers") or {})


def _blank(blank: Blank, offsets: Offsets) -> dict[str, Any]:
    return {
        "field": blank.field,
        "question": blank.question,
        "in": blank.part,
        "span": {"start": offsets.units(blank.start), "end": offsets.units(blank.end)},
    }


def _template(template: Template) -> dict[str, Any]:
    return {
        "id": template.id,
        "title": template.title,
        "occasion": template.occasion,
        "door": template.door,
        "kind": template.kind,
        "step": template.step,
        "order": template.order,
        "earliest": template.earliest,
        "usual": template.usual,
        "latest": template.latest,
        "guidelines": template.guidelines,
        "fields": [_field(field) for field in fill.fields(template)],
        "subject": template.subject,
        "body": template.body,
    }


def _field(field: TemplateField) -> dict[str, str]:
    source = "answer"
    if field.name in KNOWN:
        source = "sender" if field.name.startswith("sender_") else "interview"
    return {
        "name": field.name,
        "source": source,
        "question": field.question,
        "blank": field.blank,
        "example": field.example,
    }
