"""Checks that open questions are taken up and that named files are there."""

import re
from collections.abc import Iterator, Mapping

from afterword.draft.draft import Draft
from afterword.draft.lines import holds
from afterword.draft.model import Kind, Move, Span
from afterword.engine.check import check
from afterword.engine.gate import gate
from afterword.engine.model import Finding, Level
from afterword.engine.shapes import lacks, sentence_at
from afterword.engine.words import stem, stems

FILES = frozenset(
    """
    article certificate certificates cv deck diploma document documents drawing drawings file files
    licence license paper pdf photo photos portfolio presentation report reports resume résumé
    sample samples sketch sketches slides spreadsheet transcript transcripts video
    """.split()
)
"""Promised things that are files; a list of names or an answer may stand in the text itself."""
CLAIMS = (
    "i have also/now/just? attached",
    "(i|and i) attached (my|the|a|an|it|them|two|three|some|both|here)",
    "i also/hereby/herewith? attach (my|the|a|an|two|both|here|herewith)? *2 <file>",
    "i am also/now/hereby/herewith? attaching",
    "^ attaching (my|the|a|an|two|both|here) *2 <file>",
    "liberty of attaching/enclosing",
    "(i|and i) have? also/now/just/hereby/herewith? enclose/enclosed *3 <file>",
    "(i|and i) have? also/now/just/hereby/herewith? enclose/enclosed (my|here|herewith|with)",
    "i am also/now/hereby/herewith? enclosing *3 <file>",
    "i send you attached/enclosed",
    "please? find *4 attached/enclosed",
    "please? see *1 attached/enclosed",
    "^ please/kindly? pfa",
    "^ ps? attached/enclosed (is|are|please|you will|herewith)",
    "^ ps? attached/enclosed (my|the|a|an|both|two|three|some) *2 <file>",
    "^ ps? attached/enclosed <file>",
    "^ ps? (my|the|an)? (updated|latest|revised)? <file> attached/enclosed $",
    "^ ps? (my|the|an)? (updated|latest|revised)? <file> attached/enclosed (for|as|here|herewith)",
    "is/are also/now? attached/enclosed (here|herewith|below|again|to this|with this|for your)",
    "is/are also/now? attached/enclosed (for reference|as a|as an|in pdf|pdf)",
    "is/are also/now? attached/enclosed $",
    "(here is|here are) (my|the|two|both) *3 attached/enclosed",
    "attached to this email/mail/message/note",
    "(sending|included|added) *5 as an attachment",
    "(i am|am|we are)? herewith (sending|submitting|forwarding) *4 <file>",
    "(please|kindly) find *1 herewith *3 <file>",
    "(please|kindly) find *3 <file> herewith",
    "see/in (the|my) attachment/attachments",
    "(the|my) attached (cv|resume|résumé|portfolio|file|files|document|documents|pdf|letter)",
    "(the|my) attached (plan|slides|deck|sample|samples|references|summary|certificate|images)",
)
PAPERS = (
    *FILES,
    *"contract copies copy form letter letters list offer reference references scan scans".split(),
)
"""What somebody encloses who does not enclose a yard."""
ATTACHED = gate([("attached", phrase) for phrase in CLAIMS], {"file": PAPERS})
ENCLOSED = re.compile(
    r"(?im)^[ \t]*(?:p\.?s\.?:? )?(?:attached|attachments?|enclosed|enclosures?|enc(?:ls?)?\.?)"
    r"[ \t]?(?::|[–—-] )[ \t]*(?=\w)"
)
"""What a line begins with that lists the files: “Encl.: CV”."""
LEADS_ON = re.compile(r",? (?:as|for)$")
"""Words of a claim that only lead on: “CV attached for …”."""
ELSEWHERE = (
    *("http", "www.", " link", "previous", "last email", "earlier email", "application"),
    *(" to the portal", " to the ticket", "shared folder", "attachment theory", " by hand"),
    *(" to each ", " to every ", " to over "),
)
"""Words beside which “attached” speaks of a link, of another email or of what hands do."""
HANDED = gate(
    ("handed", phrase)
    for phrase in (
        "^ here is/are",
        "i am sending you? (the|my|a|an|it|them|two|three)",
        "as promised",
    )
)
ALIKE = {
    stem(word): stem(line.split()[0])
    for line in (
        "start begin commence",
        "salary pay compensation expectations ctc",
        "relocate move moving relocation",
        "notice resign",
        "references referees",
    )
    for word in line.split()
}
"""Words of which one asks and another answers: “When can you start?” – “I can begin in May.”"""
INLINE = (
    *(":", "http", "www.", "link", "post", "courier", "separate", "below", "will", "soon"),
    *(" is on ", " are on ", " went to ", "upload", "github", "shared"),
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
    for question in draft.context.interview.open_questions:
        words = _words(question)
        near = max((len(words & sentence) for sentence in sentences), default=0)
        if near >= min(2, len(words)) or 2 * len(words & everywhere) >= len(words):
            continue
        if answers and len(words) < 2:
            continue  # one word may be answered in others: “I can begin in May”
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
    claimed, handed = next(_claims(draft), None), next(_promised(draft), None)
    if claimed is not None:
        words = LEADS_ON.sub("", claimed.of(draft.text))
        claimed = Span(claimed.start, claimed.start + len(words))
        yield Finding(f"The text says “{words}”, and no file is attached yet.", span=claimed)
    elif handed is not None:
        yield Finding("You hand over what you promised; no file is attached yet.", span=handed)


def _claims(draft: Draft) -> Iterator[Span]:
    """Yield the words that say that something is attached."""
    seen: set[Span] = set()
    for match in ATTACHED.find(draft.tokens):
        sentence = sentence_at(draft, match.span)
        if sentence is None or sentence.span in seen:
            continue
        seen.add(sentence.span)
        if not any(word in sentence.text.lower() for word in ELSEWHERE):
            yield match.span
    for line in _lists(draft):
        sentence, signature = sentence_at(draft, line), draft.signature
        own = sentence or (signature and signature.span.start <= line.start and signature)
        if own and own.span not in seen and not any(word in own.text.lower() for word in ELSEWHERE):
            yield line


def _lists(draft: Draft) -> Iterator[Span]:
    """Yield the lines that list what is attached, as a letter does: “Encl.: CV”."""
    if not holds(draft.text, ("ttach", "nclos", "nc.", "nc:", "ncl", "TTACH", "NC")):
        return
    for match in ENCLOSED.finditer(draft.text):
        end = draft.text.find("\n", match.end())
        line = Span(match.start(), len(draft.text) if end < 0 else end).of(draft.text)
        start = match.start() + len(line) - len(line.lstrip())
        yield Span(start, match.start() + len(line.rstrip().rstrip(".")))


def _promised(draft: Draft) -> Iterator[Span]:
    """Yield the words that hand over a promised file, in an email without any link."""
    things = [stems((thing,)) for thing in draft.context.interview.promised if _is_file(thing)]
    if not things or "http" in draft.text or "www." in draft.text:
        return
    for match in HANDED.find(draft.tokens):
        sentence = sentence_at(draft, match.span)
        if sentence is None or any(word in sentence.text.lower() for word in INLINE):
            continue
        here = stems((sentence.text,))
        if any(here & thing for thing in things):
            yield match.span


def _is_file(thing: str) -> bool:
    return not FILES.isdisjoint(thing.lower().replace(",", " ").split())
