"""Whether a written name is the name of somebody known, or nearly so."""

from afterword.draft.people.match import (
    NearMiss,
    denotes,
    is_near_miss,
    is_somebody_else,
    letters_apart,
    match_person,
    near_miss,
)
from afterword.draft.people.short_forms import GIVEN_NAMES
from afterword.draft.people.words import same_script

__all__ = [
    "GIVEN_NAMES",
    "NearMiss",
    "denotes",
    "is_near_miss",
    "is_somebody_else",
    "letters_apart",
    "match_person",
    "near_miss",
    "same_script",
]
