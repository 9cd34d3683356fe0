"""With whom a meeting was, and about what, where that tells it from the interview."""

import re

from afterword.draft.draft import Draft
from afterword.draft.people import match_person
from afterword.draft.words import NO_PERSON
from afterword.engine import reader

MEETING = "(?:interview|conversation|meeting|talk|chat|call|visit)"
WORD = r"(?:(?:Dr|Mr|Mrs|Ms|Prof)\.|[\w'’&-]+)"
BEFORE_DAY = re.compile(
    r"\W(?:(?i:(?:call|chat(?:ted|ting)?|conversation|(?P<interview>interview(?:ed)?)"
    r"|meet(?:ing)?|met|spoke|speak(?:ing)?|talk(?:ed|ing)?)(?: it| this)?(?: over)? (?:to|with))"
    r"|(?i:met|meet|meeting|saw|see|seeing)(?! (?:at|for|in|near|of|on|over)\b))"
    r" (?P<whom>(?:[\w.'’&-]+ ){1,6})(?:on )?(?:the )?$"
)
"""“We met Nora on Monday”, “my talk with the vet on Monday”."""
BEHIND_DAY = re.compile(
    r"(?:(?:['’]s)?(?: \w+)??"
    rf"(?P<kind> (?P<interview>interview) with| (?:call|talk) to| {MEETING} with)| with)"
    rf" (?P<whom>(?:{WORD} ?){{1,5}})"
)
"""“Our Monday meeting with the vet”, “our meeting on Monday with the vet”."""
MET = re.compile(rf"\W(?:{MEETING}|met|spoke|talked|chatted) (?:on )?$")
LEFT = re.compile(r"\W(?:left|leave|leaving|from|of) (?:our|the|your) $")
"""“I left our Monday meeting with the feeling that …”."""
NAME = re.compile(r"\b[A-Z][^\W\d_]+")
SOMEBODY = re.compile(r"(?:the|their|his|her|our|my|some|two|three) ", re.IGNORECASE)
HOSTS = frozenset(
    """
    your yours all both everybody everyone people team teams panel committee board group
    crew staff company firm department manager managers director directors head heads lead
    leads chief boss recruiter recruiters owner owners partner partners principal headteacher chef
    editor founder founders colleague colleagues interviewer interviewers hiring hr
    """.split()
)
"""Who interviews, as a writer names them without a name: “my talk with the hiring manager”."""
OTHER_MATTER = re.compile(
    rf"(?:['’]s)? (?:\w+ )??(?!interview){MEETING} (?:about|on|over|regarding)"
    r" (?!(?:[\w'’-]+ ){0,3}(?:role|position|job|post|opening|opportunity|vacancy)\b)"
)
GLAD = (
    r"\W(?:thank\w*|thx|enjoy\w*|liked|loved|good|great|lovely|nice|glad|pleasure|joy|grateful"
    r"|appreciated?)\b"
)
WARM = re.compile(rf"{GLAD}|\Wfollow\w*\b|\W(?:after|during|further to|in) our $")
"""Who writes so before “our Monday chat about the loads” had it with the reader."""
AT_THEIRS = re.compile(rf"{GLAD}(?: (?!i\b|we\b|when\b|while\b)\w+){{0,3}}$")
"""Who writes so before “meeting the nurses on Monday” met them at the interview."""


def is_another(draft: Draft, before: str, behind: str) -> bool:
    """Tell a meeting with somebody else, or on another matter, by the clause around its day."""
    with_them = BEFORE_DAY.search(" " + before)
    lower = " " + before.lower()
    if with_them and _is_with_another(draft, with_them):
        theirs = re.fullmatch(r"(?:the|some|two|three) [^A-Z]+", with_them["whom"])
        return not (theirs and AT_THEIRS.search(lower[: with_them.start()]))
    with_them = BEHIND_DAY.match(behind)
    if with_them and not LEFT.search(lower) and (with_them["kind"] or MET.search(lower)):
        return _is_with_another(draft, with_them)
    return OTHER_MATTER.match(behind) is not None and not WARM.search(lower)


def _is_with_another(draft: Draft, met: re.Match[str]) -> bool:
    """Tell “with Nora” where no Nora is on the card, in the greeting or the To field.

    The firm and the role are this interview's, and so is an office: “my talk with HR on Monday”.
    Somebody without a name is taken for another unless such people interview.
    """
    whom = met["whom"]
    words = whom.lower().split()
    if not {"you", "me", "us"}.isdisjoint(words):
        return False
    card = draft.context.interview
    greeting = draft.greeting.text if draft.greeting else None
    own = " ".join(filter(None, (card.company, card.role, greeting))).lower()
    names = [name for name in NAME.findall(whom) if name.lower() not in NO_PERSON]
    if names:
        people = reader.known(draft)
        return not any(name.lower() in own or match_person(name, people) for name in names)
    if met["interview"] or not SOMEBODY.match(whom) or not HOSTS.isdisjoint(words):
        return False
    return not any(len(word) > 2 and word in own for word in words[1:])
