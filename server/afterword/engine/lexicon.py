"""Phrases with a reason, kept as data beside the checks that use them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Set
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any

from afterword.draft.draft import Draft
from afterword.draft.model import Sentence, Span
from afterword.engine.gate import Gate, gate
from afterword.engine.model import Finding
from afterword.engine.shapes import replace, sentence_at
from afterword.engine.wording import on_one_line

MOST = 100
"""Words of one check that are told: a text that has more is no email that anybody reads."""
SHORT = 2
"""Letters of a word that may be initials."""
WORD = re.compile(r"\w+(?:['’]\w+)*")
POSSESSIVE = ("'s", "’s")
APOSTROPHES = "'’"
NAMED = re.compile(
    r"\b(?:an?|by|called|from|in|named|of|our|the|their|using|with|your) $", re.IGNORECASE
)
"""What stands before a name within a sentence."""
INSIDE = re.compile(r"\w $")
"""What stands before a word within a sentence, where a capital makes it a name."""
NEAR = 12
"""Characters before a word in which stands what makes it a name."""
CHOICE = re.compile(r"\((\w+(?:\|\w+)+)\)")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The phrases of one check, in groups of one reason each."""

    messages: tuple[str, ...]
    phrases: Gate
    unless: Gate
    """Phrases that clear the others of their group, in their sentence."""
    beside: Gate
    """Phrases of which one has to stand in the sentence too, in a group that has such."""
    bound: frozenset[str]
    """The groups that have."""
    swaps: tuple[tuple[str, str], ...]
    """Words with the one word that every reader would put in their place."""

    def spans(self, draft: Draft) -> Iterator[tuple[Span, str]]:
        """Yield the words found in the sentences and the message of their group, none twice.

        Words that the writer's own card holds (a role, a company, a topic) are never at issue, nor
        those in quotation marks, which somebody else said.
        """
        pieces = self.phrases.by_piece(draft.tokens)
        first = next(pieces, None)
        if first is None:
            return
        own, cleared, end = _card(draft), _held(self.unless, draft), 0
        beside = _held(self.beside, draft) if self.bound else frozenset()
        for matches in chain((first,), pieces):
            for match in sorted(matches, key=lambda match: (match.span.start, -match.span.end)):
                sentence = sentence_at(draft, match.span)
                here = (match.label, sentence)
                if here in cleared or (match.label in self.bound and here not in beside):
                    continue
                if end <= match.span.start and sentence:
                    end = match.span.end
                    if _own(match.span.of(draft.text), own) or is_quoted(sentence, match.span):
                        continue
                    yield _whole(match.span, draft.text), self.messages[int(match.label)]

    def findings(self, draft: Draft) -> Iterator[Finding]:
        """Yield a finding for all words found, with a repair where one word has an exact other."""
        swaps = dict(self.swaps)
        for span, message in islice(self.spans(draft), MOST):
            words = span.of(draft.text)
            swap = swaps.get(words.lower().rstrip("."))
            if swap and len(words) <= SHORT and not (words.islower() and words.isalpha()):
                continue  # initials, as in “U. S. Steel”
            if swap and words.isupper():
                continue  # a short name, as in “PPL”
            near = draft.text[max(0, span.start - NEAR) : span.start]
            if words[:1].isupper() and NAMED.search(near):
                continue  # “the IDK data set”, “a band called Gonna”
            if words[:1].isupper() and words[1:2].islower() and INSIDE.search(near):
                continue  # “In Can Tho I …”: a capital within a sentence is a name's
            yield Finding(
                message.format(words=on_one_line(words)),
                span=span,
                suggestions=(replace(span, _cased(swap, words)),) if swap else (),
            )

    def sentences(self, draft: Draft) -> Iterator[tuple[Sentence, Span, str]]:
        """Yield every sentence with such words, once, with the first of them and its message."""
        seen: set[Span] = set()
        for span, message in self.spans(draft):
            sentence = sentence_at(draft, span)
            if sentence and sentence.span not in seen:
                seen.add(sentence.span)
                yield sentence, span, message.format(words=on_one_line(span.of(draft.text)))


