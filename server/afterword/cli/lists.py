"""`afterword templates`, `afterword guidelines` and `afterword settings`."""

from __future__ import annotations

import os

import click

from afterword.content import catalogue
from afterword.settings import TABLE
from afterword.settings import load as choose


@click.command()
def templates() -> None:
    """List the email templates by occasion."""
    door = None
    choice = choose(None, os.environ)
    for template in catalogue.read_templates(choice.templates_dir, choice.packs):
        if template.door != door:
            click.echo(("\n" if door else "") + template.door.replace("-", " ").capitalize())
            door = template.door
        click.echo(f"  {template.id:32} {template.occasion}")


@click.command()
def guidelines() -> None:
    """List the guidelines and their checks."""
    choice = choose(None, os.environ)
    for guideline in catalogue.read_guidelines(choice.guidelines_dir, choice.packs):
        click.echo(f"{guideline.id:32} {guideline.title}")
        for check in guideline.checks:
            click.echo(f"{'':32} · {check}")


@click.command()
def settings() -> None:
    """Print every setting as a Markdown table."""
    click.echo("| Setting | Default | Unit | What it does | In the environment |")
    click.echo("| --- | --- | --- | --- | --- |")
    for row in TABLE:
        cells = (f"`{row.name}`", row.shown, row.unit, row.help, f"`{row.variable}`")
        click.echo(f"| {' | '.join(cells)} |")
