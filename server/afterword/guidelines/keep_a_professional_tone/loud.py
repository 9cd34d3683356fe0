"""Tells words in capitals that shout from names, abbreviations and what a sign said."""

import re
from collections.abc import Iterator

from afterword.draft.model import Span

CAPITAL_LETTERS = bytes(65 if chr(code).isupper() and code < 128 else 32 for code in range(256))
CAPITALS = re.compile(
    r"(?<![\w@.#&/-])[A-Z]+(?:['’][A-Z]+)?(?: +[A-Z]+(?:['’][A-Z]+)?)*(?![\w@#&/-]|\.\w)"
)
CAPITAL = re.compile(r"[A-Z]+(?:['’][A-Z]+)?")
LOUD = frozenset(
    """
    ABSOLUTELY ADORABLE AGAIN ALWAYS AMAZED AMAZING AMAZINGLY ANSWER ANYTHING ANYWHERE
    APPRECIATE AWESOME BEAUTIFUL BEFORE BELIEVE BRILLIANT CAN'T CANNOT CERTAINLY COMPLETELY
    CONFIDENT COULDN'T DECISION DEFINITELY DELIGHTED DESPERATE DESPERATELY DETERMINED DIDN'T
    DISAPPOINTED DON'T EASILY ENJOYED ENORMOUS ENTIRELY ESPECIALLY EVER EVERY EVERYBODY EVERYONE
    EVERYTHING EXACTLY EXCELLENT EXCITED EXCITING EXTREMELY FANTASTIC FINALLY FOREVER FULLY
    FURIOUS GENUINELY GORGEOUS GRATEFUL GREAT GREATLY HARD HAVEN'T HIGHLY HONESTLY HOPE HOPING
    HUGE HUGELY HUNGRY IMMEDIATELY IMPORTANT IMPRESSED INCREDIBLE INCREDIBLY INSANELY INTERESTED
    ISN'T KNOW LITERALLY LOVE LOVED LOVELY MANY MASSIVE MOST MOTIVATED MUCH MUST NEED NEEDED
    NEVER NOBODY NOTHING NOWHERE OBVIOUSLY ONLY OUTSTANDING PASSIONATE PERFECT PERFECTLY PLEASE
    POSSIBLE PROUD PUMPED READY REALLY REPLY RESPOND RESPONSE RIDICULOUS SECOND SERIOUSLY
    SINCERELY SO SOON SORRY STILL STRONGLY STUNNING SUPER TERRIBLE TERRIFIC THANK THANKFUL
    THANKING THANKS THIRD THRILLED TODAY TOO TOTALLY TRULY TWICE UNACCEPTABLE UNBELIEVABLE
    UNDERSTAND UNFAIR URGENT URGENTLY UTTERLY VERY WAITING WANT WEEKS WHATEVER WON'T WONDERFUL
    WORST WOULD WOW YES YOU YOUR
    """.split()
)
"""Ordinary words in capitals that stand for loudness, and are no abbreviation of anything."""
PLAIN = frozenset("AM I IS IT ME MY THAT THIS TO WE".split())
NAMES = frozenset("BRILLIANT GREAT HOPE KNOW LOVE MOST MUST PERFECT PROUD SUPER WOW YES".split())
"""Loud words that are names too, where one of these stands before: “the HOPE trial”."""
BEFORE_A_NAME = re.compile(r"\b(?:the|at|of|for|from|with|our|your)\s\Z", re.IGNORECASE)
NO_MODIFIERS = frozenset(
    """
    AGAIN ALWAYS APPRECIATE BELIEVE KNOW MUST NEED NEVER PLEASE STILL THANK THANKS TODAY WANT YOU
    """.split()
)
"""Loud words that never stand between an article and a noun, but in a name: “the NEED scheme”."""
BEFORE_A_NOUN = re.compile(r"\b(?:the|an?|our|your|this|that)\s\Z", re.IGNORECASE)
A_NOUN = re.compile(r" [a-z]")
SAYS = re.compile(
    r"\b(?:acronym|band|called|labell?ed|motto|musical|named|reading|reads?|saying|says|slogan"
    r"|titled)[,:]?\s\Z"
)
"""What stands before the words of a sign, and before a name."""
NEAR = 12
"""Characters before words in capitals in which stands what makes a name of them."""
BESIDE = {
    "ALL": re.compile(r" (?:the|my|your|our|of|these|those|this|that) "),
    "BEST": re.compile(r" (?:candidate|day|fit|interview|job|part|person|place|team|thing)\b"),
    "BY FAR": re.compile(" "),
    "LIVE": re.compile(r" (?:for|and breathe) "),
}
"""Words that are short names too, and loud where one of these follows: “ALL of it”."""
OPEN_QUOTES = "“\"«‘'"
CLOSE_QUOTES = frozenset("”\"»’'")
LOUD_WORD = 4
"""A loud word of fewer letters may be a short name in a subject: “SO (Finance)”."""
LONG_WORD = 6
"""A word of so many capitals is no short name."""
LONG_RUN = 4
"""So many words in capitals, a plain one among them, are no name of a thing."""