def read(path: Path) -> dict[str, Lexicon]:
    """Read a file of phrases into one lexicon for each check id in it.

    Each check is a list of tables with `message`, `phrases` and, if wanted, `swaps`, `unless`,
    phrases that clear those of their group where they stand in the same sentence, and `beside`,
    phrases of which one must stand there; the table `sets` holds named word sets. Raises ValueError
    for a phrase that cannot be read.
    """
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    sets = tables.pop("sets", {})
    return {check: _lexicon(groups, sets) for check, groups in tables.items()}


def _lexicon(groups: list[dict[str, Any]], sets: dict[str, list[str]]) -> Lexicon:
    swaps = [swap for group in groups for swap in group.get("swaps", {}).items()]
    phrases = [
        (str(index), phrase)
        for index, group in enumerate(groups)
        for phrase in (*group["phrases"], *group.get("swaps", {}))
    ]
    unless, beside = _listed(groups, "unless"), _listed(groups, "beside")
    return Lexicon(
        messages=tuple(group["message"] for group in groups),
        phrases=_gate(phrases, sets),
        unless=_gate(unless, sets),
        beside=_gate(beside, sets),
        bound=frozenset(label for label, _ in beside),
        swaps=tuple(swaps),
    )


def _listed(groups: list[dict[str, Any]], name: str) -> list[tuple[str, str]]:
    """Return the phrases that the groups have under a name, each with the number of its group."""
    return [(str(at), phrase) for at, group in enumerate(groups) for phrase in group.get(name, ())]


def _held(phrases: Gate, draft: Draft) -> Set[tuple[str, Sentence | None]]:
    """Return the groups of which such a phrase stands in the draft, each with its sentence."""
    matches = phrases.find(draft.tokens)
    return {(match.label, sentence_at(draft, match.span)) for match in matches}


def _gate(phrases: list[tuple[str, str]], known: dict[str, list[str]]) -> Gate:
    """Read groups of single words as word sets, so that they do not unfold into spellings."""
    sets = dict(known)

    def name(group: re.Match[str]) -> str:
        words = group[1].split("|")
        sets["-".join(words)] = words
        return f"<{'-'.join(words)}>"

    drawn = [(label, CHOICE.sub(name, phrase)) for label, phrase in phrases]
    return gate(drawn, sets)


def _card(draft: Draft) -> Set[str]:
    """Return the words of the interview card and its people; “Finn’s” holds “Finn” too."""
    known = draft.context.interview
    people = (*known.interviewers, *draft.context.recipients)
    texts = [known.role, known.company, *known.topics, *known.open_questions, *known.promised]
    texts += [draft.context.sender.name, *(person.name for person in people)]
    words = WORD.findall("\n".join(text for text in texts if text).lower())
    return {*words, *(word[:-2] for word in words if word.endswith(POSSESSIVE))}


def _whole(span: Span, text: str) -> Span:
    """Return a span that begins with a whole word: a phrase may begin with the “'s” of “it's”."""
    start = span.start
    if text[start] in APOSTROPHES:
        while start and text[start - 1].isalnum():
            start -= 1
    return Span(start, span.end)


def is_quoted(sentence: Sentence, span: Span) -> bool:
    """Say whether words stand in quotation marks, with others or alone."""
    text = sentence.text
    start, end = span.start - sentence.span.start, span.end - sentence.span.start
    if '"' in text and text.count('"', 0, start) % 2 and text.find('"', end) >= 0:
        return True
    return text.rfind("“", 0, start) > text.rfind("”", 0, start) and text.find("”", end) >= 0


def _own(words: str, card: Set[str]) -> bool:
    """Say whether the card holds every longer one of `words`."""
    longer = {word for word in WORD.findall(words.lower()) if len(word) > SHORT + 1}
    return bool(longer) and longer <= card


def _cased(word: str, like: str) -> str:
    """Give `word` a capital where the word it replaces has one."""
    return word[:1].upper() + word[1:] if like[:1].isupper() else word
