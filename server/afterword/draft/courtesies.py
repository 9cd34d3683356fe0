"""What an email says of itself that makes it a courtesy: a no, an answer, a slip put right.

Such an email sells nothing, so it lacks nothing that sells. The lists are short and strict: an
email that still asks for the job has to be judged.
"""

from __future__ import annotations

from collections.abc import Sequence

from afterword.draft.moves import Reading, listen
from afterword.draft.phrases import Phrases

REFUSED = "refused"
"""They chose somebody else, and the writer answers or asks what was missing."""
ACCEPTED = "accepted"
"""An offer is taken: no email after an interview, but for whom the writer is known to have met."""
_OPENS = "opens "
"""What a label begins with that counts in the first sentence alone."""
_PHRASES = {
    _OPENS + REFUSED: (
        "for letting me know $",
        "for letting me know (and|even|so)",
        "for letting me know (yourself|personally|quickly|promptly)",
        "for (letting me know|informing me|telling me) *3 (decision|outcome|result)",
        "(letting me know|informing me|telling me|writing) that? *3 (role|position|post|job|place)"
        " *3 (went|gone|given|offered) to *1 (another|someone|somebody)",
    ),
    REFUSED: (
        "(tell|telling|say|saying) me? (that|it|the) *3 (went|gone) to (another|someone|somebody)",
        "i was not *1 (successful|selected|chosen)",
        "(sorry|sad) not to (have been|be) *1 (successful|selected|chosen|the one)",
        "(sorry|sad|pity) that? it (was|is) not (me|to be)",
        "(say|tell|telling|know) that? you (have|had)? (gone|went|chose|chosen|picked|hired) *1"
        " (another|someone|somebody)",
        "me *1 that you (have|had)? gone with",
        "disappointed (of course|naturally|not to (be|have been) *1 (chosen|selected))",
        "(naturally|of course) *2 disappointed",
        "i had hoped (for|that) *6 (positive|different|better) (answer|one|news|result|outcome)",
        "after your (rejection|refusal)",
    ),
    "declines": (
        "(i|and) (must|have to|wish to|want to|would like to|have decided to) *2 withdraw $",
        "(i|and) (must|have to|wish to|want to|would like to|have decided to) *2 withdraw"
        " (my|from)",
        "(ask you|writing) to withdraw (my|from)",
        "i am withdrawing (my|from)",
        "(decided|chosen) not to (accept|take) (it|your|this|because|as|so)",
        "(decided|chosen) not to (accept|take it) $",
        "not to (continue|proceed|go on|go ahead|go further) with (my|the) *1"
        " (application|candidacy|process)",
        "(must|have to|would like to|am sorry to) *1 decline (it|your|this|because|as|having)",
        "i am declining (it|your|this)",
        "(decided|chosen) to (accept|take) (another|a different|the other)"
        " (offer|position|role|post|job)",
        "(gonna|going to|will|to) go with the other",
    ),
    ACCEPTED: (
        "(delighted|pleased|happy|glad|thrilled|proud|honoured|honored) to accept (the|your|this)",
        "i (gladly|happily|formally|hereby)? accept (the|your) *2 (offer|position|post|role|job)",
    ),
    "closes": ("i (assume|suppose|take it|gather) that? you have (found|chosen|hired|picked)",),
    "corrects": (
        "(sorry|apologise/apologize|apologies) (for|about) *6 in"
        " (my|the) (last|first|earlier|previous) (email|e mail|mail|note|message)",
        "(sorry|apologise/apologize|apologies) *3 (misspelled|misspelt|misspelling) your name",
    ),
    _OPENS + "answers": (
        "for (the|your|such a) *1 (quick|prompt|swift|fast|speedy|rapid) (reply|answer|response)",
        "for (replying|answering|responding) so (quickly|soon|fast|promptly)",
        "for getting back to me",
    ),
    "helped": ("not know yet *1 what they will (decide|say)",),
    "keeps in touch": ("(a while|some time|some months|months|a year) ago we (talked|spoke|met)",),
}
# No cue of the moves may have the same label.
_FOUND = Phrases.compile(
    (f"says {label}", phrase) for label, phrases in _PHRASES.items() for phrase in phrases
)
listen(_FOUND)


def read(readings: Sequence[Reading]) -> frozenset[str]:
    """Return what the sentences say that makes an email a courtesy, such as `REFUSED`."""
    said = set[str]()
    for number, reading in enumerate(readings):
        labels = _FOUND.labels(reading.typed) if reading.labels is None else reading.labels
        for label in _FOUND.all & labels:
            bare = label.removeprefix("says ")
            if number == 0 or not bare.startswith(_OPENS):
                said.add(bare.removeprefix(_OPENS))
    return frozenset(said)
