"""Tables for developers, made from what they describe: endpoints, bodies, settings, checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from afterword.api import PREFIX, openapi
from afterword.settings import TABLE, Setting

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One method of one path, with the names of the bodies that it takes and gives."""

    method: str
    path: str
    summary: str
    takes: str
    gives: str
    statuses: str


@dataclass(frozen=True, slots=True)
class Property:
    """One field of a body; `kind` is its type in words, `of` the body that it is made of."""

    name: str
    kind: str
    of: str
    null: bool
    """Whether it may be null."""
    always: bool
    """Whether an answer always has it, or a request must have it."""
    description: str


@dataclass(frozen=True, slots=True)
class Body:
    """One named JSON object of the API."""

    name: str
    properties: tuple[Property, ...]


def endpoints() -> list[Endpoint]:
    """Return every endpoint of the API, in the order of the document."""
    return [
        Endpoint(
            method.upper(),
            PREFIX + path,
            operation["summary"],
            _body(operation.get("requestBody", {})),
            _body(operation["responses"]["200"]),
            ", ".join(operation["responses"]),
        )
        for path, methods in openapi.document()["paths"].items()
        for method, operation in methods.items()
    ]


def bodies() -> list[Body]:
    """Return every named object that the endpoints take or give."""
    schemas: Mapping[str, Schema] = openapi.document()["components"]["schemas"]
    return [Body(name, tuple(_properties(schema))) for name, schema in schemas.items()]


def settings() -> tuple[Setting, ...]:
    """Return every setting, in the order of their table."""
    return TABLE


def _body(described: Schema) -> str:
    content = described.get("content", {}).get("application/json", {})
    return _of(content.get("schema", {}))


def _properties(schema: Schema) -> Iterator[Property]:
    required = schema.get("required", ())
    for name, field in schema.get("properties", {}).items():
        kind, of, null = _kind(field), _of(field), _may_be_null(field)
        yield Property(name, kind, of, null, name in required, field.get("description", ""))


def _of(field: Schema) -> str:
    """Return the name of the object that a field is, or is a list of; empty for plain values."""
    if "$ref" in field:
        return str(field["$ref"]).rpartition("/")[2]
    inner = [field.get("items", {}), *field.get("anyOf", ())]
    return next((name for schema in inner if schema and (name := _of(schema))), "")


def _types(field: Schema) -> list[str]:
    types: str | list[str] = field.get("type", [])
    return [types] if isinstance(types, str) else types


def _may_be_null(field: Schema) -> bool:
    return "null" in _types(field) or any(map(_may_be_null, field.get("anyOf", ())))


def _kind(field: Schema) -> str:
    """Say what a field holds, but for null: `list of text`, `number`, `one of: stop, advice`.

    Of an object with a name, or a list of such, the name is left out.
    """
    if "enum" in field:
        return "one of: " + ", ".join(choice for choice in field["enum"] if choice is not None)
    if "anyOf" in field:
        return " or ".join(filter(None, map(_kind, field["anyOf"])))
    return " or ".join(_word(kind, field) for kind in _types(field) if kind != "null")


def _word(kind: str, field: Schema) -> str:
    if kind == "array":
        return f"list of {_kind(field.get('items', {}))}".rstrip()
    if kind == "string":
        return {"date-time": "time", "date": "date"}.get(field.get("format", ""), "text")
    return {"boolean": "yes or no", "integer": "whole number"}.get(kind, kind)
