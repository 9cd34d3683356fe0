"""What others wrote: quoted replies and forwarded mail, with the lines that introduce them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from afterword.draft import sign_off
from afterword.draft.line_kinds import is_name, is_prose
from afterword.draft.lines import Line
from afterword.draft.model import Span

# "On Tue, 3 Mar 2026, Dana Lee wrote:" as mail programs write it in several languages.
_WROTE = re.compile(
    r"\b(?:wrote|schrieb|a écrit|écrivait|escribió|ha scritto|escreveu|schreef|skrev"
    r"|napisał(?:a|\(a\))?|написал(?:а|\(а\))?|написав|kirjoitti|yazdı|viết|menulis"
    r"|napsal[ao]?|írta|scris|έγραψε|escrigué|rašė|skrifaði|je napisa(?:o|la))\b"
    r"|写道|寫道|작성|كتب|كتابة|書きました|כתב"
)
_SENT = re.compile(r"\d{1,2}[:.]\d\d.*<[^<>@\s]+@[^<>\s]+>\W{0,3}:$")
"""A time and an address at the end, as they stand in any language: “9 июн. в 12:04, D <d@e>:”."""
_DATED = re.compile(r"\d{1,2}[:.]\d\d\b.*@|@.*\d{1,2}[:.]\d\d\b")
"""A time and an address in any order, as they stand above marked lines in any language."""
_SPOKEN_OF = re.compile(
    r"\b(?:address|at|by|e-?mail|is|me|on|or|through|to|under|using|via|with) <[^<>]+>\W{0,3}:$"
)
"""Before an address of which a sentence speaks: “before 10:00, at <me@example.com>:”."""
_TOLD = re.compile(r"\bwrote\b.*\w|\b(?:i|you|we|as \w+) wrote\W*$")
"""“As you wrote on 3 March:”, which no mail program writes but above quoted lines."""
_YOU_WROTE = "you wrote:"
"""So some programs introduce a quote, and some writers a sentence that they go on to answer."""
_OF_DATE = re.compile(
    r"on|at|[ap]\.?m|utc|gmt|ces?t|[ecmp][ds]t|\w*\d\S*|\+\d+"
    r"|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
)
"""The words of a day and a time; behind any others “you wrote:” ends a sentence."""
_WHEN = re.compile(r"\d\D+\d")
"""A day with its year or time; “in 1925 Woolf wrote:” has the year alone."""
_INTRO_STARTS = ("on ", "am ", "le ", "el ", "il ", "em ", "op ", "den ", "dnia ", "в ")
_INTRO_LENGTH = 300
"""Characters of the longest line, or lines, that introduce a quote."""
_POSTSCRIPTS = ("ps", "p.s", "pp", "p.p")
_MESSAGE_WORDS = tuple(
    "message|nachricht|mensaje|messaggio|mensagem|bericht|meddelande|сообщение|original"
    "|oryginaln|původní|orijinal|原始|元の|転送|转发|원본".split("|")
)
_FROM = tuple(
    "from:|von:|de:|de :|da:|van:|från:|fra:|od:|от:|от кого:|lähettäjä:|feladó:|kimden:"
    "|odesílatel:|de la:|发件人|寄件者|差出人|보낸 사람|보낸사람".split("|")
)
_HEADERS = tuple(
    "sent:|date:|to:|cc:|subject:|gesendet:|datum:|an:|betreff:|envoyé|date :|à :|objet :"
    "|enviado|fecha:|para:|asunto:|inviato:|data:|a:|oggetto:|assunto:|verzonden:|aan:"
    "|onderwerp:|skickat:|till:|ämne:|sendt:|dato:|til:|emne:|lähetetty:|vastaanottaja:|aihe:"
    "|küldve:|címzett:|tárgy:|gönderilen|kime:|konu:|tarih:|odesláno:|komu:|předmět:|wysłano:"
    "|do:|temat:|trimis:|către:|subiect:|отправлено:|дата:|кому:|тема:|发送时间|收件人|主题|日期|傳送|收件者"
    "|主旨|送信日時|日付|宛先|件名|보낸 날짜|날짜|받는 사람|받는사람|제목".split("|")
)
_SENT_FIRST = ("sent:", "date:", "gesendet:", "datum:", "envoyé", "enviado", "fecha:", "inviato:")
_ENOUGH_HEADERS = 2
"""Mail headers that have to stand below “From:”."""
_COLONS = frozenset(":：")
_MARKS = frozenset(">-_bB")
"""A quoted line begins with one of these, and so does a forwarding mark."""


def split(lines: Sequence[Line], sender: str = "") -> tuple[list[bool], tuple[Span, ...]]:
    """Tell which lines are the writer's own (one flag a line) and the spans that are not.

    A line that starts with ">" is quoted. After an introduction ("On … wrote:") the ">" lines are
    quoted, or all the rest where no such line follows. After a forwarding mark or a block of mail
    headers all the rest is quoted. The name of the `sender` ends what the writer wrote.
    """
    own = [True] * len(lines)
    index = 0
    while index < len(lines):
        text = lines[index].text
        if not text or _is_plain(text):
            index += 1
        elif length := _quoted(lines, index, sender):
            own[index : index + length] = [False] * length
            index += length
        else:
            index += 1
    return own, _spans(lines, own)


def _quoted(lines: Sequence[Line], index: int, sender: str) -> int:
    """Count the lines from `index` on that are no longer the writer's, 0 where that one is."""
    text, rest = lines[index].text, len(lines) - index
    if text[0] == ">":
        introduces = text.startswith(">>> ") and text.endswith(" >>>")  # as GroupWise does
        return rest if introduces else 1
    if _starts_the_rest(lines, index):
        return rest
    length = _introduction(lines, index, sender)
    return length if not length or _next_is_marked(lines, index + length) else rest


