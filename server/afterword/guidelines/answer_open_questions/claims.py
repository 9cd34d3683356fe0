"""Finds where an email says that something comes with it, in the many ways in which people do."""

import re
from collections.abc import Iterator

from afterword.draft.draft import Draft
from afterword.draft.lines import holds
from afterword.draft.model import Part, Sentence, Span
from afterword.engine.gate import gate
from afterword.engine.shapes import sentence_at

FILES = frozenset(
    """
    article certificate certificates cv deck diploma document documents drawing drawings file files
    licence license paper pdf photo photos portfolio presentation report reports resume résumé
    sample samples sketch sketches slides spreadsheet transcript transcripts video
    """.split()
)
"""Promised things that are files; a list of names or an answer may stand in the text itself."""
ENDING = (
    "<paper> *12 is/are also/now/all/both/here/herewith? attached/enclosed",
    "<paper> attached/enclosed",
    "<paper> of *5 attached/enclosed",
    "(it is|they are|both are|and is) also/now/all/both/here/herewith? attached/enclosed",
    "in the attached",
)
"""Claims with a mark behind them; else something “is attached to” or “is enclosed by” another."""
LOOSE = (
    "<paper> *3 is/are also/now/all/both/here/herewith/already? attached/enclosed",
    "<paper> *4 is/are (completed|filled in|filled out|ready|scanned|signed) and attached/enclosed",
    "^ (it is|they are|both are) also/now/here/herewith? attached/enclosed",
    "the *1 <paper> attached/enclosed",
    "the new/right/correct/corrected/updated/final/latest/full/missing one/ones"
    " is/are also/now/here? attached",
    "(please|kindly|pls|you will|you can) find/see *7 attached/enclosed",
    "and both are attached/enclosed",
)
"""Claims behind which anything may stand but a place: “attached to the wall”."""
SURE = (
    "i have also/now/just? attached",
    "(i|and i) attached (my|the|a|an|it|them|two|three|some|both|here)",
    "i also/hereby/herewith? attach (my|the|a|an|two|both|here|herewith)? *2 <file>",
    "i am also/now/hereby/herewith? attaching",
    "^ attaching (my|the|a|an|two|both|here) *2 <file>",
    "^ attaching (my|the|a|an|two|both) *1 <paper>",
    "with this email/mail/message (i send|i am sending) you? *2 <file>",
    "liberty of attaching/enclosing",
    "liberty to attach/enclose",
    "(thought i would|let me) attach/enclose *2 <paper>",
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
    "(it is|they are|<paper> *8 is/are) attached "
    "(now|too|as well|as requested|as discussed|as promised|in full)",
    "(here is|here are) (my|the|two|both) *3 attached/enclosed",
    "attached to this email/mail/message/note",
    "(sending|sharing|included|added) *5 as an? attachment",
    "^ (please|kindly)? find *4 in attachment",
    "(i am|am|we are)? herewith (sending|submitting|forwarding) *4 <file>",
    "(please|kindly) find *1 herewith *3 <file>",
    "(send|sending|submit|submitting|forward|forwarding) herewith *4 <paper>",
    "(send|sending|submit|submitting|share|sharing|include|including) *4 <file> *2 "
    "with this email/mail/message/note",
    "(please|kindly) find *3 <file> herewith",
    "(the|my) attached (cv|resume|résumé|portfolio|file|files|document|documents|pdf|letter)",
    "(the|my) attached (plan|slides|deck|sample|samples|references|summary|certificate|images)",
    "i also/therefore/now/hereby/herewith? attach/enclose <some>",
    "i am also/now/hereby/herewith? enclosing <some>",
    "and therefore? attach/enclose (my|two|three|the)? *2 <paper>",
    "have therefore/accordingly/thus/since/again attached <some>",
    "(the|my) attached *1 <paper>",
    "(the|my) enclosed short? <letter>",
    "the attached shows/show/sets/gives/explains/lists",
    "the attached is one",
    "^ also? attached/enclosed also/already/again/here? is/are/please",
    "^ attached/enclosed you (will|can) find",
    "^ attached/enclosed (as you|the|my)",
    "attached/enclosed is/are (the|my|our|two|three)",
    "i (am sending|send|have sent|sent) *3 (in|as an) attachment/attachments/attach",
    "follow/follows as an attachment",
    "is/are here in attachment",
)
"""Claims behind which anything may stand."""
BARE = ("attached",)
"""“(attached)”, and “one sheet, attached, which …”."""
OPENED = (
    "please/kindly/pls find/see/check/refer/open/view to? (the|my|in)? "
    "attachment/attachments/attachement/attachements/attached",
    "see/in (the|my) attachment/attachments/attachement/attachements",
    "page/pages/sheet/slide *2 of the attachment",
    "^ see/open attachment/attachments/attachement/attached",
    "which i attach/enclose",
    "and therefore? attach/enclose (it|them)",
)
"""What the reader is asked to open, or is handed. Ropes one attaches “in spring”."""
FORGOTTEN = ("forgot/forgotten/omitted to attach", "forgot/forgotten the attachment/attachments")
"""Claims where it says behind them that the file comes now: “I forgot to attach it. Here it is.”"""
AGAIN = (
    "^ now? this time with *4 attachment/attachments/attached",
    "^ now with *3 attachment/attachments/attached",
    "^ again? with *2 attachment/attachments this time",
)
"""Claims by somebody who writes again, of whose earlier email they may speak as well."""
PAPERS = (
    *FILES,
    *"contract copies copy form letter letters list offer reference references scan scans".split(),
)
"""What somebody encloses who does not enclose a yard."""
SENDABLE = (
    *PAPERS,
    *"""
    abstract account agreement answer answers application articles book brochure budget card
    cards cert certs chapter chapters chart charts checklist checklists clearance data design
    diagram diagrams doc docs draft estimate estimates example examples figure figures folder
    forms gist handout image images invoice leaflet lists map maps memo notebook note notes
    outline page pages papers paragraph pass passport patch pdfs permit photograph photographs
    pic pics picture pictures plan plans plot plots policy poster posters printout program
    programme proposal protocol receipt receipts record records reprint reprints schedule score
    scores screenshot screenshots script scripts sheet sheets slip slips specimen spectrum
    statement statements summaries summary syllabus table tables template templates text texts
    thesis timetable translation version workbook worksheet worksheets
    """.split(),
)
"""What is attached in an email; a sensor or a barn is so elsewhere."""
LETTERS = """
    certificate certificates copies copy cv document documents figure form leaflet letter letters
    list note photo photograph photographs photos receipt receipts reference references report
    reports resume résumé sheet sketch summary table
    """.split()
