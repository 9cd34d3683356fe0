"""What the Markdown files hold: guidelines, templates and pages as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

Agreement = Literal["consensus", "mixed", "habit"]
"""How far published advice agrees: nearly all, split, or custom without evidence."""
Door = Literal["had-an-interview", "waiting", "got-an-answer"]
"""Where a reader stands when looking for a template."""
Step = Literal[
    "thank",
    "thank-several",
    "thank-late",
    "promise",
    "answer",
    "ask",
    "ask-after-date",
    "ask-again",
    "close",
    "outcome",
    "other",
]
"""The emails after an interview in their usual order; the extension's desk knows the same words."""
Kind = Literal["thank-you", "follow-up"]
"""What sort of email a guideline is about."""
TemplateKind = Literal["thank-you", "follow-up", "courtesy"]
"""What sort of email a template makes; a courtesy neither sells nor asks."""
USUAL_STEP: Mapping[TemplateKind, Step] = {
    "thank-you": "thank",
    "follow-up": "ask",
    "courtesy": "other",
}
"""The step of a template that names none, as packs did before there were steps.

A courtesy may be anything from a yes to a no, so the desk never says that it is next.
"""


Part = Literal["subject", "body"]
"""The part of an email that words stand in."""
Verdict = Literal["good", "bad", "fixed"]
"""What an example shows; a fixed one is the bad one above it, mended."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim comes from; `base` says who was asked, or what kind of advice it is."""

    title: str
    url: str
    year: int
    base: str


@dataclass(frozen=True, slots=True)
class Mark:
    """The words at issue in an example: a half-open range of code points in one field."""

    field: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Example:
    """One whole email: documentation, test and site content at once."""

    verdict: Verdict
    check: str | None
    """The check that a bad example raises; None for good ones."""
    headers: Mapping[str, tuple[str, ...]]
    """Context lines on top by name in lower case (`interviewer`, `now` …), without the subject.
    A fixed example has those of the bad one above it."""
    subject: str | None
    body: str
    marks: tuple[Mark, ...]
    path: Path
    line: int
    """The line of the file that the block opens on, from 1."""


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a guideline page, still in Markdown.

    The blocks of the examples stay in it, so that their place in the prose is known: a fence that
    opens `n` lines into `markdown` is the example whose `line` is this `line` + n.
    """

    title: str
    markdown: str
    """Everything below the heading, up to the next one."""
    line: int
    """The line of the file that `markdown` begins on, from 1."""


@dataclass(frozen=True, slots=True)
class Guideline:
    """One guideline page; its folder name (with dashes) is its id."""

    id: str
    title: str
    answer: str
    agreement: Agreement
    kinds: tuple[str, ...]
    seed: tuple[str, ...]
    """Points of the source that the page carries: `thank-you 1`, `follow-up 3`, `prompt` …"""
    checks: tuple[str, ...]
    """Checks of this folder, in page order; empty means advice only."""
    shares: tuple[str, ...]
    """Checks of other guidelines that serve this one too."""
    related: tuple[str, ...]
    reviewed: date
    sources: tuple[Source, ...]
    sections: tuple[Section, ...]
    examples: tuple[Example, ...]
    """Published examples, in page order."""
    cases: tuple[Example, ...]
    """Tested examples that are not published (`cases.md`)."""
    path: Path


@dataclass(frozen=True, slots=True)
class TemplateField:
    """One slot of a template: the question that fills it and the blank that stands without it."""

    name: str
    question: str
    blank: str
    example: str


@dataclass(frozen=True, slots=True)
class Template:
    """One email template; its file name (with dashes) is its id."""

    id: str
    title: str
    occasion: str
    """When to use it, in one sentence."""
    door: Door
    kind: TemplateKind
    step: Step
    order: int
    """Rank among the templates of one door, by how often the occasion is met."""
    earliest: str
    usual: str
    latest: str
    guidelines: tuple[str, ...]
    fields: tuple[TemplateField, ...]
    subject: str
    body: str
    path: Path


@dataclass(frozen=True, slots=True)
class Occasion:
    """One situation that a reader is in, with the email for it; its file name is its id."""

    id: str
    title: str
    answer: str
    door: Door
    order: int
    """Rank behind its door, by how often the occasion is met."""
    templates: tuple[str, ...]
    """Ids; the first is shown on the page, and the times of the page are its times."""
    aliases: tuple[str, ...]
    """Search words that readers use for it."""
    reviewed: date
    sources: tuple[Source, ...]
    sections: tuple[Section, ...]
    path: Path


@dataclass(frozen=True, slots=True)
class Page:
    """One hand-written page of the site; its path below `site/pages` is its address."""

    slug: str
    title: str
    description: str
    section: str
    order: int
    aliases: tuple[str, ...]
    """Search words that readers use for it."""
    layout: str
    """The file in the site's `layouts` that draws it, without its ending."""
    short_title: str
    """The title where there is little room, as in the main menu."""
    menu: int | None
    """Rank in the main menu; None where it does not stand there."""
    footer: int | None
    """Rank in the footer, likewise."""
    markdown: str
    path: Path

    @property
    def address(self) -> str:
        """The path of the page on the site."""
        return "/" if self.slug == "index" else f"/{self.slug}/"
