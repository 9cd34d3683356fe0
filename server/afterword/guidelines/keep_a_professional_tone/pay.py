"""Tells a sum that the writer wants to be paid from every other sum."""

import re

from afterword.draft.lines import holds, holds_digit

_NO_THING = (
    r"[ ]*(?:$|[.,;!?)]|(?:and|or|plus|an?|per|basic|base|ote|minimum|to|for|at|if|as|with)\b)"
)
"""What may follow a bare “31k” that counts money; “31k rows” are none."""
_MONEY = (
    r"(?:(?:[$£€₹₦₱¥]|\b(?:us\$|usd|eur|gbp|inr|cad|aud|nzd|sgd|aed|kes|ksh|ngn|chf|php|qar|sar|omr|rs\.?"
    r"|rm|[nr](?=\d[\d.,]*(?:[km]|\d\d\d)))[ ]?)[ ]?\d[\d.,]*[ ]?(?:k|m|lakhs?|lpa)?\b"
    rf"|\b\d[\d.,]*[ ]?(?:k(?={_NO_THING})|grand|lakhs?|lpa|usd|euros?|dollars|pounds|quid|bucks"
    r"|naira|rupees|pesos|rand|shillings|ringgit|dirhams"
    r"|k?[ ]?(?:base|basic|all in)(?=[ ]*(?:$|[.,;!?)]|plus|and|with|pay|salary))"
    r"|ote|gross)\b)"
)
"""A sum of money, in the currencies that people write in English."""
_SUM = (
    rf"(?:{_MONEY}"
    r"|\b\d[\d.,]*[ ]?k?[ ]?(?:an?|per|/)[ ]?(?:hour|hr|day|week|month|year|annum|shift)\b"
    rf"|\b\d{{2,3}}[.,]\d{{3}}(?={_NO_THING}))"
)
"""The same, a bare number for each hour or day, or one as large as a year's pay."""
_AROUND = (
    r"(?:[ ,]+(?:at|least|around|about|for|something|like|an?|of|in|the|region|somewhere|between"
    r"|from|only|salary|ctc|pay|wages?|rate|figure|base|basic|package|day|to|be|paid|earn|get|make"
    r"|roughly|approximately|upwards|offer|my|your|monthly|annual|hourly|daily|gross|net|on|closer|nearer"
    r"|minimum|starting|up|is|as|was|were|normally|usually|currently|now|typically|generally)){0,12}"
)
"""Small words before a sum, so few that a search stays quick on any text."""
_BELOW = r"[ ](?:less|lower|under|below|no less|not less)(?:[ ]than)?"
_WAGE = re.compile(
    r"\W(?:(?:i(?:['’]?d| would| will|['’]ll|['’]m| am| shall| do| really| also| just)*[ ]"
    r"(?:expect|need|want|require|(?:be |was )?(?:looking|asking|hoping|after|expecting|needing))"
    r"|id (?:need|want|expect|require)"
    r"|(?:can(?:not|['’]?t)|won['’]?t|could(?:n['’]t| not)|will not) do (?:it|that|this))"
    rf"{_AROUND}(?:{_BELOW})?{_AROUND}[ ]{_SUM}"
    r"|(?:my (?:\w+ )?(?:ctc|salary|rate|pay|asking price|minimum|floor|fee|wages?)"
    r"|i(?:['’]?m| am) (?:currently |presently |now )?(?:on|drawing|earning|paid|getting)"
    r"|i (?:currently |presently |now |was )?(?:earn(?:ed|ing)?|draw|take home|on)"
    r"|is (?:it|that|the (?:rate|pay|wage)) still|would (?:it|that|the (?:rate|pay|wage)) be"
    r"|kindly (?:also )?consider|(?<=^ )(?:and |but )?(?:below|under|less than)"
    r"|(?:(?:can|could|would|will) (?:you|ye)|if you (?:can|could))"
    r" (?:do|manage|match|meet|pay|stretch to|go up to|go to))"
    rf"{_AROUND}[ ]{_SUM}"
    r"|(?:accept|entertain|settle for|come for|work for|move for|take|consider|go|drop|start)"
    rf"(?:[ ]anything|[ ]nothing)?{_AROUND}{_BELOW}{_AROUND}[ ]{_MONEY}"
    rf"|(?:settle|come|work|move) for(?:[ ]anything|[ ]nothing)?{_BELOW}[ ]\d{{2,3}}[.,]\d{{3}}\b"
    r"|i(?:['’]?m| am) (?:currently |presently |now )?(?:on|drawing|earning|paid|getting)"
    rf"{_AROUND}[ ][a-z]+(?:-[a-z]+)? thousand\b"
    rf"|i(?: currently| presently| now)? (?:make|get|made){_AROUND}[ ]{_SUM}"
    r".{0,60}\b(?:now|today|where i (?:am|work|was)|my (?:last|present|current|old) \w+|already)\b"
    rf"|take home{_AROUND}[ ]\d"
    rf"|(?:base|salary|package|wage) of{_AROUND}[ ]{_SUM}"
    r"(?=.{0,60}\b(?:would|will|could|possible|negotiable|feasible|acceptable)\b)"
    rf"|offer\b.{{0,60}}\bthey(?:['’]re| are)? (?:paying|offering|at|offer|pay){_AROUND}[ ]{_SUM}"
    r"(?=[ ]*(?:$|[.,;]|net|gross|plus|with|and|an?[ ](?:year|month)|per[ ](?:year|month)))"
    r"|i(?:['’]?d| would) (?:want|expect|need) at least \d\d\d?k? plus (?:an? )?"
    r"(?:allowance|benefits|bonus|car|commission|expenses|guarantee|overtime|pension|super|tips|van)"
    r"|i(?:['’]?d| would)? need (?:at least )?\d\d\d?k? (?:or more )?to"
    r" (?:come|do (?:it|that|this)|leave|make (?:it|the move)|move|switch|take (?:it|the job))"
    r"(?: work)?[ ]*(?:$|[.,;!?])"
    r"|the \d\d\d?k? (?:in|on) (?:the|your) (?:posting|advert|ad|listing)\b"
    r".{0,60}(?:(?:won['’]?t|will not|would not|wouldn['’]?t) (?:cover|do|work)|not enough|too low)"
    r")"
)
"""A sum that the writer wants to be paid, “I would need at least 30 an hour”, behind what is no
letter, of which there are fewer than ends of words."""
_BID = re.compile(
    r"\bmatch (?:that|it|this)\b|\blive on (?:that|it|this|less)\b|\bminimum for me\b"
    r"|\bgo (?:below|under|lower than) (?:that|it|this)\b|\bwould be fair\b"
    r"|\b(?:can|could) we (?:also |perhaps |maybe )?(?:look at|make it) (?=[$£€₹₦₱¥])"
)
"""What asks for more beside a sum: “their number is 90,000, so you would have to match that”."""
_ANY_SUM = re.compile(_SUM)


def wanted(sentence: str) -> int | None:
    """Return where a sentence asks for a sum of money; None where it does not."""
    if not holds_digit(sentence):
        return None
    words = sentence.lower()
    if holds(words, ("budget", "grant ")):
        return None
    found = _WAGE.search(" " + words)  # which begins where its first word does in `words`
    if found is None and (bid := _BID.search(words)):
        found = _ANY_SUM.search(words) and bid
    return found.start() if found else None
