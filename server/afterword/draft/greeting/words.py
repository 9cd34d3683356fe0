"""The words and marks around the names of a greeting."""

from __future__ import annotations

import re

from afterword.draft.lines import BLANK

AND = frozenset("and & und y et e en og och i or und/or".split())
GREETS_AGAIN = frozenset("hi hello hey dear".split())
"""“Hi Sam, hi Noor,”: what may stand before each of several names."""
ONLY_TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor doctor sir madam sister brother father chef coach "
    "doc boss captain dean president".split()
)
BEFORE_A_NAME = frozenset("mr mrs ms miss mx dr prof".split())
"""After these comes a name, in small letters too: “hey mr bell”."""
FRIENDS = frozenset("bra bro buddy dude man mate pal".split())
"""What friends put behind a name, in small letters: “Dana my man”; Anil Pal is called so."""
FRIEND = re.compile(rf",?[ ](?:my[ ])?(?:{'|'.join(sorted(FRIENDS))})(?=\W*\Z)")
"""One of them at the end of a greeting."""
WORD = re.compile(
    r"[\[{<«][^\]}>»\n]{1,60}[\]}>»]{1,2}[^\s\w]*|[^\s,:;!،，：！]+[,:;!،，：！]*|[,:;!،，：！]+"
)
"""A word, or a blank in brackets, with the marks behind it."""
MARKS = ",:;!.?…-–—،，：！"
BOLD = "*_"
"""What mail programs put around bold words in plain text."""
EDGES = "()@*_" + BLANK + MARKS