"""What may be called enclosed; a deck and a courtyard are so too."""
SOME = "the my a an it them her his its their one two three both some here herewith".split()
ATTACHED = gate(
    [
        (label, phrase)
        for label, phrases in (
            ("sure", SURE),
            ("ending", ENDING),
            ("loose", LOOSE),
            ("bare", BARE),
            ("opened", OPENED),
            ("forgotten", FORGOTTEN),
            ("again", AGAIN),
        )
        for phrase in phrases
    ],
    {"file": PAPERS, "paper": SENDABLE, "letter": LETTERS, "some": SOME},
)
BEHIND = {
    "sure": re.compile(""),
    "again": re.compile(r"\s*(?:[,;:.!)\]–—]|$)|\s(?:as|below|for)\b"),
    "forgotten": re.compile(
        r"[^?]*?\b(?:here (?:it|they) (?:is|are)|here you (?:go|are)|this time)\b", re.IGNORECASE
    ),
    "ending": re.compile(r"\s*(?:[,;:.!)\]–—]|$)"),
    "loose": re.compile(
        r"(?! (?:to (?!th(?:is|e) (?:e-?mail|mail|message|note)\b)"
        r"|with (?:an? )?(?:\w+ )?(?:pins?|tape|glue|string|clips?|bolts?|screws?|nails?|wire)\b"
        r"|(?:by|at|on|under|over|above|along|around|near|inside|within|beside|between|behind"
        r"|in (?:pairs|rows|glass|foam|an?|the|your|each|every))\b))"
    ),
    "bare": re.compile(r"[).,]"),
    "opened": re.compile(
        r"\s*(?:[,;:.!)\]–—]|$)"
        r"|\s(?:for|below|herewith|as|with|here|to this|so|together|you|in the hope)\b"
    ),
}
"""What has to follow a claim, by its label."""
ENCLOSED = re.compile(
    r"(?im)^[ \t]*(?:p\.?s\.?:? )?(?:attached|attachments?|enclosed|enclosures?|enc(?:ls?)?\.?)"
    r"[ \t]?(?::|[–—-] )[ \t]*(?=\w)"
)
"""What a line begins with that lists the files: “Encl.: CV”."""
ELSEWHERE = re.compile(
    r"(?<!find )(?<!see )\b(?:the|your) attached (?:\w+ ){1,3}?(?:that |which )?"
    r"you (?:sent|attached|gave|mailed|shared)\b"
    r"|^attaching [^.,!?]{1,60} (?:is|made|makes|saved|saves|takes|took|was)\b"
    r"|https?:|www\.|\blink\b|\b(?:previous|earlier|last|first|your|yesterday['’]s)"
    r" (?:e-?mail|message|mail|note)\b|\bshared folder|\bby hand\b|\bstrings attached"
    r"|\b(?:no|without) attachments?\b|\battachment theory\b"
    r"|\battach\w*(?: [\w'’-]+){0,2} (?:my|one)self\b"
    r"|\bthank(?:s| you)(?: \w+){0,2} for (?:the|your) (?:attached|enclosed)\b"
    r"(?!.*\b(?:attach|enclos))"
    r"|\b(?:attach|enclos)\w*(?: [\w'’-]+){0,6} (?:to|with|in) (?:my|the|your|our)"
    r" (?:\w+ )?(?:application|portal|profile)\b"
    r"|\battach\w*(?: [\w'’-]+){1,3} to (?:the|an?|each|every|over|it|its|them|his|her|their)\b"
    r"|\b(?:(?:that|how|where|when|once|whether|why|if) (?:the|an?)|each|every)"
    r"(?: \w+){1,3} (?:is|are) (?:attached|enclosed)\b"
    r"|\b(?:attached|enclosed) (?:with|to|in) your\b"
    r"|\bwith (?:(?!is\b|are\b)[\w'’-]+ ){1,3}(?:attached|enclosed)\b"
    r"|\b(?:should|could|would|can|may|shall|if|when) I (?:attach|enclose)\b"
    r"|\battach\w* (?:[\w-]+ ){0,3}(?:importance|value|weight|significance|meaning|hopes?)\b"
    r"|\b(?:find|see) (?:[\w'’-]+ ){0,5}(?:that|how|why|where|whether|if)"
    r" (?:[\w'’-]+ ){1,7}(?:attach|enclos)|\b(?:is|are) attached (?:is|are)\b"
    r"|\b(?:get|gets|grow|grew|grown|become|became|feel|felt) (?:[\w-]+, |so |very )?attached\b"
    r"|\battached (?:[\w-]+ ){1,2}(?:cent(?:re|er)|studio|shop|room|hall|lab|library|building"
    r"|school|clinic|garden|cafe|café)(?=[,.;:!?]|$| (?:and|of|in|at|where|which|behind)\b)"
    r"|\b(?:do|would) you (?:like|prefer|want)\b[^.!]*\?"
    r"|\b(?:first|then|always|usually|normally),? I (?:attach|enclose)\b"
    r"|\b(?:you|they|we|who) (?!for\b)(?:(?!I\b)[\w'’-]+ ){1,8}and (?:attach|enclose)\b"
    r"|\bas text\b|\bin the body\b|\bpasted\b"
    r"|\battachment you (?:had )?sent\b"
    r"|\byou (?:have |had |kindly )?(?:attached|enclosed)\b|\bfind me (?:so |too )?attached\b",
    re.IGNORECASE,
)
"""What tells of another email, of a link, or of what hands do."""
NOT_NOW = re.compile(
    r"https?:|www\.|\blink\b|\bpasted\b|\b(?:how|when) I (?:\w+ )?forgot\b|\bI once\b",
    re.IGNORECASE,
)
"""What tells of a link, the text itself or long ago, where another email may well be spoken of."""
FAR = 60
"""Characters behind a claim in which what makes it one is looked for."""
AROUND = 300
"""Characters before and behind a claim in which that is looked for."""


