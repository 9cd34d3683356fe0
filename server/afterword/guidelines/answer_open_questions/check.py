"""Checks that open questions are taken up and that named files are there."""

import re
from collections.abc import Iterator, Mapping

from afterword.draft.draft import Draft
from afterword.draft.model import Kind, Move, Span
from afterword.engine.check import check
from afterword.engine.gate import gate
from afterword.engine.model import Finding, Level
from afterword.engine.shapes import lacks, sentence_at
from afterword.engine.words import stem, stems
from afterword.guidelines.answer_open_questions.answers import answers_to
from afterword.guidelines.answer_open_questions.claims import FILES, claims

LEADS_ON = re.compile(r",? (?:as|for)$")
"""Words of a claim that only lead on: “CV attached for …”."""
WORDS = re.compile(r"\w+")
TAKEN_UP = re.compile(
    r"\b(?:answer|reply|to|about|regarding|for|on) your (?:\w+ )?question\b"
    r"|\byou(?: had|['’]d)? (?:asked|wanted to know)\b"
    r"|\byour question\b[^.!?\n]{0,60}:"
    r"|\b(?:on|to|about|for|answer) (?:the|your|an|one|that) (?:open|unanswered)"
    r" (?:point|question)\b"
    r"|\bowed? you (?:an?|my|the) (?:answer|reply)\b",
    re.IGNORECASE,
)
"""What is said of a question that one answers; where the card has one, it is that one."""
ASKING = frozenset(
    stem(word)
    for word in (
        "able allowed available do have know made make need really see tell think use want willing"
        " work"
    ).split()
)
"""Words of a question that seldom stand in its answer, where it has others."""
HANDED = gate(
    ("handed", phrase)
    for phrase in (
        "^ here is/are",
        "^ heres",
        "as promised here is/are",
        "i am sending you? (the|my|a|an|it|them|two|three)",
        "as promised",
    )
)
ALIKE = {
    stem(word): stem(line.split()[0])
    for line in (
        "start begin commence available availability free notice resign",
        "drive driving driver licence license car",
        "weekend weekends saturday saturdays sunday sundays",
        "manage managed lead led supervise supervised",
        "reduce reduced cut lower lowered",
        "tools kit",
        "visa sponsorship permit",
        "salary pay compensation expectations ctc",
        "relocate move moving relocation",
        "references referee referees",
        "leave left quit",
        "travel travelling traveling road",
    )
    for word in line.split()
}
"""Words of which one asks and another answers: “When can you start?” – “I can begin in May.”"""
INLINE = re.compile(
    r":|http|www\.|\b(?:link|upload|separate)|\b(?:post(?:ed)?|courier|below|will|soon|tomorrow|bring"
    r"|brought|drop(?:ped)?|github|shared|(?:is|are|was|were) (?:at|in|on|with)|went to"
    r"|I (?:(?:have|had) )?(?:asked|gave|given|handed|left|ordered|put))\b|['’](?:ll\b|ve asked)",
    re.IGNORECASE,
)
"""Words beside which a promised thing is not attached, or is the text itself."""


@check(
    "unanswered-question",
    level=Level.ADVICE,
    weight=2,
    summary="An open question from the interview is not taken up.",
    awaits_blanks=True,
    kinds=(Kind.FOLLOW_UP,),
    needs=("interview.open_questions",),
)
def unanswered_question(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Look for the words of every open question on the card, in one sentence or all over."""
    sentences = [_words(sentence.text) for sentence in draft.sentences]
    everywhere = frozenset().union(*sentences)
    answers = not lacks(draft, Move.ANSWERS)
    questions = draft.context.interview.open_questions
    if len(questions) == 1 and TAKEN_UP.search(draft.text):
        return  # whatever the words of the answer are
    for question in questions:
        words = _words(question) - ASKING or _words(question)
        near = max((len(words & sentence) for sentence in sentences), default=0)
        if near >= min(2, len(words)) or 2 * len(words & everywhere) >= len(words):
            continue
        if answers and len(words) < 2:
            continue  # one word may be answered in others: “I can begin in May”
        if any(
            answers_to(question, sentence.text, shared=bool(words & here))
            for sentence, here in zip(draft.sentences, sentences, strict=True)
        ):
            continue
        yield Finding(
            f"Your card has an open question: “{question.strip()}” No sentence takes it up yet;"
            " a short answer is a good reason to write."
        )


def _words(text: str) -> frozenset[str]:
    """Return the stems of a text, each with one for all that are said in its place."""
    return frozenset([ALIKE.get(word, word) for word in stems((text,))])


@check(
    "missing-attachment",
    level=Level.STOP,
    summary="The text names an attachment, and none is there.",
    needs=("attachments",),
)
def missing_attachment(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Find the first claim of an attachment in an email that has none."""
    if draft.context.attachments:
        return
    claimed, handed = next(claims(draft), None), next(_promised(draft), None)
    if claimed is not None:
        words = LEADS_ON.sub("", claimed.of(draft.text))
        claimed = Span(claimed.start, claimed.start + len(words))
        yield Finding(f"The text says “{words}”, and no file is attached yet.", span=claimed)
    elif handed is not None:
        yield Finding("You hand over what you promised; no file is attached yet.", span=handed)


def _promised(draft: Draft) -> Iterator[Span]:
    """Yield the words that hand over a promised file, in an email without any link."""
    things = [stems((thing,)) for thing in draft.context.interview.promised if _is_file(thing)]
    if not things or "http" in draft.text or "www." in draft.text:
        return
    seen: set[Span] = set()
    for match in HANDED.find(draft.tokens):
        sentence = sentence_at(draft, match.span)
        if sentence is None or sentence.span in seen:
            continue
        seen.add(sentence.span)
        if INLINE.search(sentence.text):
            continue
        here = stems((sentence.text,))
        if any(here & thing for thing in things):
            yield match.span


def _is_file(thing: str) -> bool:
    return not FILES.isdisjoint(WORDS.findall(thing.lower()))
