"""`afterword draft`: fill a template on the command line."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

import click
import orjson

from afterword import settings
from afterword.api import facts, requests
from afterword.api.templates import drawn
from afterword.cli import card
from afterword.content import catalogue, fill
from afterword.content.model import Template


@click.command(epilog=card.EXAMPLE)
@click.argument("template")
@card.OPTION
@click.option("--answer", "answers", multiple=True, metavar="NAME=VALUE", help="One field's value.")
@click.option(
    "--format", "shape", type=click.Choice(["text", "json"]), default="text", help="How to print."
)
def draft(template: str, card_file: Path | None, answers: tuple[str, ...], shape: str) -> None:
    """Fill an email template.

    What is not known stays a [blank]. `afterword templates` lists all templates.
    """
    chosen = _template(template)
    request = card.read(card_file) | {"answers": dict(_answers(chosen, answers))}
    with card.refusing("--answer", card_file):
        data = requests.load(card.schemas().draft, request)
    interview = facts.interview(data.get("interview"), None)
    values = facts.values(interview, facts.sender(data.get("sender")), data["answers"])
    filled = fill.fill(chosen, values)
    if shape == "json":
        click.echo(orjson.dumps(drawn(filled), option=orjson.OPT_INDENT_2))
        return
    click.echo(f"Subject: {filled.subject}\n\n{filled.body_text}")
    for name, question in {blank.field: blank.question for blank in filled.blanks}.items():
        click.echo(f"Still blank: --answer {name}=…  {question}", err=True)


def _template(name: str) -> Template:
    choice = settings.load(None, os.environ)
    templates = catalogue.read_templates(choice.templates_dir, choice.packs)
    known = {template.id: template for template in templates}
    if name not in known:
        raise click.BadParameter(_unknown("template", name, known), param_hint="TEMPLATE")
    return known[name]


def _answers(template: Template, answers: Iterable[str]) -> Iterator[tuple[str, str]]:
    known = [field.name for field in fill.fields(template)]
    for answer in answers:
        name, sign, value = answer.partition("=")
        if not (name and sign):
            raise click.BadParameter("Write NAME=VALUE.", param_hint="--answer")
        if name not in known:
            raise click.BadParameter(_unknown("field", name, known), param_hint="--answer")
        if any("\ud800" <= sign <= "\udfff" for sign in value):
            raise click.BadParameter(f"The {name} is not text in UTF-8.", param_hint="--answer")
        yield name, value


def _unknown(what: str, name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name.lower(), known := list(known), n=1)
    cure = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(known)}."
    return f"There is no {what} named {name}. {cure}"
