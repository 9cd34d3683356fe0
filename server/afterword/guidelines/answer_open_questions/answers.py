"""Tells an answer that has few words of its question: “I would hope for 38k.”"""

import re

MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
BEGIN = (
    "(?:able|also|available|be|begin|commence|come|crew|duty|easily|free|glad|happy|job|join|on"
    "|position|post|ready|report|role|site|start|starting|take|team|the|then|to|up|with|work"
    "|working|you|your)"
)
"""Words between “I can” and the day on which one can start: “I can be with you in six weeks”."""
PART = r"(?:about|the|early|mid|late|end|middle|beginning|first|last|of|next|\w*\d\w*|\w+day)"
NO_THING = (
    r"(?= ?(?:$|[.,;:!?)–—-]|(?:an?|all|and|as|base|basic|before|but|dollars|euros?|for|gross|if"
    r"|is|net|or|per|plus|pounds|rupees|to|would)\b))"
)
"""What may follow a sum; “40,000 parts” and “the 10k with you” are none."""
DIRECT = (
    (
        re.compile(
            r"\b(?:when|how soon|from what day)\b.*\b(?:available|begin|join|start)"
            r"|\b(?:availability|notice|starting? (?:date|day))\b"
        ),
        re.compile(
            r"\bi(?:['’](?:d|ll|m)| (?:am|can|could|shall|will|would))"
            rf" (?:{BEGIN} ){{0,6}}"
            r"(?:immediately|straight ?away|right away|at once|any ?time|tomorrow|next week"
            r"|(?:in|within|after) (?:[\w-]+ ){1,2}(?:days?|weeks?|months?)"
            rf"|(?:from|by|in|until) (?:{PART} ){{0,4}}"
            rf"(?:{MONTHS}|\w+day|spring|summer|autumn|winter))\b"
            r"(?! (?:for an?|to (?:call|chat|meet|speak|talk))\b)"
        ),
    ),
    (
        re.compile(r"\b(?:salary|pay|paid|earn|wages?|compensation|ctc|(?:daily|hourly) rate)\b"),
        re.compile(
            r"(?:['’]d|\b(?:base|expect\w*|fine|gross|hope|hoping|looking for|need|pay|range|right"
            r"|salary|want|would))\b.{0,80}?"
            r"(?:[$€£₹¥] ?\d|\d (?:an?|per) (?:day|hour|month|year)"
            rf"|(?:\d ?k\b|(?<![\d-])(?<!\d )[1-9]\d{{1,2}}[,.]?\d{{3}}\b){NO_THING})"
        ),
    ),
)
"""Questions, and what stands in an answer to each whatever its words."""
OPENS = (
    (
        re.compile(r"\bwould you\b"),
        re.compile(
            r"\bi(?: would|['’]d) (?!(?:also |really |very much )?(?:appreciate|be|enjoy|hope|like"
            r"|love|welcome)\b)"
        ),
    ),
    (re.compile(r"\bwhy\b"), re.compile(r"\b(?:because|since|so that|the reason)\b")),
)
"""Questions, and what stands in an answer that has one word of its question more."""


def answers_to(question: str, sentence: str, *, shared: bool) -> bool:
    """Say whether a sentence answers a question; `shared`: whether it has a main word of it."""
    question, sentence = question.lower(), sentence.lower()
    if sentence.endswith("?"):
        return False
    ways = (*DIRECT, *OPENS) if shared else DIRECT
    return any(asks.search(question) and tells.search(sentence) for asks, tells in ways)
