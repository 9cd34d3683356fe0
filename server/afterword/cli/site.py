"""`afterword site build`: the site as plain files."""

from __future__ import annotations

import os
from pathlib import Path

import click

from afterword import create_app, pages, settings
from afterword.cli.problem import Problem
from afterword.pages.freeze import BuildError


@click.group()
def site() -> None:
    """Build the static site."""


@site.command()
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--pack",
    "packs",
    multiple=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of a pack to lay over it; give several, the last one on top.",
)
@click.option(
    "--base",
    metavar="PLACE",
    default="/",
    help="Where the site will be: a path on its host, or its whole address, which also makes a"
    " sitemap.xml and tells search engines where each page stands [default: /].",
)
def build(directory: Path, packs: tuple[Path, ...], base: str) -> None:
    """Write the whole site into DIRECTORY, for any static host."""
    chosen = tuple(str(pack) for pack in packs) or None
    app = create_app(settings.load(None, os.environ, pack=chosen))
    try:
        files = pages.build(app, directory, base)
    except (BuildError, LookupError) as error:
        raise Problem(str(error)) from None
    click.echo(f"Wrote {len(files)} files into {directory}")