def _is_plain(text: str) -> bool:
    """Tell at once a line with which no quote begins, as most are."""
    return not (
        ":" in text
        or "：" in text
        or text[0] in _MARKS
        or text[:5].lower().startswith(_INTRO_STARTS)
    )


def _starts_the_rest(lines: Sequence[Line], index: int) -> bool:
    text = lines[index].text
    first = text[0]
    if first in "-_":
        if text.strip("-_ ") == "":
            return len(text) > 4 and _is_header_block(lines, index + 1)
        lower = text.lower()
        if not text.endswith("-"):
            return False
        wrote = text.startswith("--") and len(text) < _INTRO_LENGTH and _introduces(text)
        return wrote or any(word in lower for word in _MESSAGE_WORDS)
    lower = text[:24].lower()
    return (
        lower.startswith("begin forwarded message")
        or _is_header_block(lines, index)
        or _is_sent_block(lines, index)
    )


def _is_sent_block(lines: Sequence[Line], index: int) -> bool:
    """Tell mail headers that begin with the time; above all else they are a letter's own head."""
    if not _bare(lines[index].text).startswith(_SENT_FIRST) or index + 1 >= len(lines):
        return False
    below = _bare(lines[index + 1].text).startswith(_FROM)
    return below and _is_header_block(lines, index + 1) and any(line.text for line in lines[:index])


def _is_header_block(lines: Sequence[Line], index: int) -> bool:
    """Tell whether "From:" and at least two more mail headers stand in the lines from `index`."""
    if index >= len(lines) or not _COLONS.intersection(lines[index].text):
        return False
    if not _bare(lines[index].text).startswith(_FROM):
        return False
    count = 0
    for line in lines[index + 1 : index + 9]:
        if _bare(line.text).startswith(_HEADERS):
            count += 1
        elif line.text and not count:
            return False  # mail headers stand one below the other
    return count >= _ENOUGH_HEADERS


def _bare(text: str) -> str:
    return text[:40].replace("*", "").lower()


def _introduction(lines: Sequence[Line], index: int, sender: str) -> int:
    """Return how many lines the introduction at `index` takes: 0 where there is none."""
    text = lines[index].text
    if text[-1] in ":：" and len(text) < _INTRO_LENGTH:
        told = _wrote(text) or _DATED.search(text) is not None
        marked = told and _next_is_marked(lines, index + 1)
        return int(marked or _introduces(text) or _introduces_below(lines, index, text, sender))
    if text[:5].lower().startswith(_INTRO_STARTS):
        joined = text
        for length, line in enumerate(lines[index + 1 : index + 3], 2):
            joined = f"{joined} {line.text}"
            if not line.text or len(joined) >= _INTRO_LENGTH:
                return 0
            if line.text.endswith(":"):
                told = _introduces(joined) or _introduces_below(lines, index, joined, sender)
                return length if told else 0
    return 0


def _wrote(text: str) -> bool:
    return _WROTE.search(text.lower()) is not None


def _introduces(text: str) -> bool:
    # A date or an address beside the verb: "as Woolf wrote:" is the writer's own sentence.
    if _wrote(text):
        if "@" in text:
            return True
        return bool(_WHEN.search(text)) and not _TOLD.search(text.lower())
    return "@" in text and bool(_SENT.search(text)) and not _SPOKEN_OF.search(text.lower())


def _introduces_below(lines: Sequence[Line], index: int, text: str, sender: str) -> bool:
    """Tell “On 3 March 2026, at 14:00, you wrote:” where the writer has ended above it."""
    when, wrote, behind = text.lower().rpartition(_YOU_WROTE)
    if behind or not (wrote and _WHEN.search(when)):
        return False
    dated = all(_OF_DATE.fullmatch(word.strip("(),.")) for word in when.split())
    return dated and _is_signed(lines[max(0, index - sign_off.REACH) : index], sender)


def _is_signed(above: Sequence[Line], sender: str) -> bool:
    """Tell whether lines end with a sign-off or the sender's name, and sentences stand above it."""
    names = frozenset(filter(None, (sender.lower(), *sender.lower().split()[:1])))
    signed = named = False
    for line in reversed(above):
        text = line.text
        if text.lower().startswith(_POSTSCRIPTS):
            return False
        if text and (text[-1] == ":" or is_prose(text)):
            return signed
        found = sign_off.match(text, frozenset(), frozenset())
        signed = signed or text == "--" or text.strip(" ,.!–—-").lower() in names
        signed = signed or (found is not None and (named or not found.only_thanks))
        named = named or is_name(text)
    return False


def _next_is_marked(lines: Sequence[Line], index: int) -> bool:
    while index < len(lines) and not lines[index].text:
        index += 1
    return index < len(lines) and lines[index].text[0] == ">"


def _spans(lines: Sequence[Line], own: Sequence[bool]) -> tuple[Span, ...]:
    spans: list[Span] = []
    start = end = -1
    for line, mine in zip(lines, own, strict=True):
        if not line.text:
            continue
        if not mine:
            start = line.start if start < 0 else start
            end = line.end
        elif start >= 0:
            spans.append(Span(start, end))
            start = -1
    if start >= 0:
        spans.append(Span(start, end))
    return tuple(spans)
