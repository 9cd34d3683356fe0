"""The frames that the service is compared with: `python -m tests.bench.servers NAME PORT`.

Each runs on waitress, answers POST /api/v1/checks with twenty prepared findings, and checks
nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import Any

import orjson
from flask import Flask, Response, jsonify, request
from marshmallow import Schema, fields
from waitress import serve

FINDING = {
    "check": "no-recap", "guideline": "recall-what-you-discussed", "level": "advice",
    "message": "Nothing here could only have been written to Dana yet.", "field": "body",
    "span": {"start": 10, "end": 40}, "quote": "our conversation", "suggestions": [],
    "help_url": "/guidelines/recall-what-you-discussed/#no-recap",
}  # fmt: skip
ANSWER = {"kind": "thank-you", "findings": [FINDING] * 20}


class Person(Schema):
    """Somebody by name."""

    name = fields.String()
    email = fields.String()


class Interview(Schema):
    """A card."""

    interviewers = fields.List(fields.Nested(Person))
    company = fields.String()
    role = fields.String()
    interviewed_at = fields.AwareDateTime()
    topics = fields.List(fields.String())


class Sender(Person):
    """The writer."""

    phone = fields.String()


class Request(Schema):
    """What the extension sends, which every frame reads."""

    kind = fields.String()
    subject = fields.String(allow_none=True)
    body = fields.String(required=True)
    interview = fields.Nested(Interview)
    sender = fields.Nested(Sender)
    recipients = fields.List(fields.Nested(Person))
    other_interviews = fields.List(fields.Nested(Interview))
    attachments = fields.Integer()
    now = fields.AwareDateTime()


class Span(Schema):
    """A half-open range."""

    start = fields.Integer()
    end = fields.Integer()


class Finding(Schema):
    """One finding, dumped field by field."""

    check = fields.String()
    guideline = fields.String()
    level = fields.String()
    message = fields.String()
    field = fields.String()
    span = fields.Nested(Span)
    quote = fields.String()
    suggestions = fields.List(fields.Dict())
    help_url = fields.String()


class Answer(Schema):
    """What the echo dumps."""

    kind = fields.String()
    findings = fields.List(fields.Nested(Finding))


REQUEST, DUMP = Request(), Answer()


def echo() -> Flask:
    """Flask and marshmallow as most would write them: load, dump, jsonify."""
    app = Flask(__name__)

    @app.post("/api/v1/checks")
    def checks() -> Response:
        REQUEST.load(request.get_json())
        return jsonify(DUMP.dump(ANSWER))

    return app


def lean() -> Flask:
    """Flask, marshmallow load, a prepared dict and fast JSON: the frame that ours is held to."""
    app = Flask(__name__)

    @app.post("/api/v1/checks")
    def checks() -> Response:
        REQUEST.load(orjson.loads(request.get_data()))
        return Response(orjson.dumps(ANSWER), mimetype="application/json")

    return app


def wsgi() -> Callable[..., Iterable[bytes]]:
    """A plain WSGI route: the floor."""

    def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        orjson.loads(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])))
        answer = orjson.dumps(ANSWER)
        length = str(len(answer))
        headers = [("Content-Type", "application/json"), ("Content-Length", length)]
        start_response("200 OK", headers)
        return [answer]

    return app


FRAMES: dict[str, Callable[[], Any]] = {"echo": echo, "lean": lean, "wsgi": wsgi}

if __name__ == "__main__":
    serve(FRAMES[sys.argv[1]](), host="127.0.0.1", port=int(sys.argv[2]), connection_limit=1000)
