"""Count hits, misses and false alarms, and say them as precision, recall and F1."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from afterword.draft.draft import Draft
from afterword.draft.model import Kind, Move
from afterword.draft.parse import parse
from afterword.engine.check import BOTH
from afterword.engine.model import Registry, Status
from afterword.engine.run import run
from afterword.guidelines.end_with_a_closing_line.check import ENDS
from tests.measure.corpus import Email

CHECKS = {
    "placeholder": "unfilled-blank",
    "no_name_greeting": "no-name-greeting",
    "wrong_or_casual_greeting": "casual-greeting",
    "no_gratitude": "no-gratitude",
    "late_gratitude": "late-gratitude",
    "no_interest": "no-interest",
    "no_fit": "no-fit",
    "no_recap": "no-recap",
    "no_sign_off": "no-sign-off",
    "casual_sign_off": "casual-sign-off",
    "no_full_name": "no-full-name",
    "no_contact": "no-contact-details",
    "no_subject": "no-subject",
    "vague_subject": "vague-subject",
    "too_long": "too-long",
    "too_short": "too-short",
    "pressure": "pressure",
    "apologetic": "over-apology",
    "negative": "negative-tone",
    "desperate": "negative-tone",
    "casual_tone": "casual-tone",
    "shouting": "shouting",
    "salary": "pay-talk",
    "cliche": "stock-phrase",
    "generic": "generic-draft",
}
"""The check that finds each fault of the corpus."""
WRONG = ("misspelt-name", "wrong-recipient")
"""The checks that find a greeting that is wrong rather than casual."""
MISSING = {
    Move.GRATITUDE: "no-gratitude",
    Move.INTEREST: "no-interest",
    Move.FIT: "no-fit",
    Move.RECAP: "no-recap",
    Move.CLOSING_LINE: "no-closing-line",
}
"""The check that says that a move is not there."""


@dataclass
class Score:
    """How often something was said rightly, said wrongly and left unsaid, with the cases."""

    hits: int = 0
    alarms: list[str] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    def add(self, said: bool, true: bool, case: str) -> None:
        """Count one case."""
        if said and true:
            self.hits += 1
        elif said:
            self.alarms.append(case)
        elif true:
            self.misses.append(case)

    def merge(self, other: Score) -> None:
        """Count all cases of `other` too."""
        self.hits += other.hits
        self.alarms += other.alarms
        self.misses += other.misses

    @property
    def precision(self) -> float:
        """Share of what was said that is true."""
        return self.hits / max(1, self.hits + len(self.alarms))

    @property
    def recall(self) -> float:
        """Share of what is true that was said."""
        return self.hits / max(1, self.hits + len(self.misses))

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.hits / max(1, 2 * self.hits + len(self.alarms) + len(self.misses))


def moves(emails: Iterable[Email]) -> dict[str, Score]:
    """Compare what each sentence is said to do with its labels, on the sentences as labelled."""
    scores = {move: Score() for move in Move}
    for email in emails:
        if email.kind is Kind.OTHER:
            continue
        draft = email.cut()
        for sentence, said, true in zip(draft.sentences, draft.moves, email.labels, strict=True):
            for move, score in scores.items():
                score.add(move in said, move in true, f"{email.id}: {sentence.text}")
    return {str(move): score for move, score in scores.items()}


def kinds(emails: Iterable[Email]) -> dict[str, Score]:
    """Compare the kind that the text shows with the label, on emails as the engine reads them.

    No email is labelled a courtesy: one that is read as such is neither of the two others.
    """
    found, follow_up = Score(), Score()
    for email in emails:
        said = email.parsed().kind
        case = f"{email.id}: {email.record['subject']} | {said}"
        found.add(said is not Kind.OTHER, email.kind is not Kind.OTHER, case)
        if email.kind is not Kind.OTHER and said in BOTH:
            follow_up.add(said is Kind.FOLLOW_UP, email.kind is Kind.FOLLOW_UP, case)
    return {"after an interview": found, "follow-up among them": follow_up}


def checks(emails: Iterable[Email], registry: Registry) -> dict[str, Score]:
    """Compare which checks fail with the faults that a person saw, email by email.

    The kind is given, as by a writer who chose it. A check whose facts are missing is not counted.
    """
    scores = {check: Score() for check in CHECKS.values()}
    for email in emails:
        if email.kind is Kind.OTHER:
            continue
        status = _status(_judged(email, email.record["body"]), registry)
        faults = {CHECKS.get(issue["type"]) for issue in email.record["issues"]}
        if any(status.get(check) is Status.FAILED for check in WRONG):
            faults.discard("casual-greeting")
        for check, score in scores.items():
            if status.get(check) in (Status.PASSED, Status.FAILED):
                score.add(status[check] is Status.FAILED, check in faults, email.id)
    return scores


def ablations(emails: Iterable[Email], registry: Registry) -> dict[str, Score]:
    """Take the labelled sentences of one move away; the check that misses it should then fail.

    Counted are emails whose check passes as written, so that putting them back makes it pass; for
    the closing line those that then stop without thanks or an offer.
    """
    scores = {check: Score() for check in MISSING.values()}
    for email in emails:
        if email.kind is Kind.OTHER:
            continue
        whole = _status(_judged(email, email.record["body"]), registry)
        for move, check in MISSING.items():
            left = [made for made in email.labels if move not in made]
            if move is Move.CLOSING_LINE and left and left[-1] & ENDS:
                continue
            if whole.get(check) is Status.PASSED and len(left) < len(email.labels):
                status = _status(_judged(email, without(email, move)), registry)
                scores[check].add(status[check] is Status.FAILED, True, email.id)
    return scores


def without(email: Email, move: Move) -> str:
    """Return the body with every sentence taken out that is labelled with `move`."""
    body = str(email.record["body"])
    for sentence, made in zip(email.record["sentences"], email.labels, strict=True):
        if move in made:
            body = body.replace(sentence["text"], "", 1)
    return body


def _judged(email: Email, body: str) -> Draft:
    return parse(email.record["subject"], body, replace(email.context, kind=email.kind))


def _status(draft: Draft, registry: Registry) -> dict[str, Status]:
    return {outcome.check.id: outcome.status for outcome in run(draft, registry).outcomes}
