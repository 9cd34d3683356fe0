"""Every setting of the service in one table: name, default, unit, help.

The table feeds the TOML file, the `AFTERWORD_*` environment, the command line's help and the page
of settings. A later source wins: defaults, file, environment, command line.
"""

# ruff: noqa: RUF009 - the calls below only describe fields
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar, cast

from afterword import toml
from afterword.places import PACKAGE, beside

PREFIX = "AFTERWORD_"
CONFIG = "AFTERWORD_CONFIG"
"""Names the settings file in the environment."""

Value = int | str | tuple[str, ...] | Path
T = TypeVar("T", bound=Value)


class SettingsError(Exception):
    """A setting cannot be used; the message names it, where it stands, and the cure."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table."""

    name: str
    default: Value
    unit: str
    help: str
    least: int
    most: int
    form: tuple[str, str] = ("", "")
    """The pattern of each text in a list, and what that is in words; empty where any will do."""

    @property
    def variable(self) -> str:
        """The setting's name in the environment."""
        return PREFIX + self.name.upper()

    @property
    def shown(self) -> str:
        """The default in words."""
        if isinstance(self.default, tuple):
            return ", ".join(self.default) or "none"
        if isinstance(self.default, Path):
            return "inside the package"
        return str(self.default)


def _set(  # noqa: PLR0913 - a setting is described in one place, with all that is known of it
    default: T,
    unit: str,
    help: str,
    least: int = 1,
    most: int = 2**31,
    *,
    form: tuple[str, str] = ("", ""),
) -> T:
    row = {"unit": unit, "help": help, "least": least, "most": most, "form": form}
    described: T = field(default=default, metadata=row)
    return described


@dataclass(frozen=True)
class Settings:
    """The values that one service runs with. The fields are the table."""

    host: str = _set("127.0.0.1", "address", "Address to listen on; the default is this machine.")
    port: int = _set(8765, "port", "Port to listen on; 0 takes any free one.", 0, 65535)
    allowed_hosts: tuple[str, ...] = _set(
        ("127.0.0.1", "localhost", "[::1]"),
        "names",
        "Names that may stand in a request's Host header; any other gets 421.",
        form=(r"[^\s:/@]+|\[[\da-fA-F:.]+\]", "a name without a port, such as localhost"),
    )
    extension_origins: tuple[str, ...] = _set(
        ("chrome-extension://", "moz-extension://"),
        "origins",
        "Origins that may read answers; one that ends in :// admits every extension of a browser.",
        form=(r"[a-z][\w+.-]*://[^\s/]*", "an origin without a path, such as https://mail.example"),
    )
    max_request_bytes: int = _set(
        1_000_000, "bytes", "Size of a request's body; a larger one gets 413."
    )
    max_draft_chars: int = _set(
        200_000, "characters", "Length of a draft's body and of an earlier note; more gets 422."
    )
    max_answer_chars: int = _set(
        10_000, "characters", "Length of a topic, question, promise or template answer."
    )
    max_line_chars: int = _set(
        1_000, "characters", "Length of a subject, name, address, company or role."
    )
    max_list_items: int = _set(100, "items", "Items in any list of a request.")
    threads: int = _set(
        4, "threads", "Requests worked on at once; more only lengthen the wait.", most=256
    )
    connection_limit: int = _set(
        1_000,
        "connections",
        "Connections kept open; those above it wait until one closes.",
        most=1_000,  # the server's `select` dies of a file numbered 1024
    )
    channel_timeout: int = _set(120, "seconds", "Time after which an idle connection is closed.")
    log_level: str = _set(
        "warning",
        "level",
        "What to log: debug, info, warning or error; info has a line a request.",
    )
    pack: tuple[str, ...] = _set(
        (),
        "folders",
        "Packs laid over guidelines, templates and site; the last one is on top.",
    )
    guidelines_dir: Path = _set(PACKAGE / "guidelines", "folder", "Where the guidelines are read.")
    templates_dir: Path = _set(PACKAGE / "templates", "folder", "Where the templates are read.")
    site_dir: Path = _set(beside("site"), "folder", "Pages, layouts and assets of the site.")

    def __post_init__(self) -> None:
        for setting in TABLE:
            _check(setting, getattr(self, setting.name))

    @property
    def packs(self) -> tuple[Path, ...]:
        """The folders of the packs."""
        return tuple(Path(folder).resolve() for folder in self.pack)

    @property
    def tokens(self) -> Path:
        """The file of the design's own colours and sizes."""
        return self.site_dir / "assets" / "tokens.css"


