"""What holds for every text: nothing is raised, and the parts lie in order inside it."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from afterword.draft.draft import Draft
from afterword.draft.model import Context, Interview, Part, Person, Sender, Span
from afterword.draft.parse import parse
from afterword.draft.tokens import tokenize

PIECES = st.sampled_from(
    """Dear Dana,|Hi ,|Hello|Dana|Thank you for today.|It was good|Best regards,|Thanks,|Priya Nair
|555-0119|priya@example.com|linkedin.com/in/priya|-- |> quoted|On 3 Mar 2026, Dana wrote:
|From: Dana|Sent: today|To: Priya|-----Original Message-----|- item|1. item|P.S. more|[Company]
|{{name}}|<Name>|____|XX|...|!|?|"|)|😀|\u200b|\xa0|\t|\x00|\ud800|\u202eabc|مرحبا|王伟|e.g.|Dr.|a.m.
|Sent from my iPhone|***|on Tuesday|4 March|İ|ß""".replace("\n", "").split("|")
)
MAIL = st.lists(
    st.tuples(PIECES, st.sampled_from(["", " ", "\n", "\n\n", "\r\n", "\u2028"])), max_size=30
).map(lambda pairs: "".join(piece + gap for piece, gap in pairs))
TEXT = st.one_of(st.text(), st.text(st.characters()), MAIL)
CARD = Context(
    interview=Interview(interviewers=(Person("Dana Lee", email="dana@acme.example"),)),
    sender=Sender(name="Priya Nair"),
)


def facts(draft: Draft) -> list[Part]:
    """Return every part that is derived from the body."""
    signature = draft.signature_facts
    single = (signature.name, signature.phone, signature.email, signature.linkedin)
    greeting = draft.greeting_facts
    return [
        *(part for part in (*single, greeting.salutation) if part),
        *(person.title for person in greeting.people if person.title),
        *draft.greeting_names,
        *signature.links,
        *draft.blanks,
        *(mention.part for mention in draft.days),
    ]


@given(TEXT, TEXT, st.sampled_from([None, CARD]))
@example("", "DEAR:PRIYA\r>\r0", CARD)
def test_any_text(subject: str, text: str, context: Context | None) -> None:
    draft = parse(subject, text, context)
    parts: list[Part] = [Part(sentence.span, sentence.text) for sentence in draft.sentences]
    parts += [part for part in (draft.greeting, draft.sign_off, draft.signature) if part]
    for part in parts + facts(draft):
        assert 0 <= part.span.start < part.span.end <= len(text)
        assert part.span.of(text) == part.text
    for blank in draft.subject_blanks:
        assert blank.span.of(subject) == blank.text
    spans = sorted([part.span for part in parts] + list(draft.quoted))
    for before, after in pairwise(spans):
        assert before.end <= after.start
    assert [s.span for s in draft.sentences] == sorted(s.span for s in draft.sentences)


@given(TEXT)
def test_sentences_stand_in_their_paragraphs(text: str) -> None:
    draft = parse(None, text)
    assert list(draft.paragraphs) == sorted(draft.paragraphs)
    for sentence in draft.sentences:
        paragraph = draft.paragraphs[sentence.paragraph]
        assert paragraph.start <= sentence.span.start
        assert sentence.span.end <= paragraph.end


@given(TEXT)
def test_parts_come_in_order(text: str) -> None:
    draft = parse(None, text)
    order = [part for part in (draft.greeting, draft.sign_off, draft.signature) if part]
    assert [part.span for part in order] == sorted(part.span for part in order)
    if draft.greeting and draft.sentences:
        assert draft.greeting.span.end <= draft.sentences[0].span.start


@given(TEXT)
def test_parsing_again_gives_the_same(text: str) -> None:
    assert parse(None, text) == parse(None, text)


@given(MAIL)
def test_nothing_the_writer_said_is_lost(text: str) -> None:
    assume("Sent from" not in text)  # programs add that line, and all of it goes
    draft = parse(None, text)
    covered: list[Span] = [*draft.paragraphs, *draft.quoted]
    covered += [p.span for p in (draft.greeting, draft.sign_off, draft.signature) if p]
    at = text.find("Thank you for today")
    while at >= 0:
        assert any(span.start <= at < span.end for span in covered)
        at = text.find("Thank you for today", at + 1)


HOSTILE = [
    *("a A 9 . ! ? [ ] ( { < > _ - * @ # % \" ' X 😀 \u200b \x00 \ud800".split(" ")),
    *(" ", "\n", "\t", "a.", "a. ", "A. ", "a@", "9 ", "1-", "> ", ">\n", "[]", "a\n", "- a\n"),
    *("Hi ", "Dana, ", "Best. ", "Thanks,\n", "On 1 wrote:\n", "From: a\n", "4 may ", "today "),
]


def seconds(text: str) -> float:
    """Measure the time to read a text and all its facts: the best of three."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        facts(parse(text, text))
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_length(piece: str) -> None:
    """Four times the text takes about four times as long; a square would take sixteen."""
    short, long = (piece * (size // len(piece)) for size in (5_000, 20_000))
    assert seconds(long) < 9 * seconds(short) + 0.01


def test_long_prose_takes_time_in_proportion() -> None:
    paragraph = "I enjoyed hearing how your team moved its loads. It stayed with me.\n\n"
    short, long = paragraph * 77, paragraph * 770
    assert seconds(long) < 15 * seconds(short)


WORDS = st.lists(
    st.sampled_from(
        "Dr|dr.|J.|I'm|dont|.|..|!|?|…| |  |\n|\n\n|x’s|it's|'|9.5|İ|ß|_|e\u0301|)|\"|é|-|,|\t|\x1c"
        "|Hello there|?!|a|B".split("|")
    ),
    max_size=12,
).map("".join)


WRITTEN_OUT = frozenset({"not", "have"})
"""What stands for a part of a word: “n’t”, “’ve”."""


@given(st.one_of(TEXT, WORDS))
def test_every_word_has_its_place(text: str) -> None:
    tokens = tokenize(text)
    for index, word in enumerate(tokens.words):
        span = tokens.span(index, index)
        assert 0 <= span.start < span.end <= len(text)
        plain = word.isascii() and word.isalpha() and span.of(text).isalpha()
        if plain and word not in WRITTEN_OUT:
            assert span.of(text).lower().startswith(word[:1])
    places = [tokens.span(index, index) for index in range(len(tokens))]
    assert places == sorted(places)
