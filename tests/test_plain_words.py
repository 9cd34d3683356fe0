"""Every page is plain, short, and says where its numbers come from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from afterword import create_app
from afterword.content.catalogue import Catalogue
from afterword.content.render import plain_text
from tests import plain

CONTENT: Catalogue = create_app().extensions["afterword"].content
MEAN = 17
"""Words a sentence; plain-language guides ask for 15 to 20."""
GRADE = 8
"""Flesch-Kincaid; plain-language guides ask for 6 to 8."""
LONGEST = 30
"""Words of one sentence."""
WORDS = 900
"""Words of a page before its examples."""
NUMBER = re.compile(r"\d[\d,]*(?:%| million)?")
YEAR = re.compile(r"(?:19|20)\d\d")
SOURCES = re.compile(r"^## Sources?$|\*\*Sources?:\*\*", re.MULTILINE)
OURS = {"320", "400%", "8765"}
"""Numbers of the program and of WCAG, not of a survey."""
PROGRAM = {"The helper", "For developers"}
"""Sections that tell what the program does; its own tests hold those numbers."""


@dataclass(frozen=True, slots=True)
class Text:
    """The words of one page, and where it says that they come from."""

    id: str
    answer: str
    markdown: str
    sources: str
    path: Path
    section: str = ""


def texts() -> Iterator[Text]:
    for guideline in CONTENT.guidelines.values():
        markdown = "\n\n".join(section.markdown for section in guideline.sections)
        sources = " ".join(f"{s.year} {s.base}" for s in guideline.sources)
        yield Text(guideline.id, guideline.answer, markdown, sources, guideline.path)
    for occasion in CONTENT.occasions.values():
        markdown = "\n\n".join(section.markdown for section in occasion.sections)
        sources = " ".join(f"{s.year} {s.base}" for s in occasion.sources)
        yield Text(occasion.id, occasion.answer, markdown, sources, occasion.path)
    for page in CONTENT.pages.values():
        own = " ".join(SOURCES.split(page.markdown)[1:])
        leads = page.slug == "sources" or "](/sources/)" in page.markdown
        sources = own or (SURVEYS if leads else "")
        yield Text(page.slug, page.description, page.markdown, sources, page.path, page.section)


SURVEYS = CONTENT.pages["sources"].markdown
TEXTS = list(texts())
EVERY = pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.id)


@EVERY
def test_a_page_is_plain(text: Text) -> None:
    paragraphs = [text.answer, *plain.prose(text.markdown)]
    read = plain.reading(paragraphs)
    assert read.mean <= MEAN, f"{text.path}: {read.mean:.1f} words a sentence"
    assert read.grade <= GRADE, f"{text.path}: reading grade {read.grade:.1f}"
    for paragraph in paragraphs:
        for sentence in plain.sentences(paragraph):
            assert len(plain.WORD.findall(sentence)) <= LONGEST, f"{text.path}: {sentence}"
        assert plain.PHRASES.findall(paragraph) == [], text.path


@EVERY
def test_a_page_is_short(text: Text) -> None:
    words = len(plain.WORD.findall(plain_text(text.markdown)))
    assert words <= WORDS, f"{text.path}: {words} words before examples"


@pytest.mark.parametrize(
    "text", [text for text in TEXTS if text.section not in PROGRAM], ids=lambda text: text.id
)
def test_every_number_has_its_source(text: Text) -> None:
    sourced = text.sources or re.search(r"\(/(?:sources|guidelines)/", text.markdown)
    for paragraph in plain.prose(text.markdown):
        for number in (match[0].rstrip(",") for match in NUMBER.finditer(paragraph)):
            where = f"{text.path}: {number}"
            if YEAR.fullmatch(number):
                known = text.sources + ("2026" if "reviewed" in paragraph else "")
                assert number in known, f"{where} is the year of none of its sources"
            elif (number[-1] in "%n" or len(number) > 2) and number not in OURS:
                assert number in SURVEYS, f"{where} does not stand on the page of sources"
                assert sourced, f"{where} has no source on its page"


def test_every_row_of_a_survey_says_who_was_asked_and_what_is_weak() -> None:
    rows = [row for row in SURVEYS.split("\n") if row.startswith("| [")]
    assert len(rows) >= 9
    for row in rows:
        name, asked, said, weak = (cell.strip() for cell in row.strip("|").split("|"))
        assert re.search(r"\d{4}|same|Canada|typo", name), row
        assert asked, row
        assert said, row
        assert weak, row


def test_the_emails_are_plain_too() -> None:
    for template in CONTENT.templates.values():
        body = re.sub(r"\[\[|\]\]|\|\|[^\]]*(?=\]\])", "", template.body).split("\n\n")
        asked = [field.question for field in template.fields]
        paragraphs = [template.occasion, *asked, *body[1:-1]]
        assert plain.reading(paragraphs).mean <= MEAN, template.path
        for paragraph in paragraphs:
            assert plain.PHRASES.findall(paragraph) == [], template.path


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("note", 1), ("thanked", 1), ("named", 1), ("table", 2), ("interview", 3), ("people", 2),
        ("asked", 1), ("wanted", 2), ("interviewer", 4), ("decision", 3), ("names", 1),
        ("working", 2), ("I", 1), ("there’s", 1), ("reason", 2), ("advice", 2), ("pages", 2),
    ],
)  # fmt: skip
def test_syllables(word: str, syllables: int) -> None:
    assert plain.syllables_of(word) == syllables


def test_the_grade_tells_plain_from_stiff() -> None:
    easy = plain.reading(["Thank you for the talk. I liked it. Could you tell me when you decide?"])
    stiff = plain.reading(
        [
            "The organisation’s administrative communication infrastructure necessitates the"
            " comprehensive evaluation of interdepartmental correspondence methodologies."
        ]
    )
    assert (easy.words, easy.sentences) == (15, 3)
    assert easy.grade < 3
    assert stiff.grade > 20


def test_what_is_read_as_prose() -> None:
    markdown = (
        "## Heading\n\nOne **two**. [Three](/x/) `code`.\n\n- Item\n\n| a |\n|---|\n| b |\n\n"
        "```\nfence\n```\n\n## Sources\n\n- A book, 2001.\n"
    )
    assert list(plain.prose(markdown)) == ["One two. Three .", "Item"]
    assert plain.sentences("He said “Yes.” Then he left. “No.” It ended.") == [
        "He said “Yes.”",
        "Then he left.",
        "“No.”",
        "It ended.",
    ]
