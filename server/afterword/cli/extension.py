"""`afterword extension pack`: the browser extension as each store takes it."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
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

ID = re.compile(
    r"(?=.{1,80}$)[\w.-]*@[\w.-]+|\{[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\}", re.A | re.I
)
"""What Firefox takes for the id of an add-on."""
SAFE = re.compile(r"https://[^\s/?#]+/\S+")
NUMBER = re.compile(r"(?!0[.0]*$)(?:0|[1-9]\d{0,4})(?:\.(?:0|[1-9]\d{0,4})){0,3}", re.A)
"""A version that both browsers take, but for a part above `MOST`."""
MOST = 65_535

WRITTEN = (1980, 1, 1, 0, 0, 0)
"""The date of every file, the earliest that a zip can hold: the same source, the same bytes."""


@click.group()
def extension() -> None:
    """Pack the browser extension."""


def _admitting(fits: Callable[[str], object], fault: str) -> Callable[..., str | None]:
    """Return a callback for an option that may be left out; `fault` says what no other value is."""

    def admit(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
        if value is None or fits(value):
            return value
        raise click.BadParameter(f"{value!r} is no {fault}")

    return admit


def _is_version(value: str) -> bool:
    return bool(NUMBER.fullmatch(value)) and all(int(part) <= MOST for part in value.split("."))


_own_id = _admitting(
    ID.fullmatch,
    "id of an add-on. Write one such as afterword@example.edu, with plain letters and at most 80"
    " of them.",
)
_own_updates = _admitting(
    SAFE.fullmatch,
    "address of a file. Write all of it, from https:// on, such as"
    " https://www.example.edu/updates.json.",
)
_own_version = _admitting(
    _is_version, f"version. Write one to four numbers up to {MOST}, such as 0.1.0.1."
)


@extension.command()
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@click.option("--firefox-id", metavar="ID", callback=_own_id, help="Your own id for Firefox.")
@click.option(
    "--firefox-updates",
    metavar="URL",
    callback=_own_updates,
    help="Where Firefox asks for newer versions; needs --firefox-id.",
)
@click.option(
    "--version", metavar="NUMBER", callback=_own_version, help="Another version than ours."
)
def pack(
    directory: Path, firefox_id: str | None, firefox_updates: str | None, version: str | None
) -> None:
    """Write afterword-chrome.zip and afterword-firefox.zip into DIRECTORY."""
    if firefox_updates and not firefox_id:
        raise click.UsageError(
            "--firefox-updates needs --firefox-id: only a package with an id of your own asks you"
            " for updates."
        )
    source = checkout() / "extension"
    directory.mkdir(parents=True, exist_ok=True)
    gecko = {"id": firefox_id, "update_url": firefox_updates}
    own = {"version": version, "browser_specific_settings": {"gecko": gecko}}
    for browser in FOREIGN:
        path = directory / f"afterword-{browser}.zip"
        write(path, source, browser, own)
        click.echo(f"Wrote {path}: {path.stat().st_size / 1000:.0f} KB")


def write(path: Path, source: Path, browser: str, own: Mapping[str, Any] | None = None) -> None:
    """Pack the extension's folder `source` for "chrome" or "firefox" into the file `path`.

    What `own` says stands in its manifest instead of ours.
    """
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in _files(source, browser, own or {}):
            entry = zipfile.ZipInfo(name, WRITTEN)
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, compresslevel=9)


def _files(source: Path, browser: str, own: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Yield each packed file's name and content, sorted by name."""
    for path in sorted(source.rglob("*")):
        if not path.is_file() or any(path.match(pattern) for pattern in LEFT_OUT):
            continue
        content = path.read_bytes()
        if path.suffix == ".json":
            content = _short(content, path.relative_to(source).as_posix(), browser, own)
        elif comment := COMMENTS.get(path.suffix):
            text = _bare(content.decode(), comment)
            content = (_without_types(text) if path.suffix == ".js" else text).encode()
        yield path.relative_to(source).as_posix(), content


def _short(content: bytes, name: str, browser: str, own: Mapping[str, Any]) -> bytes:
    """Return the JSON of the file `name` without what `browser` and its user have no use for."""
    values = json.loads(content)
    if name == "manifest.json":
        _lay_over(values, own)
        _keep_own(values, browser)
    elif name.endswith("/messages.json"):
        for message in values.values():
            message.pop("description", None)  # for whoever translates it
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def _lay_over(values: dict[str, Any], own: Mapping[str, Any]) -> None:
    """Write what `own` says into `values`; None says nothing."""
    for name, value in own.items():
        if isinstance(value, Mapping):
            _lay_over(values[name], value)
        elif value is not None:
            values[name] = value


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
