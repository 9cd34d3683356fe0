"""What the service answers: the schemas of the OpenAPI document.

Answers are built as plain values, because dumping twenty findings through a schema costs as much
as checking the draft; the tests hold real answers to these schemas.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, get_args

from marshmallow import Schema, fields
from marshmallow.validate import OneOf

from afterword.content.model import Agreement, Door, Part, Step, TemplateKind, Verdict
from afterword.draft.model import Kind, Move
from afterword.engine.model import Field, Level, Status


def text(about: str = "", **more: Any) -> fields.String:
    """Return a text that every answer has."""
    return fields.String(required=True, metadata={"description": about} if about else {}, **more)


def one_of(choices: type[StrEnum] | tuple[str, ...], about: str = "") -> fields.String:
    """Return a text out of a few."""
    return text(about, validate=OneOf([str(choice) for choice in choices]))


def texts(about: str = "") -> fields.List[str]:
    """Return a list of texts."""
    metadata = {"description": about} if about else {}
    return fields.List(fields.String(), required=True, metadata=metadata)


def number(about: str = "") -> fields.Integer:
    """Return a whole number."""
    return fields.Integer(
        required=True, strict=True, metadata={"description": about} if about else {}
    )


def many(schema: type[Schema], required: bool = True, **more: Any) -> fields.List[Any]:
    """Return a list of objects."""
    return fields.List(fields.Nested(schema), required=required, **more)


class Span(Schema):
    """A half-open range of UTF-16 code units."""

    start = number("First code unit.")
    end = number("Code unit behind the last one.")


class Edit(Schema):
    """Replace a range of the finding's field by a text."""

    start = number("First code unit.")
    end = number("Code unit behind the last one.")
    text = text("What stands there afterwards.")


class Suggestion(Schema):
    """One exact repair; its edits do not overlap and stand in rising order."""

    label = text("What a button says.")
    edits = many(Edit)


class Finding(Schema):
    """One thing worth the writer's attention."""

    check = text("Id of the check.")
    guideline = text("Id of the guideline.")
    level = one_of(Level, "`stop` may hold a send once, `advice` never does.")
    message = text("What, why and how, in plain words.")
    field = one_of(Field, "The field that `span` points into.")
    span = fields.Nested(Span, required=True, allow_none=True)
    quote = text("The words of the span; null where no words are at issue.", allow_none=True)
    suggestions = many(Suggestion)
    help_url = text("Path of the passage on the site that explains the check.")
    covered_by = text("Id of a check found too that asks for the same sentence.", allow_none=True)


class Outcome(Schema):
    """How one check ended."""

    check = text("Id of the check.")
    guideline = text("Id of the guideline.")
    level = one_of(Level)
    status = one_of(Status, "A check whose facts are missing is `not_applicable`.")


class Sentence(Schema):
    """One sentence of the body and what it does for the reader."""

    span = fields.Nested(Span, required=True)
    moves = fields.List(fields.String(validate=OneOf([str(move) for move in Move])), required=True)


class Facts(Schema):
    """Counts of the body, without greeting, sign-off, signature and quote."""

    words = number()
    sentences = number()
    paragraphs = number()


class Report(Schema):
    """All that the checks say of one draft."""

    kind = one_of(Kind, "`other` is no email after an interview; then there are no findings.")
    outcomes = many(Outcome)
    findings = many(Finding)
    sentences = many(Sentence)
    facts = fields.Nested(Facts, required=True)


class Blank(Schema):
    """A field that had no value, drawn in brackets."""

    field = text("Name of the field.")
    question = text("The question that fills it.")
    in_ = text(
        "The part of the email that `span` points into.",
        data_key="in",
        validate=OneOf(get_args(Part)),
    )
    span = fields.Nested(Span, required=True)


class Draft(Schema):
    """A filled template."""

    subject = text()
    body_text = text()
    body_html = text("One `<div>` a line.")
    blanks = many(Blank)


class TemplateField(Schema):
    """One slot of a template."""

    name = text()
    source = one_of(
        ("interview", "sender", "answer"), "Where its value comes from, unless answered."
    )
    question = text("The question that fills it.")
    blank = text("What stands in brackets without a value.")
    example = text()