def _rows() -> Iterator[Setting]:
    for item in fields(Settings):
        if item.default is MISSING:
            raise TypeError(f"the setting {item.name} has no default")
        yield Setting(item.name, item.default, **item.metadata)


TABLE: tuple[Setting, ...] = tuple(_rows())
LEVELS = ("debug", "info", "warning", "error")


def load(file: Path | None, environ: Mapping[str, str], **chosen: Any) -> Settings:
    """Return the settings from file, environment and the command line's choices (None is none).

    The file is `file`, else what AFTERWORD_CONFIG names, else none. Raises SettingsError.
    """
    if file is None and environ.get(CONFIG):
        file = Path(environ[CONFIG])
    values: dict[str, Any] = dict(_from_file(file)) if file else {}
    sources = dict.fromkeys(values, str(file))
    for setting in TABLE:
        if setting.variable in environ:
            values[setting.name] = _from_text(setting, environ[setting.variable])
            sources[setting.name] = setting.variable
    given = {name: value for name, value in chosen.items() if value is not None}
    values |= given
    sources |= {name: f"--{name.replace('_', '-')}" for name in given}
    for setting in TABLE:
        if setting.name in values:
            _check(setting, values[setting.name], f"{sources[setting.name]}: ")
    return Settings(**values)


def _from_file(file: Path) -> Iterator[tuple[str, Value]]:
    try:
        values = toml.read(file)
    except OSError as error:
        raise SettingsError(
            f"{file}: the settings file cannot be read: {error.strerror}."
        ) from None
    except ValueError as error:
        raise SettingsError(f"{file}: the settings file is not TOML: {error}.") from None
    known = {setting.name: setting for setting in TABLE}
    for name, value in values.items():
        if name not in known:
            cure = "`afterword settings` lists all that there are."
            raise SettingsError(f"{file}: `{name}` is not a setting. {cure}")
        yield name, _from_toml(known[name], value, file.parent)


def _from_toml(setting: Setting, value: Any, folder: Path) -> Value:
    default = setting.default
    if isinstance(default, Path) and isinstance(value, str):
        return (folder / value).resolve()
    if isinstance(default, tuple) and isinstance(value, list):
        return tuple(_below(folder, item) if setting.unit == "folders" else item for item in value)
    return cast(Value, value)


def _below(folder: Path, item: Any) -> Any:
    """Return a path as seen from the settings file; what is no path is refused later."""
    return str((folder / item).resolve()) if isinstance(item, str) else item


def _from_text(setting: Setting, text: str) -> Value:
    default = setting.default
    if isinstance(default, tuple):
        return tuple(item.strip() for item in text.split(",") if item.strip())
    if isinstance(default, Path):
        return Path(text).resolve()
    if isinstance(default, int):
        try:
            return int(text)
        except ValueError:
            raise SettingsError(f"{setting.variable} is {text!r}, not a whole number.") from None
    return text


def _check(setting: Setting, value: object, source: str = "") -> None:
    """Raise SettingsError for a value that cannot be used, behind the words for its `source`."""
    if fault := _fault(setting, value):
        raise SettingsError(f"{source}`{setting.name}` is {fault}")


def _fault(setting: Setting, value: object) -> str:
    """Say what a value is that cannot be used, and what to write; empty where it can."""
    default = setting.default
    if isinstance(default, tuple):
        return _fault_of_list(setting, value)
    if isinstance(default, Path):
        return _fault_of_folder(value)
    if isinstance(value, bool) or type(value) is not type(default):
        return f"{value!r}, not {'a whole number' if isinstance(default, int) else 'a text'}."
    if isinstance(value, int) and not setting.least <= value <= setting.most:
        return f"{value}; use {setting.least} to {setting.most}."
    if setting.name == "log_level" and value not in LEVELS:
        return f"{value!r}; use one of: {', '.join(LEVELS)}."
    return ""


def _fault_of_list(setting: Setting, value: object) -> str:
    if not isinstance(value, tuple) or not all(isinstance(item, str) for item in value):
        return f'not a list of texts. Write {setting.name} = ["…", "…"].'
    pattern, words = setting.form
    odd = next((item for item in value if pattern and not re.fullmatch(pattern, item)), None)
    return "" if odd is None else f"not right: {odd!r} has to be {words}."


def _fault_of_folder(value: object) -> str:
    if not isinstance(value, Path):
        return f"{value!r}, not the path of a folder."
    return "" if value.is_dir() else f"{value}, and no folder is there."
