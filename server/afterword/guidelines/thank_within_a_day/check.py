"""Checks whether the thank-you note still comes within a day of work."""

from collections.abc import Iterator, Mapping

from afterword.draft.draft import Draft
from afterword.draft.model import Kind, Move
from afterword.engine import dates, workdays
from afterword.engine.check import check
from afterword.engine.model import Finding, Level, Option
from afterword.engine.shapes import lacks


@check(
    "late-thank-you",
    level=Level.ADVICE,
    summary="The interview was more than a day ago.",
    kinds=(Kind.THANK_YOU,),
    needs=("interview.interviewed_at", "now"),
    options={
        "hours": Option(
            24,
            "hours",
            "Within 24 hours is near consensus (Accountemps, TopResume, WashU Law); hours at the"
            " weekend are not counted.",
        ),
        "late-hours": Option(
            48,
            "hours",
            "Many sources give two days (Princeton, TU Delft, Ohio State, Dartmouth), so a note is"
            " called late only after them.",
        ),
    },
)
def late_thank_you(draft: Draft, options: Mapping[str, float]) -> Iterator[Finding]:
    """Compare the hours since the interview, without the weekend, with the usual day.

    An email that thanks again, and brings what was left open or promised, is not the first thanks.
    """
    met, now = dates.met(draft), dates.there(draft)
    if (now - met).total_seconds() < 3600 * options["hours"]:
        return  # all hours together are no fewer than those of working days
    hours = workdays.hours(met, now)
    if hours <= options["hours"] or _thanks_again(draft):
        return
    ago = dates.ago(met.date(), now.date())
    if hours <= options["late-hours"]:
        yield Finding(
            f"The interview was {ago}, and most notes come within a day. Today is still a good day"
            " to send yours."
        )
    else:
        yield Finding(
            f"The interview was {ago}; a day is usual. Send the note all the same, today if you"
            " can: late thanks are better than none, and they need no long apology."
        )


def _thanks_again(draft: Draft) -> bool:
    return not lacks(draft, Move.ANSWERS) and any(
        Move.GRATITUDE in moves and "again" in reading.cues
        for moves, reading in zip(draft.moves, draft.readings, strict=True)
    )
