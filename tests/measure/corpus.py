"""Read labelled emails (one JSON object a line) as the drafts that the engine sees."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from afterword.draft.draft import Draft
from afterword.draft.model import (
    Context,
    Interview,
    Kind,
    Move,
    Part,
    Person,
    Sender,
    Sentence,
    Span,
)
from afterword.draft.parse import parse

FOLDER = Path(__file__).parents[1] / "corpus"
OWN = tuple(sorted(FOLDER.glob("*.jsonl")))
BLIND = "blind_"
"""What the name of a file begins with whose author knew nothing of the checks."""
SHARED = Path(__file__).parents[3] / "shared" / "corpus" / "dev.jsonl"
KINDS = {"thank_you": Kind.THANK_YOU, "follow_up": Kind.FOLLOW_UP, "other": Kind.OTHER}


@dataclass(frozen=True)
class Email:
    """One labelled email: the record as it stands in the file, and what the labels say."""

    record: dict[str, Any]

    @property
    def id(self) -> str:
        return str(self.record["id"])

    @property
    def kind(self) -> Kind:
        return KINDS[self.record["kind"]]

    @property
    def labels(self) -> list[frozenset[Move]]:
        """The labelled moves of every sentence, in order."""
        return [frozenset(map(Move, s["labels"])) for s in self.record["sentences"]]

    @property
    def context(self) -> Context:
        """What the writer knows, as far as the record says."""
        known = self.record["context"]
        return Context(
            interview=Interview(
                interviewers=tuple(Person(name) for name in known["interviewers"] or ()),
                company=known["company"],
                role=known["role"],
            ),
            sender=Sender(name=known["sender"]),
        )

    def parsed(self) -> Draft:
        """Return the email as the engine reads it, with its own cut into sentences."""
        return parse(self.record["subject"], self.record["body"], self.context)

    def cut(self) -> Draft:
        """Return the email with the sentences that a person cut, so that labels can be compared."""
        body = self.record["body"]
        sentences: list[Sentence] = []
        at = paragraph = 0
        for item in self.record["sentences"]:
            start = body.find(item["text"], at)
            start = body.find(item["text"]) if start < 0 else start
            if start > at:
                paragraph += body.count("\n\n", at, start)
            at = max(at, start + len(item["text"]))
            span = Span(start, start + len(item["text"]))
            sentences.append(Sentence(span, item["text"], paragraph))
        return Draft(
            subject=self.record["subject"],
            text=body,
            context=self.context,
            greeting=_part(body, self.record["parts"]["greeting"]),
            paragraphs=(),
            sentences=tuple(sentences),
            sign_off=_part(body, self.record["parts"]["sign_off"]),
            signature=_part(body, self.record["parts"]["signature"]),
            quoted=(),
        )


def load(*paths: Path) -> list[Email]:
    """Read emails from files in the corpus format."""
    return [
        Email(json.loads(line))
        for path in paths
        for line in path.read_text("utf-8").splitlines()
        if line.strip()
    ]


def own() -> list[Email]:
    """Read the emails that the figures in `summary.md` are about."""
    return load(*OWN)


def by_author() -> list[list[Email]]:
    """Read the same emails, parted by who wrote them: each blind file is one author's."""
    blind = [path for path in OWN if path.name.startswith(BLIND)]
    ours = [path for path in OWN if path not in blind]
    return [load(*ours), *(load(path) for path in blind)]


def _part(body: str, text: str | None) -> Part | None:
    start = body.find(text) if text else -1
    return Part(Span(start, start + len(text)), text) if text and start >= 0 else None
