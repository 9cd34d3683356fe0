"""A short guideline around the notes of a test, as its file would stand."""

HEAD = """\
+++
title = "Greet the person by name"
answer = "Open with the name."
agreement = "consensus"
kinds = ["thank-you"]
seed = ["follow-up 3"]
checks = ["no-name-greeting"]
shares = ["misspelt-name"]
related = []
reviewed = 2026-11-23

[[sources]]
title = "A survey"
url = "https://example.org/survey"
year = 2017
base = "about 300 managers"
+++
## Why

Because.

## Good and bad

"""
TAIL = """\
## When not

Never.

## What the check looks for

### no-name-greeting

A name.
"""


def page(notes: str) -> str:
    """Return the file of a guideline whose good and bad notes are `notes`."""
    return f"{HEAD}{notes}\n{TAIL}"
