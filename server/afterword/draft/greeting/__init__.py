"""The greeting of an email: where it stands, and who is named in it."""

from afterword.draft.greeting.named import Greeted, Greeting, known, read
from afterword.draft.greeting.stretch import find
from afterword.draft.greeting.words import FRIEND

__all__ = ["FRIEND", "Greeted", "Greeting", "find", "known", "read"]
