"""Front matter: the TOML between two lines of `+++`, read field by field with line numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from afterword import toml
from afterword.content.errors import ContentError

FENCE = "+++"
MOST = 1_000_000
"""No year, rank or threshold is larger; JSON and the calendar end somewhere behind it."""
AT_LINE = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")


class Matter:
    """The fields of one file's front matter. Each is asked for once; `close` refuses the rest."""

    def __init__(
        self, path: Path, values: Mapping[str, Any], lines: Mapping[str, int], above: str = ""
    ) -> None:
        self.path = path
        self._values = dict(values)
        self._lines = lines
        self._above = above
        """The tables that these fields stand in, such as `colours.`."""

    def fault(self, name: str, fault: str, cure: str) -> ContentError:
        """Return the error for one field, at the line where the field stands."""
        return ContentError(self.path, self.line(name), fault, cure)

    def text(self, name: str, default: str | None = None) -> str:
        """Return a field of one line of text; without it `default`, else a ContentError."""
        if default is not None and name not in self._values:
            return default
        value = self._take(name, "some text")
        if not isinstance(value, str) or not value.strip() or "\n" in value:
            raise self.fault(name, f"`{name}` is not a line of text.", f'Write {name} = "…".')
        return value.strip()

    def texts(self, name: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Return a field that is a list of texts, without repetitions."""
        if default is not None and name not in self._values:
            return default
        value = self._take(name, "a list of texts")
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.fault(name, f"`{name}` is not a list.", f'Write {name} = ["…", "…"].')
        if len(set(value)) < len(value):
            raise self.fault(name, f"`{name}` says one thing twice.", "Keep one of them.")
        return tuple(value)

    def choice(self, name: str, choices: Iterable[str], default: str | None = None) -> str:
        """Return a text that must be one of `choices`; without the field `default`, as `text`."""
        value = self.text(name, default)
        known = tuple(choices)
        if value not in known:
            raise self.fault(name, f"`{name}` is {value!r}.", f"Use one of: {', '.join(known)}.")
        return value

    def integer(self, name: str) -> int:
        """Return a whole number."""
        value = self._take(name, "a whole number")
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.fault(name, f"`{name}` is not a whole number.", f"Write {name} = 1.")
        self._hold(name, value)
        return value

    def rank(self, name: str) -> int | None:
        """Return a whole number, or None without the field."""
        return self.integer(name) if name in self._values else None

    def day(self, name: str) -> date:
        """Return a date without a time."""
        value = self._take(name, "a date")
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.fault(name, f"`{name}` is not a date.", f"Write {name} = 2026-03-04.")
        return value

    def tables(self, name: str) -> Iterator[Matter]:
        """Yield every `[[name]]` table as front matter of its own; none where there is none."""
        value = self._values.pop(name, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.fault(name, f"`{name}` is not a list of tables.", f"Write [[{name}]].")
        for index, item in enumerate(value):
            line = self._lines.get(f"{name}.{index}", 1)
            yield Matter(self.path, item, dict.fromkeys(("", *item), line))

    def table(self, name: str) -> Matter:
        """Return the `[name]` table as front matter of its own; empty where there is none."""
        value = self._values.pop(name, {})
        if not isinstance(value, dict):
            cure = f"Write [{self._above}{name}]."
            raise self.fault(name, f"`{name}` is not a table.", cure)
        start = f"{name}."
        lines = {
            key.removeprefix(start): at for key, at in self._lines.items() if key.startswith(start)
        }
        lines |= {"": self._lines.get(name, 1)}
        return Matter(self.path, value, lines, self._above + start)

    def names(self) -> tuple[str, ...]:
        """Return the names of the fields that nobody has asked for yet."""
        return tuple(self._values)

    def line(self, name: str) -> int:
        """Return the line that a field stands on, from 1, else the one that its table begins on."""
        return self._lines.get(name, self._lines.get("", 1))

    def number(self, name: str) -> int | float:
        """Return a number that is not negative."""
        value = self._take(name, "a number")
        if isinstance(value, bool) or not isinstance(value, int | float) or not value >= 0:
            raise self.fault(name, f"`{name}` is not a number from 0.", f"Write {name} = 1.")
        self._hold(name, value)
        return value

    def close(self) -> None:
        """Refuse whatever nobody asked for."""
        for name in self._values:
            raise self.fault(name, f"`{name}` is not known here.", "Remove it, or mend its name.")

    def _hold(self, name: str, value: int | float) -> None:
        """Refuse a number that nothing could count with."""
        if value > MOST:
            raise self.fault(name, f"`{name}` is too large.", f"Use {MOST} at most.")

    def _take(self, name: str, what: str) -> Any:
        if name not in self._values:
            line = min(self._lines.values(), default=1)
            raise ContentError(self.path, line, f"`{name}` is missing.", f"Give it {what}.")
        return self._values.pop(name)


def split(path: Path, text: str) -> tuple[Matter, str, int]:
    """Cut a file into its front matter, the text below, and the line that text begins on."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        raise ContentError(path, 1, "There is no front matter.", "Begin with a line of +++.")
    try:
        end = next(i for i, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE)
    except StopIteration:
        fault = "The front matter does not end."
        raise ContentError(path, 1, fault, "Close it with a line of +++.") from None
    head = lines[1:end]
    matter = Matter(path, _values(path, head, 2, "The front matter"), _lines(head, 2))
    return matter, "\n".join(lines[end + 1 :]), end + 2


def whole(path: Path, text: str) -> Matter:
    """Return a file that is nothing but TOML, field by field."""
    lines = text.split("\n")
    return Matter(path, _values(path, lines, 1, "The file"), _lines(lines, 1))


def _values(path: Path, lines: list[str], first: int, what: str) -> dict[str, Any]:
    """Return the values of TOML that begins on the file's line `first`."""
    try:
        return toml.values("\n".join(lines))
    except ValueError as error:
        at = AT_LINE.search(str(error))
        line = int(at["line"]) + first - 1 if at and at["line"] else first + len(lines) - 1
        fault = f"{what} is not TOML: {AT_LINE.sub('', str(error))}."
        raise ContentError(path, line, fault, 'Write one `name = "…"` a line.') from None


def _lines(head: list[str], first: int) -> dict[str, int]:
    """Return the line of every field, as `table.name` inside a table, and of every table."""
    lines: dict[str, int] = {}
    tables: dict[str, int] = {}
    prefix: str | None = ""
    for number, line in enumerate(head, first):
        if table := re.match(r"\[\[(\w+)\]\]", line):
            index = tables.get(table[1], 0)
            tables[table[1]] = index + 1
            lines[f"{table[1]}.{index}"] = number
            lines.setdefault(table[1], number)
            prefix = None
        elif table := re.match(r"\[([\w.-]+)\]", line):
            lines[table[1]] = number
            lines.setdefault(table[1].partition(".")[0], number)
            prefix = f"{table[1]}."
        elif prefix is not None and (name := re.match(r"([\w.-]+)\s*=", line)):
            lines[prefix + name[1]] = number
    return lines
