"""The values that a request holds; each says what to write where it is none."""

from __future__ import annotations

import marshal
from datetime import date, datetime
from itertools import chain
from typing import Any

from marshmallow import EXCLUDE, Schema, ValidationError, fields
from marshmallow.types import ErrorMessages

from afterword.draft.memory import remember

YEARS = range(1900, 2200)
"""Wider than any career. Programs write year 1 or 9999 for "none", so that is how they are read."""
OBJECT = "Write an object: a value for each name."
NO_SCHEMA = {"type": OBJECT}
NO_OBJECT: ErrorMessages = {"null": OBJECT, "invalid": OBJECT}
NO_LIST: ErrorMessages = {"invalid": "Write a list."}
NO_COUNT: ErrorMessages = {"invalid": "Write a whole number."}
NO_TEXT: ErrorMessages = {
    "required": "This field is needed.",
    "null": "Write a text.",
    "invalid": "Write a text.",
}
"""What marshmallow says by these names, in words that tell what to do."""
LONGEST = 4_000
"""Bytes of an object above which what was loaded of it is not kept; few cards are longer."""
PLAIN = 2
"""Version of `marshal` in which equal values are written alike."""


class Open(Schema):
    """An object of which later clients may say more than this service knows."""

    class Meta:
        """Fields that are not known are passed over."""

        unknown = EXCLUDE

    error_messages = NO_SCHEMA


class Text(fields.String):
    """A text, as each field says that is none."""

    default_error_messages = NO_TEXT


class Moment(fields.Field[datetime | None]):
    """A date and a time of day; without an offset it is the sender's local time.

    An empty text is none, and so is a year that no interview has.
    """

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> datetime | None:
        if value == "":
            return None
        try:
            moment = datetime.fromisoformat(value)
        except (TypeError, ValueError):
            moment = None
        if moment is None or len(value) <= len("2026-03-03"):
            raise ValidationError("Write a date and a time, such as 2026-03-03T14:00+00:00.")
        return moment if moment.year in YEARS else None


class Count(fields.Integer):
    """A whole number, also where JSON writes it as 2.0; true and "2" are none."""

    default_error_messages = NO_COUNT

    def _deserialize(self, value: Any, attr: Any, data: Any, **more: Any) -> int:
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return super()._deserialize(value, attr, data, **more)


class Day(fields.Field[date | None]):
    """A date; of a date with a time, the date counts. Empty and far years as with a moment."""

    def _deserialize(self, value: Any, *_: Any, **__: Any) -> date | None:
        if value == "":
            return None
        try:
            day = datetime.fromisoformat(value).date()
        except (TypeError, ValueError):
            day = None
        if day is None:
            raise ValidationError("Write a date, such as 2026-03-10.")
        return day if day.year in YEARS else None


class Known(fields.Nested):
    """An object that stays the same while an email is typed, such as a card: it is loaded once.

    What is loaded is shared, so nobody may change it.
    """

    def _load(self, value: Any, partial: Any = None) -> Any:
        try:
            told = marshal.dumps(value, PLAIN)
        except ValueError:  # it was no JSON, or is nested without end
            return self.anew(value)
        return _loaded(self, told) if len(told) <= LONGEST else self.anew(value)

    def anew(self, value: Any) -> Any:
        """Load a value, whether it was loaded before or not."""
        return super()._load(value)


@remember(32)
def _loaded(field: Known, told: bytes) -> Any:
    return field.anew(marshal.loads(told))


class Table(fields.Dict):
    """Values by name; what is wrong with one is told by its name alone, such as `answers.topic`."""

    default_error_messages = NO_OBJECT

    def _deserialize(self, value: Any, *args: Any, **more: Any) -> Any:
        try:
            return super()._deserialize(value, *args, **more)  # type: ignore[no-untyped-call]
        except ValidationError as error:
            faults = error.messages
            if isinstance(faults, dict):
                faults = {name: [*chain(*found.values())] for name, found in faults.items()}
            raise ValidationError(faults) from None
