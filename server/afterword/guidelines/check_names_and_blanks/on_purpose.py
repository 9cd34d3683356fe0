"""Tells a firm or a role that is named on purpose from one that belongs to another interview."""

import re

from afterword.draft.draft import Draft
from afterword.draft.lines import holds
from afterword.draft.memory import remember
from afterword.draft.model import Span
from afterword.engine.shapes import sentence_at
from afterword.guidelines.check_names_and_blanks import facts

_PURPOSES = (
    # It is not the reader's, or was before.
    r"previous\w*|former\w*|current\w*|used to|unlike|compared|another",
    # It trades with the reader's firm, or against it.
    r"clients?|customers?|competitors?|rivals?|merg\w*|acqui\w*|partner\w*|suppliers?"
    r"|(?:contracts?|deals?) (?:for|with)|your (?:bid|deal|pitch) (?:for|to|with)"
    r"|you (?:\w+ ){0,2}(?:lend|sell|send|ship) (?:\w+ )?to",
    # The writer is in talks with it too.
    r"also interview\w*|have (?:\w+ ){0,3}interviews?|have (?:\w+ ){0,2}trial"
    r"|(?:final|last) rounds?|heard (?:back )?from|(?:expect\w*|wait\w*|due) to hear"
    r"|interviewing (?:at|with|for)|applied (?:\w+ ){0,2}(?:to|at|for|with)"
    r"|appl(?:ying|ication) (?:to|at|with)"
    r"|my (?:\w+ )?interview (?:at|with) .{0,80}\bthey|been (?:asked|invited) to (?:come|see|visit)"
    r"|in talks|(?:i am|i['’]m) (?:talking|speaking) (?:to|with)"
    r"|also (?:considering|speaking|talking|waiting)|where else|who else"
    r"|other (?:companies|firms|offers|processes|schools)",
    # The writer weighs it against the reader's firm, or has chosen.
    r"(?:like|need|want|ask\w*) me to|wants? (?:me|my|an answer)|decided to|but you"
    r"|accepted|withdr\w+|declin\w+|turn(?:ed|ing) down|said no to|not join|will be joining"
    r"|i (?:will|shall|['’]ll) be (?:at|with)(?! you)|(?:not|never) (?:want|wish|like|go)"
    r"|rather (?:\w+ ){1,3}you|over (?:at )?you|yours(?<!like yours)(?<!as yours)(?! at)"
    r"|from you (?:before(?! (?:\w+day|the)\b)|first(?! thing))|you are (?:still )?my first",
    # The writer leaves it, left it or returns to it.
    r"left (?!(?:even|feeling|more|our|the|thinking|wanting|with|you|your)\b)|free of|missed the"
    r"|move on(?! to\b)|notice (?:at|with)|(?:go|going|went) back to"
    r"|my last (?:days?|months?|shifts?|weeks?) (?:at|with)",
    # Somebody there is known to the writer, or to the reader.
    r"my (?:\w+ )?(?:referees?|references?|mentor|friend|colleague|professor|teacher)"
    r"|referred|recommended|taught me to|introduce you to|contact at|first told me"
    r"|told me (?:of|about) (?:your|this|the (?:post|role|job|vacancy|position|opening))"
    r"|my (?:aunt|brother|children|cousin|dad|daughter|father|husband|kids|mother|mum|partner"
    r"|sister|son|uncle|wife)"
    r" (?:\w+ ){0,2}(?:attend|go|is|stud|taught|teach|train|was|went|work)\w*",
    # The reader has worked there.
    r"you (?:also |first |once )?(?:began|compete|left|started|trained|worked)|both at"
    r"|your (?:\w+ )?years (?:at|with)|(?:i|you|he|she|they|we) (?:was|were|saw) (?:at|with)",
    # It is another interview of the writer's, and called so.
    r"the other (?:interview|one)",
    # The writer works there, or has.
    r"where (?:i|we) (?:(?:have|had|once|first|also|still|now) )*(?:work(?:ed)?|trained|studied"
    r"|taught|teach|interned|volunteer\w*|spent|learn(?:ed|t)|did|was|am)"
    r"|my (?:\w+ ){0,2}(?:time|(?<!to )work|role|job|years|experience|internship|manager|team"
    r"|thesis|projects?|lead) (?:at|with|for|in)"
    r"|been (?:at|with)|employed|(?:i|we) did (?:at|for|with)"
    r"|i (?:made|drew|wrote|designed) (?:\w+ ){0,2}(?:at|for)"
    r"|i (?:still |now |also )?(?:help out|intern|study|teach|volunteer|work) (?:\w+ )?(?:at|for)"
    r"|(?:worked|trained|studied|interned|volunteered|taught|gained|i spent|led|ran"
    r"|built|served|learn(?:ed|t)(?: \w+){0,2}|(?:am|been|was|while|after|from|by) working)"
    r" (?:\w+ ){0,3}(?:at|for|with|in)",
)
PURPOSE = re.compile(rf"\W(?:(?<!could )(?<!can )offer|(?:{'|'.join(_PURPOSES)})\b)")
"""Words beside which another firm or role is named on purpose, behind what is no letter."""
SOUGHT = re.compile(
    r"['’]d\b|\W(?:interview|position|role|post|opening|vacancy|opportunit|internship|residency"
    r"|join|would\b|could\b|want|hop(?:e|ing)|wish|eager|keen|glad|happy|excite|enthusias|interest"
    r"|forward|desire|dream|choice|choose|chance|possib|thank|grateful|enjoy|learn|draw|drew"
    r"|impress|part of|confident|convinced that i\b|stoked|consider|candida|application"
    r"|right (?:place|firm|company|school|team|home)\b)"
)
"""Words of a sentence that speaks of the job. In others a firm may be an employer, or a tool."""
WISHED_FOR = re.compile(
    r"(?:^|\W(?:at|with|for|to|of|about|that|why|offer|run|round|around|hear(?:ing)? from"
    r"|interest(?:ed)? in"
    r"|join|joining|represent|representing|serve|serving|support|supporting|help|helping"
    r"|visit|visiting) )(?:the )?$"
)
"""What stands before the name of a firm that somebody would work for."""
TOOL = re.compile(
    r"\b(?:bill(?:ed|ing)?|integrated?|integration|invoic\w*|log(?:ged|ging)? in|migrat\w*|paid"
    r"|pay(?:ing|ments?)?|set up|switch\w*|sync\w*)"
    r"(?: [\w'’-]+){0,2} (?:for|from|in|on|to|with) (?:the )?$"
)
"""What stands before a firm whose product somebody uses."""
WORKED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|\d+)"
    r" (?:years|months|seasons|winters) (?:(?!and\b|would\b)[\w'’-]+ ){0,6}at (?:the )?$"
    r"|\b(?:i(?:['’]ve| have| had| once)?|having) (?:also |ever |once )?"
    r"(?:audited|baked|brought|built|cleared|coached|cooked|designed|did|drew|drove|edited|handled"
    r"|held|kept|led|logged|made|managed|mended|moved|nursed|planned|ran|rebuilt|repaired|run"
    r"|served|set up|sold|supervised|taught|trained|wired|wrote)"
    r" (?:(?!and\b|but\b|would\b)[\w'’-]+ ){0,9}at (?:the )?$"
)
"""What stands before a firm at which one has worked: “I ran the counter at Globex”."""
OF_ANOTHER_NAME = re.compile(r" (?!I\b)[A-Z]| (?:video )?(?:calls?|links?|meetings?)\b")
"""What follows a firm in a longer name, and a tool: Oxford Brookes, a Zoom call."""
A_THING = re.compile(
    r" (?!candida|chat|culture|famil|firm|graduate|intern|interview|job|mission|office|opening"
    r"|opportunit|position|post|program|role|school|scheme|staff|team|thank|tour|traine|vacanc"
    r"|visit|way)[a-z]"
)
"""What follows “the” and a firm that is no place to work at: the Globex outage, the Globex deal."""


