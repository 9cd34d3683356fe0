"""Read and validate what a pack says of itself; its texts are read where ours are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import get_args

from afterword.content import matter
from afterword.content.errors import ContentError
from afterword.content.parts import read as text_of
from afterword.content.parts import web_address
from afterword.packs import colours
from afterword.packs.model import DESCRIPTION, Colours, Link, Pack, Scheme, Threshold

ACCEPTED = "accepted.toml"
"""Which version of our files the pack's own were written against; see `packs.accepted`."""
TEXTS = {
    "guidelines": ("*/guideline.md", "*/cases.md"),
    "occasions": ("*.md",),
    "pages": ("**/*.md",),
    "templates": ("*.md",),
}
"""The folders that a pack may have, and what may lie in each."""
LOGO_BYTES = 30_000
"""A page of the site weighs at most 60 KB; half of that is enough for a logo."""
LOGOS = (".svg", ".png")


def read(folder: Path, tokens: Path) -> Pack:
    """Return the pack in `folder`; `tokens` is the file of the design's own colours.

    Raises ContentError for the first fault, with file, line and cure.
    """
    if not folder.is_dir():
        cure = "Name the folder of a pack, or make one: afterword pack new."
        raise ContentError(folder, 1, "There is no such folder.", cure)
    file = folder / DESCRIPTION
    front = matter.whole(file, text_of(file))
    name = front.text("name")
    pack = Pack(
        folder=folder,
        name=name,
        short_name=front.text("short_name", name),
        url=web_address(front),
        logo=_logo(folder, front),
        colours=_colours(front, colours.palette(text_of(tokens))),
        thresholds=tuple(_thresholds(front)),
        links=tuple(_links(front)),
    )
    front.close()
    _nothing_else(folder, pack.logo)
    return pack


def read_all(folders: Sequence[Path], tokens: Path) -> tuple[Pack, ...]:
    """Return the packs in `folders`, the last one on top. Raises ContentError."""
    return tuple(read(folder, tokens) for folder in folders)


def texts(folder: Path) -> tuple[str, ...]:
    """Return the content files of a pack by their place below it, in the order of their names."""
    return tuple(
        sorted(
            path.relative_to(folder).as_posix()
            for name, patterns in TEXTS.items()
            for pattern in patterns
            for path in (folder / name).glob(pattern)
        )
    )


def _logo(folder: Path, front: matter.Matter) -> Path | None:
    name = front.text("logo", "")
    if not name:
        return None
    path = folder / name
    if path.suffix.lower() not in LOGOS or path.parent != folder:
        cure = f"Name a file beside {DESCRIPTION} that ends in {' or '.join(LOGOS)}."
        raise front.fault("logo", f"`{name}` cannot be the logo.", cure)
    if not path.is_file():
        raise front.fault("logo", f"The logo {name} is not there.", "Add it, or mend its name.")
    if path.stat().st_size > LOGO_BYTES:
        fault = f"The logo has {path.stat().st_size:,} bytes."
        raise front.fault("logo", fault, f"Make it smaller than {LOGO_BYTES:,}.")
    return path


def _colours(front: matter.Matter, ours: dict[Scheme, dict[str, str]]) -> Colours:
    table = front.table("colours")
    own = {scheme: table.table(scheme) for scheme in get_args(Scheme)}
    table.close()
    chosen = {scheme: _scheme(names, ours[scheme]) for scheme, names in own.items()}
    for scheme, values in chosen.items():
        for words, ground, found in colours.faint(ours[scheme] | values):
            culprit = next((name for name in (words, ground) if name in values), words)
            fault = f"In {scheme}, {words} on {ground} has a contrast of {found:.1f}."
            cure = f"Choose colours that reach {colours.LEAST}."
            raise own[scheme].fault(culprit, fault, cure)
    return {scheme: values for scheme, values in chosen.items() if values}


def _scheme(table: matter.Matter, ours: dict[str, str]) -> dict[str, str]:
    values = {}
    for name in table.names():
        if name not in ours:
            cure = f"There are: {', '.join(ours)}."
            raise table.fault(name, f"`{name}` is not a colour of the design.", cure)
        values[name] = table.text(name).lower()
        if not colours.HEX.fullmatch(values[name]):
            raise table.fault(name, f"`{name}` is {values[name]!r}.", "Write it as #17505a.")
    return values


def _thresholds(front: matter.Matter) -> Iterator[Threshold]:
    checks = front.table("thresholds")
    for check in checks.names():
        options = checks.table(check)
        for option in options.names():
            line = options.line(option)
            yield Threshold(check, option, options.number(option), line)


def _links(front: matter.Matter) -> Iterator[Link]:
    for table in front.tables("links"):
        yield Link(table.text("title"), web_address(table))
        table.close()


def _nothing_else(folder: Path, logo: Path | None) -> None:
    """Refuse what no one would read: a slip in a name is found before it is missed."""
    known = {DESCRIPTION, ACCEPTED, "README.md", *texts(folder)}
    known |= {logo.name} if logo else set()
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder).as_posix()
        if path.is_dir() or place in known or any(part[0] == "." for part in place.split("/")):
            continue
        if path.suffix == ".py":
            raise ContentError(path, 1, "A pack runs no code.", "Remove the file.")
        top, _, rest = place.partition("/")
        near = get_close_matches(top, [*TEXTS, DESCRIPTION], 1) if top not in TEXTS else []
        cure = f"Perhaps it belongs to {near[0]}." if near else "Remove it, or move it."
        where = top if rest else "a pack"
        raise ContentError(path, 1, f"Nothing reads this file in {where}.", cure)
