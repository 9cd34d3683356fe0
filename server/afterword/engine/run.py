"""Runs every check over one draft; a check that raises leaves the others untouched."""

from __future__ import annotations

from afterword.draft.draft import Draft
from afterword.engine.model import Entry, Outcome, Registry, Report
from afterword.engine.needs import known
from afterword.engine.shapes import blanks_in, body
from afterword.engine.where import where


def run(draft: Draft, registry: Registry) -> Report:
    """Judge `draft` by every check of `registry`.

    A draft of kind `other` is not judged: every outcome is `not_applicable`.
    """
    kind = draft.kind
    facts = frozenset([need for need in registry.needs if known(draft, need)])
    asked = registry.asked(kind, facts)
    judged = [
        _outcome(draft, entry) if asks else entry.not_applicable
        for entry, asks in zip(registry.entries, asked, strict=True)
    ]
    return Report(kind, draft, tuple(judged))


def _outcome(draft: Draft, entry: Entry) -> Outcome:
    check = entry.check
    if check.awaits_blanks and _is_unfinished(draft):
        return entry.not_applicable
    try:
        findings = tuple(check.detect(draft, entry.thresholds))
    except Exception as error:
        return entry.errored(where(error))
    return entry.failed(findings) if findings else entry.passed


def _is_unfinished(draft: Draft) -> bool:
    """Say whether a sentence still holds a blank; those of greeting and signature do not count."""
    return bool(draft.blanks and blanks_in(draft, body(draft)))
