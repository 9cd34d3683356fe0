"""`afterword new`: the skeleton of a guideline, a template, an occasion, a webmail or a page."""

from __future__ import annotations

from datetime import date
from keyword import iskeyword
from pathlib import Path
from string import Template

import click

from afterword.cli.checkout import checkout
from afterword.cli.problem import Problem
from afterword.names import ID, folder_of

SKELETONS = Path(__file__).with_name("skeletons")
"""Each file as it is written, but for its words; `.txt`, as none of them is code or a page yet."""


def _name(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
    if not ID.fullmatch(value):
        raise click.BadParameter("Use small letters and dashes, such as greet-by-name.")
    checkout()  # without one there is nothing to write into
    return value


NAMED = click.argument("name", callback=_name)


@click.group()
def new() -> None:
    """Begin a new guideline, template, occasion, webmail or page."""


@new.command()
@NAMED
@click.option("--check", metavar="ID", help="Id of its check; without it the page is advice only.")
def guideline(name: str, check: str | None) -> None:
    """Write the folder of a guideline."""
    if check is not None and not ID.fullmatch(check):
        raise click.BadParameter("Use small letters and dashes.", param_hint="--check")
    if check and iskeyword(check):
        raise click.BadParameter(
            f"“{check}” means something in Python. Use two words.", param_hint="--check"
        )
    folder = f"server/afterword/guidelines/{folder_of(name)}"
    today = date.today()
    text = _filled(
        "guideline.md",
        checks=f'"{check}"' if check else "",
        today=today,
        year=today.year,
        examples=_filled("examples.md", check=check) if check else "",
        passage=f"### {check}\n" if check else "This page is advice only.",
    )
    _write(f"{folder}/guideline.md", text)
    _write(f"{folder}/__init__.py", _filled("__init__.py"))
    if check:
        code = _filled("check.py", check=check, function=folder_of(check))
        _write(f"{folder}/check.py", code)
    click.echo("Next: write the page and its examples; `make test` tells what is missing.")


@new.command()
@NAMED
def template(name: str) -> None:
    """Write the file of an email template."""
    _write(f"server/afterword/templates/{folder_of(name)}.md", _filled("template.md"))
    click.echo("Next: one question a field, each with an example; then `make test`.")


@new.command()
@NAMED
def occasion(name: str) -> None:
    """Write the page of an occasion."""
    _write(f"site/occasions/{name}.md", _filled("occasion.md", today=date.today()))
    click.echo("Next: name its template, write three pitfalls or more; then `make test`.")


@new.command()
@NAMED
def page(name: str) -> None:
    """Write a page of the site."""
    _write(f"site/pages/{name}.md", _filled("page.md", title=_title(name)))
    click.echo("Next: write it, then `make run` and look at it on a narrow screen too.")


@new.command()
@NAMED
def webmail(name: str) -> None:
    """Write the folder of a webmail adapter."""
    folder = f"extension/webmail/{name}"
    first, *rest = name.split("-")
    words = {
        "name": name,
        "title": _title(name),
        "variable": first + "".join(word.capitalize() for word in rest),
        "today": date.today(),
    }
    for file in ("adapter.js", "compose.html"):
        _write(f"{folder}/{file}", _filled(file, **words))
    click.echo(
        "Next: add a line to extension/webmail/index.js, and its name to ADAPTERS there:\n"
        f'  import {{ {words["variable"]} }} from "./{name}/adapter.js";\n'
        "and one to `resources` in extension/manifest.json:\n"
        f'  "webmail/{name}/adapter.js"\n'
        "Then name it in site/pages/compatibility.md, README.md and CHANGELOG.md."
    )


def _title(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _filled(name: str, /, **words: object) -> str:
    """Return a skeleton with each `$word` in it filled."""
    skeleton = (SKELETONS / f"{name}.txt").read_text(encoding="utf-8")
    return Template(skeleton).substitute(words)


def _write(place: str, text: str) -> None:
    path = checkout() / place
    if path.exists():
        raise Problem(f"{path} is there already. Choose another name.")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    click.echo(f"Wrote {place}")