class Template(Schema):
    """One email template."""

    id = text()
    title = text()
    occasion = text("When to use it.")
    door = one_of(get_args(Door), "Where the reader stands.")
    kind = one_of(get_args(TemplateKind))
    step = one_of(get_args(Step), "Where it stands in the sequence after an interview.")
    order = number("Rank behind its door, by how often the occasion is met.")
    earliest = text()
    usual = text()
    latest = text()
    guidelines = texts("Ids of the guidelines that it shows.")
    fields_ = many(TemplateField, data_key="fields")
    subject = text("With `{slots}` and `[[optional segments]]`.")
    body = text("With `{slots}` and `[[optional segments]]`.")


class Templates(Schema):
    """All templates, by door and rank."""

    templates = many(Template)


class GuidelineSummary(Schema):
    """One guideline in a list."""

    id = text()
    title = text("The advice as an instruction.")
    answer = text("The advice in at most thirty words.")
    agreement = one_of(get_args(Agreement), "How far published advice agrees.")
    kinds = texts("Kinds of email that it is about.")
    seed = texts("Points of the source that it carries.")
    checks = texts("Ids of its own checks.")
    shares = texts("Ids of other guidelines' checks that serve it too.")
    related = texts("Ids of related guidelines.")
    help_url = text("Path of its page on the site.")


class Guidelines(Schema):
    """All guidelines, by id."""

    guidelines = many(GuidelineSummary)


class Source(Schema):
    """Where a claim comes from."""

    title = text()
    url = text()
    year = number()
    base = text("Who was asked, or what kind of advice it is.")


class Section(Schema):
    """One part of a guideline's page."""

    title = text()
    markdown = text()


class Example(Schema):
    """One whole email."""

    verdict = one_of(get_args(Verdict))
    check = text("Id of the check that a bad one raises, else null.", allow_none=True)
    headers = fields.Dict(
        keys=fields.String(),
        values=fields.List(fields.String()),
        required=True,
        metadata={"description": "What is known around the email."},
    )
    subject = text(allow_none=True)
    body = text()


class Option(Schema):
    """A threshold of a check."""

    name = text()
    default = fields.Float(required=True)
    unit = text()
    help = text("What it decides, and where the number comes from.")


class Check(Schema):
    """One check of a guideline."""

    check = text("Id of the check.")
    level = one_of(Level)
    summary = text("The fault in one sentence.")
    kinds = texts("Kinds of email that it judges.")
    needs = texts("Facts without which it is not applicable.")
    options = many(Option)
    help_url = text("Path of the passage on the site that explains it.")


class Guideline(GuidelineSummary):
    """One guideline with its whole page."""

    why = text("The section Why, in Markdown.")
    reviewed = fields.Date(required=True)
    sources = many(Source)
    sections = many(Section)
    examples = many(Example)
    details = many(Check)


class Link(Schema):
    """A place of the host's own."""

    title = text()
    url = text()


class Host(Schema):
    """Whose texts the service serves: a career centre that laid a pack over ours."""

    name = text("Such as `Careers at Northwind University`.")
    short_name = text()
    url = text("The host's own site.")
    colours = fields.Dict(
        keys=fields.String(),
        values=fields.Dict(keys=fields.String(), values=fields.String()),
        required=True,
        metadata={"description": "By `light` and `dark`, then by design token, as `#rrggbb`."},
    )
    links = many(Link)


class Health(Schema):
    """That the service answers."""

    status = one_of(("ok",))
    version = text("Version of the service.")
    content_version = text("Changes when a guideline or a template does.")
    thresholds = fields.Dict(
        keys=fields.String(),
        values=fields.Float(),
        required=True,
        metadata={"description": "The numbers that checks go by, each as `check-id.option`."},
    )
    host = fields.Nested(
        Host,
        required=True,
        allow_none=True,
        metadata={"description": "Who laid a pack over the content; null where nobody did."},
    )


class Fault(Schema):
    """One field that cannot be used."""

    field = text("Path of the field, such as `interview.interviewers.0.name`; may be empty.")
    message = text()


class ErrorBody(Schema):
    """Why a request was not served."""

    code = text("For programs.")
    message = text("For people.")
    field = fields.String(metadata={"description": "With 422, the first of `fields`."})
    fields_ = many(Fault, required=False, data_key="fields")


class Error(Schema):
    """The one shape of every error."""

    error = fields.Nested(ErrorBody, required=True)
