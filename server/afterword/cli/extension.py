"""`afterword extension pack`: the browser extension as each store takes it."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from afterword.cli.checkout import checkout

LEFT_OUT = ("README.md", "compose.html", "contract.js", "messages.js", "view.js", "*.d.ts")
"""Files for those who work on the extension: documents, saved webmail pages, types."""

FOREIGN = {
    "chrome": ("browser_specific_settings", "background.scripts"),
    "firefox": ("minimum_chrome_version", "background.service_worker"),
}
"""Keys of the manifest, by browser, that only the other one reads."""

COMMENTS = {
    ".js": r"/\*\*(?:(?!\*/).)*\*/|//[^\n]*",
    ".css": r"/\*(?:(?!\*/).)*\*/",
}
"""Comments, by the end of a file's name. A style sheet inside of a module keeps its `/* … */`."""


def _template(inside: str) -> str:
    """Return what matches a template literal; in its code braces and what `inside` matches."""
    code = rf"(?:[^`{{}}]{inside})"
    return rf"`(?:\\.|[^`\\$]|\$(?!\{{)|\$\{{(?:{code}|\{{{code}*\}})*\}})*`"


BESIDE = re.compile(
    rf"""
    /\*\*(?:(?!\*/)[^\n])*\*/[ ]?               # what goes: its type, mostly
    | //[^\n]*
    | "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*'
    | {_template("|" + _template(""))}
    | [(,=:\[!&|?{{;>]\s*/(?![/*])(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\[\n])+/
    """,
    re.DOTALL | re.VERBOSE,
)
"""A comment beside code, and what may hold the like: other comments, text, templates, patterns."""

WRITTEN = (1980, 1, 1, 0, 0, 0)
"""The date of every file, the earliest that a zip can hold: the same source, the same bytes."""


@click.group()
def extension() -> None:
    """Pack the browser extension."""


@extension.command()
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
def pack(directory: Path) -> None:
    """Write afterword-chrome.zip and afterword-firefox.zip into DIRECTORY."""
    source = checkout() / "extension"
    directory.mkdir(parents=True, exist_ok=True)
    for browser in FOREIGN:
        path = directory / f"afterword-{browser}.zip"
        write(path, source, browser)
        click.echo(f"Wrote {path}: {path.stat().st_size / 1000:.0f} KB")


def write(path: Path, source: Path, browser: str) -> None:
    """Pack the extension's folder `source` for "chrome" or "firefox" into the file `path`."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in _files(source, browser):
            entry = zipfile.ZipInfo(name, WRITTEN)
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, compresslevel=9)


def _files(source: Path, browser: str) -> Iterator[tuple[str, bytes]]:
    """Yield each packed file's name and content, sorted by name."""
    for path in sorted(source.rglob("*")):
        if not path.is_file() or any(path.match(pattern) for pattern in LEFT_OUT):
            continue
        content = path.read_bytes()
        if path.suffix == ".json":
            content = _short(content, path.relative_to(source).as_posix(), browser)
        elif comment := COMMENTS.get(path.suffix):
            text = _bare(content.decode(), comment)
            content = (_without_types(text) if path.suffix == ".js" else text).encode()
        yield path.relative_to(source).as_posix(), content


def _short(content: bytes, name: str, browser: str) -> bytes:
    """Return the JSON of the file `name` without what `browser` and its user have no use for."""
    values = json.loads(content)
    if name == "manifest.json":
        _keep_own(values, browser)
    elif name.endswith("/messages.json"):
        for message in values.values():
            message.pop("description", None)  # for whoever translates it
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def _keep_own(manifest: dict[str, Any], browser: str) -> None:
    for key in FOREIGN[browser]:
        *above, last = key.split(".")
        owner = manifest
        for name in above:
            owner = owner[name]
        del owner[last]


def _bare(text: str, comment: str) -> str:
    """Return a text without comments that have lines of their own; each line keeps its number."""
    own = re.compile(rf"^[ \t]*(?:{comment})[ \t]*$", re.MULTILINE | re.DOTALL)
    return own.sub(lambda found: "\n" * found[0].count("\n"), text)


def _without_types(module: str) -> str:
    """Return a module without each `/** … */` beside its code; a `// …` there stays."""
    return BESIDE.sub(lambda found: "" if found[0].startswith("/**") else found[0], module)
