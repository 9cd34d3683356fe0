"""POST /checks: a draft in, a report out. Spans are UTF-16 code units, as browsers count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from flask import Flask, Response

from afterword.api import PREFIX, answer, facts, requests
from afterword.api.guidelines import address
from afterword.api.log import LOG
from afterword.api.requests import Requests
from afterword.api.service import Service
from afterword.draft.draft import Draft
from afterword.draft.model import Move
from afterword.draft.parse import parse
from afterword.draft.spans import Offsets
from afterword.engine.model import Field, Finding, Level, Outcome, Report, Status, Suggestion
from afterword.engine.run import run

RANK = {move: rank for rank, move in enumerate(Move)}
LEVELS = {level: rank for rank, level in enumerate(Level)}


def register(app: Flask, service: Service, schemas: Requests) -> None:
    """Add the endpoint."""

    @app.post(f"{PREFIX}/checks", endpoint="api.checks")
    def checks() -> Response:
        data = requests.read(schemas.checks)
        draft = parse(data.get("subject"), data["body"], facts.context(data))
        judged = run(draft, service.registry)
        for outcome in judged.broken:
            LOG.error("the check %s could not run: %s", outcome.check.id, outcome.raised)
        return answer.json(report(judged))


def report(judged: Report) -> dict[str, Any]:
    """Return a report as it goes over the wire.

    Findings come stop first, then in the order of the text, those without words last.
    """
    draft = judged.draft
    covering = _covering(judged)
    offsets = {Field.SUBJECT: Offsets(draft.subject or ""), Field.BODY: Offsets(draft.text)}
    return {
        "kind": judged.kind,
        "outcomes": [
            _outcome(outcome.check.id, outcome.guideline, outcome.check.level, outcome.status)
            for outcome in judged.outcomes
        ],
        "findings": [
            _finding(outcome, finding, draft, offsets[finding.field])
            | {"covered_by": None if finding.span else covering.get(outcome.check.id)}
            for outcome, finding in ordered(judged)
        ],
        "sentences": list(_sentences(draft, offsets[Field.BODY])),
        "facts": {
            "words": draft.words,
            "sentences": len(draft.sentences),
            "paragraphs": len(draft.paragraphs),
        },
    }


def ordered(judged: Report) -> list[tuple[Outcome, Finding]]:
    """Return all findings in the order in which a writer should meet them."""
    found = [
        (outcome, finding)
        for outcome in judged.outcomes
        if outcome.status is Status.FAILED
        for finding in outcome.findings
    ]
    return sorted(found, key=lambda pair: _place(*pair))


def _place(outcome: Outcome, finding: Finding) -> tuple[int, bool, bool, int]:
    span = finding.span
    level = LEVELS[outcome.check.level]
    at = span.start if span else -outcome.check.weight
    return level, span is None, finding.field is Field.BODY, at


def _covering(judged: Report) -> dict[str, str]:
    """Return the checks that need not be said, each with the one that asks for the same."""
    return {
        covered: outcome.check.id
        for outcome in judged.outcomes
        if outcome.check.covers and any(finding.span is None for finding in outcome.findings)
        for covered in outcome.check.covers
    }


@cache
def _outcome(check: str, guideline: str, level: Level, status: Status) -> dict[str, str]:
    """Return one outcome, of which there are few, each made once; nobody may change it."""
    return {"check": check, "guideline": guideline, "level": level.value, "status": status.value}


def _finding(outcome: Outcome, finding: Finding, draft: Draft, offsets: Offsets) -> dict[str, Any]:
    text = draft.text if finding.field is Field.BODY else draft.subject or ""
    return {
        "check": outcome.check.id,
        "guideline": outcome.guideline,
        "level": outcome.check.level,
        "message": finding.message,
        "field": finding.field,
        "span": finding.span and offsets.span(finding.span),
        "quote": finding.span and finding.span.of(text),
        "suggestions": [_suggestion(suggestion, offsets) for suggestion in finding.suggestions],
        "help_url": address(outcome.guideline, outcome.check.id),
    }


def _suggestion(suggestion: Suggestion, offsets: Offsets) -> dict[str, Any]:
    return {
        "label": suggestion.label,
        "edits": [
            {"start": offsets.units(edit.start), "end": offsets.units(edit.end), "text": edit.text}
            for edit in suggestion.edits
        ],
    }


def _sentences(draft: Draft, offsets: Offsets) -> Iterator[Mapping[str, Any]]:
    for sentence, moves in zip(draft.sentences, draft.moves, strict=True):
        yield {"span": offsets.span(sentence.span), "moves": _named(moves)}


@cache
def _named(moves: frozenset[Move]) -> list[str]:
    """Return the moves of a sentence in their order, the same list for the same moves."""
    return [move.value for move in sorted(moves, key=RANK.__getitem__)]
