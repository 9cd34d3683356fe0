"""Checks whether the thank-you note still comes within a day of work."""

from collections.abc import Iterator, Mapping

from afterword.draft.draft import Draft
from afterword.draft.model import Kind
from afterword.engine import dates, workdays
from afterword.engine.check import check
from afterword.engine.model import Finding, Level, Option
from afterword.engine.shapes import counted


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
    },
)
def late_thank_you(draft: Draft, options: Mapping[str, float]) -> Iterator[Finding]:
    """Compare the hours since the interview, without the weekend, with the usual day."""
    met, now = dates.met(draft), dates.there(draft)
    if (now - met).total_seconds() < 3600 * options["hours"]:
        return  # all hours together are no fewer than those of working days
    if workdays.hours(met, now) <= options["hours"]:
        return
    days = max((now.date() - met.date()).days, 1)
    yield Finding(
        f"The interview was {counted(days, 'day')} ago; a day is usual. Send the note all the same,"
        " today if you can: late thanks are better than none, and they need no long apology."
    )
