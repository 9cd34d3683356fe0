"""What a template left for the writer to fill in, and nobody filled.

Precision comes first: a bracket is a blank only when its words say so. Citations, "[sic]", links,
addresses and names in brackets are text.
"""

from afterword.draft.blanks.greeting import UNDECIDED, in_greeting
from afterword.draft.blanks.search import find, may_stand_in, outside

__all__ = ["UNDECIDED", "find", "in_greeting", "may_stand_in", "outside"]
