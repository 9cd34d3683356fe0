"""What every request shares: settings, content, checks. Made once, when the service starts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from flask import Flask

from afterword.content import catalogue
from afterword.content.catalogue import Catalogue
from afterword.content.errors import ContentError
from afterword.draft.model import Context
from afterword.draft.parse import parse
from afterword.engine import registry
from afterword.engine.model import Registry
from afterword.engine.run import run
from afterword.names import folder_of
from afterword.packs import thresholds
from afterword.packs.brand import Brand, brand
from afterword.packs.read import read_all
from afterword.settings import Settings

KEY = "afterword"
WARM_UP = "Dear Dana,\n\nThank you for the interview.\n\nAna"


@dataclass(frozen=True, slots=True)
class Service:
    """The parts of one running service; all are read only."""

    settings: Settings
    content: Catalogue
    registry: Registry
    brand: Brand


def start(app: Flask, settings: Settings) -> Service:
    """Read all content and checks for `app`. Raises ContentError and RegistryError."""
    packs = read_all(settings.packs, settings.tokens)
    content = catalogue.read(
        settings.guidelines_dir, settings.templates_dir, settings.site_dir, settings.packs
    )
    checks = thresholds.laid_over(registry.load(), packs)
    agree(settings.guidelines_dir, content, checks)
    _warm(checks)
    service = Service(settings, content, checks, brand(packs))
    app.extensions[KEY] = service
    return service


def agree(folders: Path, content: Catalogue, checks: Registry) -> None:
    """Hold pages and code to the same checks. Raises ContentError."""
    coded = {(entry.guideline, entry.check.id) for entry in checks.entries}
    written = {(id, check) for id, page in content.guidelines.items() for check in page.checks}
    for guideline, check in sorted(coded ^ written):
        folder = folders / folder_of(guideline)
        page = content.guidelines[guideline].path if guideline in content.guidelines else None
        if (guideline, check) in coded:
            cure = "Name it in `checks`, or remove it from check.py."
            where = page or folder / "guideline.md"
            raise ContentError(where, 1, f"{check} is not on the page.", cure)
        cure = "Declare it with @check(…), or remove it from the page."
        where = page.with_name("check.py") if page else folder / "check.py"
        raise ContentError(where, 1, f"{check} is not in the code.", cure)


def _warm(checks: Registry) -> None:
    """Judge one draft, so that word lists are read now and a fault in them stops the start."""
    draft = parse(WARM_UP, WARM_UP, Context())
    run(draft, checks)
    len(draft.moves)
