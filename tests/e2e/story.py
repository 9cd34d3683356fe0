"""The story that is told in each real webmail: Priya Nair writes to Dana Lee, who met her."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from email.message import EmailMessage

from tests.e2e.mailboxes import Person
from tests.e2e.panel import DOOR, TEMPLATE, Panel

TOPIC = "What did you two talk about that you still remember?"
THOUGHT = "What did it make you think?"
FIT = "What have you done that would help them?"
A_CARD = {"Company": "Acme", "Role": "Data Engineer"}
ANSWERS = {
    TOPIC: "how your team moved its nightly loads to streaming",
    THOUGHT: "want to try the same with the slow reports at my present job",
}
FITTING = "kept a warehouse of forty tables running for three years"


def when(hours_ago: float = 3) -> str:
    """Return a time of today or yesterday as a field of it takes it."""
    return f"{datetime.now() - timedelta(hours=hours_ago):%Y-%m-%dT%H:%M}"


def fill_in(panel: Panel, more: Mapping[str, str] = {}, *, known: bool = False) -> None:
    """Choose the thank-you for one person; fill in the card, two of three answers and oneself.

    A writer who is `known` is not asked for their own name and telephone again.
    """
    panel.open("Insert")
    panel.choose(DOOR, TEMPLATE)
    oneself = {} if known else {"Your full name": "Priya Nair", "Your phone": "555-0142"}
    panel.fill({**A_CARD, "Day and time": when(), **ANSWERS, **more, **oneself})


def lines(text: str) -> list[str]:
    """Return the lines that hold words, their spaces alike."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


QUOTED = """\
> Hello Priya,
>
> It was good to meet you on Tuesday.
>
> Dana
"""


def invitation(interviewer: Person, writer: Person) -> EmailMessage:
    """Return a mail of the interviewer, to be answered."""
    message = EmailMessage()
    message["From"] = str(interviewer)
    message["To"] = str(writer)
    message["Subject"] = "Your interview at Acme"
    message["Message-ID"] = "<invitation@acme.example>"
    message["Date"] = "Tue, 03 Mar 2026 16:00:00 +0000"
    message.set_content("Hello Priya,\n\nIt was good to meet you on Tuesday.\n\nDana\n")
    message.add_alternative(
        "<p>Hello Priya,</p><p>It was good to meet you on <b>Tuesday</b>.</p><p>Dana</p>",
        subtype="html",
    )
    return message
