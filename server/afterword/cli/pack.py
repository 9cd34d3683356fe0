"""`afterword pack`: make, check and keep in step the folder of a career centre."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from afterword import create_app, pages, settings
from afterword.api.service import KEY, Service
from afterword.cli.problem import Problem
from afterword.engine import registry
from afterword.packs import accepted, proof
from afterword.packs.model import DESCRIPTION
from afterword.packs.read import ACCEPTED
from afterword.settings import Settings

SKELETON = """\
# What this pack says of its host. Everything but name and url may be left out.
name = "Careers at {title}"
short_name = "{title} Careers"
url = "https://careers.example.edu/"
# logo = "logo.svg"  # a file beside this one: .svg or .png, at most 30 KB

# Colours by the names in the design's tokens.css; text must reach a contrast of 4.5.
# [colours.light]
# accent = "#7a1f2b"
# [colours.dark]
# accent = "#f0a6ae"

# Numbers in place of ours, by check; each guideline's page lists them.
# [thresholds.late-thank-you]
# hours = 24

# [[links]]
# title = "Book an appointment"
# url = "https://careers.example.edu/appointments"
"""
README = """\
# {title}

This folder is laid over Afterword's own content, file by file. A file at the same place as one of
ours stands in for it; any other is an addition.

- `templates/NAME.md`: an email template
- `guidelines/NAME/guideline.md`: a guideline's page
- `occasions/NAME.md`: the page of a situation
- `pages/NAME.md`: any other page of the site

Look at it: `afterword serve --pack {folder}`. Check it: `afterword pack check {folder}`.
"""

WORD = re.compile(r"[^\W_]+")

FOLDER = click.argument("folder", type=click.Path(file_okay=False, path_type=Path))


@click.group()
def pack() -> None:
    """Make and check a pack: your own texts, colours and numbers."""


@pack.command()
@FOLDER
def new(folder: Path) -> None:
    """Write the skeleton of a pack into FOLDER."""
    if folder.exists() and any(folder.iterdir()):
        raise Problem(f"{folder} holds files already. Choose another name.")
    title = " ".join(WORD.findall(folder.resolve().name)).title()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / DESCRIPTION).write_text(SKELETON.format(title=title), encoding="utf-8")
    (folder / "README.md").write_text(README.format(title=title, folder=folder), encoding="utf-8")
    (folder / "templates").mkdir()
    click.echo(f"Wrote {folder}/{DESCRIPTION}, README.md and templates/")
    click.echo(f"Next: edit {DESCRIPTION}, then: afterword pack check {folder}")


@pack.command()
@FOLDER
def check(folder: Path) -> None:
    """Say what the pack in FOLDER changes, and what is not right.

    It is read as the service would read it, its emails are checked, and its pages are drawn.
    Ends with 1 where an email of the pack is not what it says or a page cannot be drawn, with 2
    where the pack cannot be used.
    """
    app = create_app(_choice(folder))
    service: Service = app.extensions[KEY]
    click.echo(f"{service.brand.name}, laid over Afterword:")
    lines = (*_files(folder, service.settings), *_numbers(service), *_looks(service))
    for line in lines or ["changes nothing yet but the name of the host"]:
        click.echo(f"  {line}")
    faults = [
        *_faults(folder, service),
        *(f"{path}:1: {fault}" for path, fault in pages.faults(app, folder.resolve())),
    ]
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        raise SystemExit(1)
    click.echo("The pack can be used: afterword serve --pack " + str(folder))


@pack.command()
@FOLDER
def accept(folder: Path) -> None:
    """Note that the pack was compared with our files of today."""
    service: Service = create_app(_choice(folder)).extensions[KEY]
    count = accepted.accept(folder, _ours(service.settings))
    click.echo(f"Wrote {folder}/{ACCEPTED}: {count} of our files are replaced.")


def _choice(folder: Path) -> Settings:
    """Return the settings of a service with this pack alone."""
    return settings.load(None, os.environ, pack=(str(folder),))


def _ours(choice: Settings) -> dict[str, Path]:
    return {
        "guidelines": choice.guidelines_dir,
        "templates": choice.templates_dir,
        "pages": choice.site_dir / "pages",
        "occasions": choice.site_dir / "occasions",
    }


def _files(folder: Path, choice: Settings) -> Iterator[str]:
    for item in accepted.laid(folder, _ours(choice)):
        if item.ours is None:
            yield f"adds      {item.place}"
        elif item.changed:
            yield f"replaces  {item.place}  (compare with {item.ours}, then: afterword pack accept)"
        else:
            yield f"replaces  {item.place}"


def _numbers(service: Service) -> Iterator[str]:
    """Yield each threshold that is not the default of its check, which is read anew."""
    ours = registry.load().by_id
    for entry in service.registry.entries:
        for name, option in entry.check.options.items():
            default = ours[entry.check.id].check.options[name].default
            if option.default != default:
                yield f"changes   {entry.check.id}.{name}: {default:g} → {option.default:g}"


def _looks(service: Service) -> Iterator[str]:
    brand = service.brand
    if brand.logo:
        yield f"logo      {brand.logo.name}"
    for scheme, colours in brand.colours.items():
        yield f"colours   {scheme}: {', '.join(colours)}"
    for link in brand.links:
        yield f"links to  {link.title}"


def _faults(folder: Path, service: Service) -> Iterator[str]:
    """Yield what the emails of the pack get wrong, as `file:line: what`."""
    here = folder.resolve()
    templates = service.content.templates.values()
    titles = Counter(template.title.casefold() for template in templates)
    for template in templates:
        if template.path.is_relative_to(here):
            if titles[template.title.casefold()] > 1:
                fault = "Another template has the same title. Nobody could tell which is which."
                yield f"{template.path}:1: {fault}"
            for fault in proof.of_template(template, service.registry):
                yield f"{template.path}:1: {fault}"
    for guideline in service.content.guidelines.values():
        for path, line, fault in proof.of_guideline(guideline, service.registry):
            if path.is_relative_to(here):
                yield f"{path}:{line}: {fault}"