def runs(text: str, within: Span) -> Iterator[Span]:
    """Yield the words in capitals that shout within a part of a text, those side by side as one."""
    if not _two_capitals(text):
        return
    for match in CAPITALS.finditer(text, within.start, within.end):
        run = _trimmed(Span(*match.span()), text)
        words = CAPITAL.findall(run.of(text).replace("’", "'"))
        if _is_name(text, run) or _is_quoted(text, run):
            continue
        if (
            _is_loud_here(text, run)
            or not LOUD.isdisjoint(words)
            or (len(words) >= LONG_RUN and not PLAIN.isdisjoint(words))
        ):
            yield run


def is_plain(words: str) -> bool:
    """Say whether words in capitals are ordinary ones, so that small letters are right for all."""
    return LOUD.issuperset(CAPITAL.findall(words.replace("’", "'")))


def is_loud(subject: str) -> bool:
    """Say whether a subject all in capitals shouts: short names alone do not."""
    words = CAPITAL.findall(subject)
    return len(words) > 1 and (max(map(len, words)) >= LONG_WORD or not LOUD.isdisjoint(words))


def in_subject(subject: str) -> Iterator[Span]:
    """Yield the words in capitals that shout in a subject of small letters."""
    if not _two_capitals(subject):
        return
    for run in CAPITALS.finditer(subject):
        if any(len(word) >= LOUD_WORD and word in LOUD for word in CAPITAL.findall(run[0])):
            yield Span(*run.span())


def _is_loud_here(text: str, run: Span) -> bool:
    """Tell “ALL of it” from the name of an illness."""
    follows = BESIDE.get(run.of(text))
    return follows is not None and follows.match(text, run.end) is not None


def _is_name(text: str, run: Span) -> bool:
    """Tell “the HOPE trial”, “at YES Bank” and “the button says PLEASE WAIT” from “I HOPE so”."""
    before, word = text[max(0, run.start - NEAR) : run.start], run.of(text)
    if word in NAMES and BEFORE_A_NAME.search(before):
        return True
    if word in NO_MODIFIERS and BEFORE_A_NOUN.search(before) and A_NOUN.match(text, run.end):
        return True
    return SAYS.search(before) is not None


def _is_quoted(text: str, run: Span) -> bool:
    """Tell what a sign or a label said, between quotation marks, from the writer's own voice."""
    around = text[run.start - 1 : run.start] + text[run.end : run.end + 2]
    return len(around) > 1 and around[0] in OPEN_QUOTES and not CLOSE_QUOTES.isdisjoint(around[1:])


def _two_capitals(text: str) -> bool:
    """Tell whether two capitals stand side by side, faster than an expression would."""
    return b"AA" in text.encode("ascii", "replace").translate(CAPITAL_LETTERS)


def _trimmed(run: Span, text: str) -> Span:
    """Leave out an “I” or “A” at either end: these are capitals by right."""
    words = [match for match in CAPITAL.finditer(text, run.start, run.end) if len(match[0]) > 1]
    return Span(words[0].start(), words[-1].end()) if words else Span(run.start, run.start)
