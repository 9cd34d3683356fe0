"""Count hits, misses and false alarms, and say them as precision, recall and F1."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from afterword.draft.model import Kind, Move

from tests.measure.corpus import Email


@dataclass
class Score:
    """How often something was said rightly, said wrongly and left unsaid, with the cases."""

    hits: int = 0
    alarms: list[str] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    def add(self, said: bool, true: bool, case: str) -> None:
        if said and true:
            self.hits += 1
        elif said:
            self.alarms.append(case)
        elif true:
            self.misses.append(case)

    @property
    def precision(self) -> float:
        return self.hits / max(1, self.hits + len(self.alarms))

    @property
    def recall(self) -> float:
        return self.hits / max(1, self.hits + len(self.misses))

    @property
    def f1(self) -> float:
        return 2 * self.hits / max(1, 2 * self.hits + len(self.alarms) + len(self.misses))


def moves(emails: Iterable[Email]) -> dict[Move, Score]:
    """Compare what each sentence is said to do with its labels, on the sentences as labelled."""
    scores = {move: Score() for move in Move}
    for email in emails:
        if email.kind is Kind.OTHER:
            continue
        draft = email.cut()
        for sentence, said, true in zip(draft.sentences, draft.moves, email.labels, strict=True):
            for move, score in scores.items():
                score.add(move in said, move in true, f"{email.id}: {sentence.text}")
    return scores


def kinds(emails: Iterable[Email]) -> dict[str, Score]:
    """Compare the kind that the text shows with the label, on the emails as the engine reads them."""
    found, follow_up = Score(), Score()
    for email in emails:
        said = email.parsed().kind
        case = f"{email.id}: {email.record['subject']} | {said}"
        found.add(said is not Kind.OTHER, email.kind is not Kind.OTHER, case)
        if email.kind is not Kind.OTHER and said is not Kind.OTHER:
            follow_up.add(said is Kind.FOLLOW_UP, email.kind is Kind.FOLLOW_UP, case)
    return {"post-interview email": found, "follow-up among them": follow_up}


def rows(scores: dict[Move, Score] | dict[str, Score]) -> Iterator[tuple[str, Score]]:
    """Yield name and score of each line of a table."""
    for name, score in scores.items():
        yield str(name), score