def claims(draft: Draft) -> Iterator[Span]:
    """Yield the words that say that something is attached, once a sentence."""
    seen: set[Span] = set()
    for match in ATTACHED.find(draft.tokens):
        sentence = sentence_at(draft, match.span)
        if sentence is None or sentence.span in seen or not _ends(draft, match.label, match.span):
            continue
        seen.add(sentence.span)
        told = NOT_NOW if match.label in ("forgotten", "again") else ELSEWHERE
        if not _is_elsewhere(draft, sentence, match.span, told):
            yield match.span
    for line in _lists(draft):
        sentence, signature = sentence_at(draft, line), draft.signature
        own = sentence or (signature and signature.span.start <= line.start and signature)
        if own and own.span not in seen and not _is_elsewhere(draft, own, line):
            yield line


def _ends(draft: Draft, label: str, span: Span) -> bool:
    """Say whether what stands around a claim is what its label asks for."""
    before, behind = draft.text[span.start - 2 : span.start], draft.text[span.end : span.end + FAR]
    if label == "bare" and before[-1:] + behind[:1] != "()" and before != ", ":
        return False
    return BEHIND[label].match(behind.replace("\n", " ")) is not None


def _is_elsewhere(
    draft: Draft, part: Part | Sentence, span: Span, told: re.Pattern[str] = ELSEWHERE
) -> bool:
    """Say whether the words around a claim tell that it is not of this email."""
    start = max(part.span.start, span.start - AROUND)
    around = draft.text[start : min(part.span.end, span.end + AROUND)]
    return told.search(" ".join(around.split())) is not None


def _lists(draft: Draft) -> Iterator[Span]:
    """Yield the lines that list what is attached, as a letter does: “Encl.: CV”."""
    if not holds(draft.text, ("ttach", "nclos", "nc.", "nc:", "ncl", "TTACH", "NC")):
        return
    for match in ENCLOSED.finditer(draft.text):
        end = draft.text.find("\n", match.end())
        line = Span(match.start(), len(draft.text) if end < 0 else end).of(draft.text)
        start = match.start() + len(line) - len(line.lstrip())
        yield Span(start, match.start() + len(line.rstrip().rstrip(".")))
