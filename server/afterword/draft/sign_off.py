"""Tells a sign-off, and the name that may follow on its line, from a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from afterword.draft.line_kinds import NAME_WORDS, SHORT_WORDS, WIDTH, is_details, is_name
from afterword.draft.lines import holds, lowered
from afterword.draft.model import new
from afterword.draft.words import KISSES, NOBODY, NOT_A_NAME

# A line is a sign-off when all its words are from these two lists and one is a head.
_HEADS = frozenset(
    "regards regard wishes sincerely faithfully truly respectfully cheers warmly cordially "
    "gratefully thanks best yours appreciatively kindly thx tx ta ciao love xoxo rgds brgds br kr "
    "cordialement greetings saludos atentamente appreciation gratitude "
    "thankfully grüße grüßen gruß grüsse grüssen gruss gruesse gruessen groet groeten "
    "hochachtungsvoll herzlichst ergebenst hälsningar vänligen terveisin ystävällisin "
    "saygılarımla saygılar lugupidamisega pagarbiai üdvözlettel tisztelettel pozdrav "
    "pozdrowienia sinceramente salutări hormat "
    "abrazo hug hugs kisses luv respect obliged ttyl xx xo namaste".split()
)
_FILLERS = frozenset(
    "with and & many very much so my the all again kind kindest warm warmest best good high "
    "highest sincere deep deepest most more once in advance personal professional from to you "
    "your team yours a an thank thanks of continued friendly cordial heartfelt utmost great "
    "sincerest every well truly i remain mit freundliche freundlichen beste besten "
    "herzliche herzlichen viele liebe met "
    "vriendelijke hartelijke bien un cordial saludo wish lots be stay submitted sorry "
    "friendly big".split()
)
_PHRASES = frozenset(
    "from|thank you|thank you again|thank you so much|thank you very much|thank you in advance"
    "|thank you once again|thank you once more|thanking you|thanking you in anticipation"
    "|thank you kindly|thank you all|take care|talk soon|speak soon|talk to you soon"
    "|speak to you soon|see you soon|until then|until next time|looking forward|onward"
    "|in appreciation|in gratitude|have a great day|have a good day|have a nice day"
    "|have a wonderful day|have a lovely day|have a great weekend|have a good weekend"
    "|have a nice weekend|have a great week|have a good one|later|peace|be well|stay well"
    "|god bless|bless|peace out|peace and love|one love|bye for now|see ya|laters|laterz|l8r|ta ta"
    "|ta ta for now|toodles|mwah|cheerio|cheerio for now|as ever|as always|yours as ever"
    "|ever yours|warmest|kindest|fondly|with warmth|onwards|blessings|every blessing"
    "|many blessings|much appreciated|thanks a million|yours hopefully|thanks ever so much"
    "|thanking you in advance|thanking you for your time|in anticipation|with anticipation"
    "|in solidarity|solidarity|in friendship|in peace|yours in service|shalom|namaskar|mabuhay"
    "|mahalo|mahalo nui|vinaka|slán|hwyl|le meas|go raibh maith agat|ngā mihi|terima kasih"
    "|asante sana|salamat po|diolch yn fawr|v r|peace and blessings|again thank you"
    "|every good wish|with every good wish|ciao for now|more soon|salaam|maraming salamat|salamat"
    "|je vous prie d'agréer|bien à vous|un saludo|med vänlig hälsning|med vennlig hilsen|mvh|mfg"
    "|yoroshiku|yoroshiku onegaishimasu|yoroshiku onegai shimasu|yoroshiku onegai itashimasu"
    "|arigatou|arigatō|arigato|arigatou gozaimasu|arigatō gozaimasu|arigatou gozaimashita"
    "|arigatō gozaimashita|arigato gozaimashita|kamsahamnida|gamsahamnida|khob khun|shukriya"
    "|lg|vg|hilsen|tchau|um abraço|abraços|с уважением|敬具|敬上|此致"
    "|よろしくお願いいたします|감사합니다|धन्यवाद|مع التحية|مع خالص التحية"
    "|cordiali saluti|distinti saluti|un cordiale saluto|pozdrawiam|herzlich"
    "|cumprimentos|atenciosamente|cordialmente|groetjes|kveðja|cofion|grazie|merci"
    "|gracias|danke|obrigado|obrigada|tak|tack|takk|kiitos|dziękuję|děkuji|köszönöm|hvala"
    "|mulțumesc|teşekkürler|salam|wassalam|shukran|dhanyavaad|pranam|ngiyabonga|asante|aloha"
    "|in christ|fraternally|semper fi|adios".split("|")
)
NAMES_TOO = frozenset("asante blessings peace salam shalom tack tak".split())
"""Phrases of one word that are names of people as well."""
_THANKS_ONLY = frozenset(
    "thank thanks you again so very much many all a lot the once more ever million".split()
)
# After these a name may follow without a comma: "Kind regards Priya Nair".
_STRONG = frozenset(
    "regards sincerely faithfully truly respectfully cheers thanks yours xoxo xx".split()
)
# A short line that opens with one of these and ends with a comma is a sign-off above a name.
_OPENERS = frozenset(
    "best warm warmest kind kindest with have many yours all take wishing in until sending much v "
    "respectfully sincerely thanks cheers love wish hugs regards".split()
)
_OPENED_WORDS = 6
"""Words of the longest such line."""
_ANY_WORDS = 8
"""Words of the longest sign-off in any language."""
_UNMARKED_WORDS = 5
"""Words of the longest one that no comma follows."""
_OPENS_SENTENCE = frozenset(
    "looking hoping hope i we awaiting waiting thank expecting please again p.s ps".split()
)
_FORMULA = re.compile(
    r"(?:please |kindly |i beg you to |you to )*accept\b.*\b(?:expression|assurances?)\b.*"
    r"\b(?:sentiments|salutations|greetings|regards|consideration|esteem|respect)[.,]?"
)
"""How letters end in French, put into English word by word."""
REACH = 16
"""A sign-off stands in the last lines that somebody wrote; so many are looked at."""
_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*")
_DETAIL = re.compile(r"[@\[{<|•]|[(+]?\d")


class _Word(NamedTuple):
    """A word of a line: where it stands in it, and the word in lower case."""

    start: int
    end: int
    low: str


_Words = list[_Word]


@dataclass(frozen=True, slots=True)
class SignOff:
    """A sign-off in one line: its range in the line, and where a name follows on it."""

    start: int
    end: int
    name: int | None
    only_thanks: bool


def match(text: str, readers: frozenset[str], sender: frozenset[str]) -> SignOff | None:
    """Match a line, up to the contact details that may follow a name on it.

    `readers` and `sender` hold the lower-case words of the names of both.
    """
    contact, whole = _DETAIL.search(text), text
    if contact:
        text = text[: contact.start()].rstrip()
    if not text or text[-1] == "?":
        return None
    found = _match_words(text, readers, sender)
    if contact and found and found.name is None:
        details = is_details(whole[contact.start() :])  # “Kind regards, 07700 900142”
        return replace(found, name=contact.start()) if details else None
    return found


def may_stand_above_a_name(text: str) -> bool:
    """Tell a line of few words, in any language, such as "A hug and good luck,"."""
    words = [found.group() for found in _WORD.finditer(lowered(text[:WIDTH]))]
    if not words or len(words) > _ANY_WORDS or text[-1] in "?!:;" or _DETAIL.search(text):
        return False
    if words[-1] in _HEADS:  # "I remain, dear Sir, yours sincerely,"
        return True
    if (words[0] in _OPENS_SENTENCE and words[1:2] != ["accept"]) or "for" in words:
        return False
    if text[-1] == ",":
        return not (len(words) > 1 and is_name(text[:-1]))
    if not 1 < len(words) <= _UNMARKED_WORDS or text[-1] == ".":
        return False
    return text[0].isupper() and any(word.islower() for word in text.split()) and not is_name(text)


def _match_words(text: str, readers: frozenset[str], sender: frozenset[str]) -> SignOff | None:
    lower = lowered(text)
    words = [new(_Word, (m.start(), m.end(), m.group())) for m in _WORD.finditer(lower)]
    if not words or len(words) > SHORT_WORDS + NAME_WORDS:
        return None
    if _FORMULA.fullmatch(lower):
        return SignOff(0, len(text), None, False)
    while len(words) > 1 and words[-1].low in KISSES:
        words.pop()
    count = 0
    while count < len(words) and _is_of_sign_off(words[count].low):
        count += 1
    if len(words) == 1 and words[0].low in NAMES_TOO & sender:
        return None
    if count == len(words) and _is_phrase(words):
        return SignOff(0, len(text), None, _thanks_only(words))
    if _opens_sign_off(text, words):
        return SignOff(0, len(text), None, False)
    return _with_name(text, words, count, readers, sender)


def _opens_sign_off(text: str, words: _Words) -> bool:
    """Tell "Best wishes from Leeds," from "Thanks for your time,", which is a sentence."""
    if text[-1] != "," or len(words) > _OPENED_WORDS or "," in text[:-1]:
        return False
    first, second = words[0].low, words[1].low if len(words) > 1 else ""
    return first in _OPENERS and not (first == "thanks" and second in ("for", "to"))


def _with_name(
    text: str,
    words: _Words,
    count: int,
    readers: frozenset[str],
    sender: frozenset[str],
) -> SignOff | None:
    """Match "Best, Priya", "Kind regards Priya Nair", and "Thanks, Dana" said to Dana."""
    phrase = _joined(words)
    if phrase in _PHRASES and not (phrase.startswith("have a") and text[-1] in ".!"):
        return SignOff(0, len(text), None, _thanks_only(words))
    for size in range(min(count, len(words) - 1), 0, -1):
        head, name = words[:size], words[size:]
        if not _is_phrase(head):
            continue
        low = {word.low for word in name}
        if low <= readers:
            return SignOff(0, len(text), None, _thanks_only(head))
        between = text[head[-1].end : name[0].start]
        if not _may_part(between, head):
            continue
        if is_name(text[name[0].start : name[-1].end]) or low <= sender:
            end = head[-1].end + len(between.rstrip(" \t\xa0-–—/|"))
            return SignOff(0, end, name[0].start, _thanks_only(head))
    return None


def _may_part(between: str, head: _Words) -> bool:
    """Say whether what stands between a sign-off and a name parts them: a mark, or a gap.

    Behind some words none is needed.
    """
    if "  " in between or holds(between, ",-–—.!/|\t"):
        return True
    return head[-1].low in _STRONG and len(head) < SHORT_WORDS


def _is_phrase(words: _Words) -> bool:
    if _joined(words) in _PHRASES:
        return True
    return len(words) <= SHORT_WORDS and any(word.low in _HEADS for word in words)


def _joined(words: _Words) -> str:
    return " ".join([word.low for word in words])


def _thanks_only(words: _Words) -> bool:
    plain = all(word.low in _THANKS_ONLY for word in words)
    return plain and words[0].low in ("thank", "thanks", "many")


def is_common(word: str) -> bool:
    """Tell a lower-case word that is nobody's name at the end of a note."""
    return word in NOT_A_NAME or word in NOBODY or _is_of_sign_off(word)


def _is_of_sign_off(word: str) -> bool:
    return word in _HEADS or word in _FILLERS
