"""The extension as it lies in git: what its files promise each other."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import get_args

import pytest

from afterword.api.values import YEARS
from afterword.content.model import Door, TemplateKind
from afterword.draft.model import Kind

ROOT = Path(__file__).parents[1]
EXTENSION = ROOT / "extension"
MANIFEST = json.loads((EXTENSION / "manifest.json").read_text())
MODULES = sorted(EXTENSION.rglob("*.js"))
LOCALES = {
    path.parent.name: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(EXTENSION.glob("_locales/*/messages.json"))
}
WORDS = LOCALES["en"]

IMPORT = re.compile(r'^(?:import|export)\b[^;]*?from "([^"]+)"', re.MULTILINE)
MANIFEST_KEY = re.compile(r"__MSG_(\w+)__")


def imported(start: Path) -> set[Path]:
    """Return a module and all that it imports, however far away."""
    found: set[Path] = set()
    waiting = [start]
    while waiting:
        module = waiting.pop()
        if module not in found:
            found.add(module)
            waiting += [(module.parent / name).resolve() for name in IMPORT.findall(read(module))]
    return found


def read(path: Path) -> str:
    """Return a file's text."""
    return path.read_text(encoding="utf-8")


def test_exactly_the_modules_of_a_page_are_web_accessible() -> None:
    started = ("content/main.js", "content/seen.js")
    reachable = {module for start in started for module in imported(EXTENSION / start)}
    listed = [name for entry in MANIFEST["web_accessible_resources"] for name in entry["resources"]]
    assert listed == sorted(str(path.relative_to(EXTENSION)) for path in reachable)


def test_every_webmail_is_tried_and_the_one_that_fits_everywhere_last() -> None:
    index = read(EXTENSION / "webmail/index.js")
    folders = {path.parent.name for path in EXTENSION.glob("webmail/*/adapter.js")}
    imports = dict(re.findall(r'import \{ (\w+) \} from "\./(.+)/adapter\.js"', index))
    assert set(imports.values()) == folders, "webmail/index.js imports each adapter"
    (listed,) = re.findall(r"const ADAPTERS = \[([^\]]*)\]", index)
    names = re.findall(r"\w+", listed)
    assert sorted(names) == sorted(imports), "ADAPTERS names each adapter once"
    assert names[-1] == "plain"


def test_every_file_that_the_manifest_names_is_there() -> None:
    named = [
        MANIFEST["background"]["service_worker"],
        *MANIFEST["background"]["scripts"],
        MANIFEST["action"]["default_popup"],
        MANIFEST["options_ui"]["page"],
        *MANIFEST["icons"].values(),
        *MANIFEST["action"]["default_icon"].values(),
        *(name for script in MANIFEST["content_scripts"] for name in script["js"]),
    ]
    assert [name for name in named if not (EXTENSION / name).is_file()] == []


def test_it_has_the_version_of_the_service() -> None:
    project = tomllib.loads(read(ROOT / "pyproject.toml"))["project"]
    assert MANIFEST["version"] == project["version"]


def test_it_asks_for_this_computer_alone_before_it_is_told_more() -> None:
    assert MANIFEST["host_permissions"] == ["http://127.0.0.1/*"]
    assert sorted(MANIFEST["permissions"]) == ["activeTab", "alarms", "scripting", "storage"]
    assert MANIFEST["optional_permissions"] == ["notifications"]
    gecko = MANIFEST["browser_specific_settings"]["gecko"]
    # Drafts leave the computer only for the service of another one that somebody chose.
    assert gecko["data_collection_permissions"] == {
        "required": ["none"],
        "optional": ["personalCommunications"],
    }


def test_every_kind_and_door_of_the_service_is_known() -> None:
    lists = re.findall(r"(door|kind): oneOf\(([^)]*)\)", read(EXTENSION / "answers.js"))
    known = [(name, set(re.findall(r'"([^"]+)"', words))) for name, words in lists]
    assert known == [
        ("door", set(get_args(Door))),
        ("kind", set(get_args(TemplateKind))),
        ("kind", set(Kind)),
    ]


def test_the_years_of_a_day_are_those_that_the_service_reads() -> None:
    form = read(EXTENSION / "content/panel/card_form.js")
    page = read(ROOT / "site/layouts/when.html")
    years = {str(YEARS.start), str(YEARS.stop - 1)}
    assert set(re.findall(r'"(\d{4})-\d\d-\d\d', form)) == years
    assert set(re.findall(r'(?:min|max)="(\d{4})-', page)) == years


def test_words_never_become_markup() -> None:
    markup = re.compile(r"(inner|outer)HTML\s*\+?=[^=]|insertAdjacentHTML|document\.write|eval\(")
    assert [path.name for path in MODULES if markup.search(read(path))] == []


def test_every_word_is_there_and_every_word_is_used() -> None:
    source = "\n".join(read(path) for path in MODULES)
    named = set(re.findall(r'"(\w+)"', source)) | set(MANIFEST_KEY.findall(json.dumps(MANIFEST)))
    begun = tuple(re.findall(r"`(\w+_)\$\{", source))
    counted = {
        f"{what}{number}" for what in ("stops", "advice", "blanks") for number in ("One", "Many")
    }
    unused = {key for key in WORDS if key not in named | counted and not key.startswith(begun)}
    assert unused == set()
    asked = set(re.findall(r'\btext\(\s*"(\w+)"', source)) | counted
    assert asked - WORDS.keys() == set()


def parts(word: dict[str, str]) -> set[str]:
    """Return the places for what a message is filled in with, such as `$1`."""
    return set(re.findall(r"\$\d?", word["message"]))


@pytest.mark.parametrize("locale", LOCALES)
def test_every_message_counts_its_parts(locale: str) -> None:
    for key, word in LOCALES[locale].items():
        assert parts(word) == {f"${number + 1}" for number in range(len(parts(word)))}, key
        assert "!" not in word["message"], key


@pytest.mark.parametrize("locale", LOCALES)
def test_every_language_has_every_word_with_the_same_parts(locale: str) -> None:
    words = LOCALES[locale]
    assert words.keys() == WORDS.keys()
    for key, word in WORDS.items():
        assert parts(words[key]) == parts(word), key
    assert words["language"]["message"] == locale
    assert words["direction"]["message"] in {"ltr", "rtl"}
