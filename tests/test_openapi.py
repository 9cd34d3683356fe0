"""The committed OpenAPI document is the one that the schemas give, and it tells the truth."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from afterword.api import PREFIX
from afterword.cli import openapi
from afterword.settings import Settings

ROOT = Path(__file__).parents[1]


def test_the_committed_document_is_in_step() -> None:
    committed = (ROOT / "openapi.json").read_text(encoding="utf-8")
    assert committed == openapi.text(), "run `make openapi` and commit openapi.json"


def test_the_service_answers_the_same_document(client: FlaskClient) -> None:
    assert client.get(f"{PREFIX}/openapi.json").json == json.loads(openapi.text())


def test_every_endpoint_is_described_and_nothing_else(app: Flask) -> None:
    served = {
        (rule.rule.removeprefix(PREFIX).replace("<", "{").replace(">", "}"), method.lower())
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith(PREFIX)
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    paths = json.loads(openapi.text())["paths"]
    assert {(path, method) for path, methods in paths.items() for method in methods} == served


def references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (item for name, item in value.items() if name == "$ref")
        yield from (found for item in value.values() for found in references(item))
    elif isinstance(value, list):
        yield from (found for item in value for found in references(item))


def test_every_schema_is_there_and_used() -> None:
    document = json.loads(openapi.text())
    named = {f"#/components/schemas/{name}" for name in document["components"]["schemas"]}
    assert set(references(document)) == named


def test_the_document_states_the_limits() -> None:
    schemas = json.loads(openapi.text())["components"]["schemas"]
    request = schemas["ChecksRequest"]
    assert request["required"] == ["body"]
    assert request["properties"]["body"]["maxLength"] == Settings().max_draft_chars
    assert request["properties"]["subject"]["maxLength"] == Settings().max_line_chars
    assert request["properties"]["recipients"]["maxItems"] == Settings().max_list_items
    assert request["properties"]["attachments"]["minimum"] == 0
    assert schemas["Finding"]["properties"]["level"]["enum"] == ["stop", "advice"]


def test_the_extension_reads_and_writes_what_the_document_says() -> None:
    schemas = json.loads(openapi.text())["components"]["schemas"]
    types = (ROOT / "extension" / "api.d.ts").read_text(encoding="utf-8")
    interfaces = dict(re.findall(r"^export interface (\w+) \{\n(.*?)^\}", types, re.M | re.S))
    assert {"Report", "Finding", "Draft", "ChecksRequest", "DraftRequest"} <= interfaces.keys()
    for name, body in interfaces.items():
        schema = schemas[name]
        said = dict(re.findall(r"^  (\w+)(\??):", body, re.M))
        assert said.keys() <= schema["properties"].keys(), name
        if name.endswith("Request"):
            assert set(schema.get("required", [])) <= said.keys(), name


@pytest.mark.parametrize(
    ("body", "name", "words"),
    [
        ("ChecksRequest", "body", "text. The email's whole text."),
        (
            "ChecksRequest",
            "kind",
            "one of: thank-you, follow-up, courtesy, auto or null, optional.",
        ),
        ("ChecksRequest", "recipients", "list of Person or null, optional. The To line."),
        ("ChecksRequest", "attachments", "whole number or null, optional."),
        ("ChecksRequest", "earlier_notes", "list of text or null, optional."),
        ("Interview", "interviewed_at", "time or null, optional."),
        ("Interview", "decision_by", "date or null, optional."),
        ("Finding", "span", "Span or null"),
        ("Finding", "suggestions", "list of Suggestion"),
        ("Finding", "quote", "text or null."),
        ("Report", "facts", "Facts"),
        ("Health", "thresholds", "object."),
    ],
)
def test_the_page_says_of_each_field_what_it_holds(
    client: FlaskClient, body: str, name: str, words: str
) -> None:
    html = client.get("/developers/api/").text.partition(f' id="{body}"')[2]
    row = html.partition(f"<dt><code>{name}</code></dt><dd>")[2].partition("</dd>")[0]
    said = " ".join(unescape(re.sub("<[^>]+>", "", row)).split())
    assert said.startswith(words)
