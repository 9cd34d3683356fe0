"""What the service accepts: the schemas of request bodies, with the limits of the settings.

Built once; a schema per call costs four times what loading costs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from flask import request
from marshmallow import EXCLUDE, Schema, ValidationError, fields
from marshmallow.validate import Length, OneOf, Range

from afterword.api.card import KINDS
from afterword.api.errors import CODES, RequestError, invalid
from afterword.settings import Settings

YEARS = range(1900, 2200)
"""Wider than any career. Programs write year 1 or 9999 for "none", so that is how they are read."""
COUNT = Range(min=0, max=10_000)


class Open(Schema):
    """An object of which later clients may say more than this service knows."""

    class Meta:
        """Fields that are not known are passed over."""

        unknown = EXCLUDE


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


@dataclass(frozen=True, slots=True)
class Requests:
    """The schema of each request body."""

    checks: Schema
    draft: Schema
    interview: Schema
    sender: Schema
    person: Schema


def build(settings: Settings) -> Requests:
    """Return the schemas, held to the limits of `settings`."""
    line, answer, draft = (
        Length(max=limit)
        for limit in (settings.max_line_chars, settings.max_answer_chars, settings.max_draft_chars)
    )
    items = Length(max=settings.max_list_items)

    def text(limit: Length, about: str) -> fields.String:
        return fields.String(allow_none=True, validate=limit, metadata={"description": about})

    def many(inner: fields.Field[Any], about: str) -> fields.List[Any]:
        return fields.List(inner, allow_none=True, validate=items, metadata={"description": about})

    person = Open.from_dict(
        {
            "name": text(line, "Full name."),
            "email": text(line, "Address."),
            "title": text(line, "Honorific that the person uses, such as Dr; never guessed."),
        },
        name="Person",
    )
    interview = Open.from_dict(
        {
            "interviewers": many(fields.Nested(person), "Who interviewed; the addressee first."),
            "company": text(line, "Company or organisation."),
            "role": text(line, "Role that the interview was for."),
            "interviewed_at": Moment(
                allow_none=True,
                metadata={
                    "description": "When it took place, ISO 8601 with offset. Without an offset"
                    " it is read in the offset of `now`, else in the service's own time zone."
                    " A year before 1900 or after 2199 counts as not said."
                },
            ),
            "decision_by": Day(
                allow_none=True, metadata={"description": "Day that they named for an answer."}
            ),
            "topics": many(fields.String(validate=answer), "What was talked about."),
            "open_questions": many(fields.String(validate=answer), "Questions left open."),
            "promised": many(fields.String(validate=answer), "What the sender promised to send."),
        },
        name="Interview",
    )
    sender = Open.from_dict(
        {
            "name": text(line, "Full name."),
            "email": text(line, "Address."),
            "phone": text(line, "Phone number."),
            "linkedin": text(line, "Address of the LinkedIn profile."),
        },
        name="Sender",
    )
    now = Moment(
        allow_none=True,
        metadata={"description": "The sender's clock; checks of time need it."},
    )
    known = {
        "interview": fields.Nested(interview, allow_none=True),
        "sender": fields.Nested(sender, allow_none=True),
        "now": now,
    }
    checks = Open.from_dict(
        {
            "kind": fields.String(
                allow_none=True,
                validate=OneOf(KINDS),
                metadata={"description": "`auto` lets the draft itself decide."},
            ),
            "subject": text(line, "Subject line; without it the subject is not judged."),
            "body": fields.String(
                required=True, validate=draft, metadata={"description": "The email's whole text."}
            ),
            **known,
            "recipients": many(fields.Nested(person), "The To line."),
            "other_interviews": many(fields.Nested(interview), "The sender's other cards."),
            "attachments": Count(
                strict=True,
                allow_none=True,
                validate=COUNT,
                metadata={"description": "How many files are attached; null is unknown."},
            ),
            "earlier_notes": many(
                fields.String(validate=draft),
                "Notes already drafted to the other interviewers of this interview.",
            ),
            "earlier_follow_ups": Count(
                strict=True,
                allow_none=True,
                validate=COUNT,
                metadata={"description": "How many follow-ups were sent before this one."},
            ),
        },
        name="ChecksRequest",
    )
    filling = Open.from_dict(
        {
            **known,
            "answers": fields.Dict(
                keys=fields.String(validate=line),
                values=fields.String(allow_none=True, validate=answer),
                allow_none=True,
                validate=items,
                metadata={"description": "Values by field name; they go before the card's."},
            ),
        },
        name="DraftRequest",
    )
    return Requests(checks(), filling(), interview(), sender(), person())


def read(schema: Schema) -> Mapping[str, Any]:
    """Return the current request's body as `schema` loads it. Raises RequestError."""
    if not request.is_json:
        raise RequestError(415, *CODES[415])
    data = request.get_data(cache=False)
    try:
        value = request.json_module.loads(data)
    except ValueError as error:
        raise RequestError(400, "malformed_json", f"This is not JSON: {error}.") from None
    return load(schema, value)


def load(schema: Schema, value: Any) -> Mapping[str, Any]:
    """Return what `schema` makes of a value. Raises RequestError that names each field."""
    try:
        return cast(Mapping[str, Any], schema.load(value))
    except ValidationError as error:
        faults = error.messages
        raise invalid(faults if isinstance(faults, dict) else {"_schema": faults}) from None
