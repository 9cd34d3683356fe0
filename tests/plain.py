"""How plain a text is: the length of its sentences, its reading grade, worn phrases in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")
END = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][”’)]))\s+(?=[“‘(]?[A-Z0-9])")
WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
VOWELS = re.compile(r"[aeiouyàâäéèêëíîïóôöúûü]+")
SILENT = re.compile(r"(?:[^laeiouycgsxzh]es|[^aeiouytd]ed|[^laeiouy]e)$")
IDIOMS = """
    at the end of the day|touch base|reach out|circle back|ball is in|in the loop|heads up
    a piece of cake|break the ice|rule of thumb|hit the ground|on the same page|think outside
    go the extra mile|the icing on|cut to the chase|in a nutshell|up in the air|bite the bullet
    ballpark|call it a day|get the hang|hang in there|under the weather|miss the boat|game changer
    no-brainer|on the fence|burn bridges|burn your bridges|make or break|best of both
    get your foot|foot in the door|keep in mind that|leave no stone|once in a blue|over the moon
    play it by ear|pull strings|sit tight|spill the beans|the last straw|through the roof|tip of the
    win-win|your best foot|drop the ball|keep an eye on|keep your fingers|needless to say
    due diligence|low hanging|food for thought|first and foremost|in order to|utilize|utilise
    leverage|synergy|as per|going forward|deep dive
"""
"""Phrases that a reader who learned English at school may not know, and office words."""
PHRASES = re.compile(
    "|".join(rf"\b{re.escape(p.strip())}\b" for p in re.split(r"[|\n]", IDIOMS) if p.strip()),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was counted in one text."""

    words: int
    sentences: int
    syllables: int

    @property
    def mean(self) -> float:
        """Words a sentence."""
        return self.words / self.sentences

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade: years of school in the United States (Kincaid 1975)."""
        return 0.39 * self.mean + 11.8 * self.syllables / self.words - 15.59


def prose(markdown: str) -> Iterator[str]:
    """Yield the paragraphs and list items of a text, without headings, tables, code and sources."""
    skipped, titled = 0, False
    for at, token in enumerate(tokens := PARSER.parse(markdown)):
        if token.type in {"table_open", "heading_open"}:
            skipped += 1
        elif token.type in {"table_close", "heading_close"}:
            skipped -= 1
        elif token.type == "inline" and tokens[at - 1].type == "heading_open":
            titled = token.content in {"Source", "Sources"}
        elif token.type == "inline" and not skipped and not titled:
            children = token.children or ()
            text = "".join(_words(child) for child in children)
            if not text.lstrip(" *").startswith(("Source:", "Sources:")):
                yield " ".join(text.split())


def _words(token: Token) -> str:
    return token.content if token.type == "text" else " " if token.type.endswith("break") else ""


def reading(texts: Iterable[str]) -> Reading:
    """Count words, sentences and syllables."""
    words = ended = syllables = 0
    for text in texts:
        for sentence in sentences(text):
            found = WORD.findall(sentence)
            words += len(found)
            ended += bool(found)
            syllables += sum(map(syllables_of, found))
    return Reading(words, ended, syllables)


def sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph; what has no end, such as a list item, is one."""
    return END.split(text)


def syllables_of(word: str) -> int:
    """Return the syllables of an English word by its vowels, as nearly as a rule can."""
    small = re.sub(r"[’']s$", "", word.lower())
    groups = len(VOWELS.findall(small))
    return max(1, groups - bool(SILENT.search(small)))
