"""Checks for words that anybody could have written, and for too many apologies."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from pathlib import Path

from afterword.draft.draft import Draft, count_words
from afterword.draft.model import Sentence, Span
from afterword.engine.check import check
from afterword.engine.gate import gate
from afterword.engine.lexicon import read
from afterword.engine.model import Finding, Level, Option, Suggestion
from afterword.engine.shapes import replace, sentence_at
from afterword.engine.wording import number, on_one_line
from afterword.guidelines.be_concise import check as be_concise

STOCK = read(Path(__file__).with_name("phrases.toml"))["stock-phrase"]
SORRY = gate(
    [
        ("said", "(i am|i am so|i am very|so|very|again)? sorry"),
        ("said", "(my|sincere|my sincere|my deepest|many)? apologies"),
        ("said", "i? (must|want to|would like to)? apologise/apologize"),
        ("said", "please? forgive me/my/us/the/this/any/how"),
        ("said", "please? pardon me/my/us/the/this/any"),
        ("said", "(please|kindly|do) excuse me/my/us/the/this/any"),
        ("said", "(and|also) excuse (me|us) for"),
        ("said", "^ excuse me/my/the/this"),
        ("said", "regret (any|the|causing any) *1 (inconvenience|trouble|delay|disturbance)"),
        (
            "said",
            "i? (feel|felt) (so|very|really|truly)? (terrible|awful|dreadful) (about|for|that)",
        ),
        ("said", "(hold|held) (it|that|this) against me"),
        ("said", "(beg|ask|crave)? (for)? your (pardon|forgiveness)"),
        (
            "meant otherwise",
            "sorry (to hear|to learn|to see|to read|to leave|to miss|to have missed|not to have"
            "|for your loss|that you|we ran|that we ran|there was no|we had so|we had no)",
        ),
        ("meant otherwise", "sorry (state|sight|excuse|tale|story|mess|business)"),
        (
            "meant otherwise",
            "sorry (we|i) (could not|did not|had to|had no) *1 (see|meet|stay|leave|have)",
        ),
        ("meant otherwise", "sorry that (we|i) (could not|did not) *1 (see|meet|stay|have)"),
        ("meant otherwise", "(no need to|need not) apologise/apologize"),
        (
            "meant otherwise",
            "(to be|being|been|was|were|be) sorry (about|for) (that|the|yours|it|them)",
        ),
        ("meant otherwise", "say/said/saying/says sorry"),
        (
            "meant after all",
            "i *1 (must|want to|wanted to|would like to|have to|need to) *1 say sorry",
        ),
        ("meant otherwise", "(pardon|excuse|forgive) (the|my) *1 (pun|metaphor|french)"),
        ("meant otherwise", "apologise/apologize to (a|an|the|each|every|my|our)"),
    ]
)
SIGNED = re.compile(r"\b(?:sorry|apologies)\b", re.IGNORECASE)
DOUBLED = gate(
    ("doubled", phrase)
    for phrase in (
        "(so so|so very very|very very|really really) sorry",
        "(sorry|apologise|apologize) a (hundred|thousand|million) times",
        "a? (hundred|thousand|million) apologies",
        "(deeply deeply|truly truly|terribly terribly|really really really|ever so ever so) sorry",
        "(can|could) not apologise/apologize enough",
        "apologies apologies",
    )
)
"""One apology that says as much as several."""


@check("stock-phrase", level=Level.ADVICE, summary="A phrase is in very many such emails.")
def stock_phrase(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Find stock phrases; where one is a whole sentence, offer to take the sentence out."""
    for span, message in STOCK.spans(draft):
        sentence = sentence_at(draft, span)
        whole = sentence is not None and sentence.text.rstrip(".!,;") == span.of(draft.text)
        yield Finding(
            message.format(words=on_one_line(span.of(draft.text))),
            span=sentence.span if sentence and whole else span,
            suggestions=tuple(_without(draft, sentence)) if sentence and whole else (),
        )


def _without(draft: Draft, sentence: Sentence) -> Iterator[Suggestion]:
    """Offer to remove a whole sentence, unless it is the last one or the email needs its words."""
    shortest = be_concise.too_short.options.get(draft.kind)
    left = draft.words - count_words([sentence])
    if shortest and left < shortest.default <= draft.words:
        return
    at = bisect_right(draft.starts, sentence.span.start)
    if at < len(draft.sentences):
        gap = Span(sentence.span.start, draft.sentences[at].span.start)
        yield replace(gap, "", "Remove this sentence")


@check(
    "over-apology",
    level=Level.ADVICE,
    summary="The email says sorry more than once.",
    options={
        "apologies": Option(
            1,
            "apologies",
            "One is courtesy; more makes a writer look unsure (structora.net, on business email in"
            " a second language).",
        ),
    },
)
def over_apology(draft: Draft, options: Mapping[str, float]) -> Iterator[Finding]:
    """Count the apologies and point at each one that can go."""
    apologies = _apologies(draft)
    most = int(options["apologies"])
    times = "twice" if len(apologies) == 2 else f"{number(len(apologies))} times"
    for span in apologies[most:]:
        yield Finding(
            f"You say sorry {times}. Once is enough; they would rather read what you have to say.",
            span=span,
        )
    doubled = DOUBLED.find(draft.tokens) if len(apologies) == most == 1 else ()
    for match in doubled[:1]:
        yield Finding(
            f"“{on_one_line(match.span.of(draft.text))}” says it more than once. A plain"
            " “sorry” is enough; they would rather read what you have to say.",
            span=match.span,
        )


def _apologies(draft: Draft) -> list[Span]:
    """Return the apologies in the order of the text, without “sorry to hear that”.

    One may stand above the name: “Thanks, sorry again!”
    """
    matches = SORRY.find(draft.tokens)
    otherwise = {
        token
        for match in matches
        if match.label == "meant otherwise"
        for token in range(match.first, match.last + 1)
    }
    otherwise -= {match.last for match in matches if match.label == "meant after all"}
    found: dict[int, Span] = {}
    for match in matches:
        if match.label == "said" and match.last not in otherwise:
            found.setdefault(match.last, match.span)
    said = [span for span in found.values() if sentence_at(draft, span)]
    if draft.sign_off:
        start, end = draft.sign_off.span.start, draft.sign_off.span.end
        said += [Span(*match.span()) for match in SIGNED.finditer(draft.text, start, end)]
    return said
