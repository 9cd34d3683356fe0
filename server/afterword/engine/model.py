"""What a check is and what it answers. Offsets are code points; spans are half-open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from afterword.draft.draft import Draft
from afterword.draft.model import Kind, Span


class Level(StrEnum):
    """How much a finding matters: `stop` may hold a send once, `advice` never does."""

    STOP = "stop"
    ADVICE = "advice"


class Field(StrEnum):
    """The field of the email that a finding points into."""

    SUBJECT = "subject"
    BODY = "body"


class Status(StrEnum):
    """How a check ended for one draft."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_APPLICABLE = "not_applicable"
    ERRORED = "errored"


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `start` to `end` (code points) of the finding's field by `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One exact repair; its edits do not overlap and stand in rising order."""

    label: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth the writer's attention; `span` is None where no words are at issue."""

    message: str
    field: Field = Field.BODY
    span: Span | None = None
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """A threshold of a check: its default, unit, and the source of the number."""

    default: int | float
    unit: str
    help: str


Detector = Callable[[Draft, Mapping[str, float]], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Check:
    """One detector with all that is known of it; made by `engine.check.check`."""

    id: str
    level: Level
    summary: str
    """The fault in one sentence, for lists; findings carry their own exact message."""
    kinds: frozenset[Kind]
    needs: tuple[str, ...]
    """Facts without which the check is not applicable, as paths: `interview.company`, `now`."""
    options: Mapping[str, Option]
    detect: Detector
    awaits_blanks: bool = False
    """Whether it waits while a sentence holds a blank: what fills it may be what it misses."""
    weight: int = 0
    """How much it matters among those that point at no words: what a reader misses comes first."""
    covers: frozenset[str] = frozenset()
    """Checks that would ask for the same sentence, where one of its findings points at no words."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one check ended, with what it found."""

    check: Check
    guideline: str
    status: Status
    findings: tuple[Finding, ...] = ()
    raised: str = ""
    """Where a check that could not run went wrong, as `engine.where` tells it."""


@dataclass(frozen=True)
class Entry:
    """A check and the guideline that it belongs to."""

    check: Check
    guideline: str
    """The guideline's public id, with dashes."""

    @cached_property
    def thresholds(self) -> Mapping[str, float]:
        """Return the default of every option."""
        return {name: option.default for name, option in self.check.options.items()}

    @cached_property
    def passed(self) -> Outcome:
        """Return the outcome without findings, made once for all drafts."""
        return Outcome(self.check, self.guideline, Status.PASSED)

    @cached_property
    def not_applicable(self) -> Outcome:
        """Return the outcome for drafts that the check says nothing about."""
        return Outcome(self.check, self.guideline, Status.NOT_APPLICABLE)

    def failed(self, findings: tuple[Finding, ...]) -> Outcome:
        """Return the outcome with at least one finding."""
        return Outcome(self.check, self.guideline, Status.FAILED, findings)

    def errored(self, raised: str) -> Outcome:
        """Return the outcome for a check that raised, and where it did."""
        return Outcome(self.check, self.guideline, Status.ERRORED, raised=raised)


@dataclass(frozen=True)
class Registry:
    """All checks, in the order of their guidelines' ids and, within one, as they are written."""

    entries: tuple[Entry, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """Return every entry under its check's id."""
        return {entry.check.id: entry for entry in self.entries}

    @cached_property
    def thresholds(self) -> Mapping[str, float]:
        """Return every threshold as `check-id.option`."""
        return {
            f"{id}.{name}": value
            for id, entry in self.by_id.items()
            for name, value in entry.thresholds.items()
        }

    @cached_property
    def _asked(self) -> dict[tuple[Kind, frozenset[str]], tuple[bool, ...]]:
        """Return what `asked` said before: kinds are few, and so are the facts that are needed."""
        return {}

    def asked(self, kind: Kind, facts: frozenset[str]) -> tuple[bool, ...]:
        """Say for each entry whether it judges drafts of a kind of which these facts are known."""
        known = self._asked.get((kind, facts))
        if known is None:
            checks = [entry.check for entry in self.entries]
            known = tuple(
                [kind in check.kinds and facts.issuperset(check.needs) for check in checks]
            )
            self._asked[kind, facts] = known
        return known

    @cached_property
    def needs(self) -> frozenset[str]:
        """Return all facts that some check cannot do without."""
        return frozenset(need for entry in self.entries for need in entry.check.needs)


@dataclass(frozen=True, slots=True)
class Report:
    """All outcomes for one draft, in the order of the guidelines."""

    kind: Kind
    draft: Draft
    outcomes: tuple[Outcome, ...]

    @property
    def broken(self) -> tuple[Outcome, ...]:
        """The outcomes of checks that could not run."""
        return tuple(outcome for outcome in self.outcomes if outcome.raised)
