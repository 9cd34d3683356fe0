"""What the service accepts: the schemas of request bodies, with the limits of the settings.

Built once; a schema per call costs four times what loading costs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from flask import request
from marshmallow import Schema, ValidationError, fields
from marshmallow.validate import Length, OneOf, Range

from afterword.api.errors import CODES, RequestError, invalid
from afterword.api.facts import KINDS
from afterword.api.values import NO_LIST, NO_OBJECT, Count, Day, Known, Moment, Open, Table, Text
from afterword.settings import Settings

COUNT = Range(min=0, max=10_000, error="Write a number from {min} to {max}.")


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
    limits = _Limits(settings)
    person, sender = _person(limits), _sender(limits)
    interview = _interview(limits, person)
    around = {
        "interview": Known(interview, allow_none=True),
        "sender": Known(sender, allow_none=True),
        "now": Moment(
            allow_none=True, metadata=_about("The sender's clock; checks of time need it.")
        ),
    }
    checks = _checks(limits, person, interview, around)
    return Requests(checks(), _filling(limits, around)(), interview(), sender(), person())


class _Limits:
    """Makes the fields that are held to a limit of the settings."""

    def __init__(self, settings: Settings) -> None:
        characters = "Longer than {max} characters."
        self.line = Length(max=settings.max_line_chars, error=characters)
        self.answer = Length(max=settings.max_answer_chars, error=characters)
        self.draft = Length(max=settings.max_draft_chars, error=characters)
        self.items = Length(max=settings.max_list_items, error="More than {max} items.")

    def text(self, about: str) -> Text:
        """Return one line that need not be said."""
        return Text(allow_none=True, validate=self.line, metadata=_about(about))

    def many(self, inner: fields.Field[Any], about: str) -> fields.List[Any]:
        """Return a list that need not be said."""
        return fields.List(
            inner,
            allow_none=True,
            validate=self.items,
            metadata=_about(about),
            error_messages=NO_LIST,
        )

    def objects(self, schema: type[Schema], about: str) -> fields.List[Any]:
        """Return a list of objects that need not be said."""
        return self.many(Known(schema, error_messages=NO_OBJECT), about)


def _about(words: str) -> dict[str, str]:
    return {"description": words}


def _count(about: str) -> Count:
    return Count(strict=True, allow_none=True, validate=COUNT, metadata=_about(about))


def _person(limits: _Limits) -> type[Schema]:
    return Open.from_dict(
        {
            "name": limits.text("Full name."),
            "email": limits.text("Address."),
            "title": limits.text("Honorific that the person uses, such as Dr; never guessed."),
        },
        name="Person",
    )


def _sender(limits: _Limits) -> type[Schema]:
    return Open.from_dict(
        {
            "name": limits.text("Full name."),
            "email": limits.text("Address."),
            "phone": limits.text("Phone number."),
            "linkedin": limits.text("Address of the LinkedIn profile."),
        },
        name="Sender",
    )


def _interview(limits: _Limits, person: type[Schema]) -> type[Schema]:
    def answers(about: str) -> fields.List[Any]:
        return limits.many(Text(validate=limits.answer), about)

    return Open.from_dict(
        {
            "interviewers": limits.objects(person, "Who interviewed; the addressee first."),
            "company": limits.text("Company or organisation."),
            "role": limits.text("Role that the interview was for."),
            "interviewed_at": Moment(
                allow_none=True,
                metadata=_about(
                    "When it took place, ISO 8601 with offset. Without an offset it is read in the"
                    " offset of `now`, else in the service's own time zone. A year before 1900 or"
                    " after 2199 counts as not said."
                ),
            ),
            "decision_by": Day(
                allow_none=True, metadata=_about("Day that they named for an answer.")
            ),
            "topics": answers("What was talked about."),
            "open_questions": answers("Questions left open."),
            "promised": answers("What the sender promised to send."),
        },
        name="Interview",
    )


def _checks(
    limits: _Limits,
    person: type[Schema],
    interview: type[Schema],
    around: Mapping[str, fields.Field[Any]],
) -> type[Schema]:
    return Open.from_dict(
        {
            "kind": Text(
                allow_none=True,
                validate=OneOf(KINDS),
                metadata=_about("`auto` lets the draft itself decide."),
            ),
            "subject": limits.text("Subject line; without it the subject is not judged."),
            "body": Text(
                required=True, validate=limits.draft, metadata=_about("The email's whole text.")
            ),
            **around,
            "recipients": limits.objects(person, "The To line."),
            "other_interviews": limits.objects(interview, "The sender's other cards."),
            "attachments": _count("How many files are attached; null is unknown."),
            "earlier_notes": limits.many(
                Text(validate=limits.draft),
                "Notes already drafted to the other interviewers of this interview.",
            ),
            "earlier_follow_ups": _count("How many follow-ups were sent before this one."),
        },
        name="ChecksRequest",
    )


def _filling(limits: _Limits, around: Mapping[str, fields.Field[Any]]) -> type[Schema]:
    return Open.from_dict(
        {
            **around,
            "answers": Table(
                keys=Text(validate=limits.line),
                values=Text(allow_none=True, validate=limits.answer),
                allow_none=True,
                validate=limits.items,
                metadata=_about("Values by field name; they go before the card's."),
            ),
        },
        name="DraftRequest",
    )


def read(schema: Schema) -> Mapping[str, Any]:
    """Return the current request's body as `schema` loads it. Raises RequestError."""
    if not request.is_json:
        raise RequestError(415, *CODES[415])
    data = request.get_data(cache=False)
    try:
        value = request.json_module.loads(data)
    except ValueError as error:
        raise RequestError(
            400, "malformed_json", f"This is not JSON: {_why(data, error)}."
        ) from None
    return load(schema, value)


def _why(data: bytes, error: ValueError) -> object:
    """Return what is wrong with JSON; the reader's own words on another encoding tell nobody."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return "it is not in UTF-8"
    return error if data.strip() else "the body is empty"


def load(schema: Schema, value: Any) -> Mapping[str, Any]:
    """Return what `schema` makes of a value. Raises RequestError that names each field."""
    try:
        return cast(Mapping[str, Any], schema.load(value))
    except ValidationError as error:
        faults = error.messages
        raise invalid(faults if isinstance(faults, dict) else {"_schema": faults}) from None