def is_sought(draft: Draft, span: Span, roles: tuple[str | None, ...] = ()) -> bool:
    """Say whether a firm is named as the one that the writer would work for, in one of `roles`.

    Elsewhere it may be a former employer, a tool or a thing, and one has never heard of most.
    """
    sentence = sentence_at(draft, span)
    if sentence is None:
        return False
    following = draft.text[span.end + 1 : sentence.span.end].lower()
    if OF_ANOTHER_NAME.match(draft.text, span.end) and not any(
        following.startswith(role.lower()) for role in roles if role
    ):
        return False
    before = draft.text[sentence.span.start : span.start].lower()
    if following.startswith(("to you ", "to your ")):
        return False  # “the discipline of Globex to your team”
    if before.endswith("the ") and A_THING.match(draft.text, span.end):
        return False
    if not WISHED_FOR.search(before) or TOOL.search(before) or WORKED.search(before):
        return False
    return SOUGHT.search(" " + sentence.text.lower()) is not None


def is_at_issue(draft: Draft, span: Span) -> bool:
    """Leave out quoted mail and signature, and sentences that name another firm on purpose."""
    sentence = sentence_at(draft, span)
    card = draft.context.interview
    return sentence is not None and not _is_on_purpose(sentence.text, card.company, card.role)


@remember(64)
def _is_on_purpose(sentence: str, company: str | None, role: str | None) -> bool:
    """Say whether a sentence names another firm or role than this card's on purpose."""
    low, own = " " + sentence.lower(), facts.firm(company).lower()
    if role:
        low = low.replace(role.lower(), "role")  # no customer is meant by Customer Success
    told = bool(own) and holds(low, (f"told me of {own}", f"told me about {own}"))
    return told or PURPOSE.search(low) is not None
