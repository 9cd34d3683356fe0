"""`afterword openapi`: the API's document."""

from __future__ import annotations

import json

import click

from afterword.api.openapi import document
from afterword.cli.checkout import checkout

FILE = "openapi.json"


def text() -> str:
    """Return the document as it is committed."""
    return json.dumps(document(), indent=2, ensure_ascii=False) + "\n"


@click.command()
@click.option("--write", is_flag=True, help="Write openapi.json of this checkout.")
def openapi(write: bool) -> None:
    """Print the OpenAPI document of the service."""
    if not write:
        click.echo(text(), nl=False)
    else:
        file = checkout() / FILE
        file.write_text(text(), encoding="utf-8")
        click.echo(f"Wrote {file}")
