"""The days a text mentions, and what they are on a given day."""

from afterword.draft.days.meaning import resolve
from afterword.draft.days.mention import Mention, Relation
from afterword.draft.days.search import find, may_name

__all__ = ["Mention", "Relation", "find", "may_name", "resolve"]
