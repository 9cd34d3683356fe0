"""The OpenAPI 3.1 document, made from the same schemas that read the requests."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from flask import Flask, Response

from afterword.api import PREFIX, requests, values
from afterword.api.answer import Unchanging
from afterword.settings import Settings
from afterword.version import VERSION

if TYPE_CHECKING:
    from apispec import APISpec

ERRORS = {
    400: "The body is not JSON.",
    403: "The request comes from another web page.",
    404: "There is no such thing.",
    413: "The body is too large.",
    415: "The body is not sent as JSON.",
    421: "The Host header names another service.",
    422: "A field cannot be used; the answer names it.",
}
ALWAYS = (403, 421)
BODY = (400, 413, 415, 422)
ABOUT = (
    "Templates and checks for the emails that follow a job interview. The service listens on this"
    " machine, keeps nothing, and asks nobody else. Spans are half-open ranges of UTF-16 code"
    " units. Endpoints and fields stay; new ones may be added, so pass over what you do not know."
)


@dataclass(frozen=True, slots=True)
class Operation:
    """One endpoint: its address below the prefix, and the schemas that it takes and gives."""

    path: str
    method: str
    id: str
    summary: str
    answer: Any
    body: str = ""
    kept: bool = False
    """Whether the answer carries an ETag."""


OPERATIONS = (
    Operation("/health", "get", "health", "Say that the service answers", "Health"),
    Operation("/guidelines", "get", "listGuidelines", "List all", "Guidelines", kept=True),
    Operation("/guidelines/{id}", "get", "getGuideline", "Read one", "Guideline", kept=True),
    Operation("/templates", "get", "listTemplates", "List all", "Templates", kept=True),
    Operation("/templates/{id}", "get", "getTemplate", "Read one", "Template", kept=True),
    Operation("/templates/{id}/draft", "post", "fillTemplate", "Fill one", "Draft", "draft"),
    Operation("/checks", "post", "checkDraft", "Check a draft", "Report", "checks"),
    Operation("/openapi.json", "get", "document", "Read this", {"type": "object"}, kept=True),
)


@cache
def document() -> dict[str, Any]:
    """Return the document, with the limits of the default settings."""
    from apispec import APISpec  # noqa: PLC0415 - apispec is not needed to serve
    from apispec.ext.marshmallow import MarshmallowPlugin  # noqa: PLC0415

    marshmallow = MarshmallowPlugin(schema_name_resolver=_name)
    spec = APISpec(
        "Afterword",
        VERSION,
        "3.1.0",
        plugins=[marshmallow],
        info={"description": ABOUT, "license": {"name": "MIT", "identifier": "MIT"}},
        servers=[{"url": PREFIX}],
    )
    if marshmallow.converter:  # which the spec has set
        marshmallow.converter.field_mapping |= {
            values.Moment: ("string", "date-time"),
            values.Day: ("string", "date"),
        }
    _describe(spec)
    return spec.to_dict()


def register(app: Flask) -> None:
    """Add GET /openapi.json."""
    described = cache(document)
    unchanging = cache(lambda: Unchanging(described))

    @app.get(f"{PREFIX}/openapi.json", endpoint="api.openapi")
    def openapi() -> Response:
        return unchanging().response()


def _describe(spec: APISpec) -> None:
    bodies = requests.build(Settings())
    for operation in OPERATIONS:
        body = getattr(bodies, operation.body) if operation.body else None
        spec.path(operation.path, operations={operation.method: _operation(operation, body)})


def _operation(operation: Operation, body: Any) -> dict[str, Any]:
    described: dict[str, Any] = {"operationId": operation.id, "summary": operation.summary}
    named = "{id}" in operation.path
    if named:
        parameter = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
        described["parameters"] = [parameter]
    if body:
        described["requestBody"] = {"required": True, "content": _json(body)}
    answers: dict[str, Any] = {
        "200": {"description": "The answer.", "content": _json(operation.answer)}
    }
    if operation.kept:
        answers["304"] = {"description": "The answer with this ETag still stands."}
    failures = (*ALWAYS, *((404,) if named else ()), *(BODY if body else ()))
    for status in sorted(failures):
        answers[str(status)] = {"description": ERRORS[status], "content": _json("Error")}
    return described | {"responses": answers}


def schemas() -> ModuleType:
    """Return the schemas of the answers, which only the document needs."""
    return import_module("afterword.api.schemas")


def _json(schema: Any) -> dict[str, Any]:
    """Return the content of a body: a schema, the name of an answer's, or a plain one."""
    found = getattr(schemas(), schema) if isinstance(schema, str) else schema
    return {"application/json": {"schema": found}}


def _name(schema: Any) -> str:
    kind = schema if isinstance(schema, type) else type(schema)
    return kind.__name__
