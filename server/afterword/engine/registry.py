"""Collects the checks that the guideline folders hold."""

from __future__ import annotations

import importlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from afterword import guidelines
from afterword.draft.model import Kind
from afterword.engine.model import Check, Entry, Registry
from afterword.engine.needs import mistake
from afterword.names import ID, id_of, is_folder


class RegistryError(Exception):
    """A guideline folder is not complete; the message names the file and the cure."""


def load() -> Registry:
    """Import `check.py` of every guideline folder and return its checks as a registry.

    Folders come in the order of their names, checks in the order in which a file declares them.
    A folder without `check.py` is a guideline that is advice only. Raises RegistryError.
    """
    entries = tuple(entry for folder in folders() for entry in _entries(folder))
    times = Counter(entry.check.id for entry in entries)
    for entry in entries:
        if times[entry.check.id] > 1:
            raise RegistryError(
                f"the check id “{entry.check.id}” is used {times[entry.check.id]} times, once in"
                f" the guideline “{entry.guideline}”; give each check an id of its own"
            )
        if strangers := entry.check.covers - times.keys():
            raise RegistryError(
                f"the check “{entry.check.id}” covers “{min(strangers)}”, which is no check; mend"
                " the id"
            )
    return Registry(entries)


def folders() -> tuple[Path, ...]:
    """Return the folder of every guideline, in the order of their names."""
    root = Path(guidelines.__path__[0])
    return tuple(sorted(path for path in root.iterdir() if path.is_dir() and is_folder(path.name)))


def _entries(folder: Path) -> Iterator[Entry]:
    path = folder / "check.py"
    if not path.exists():
        return
    module = importlib.import_module(f"{guidelines.__name__}.{folder.name}.check")
    checks = [value for value in vars(module).values() if isinstance(value, Check)]
    if not checks:
        raise RegistryError(f"{path}: no check is declared; add one with @check(…) or remove it")
    for check in checks:
        if cure := _cure(check):
            raise RegistryError(f"{path}: {check.id}: {cure}")
        yield Entry(check, id_of(folder.name))


def _cure(check: Check) -> str | None:
    """Say what to change in a check's declaration, or None where it is complete."""
    if not ID.fullmatch(check.id):
        return "write the id in lower-case words with dashes between them"
    if not (check.summary[:1].isupper() and check.summary.endswith(".")):
        return "write the summary as a sentence with a capital and a full stop"
    if not check.kinds or Kind.OTHER in check.kinds:
        return "name at least one of the kinds thank-you, follow-up and courtesy, and not other"
    for name, option in check.options.items():
        if not (ID.fullmatch(name) and option.unit and option.help.endswith(".")):
            return f"give the option “{name}” a name with dashes, a unit and a help sentence"
    return next((f"needs: {cure}" for cure in map(mistake, check.needs) if cure), None)
