"""The README, CONTRIBUTING and CHANGELOG say only what is so."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from afterword.cli import COMMANDS

ROOT = Path(__file__).parents[1]
PAGES = ["README.md", "CONTRIBUTING.md", "PRIVACY.md", "CHANGELOG.md"]
COMMANDED = [*PAGES, "site/pages/helper.md", "site/pages/career-centres/hosting.md"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def read(name: str) -> str:
    """Return a file of the repository."""
    return (ROOT / name).read_text(encoding="utf-8")


def targets() -> set[str]:
    """Return the tasks of the Makefile."""
    return set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))


@pytest.mark.parametrize("page", COMMANDED)
def test_every_task_that_a_page_names_is_in_the_makefile(page: str) -> None:
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", read(page), re.MULTILINE))
    assert named <= targets(), f"{page} names tasks that the Makefile has not"


@pytest.mark.parametrize("page", COMMANDED)
def test_every_command_that_a_page_names_exists(page: str) -> None:
    named = set(re.findall(r"\b(?:bin/|Scripts\\)afterword ([a-z]+)", read(page)))
    assert named <= set(COMMANDS), f"{page} names commands that the program has not"


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_a_page_links_or_names_is_there(page: str) -> None:
    text = read(page)
    links = {link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link}
    paths = set(re.findall(r"`((?:server|extension|site|tests)/[\w./]*)`", text))
    named = {path for path in links | paths if "NAME" not in path}
    missing = {path for path in named if not (ROOT / path).exists()}
    assert not missing, f"{page} leads to files that are not there"


def test_every_dependency_has_its_reason() -> None:
    groups = PROJECT["optional-dependencies"].values()
    wanted = [*PROJECT["dependencies"], *(name for group in groups for name in group)]
    node = {**json.loads(read("package.json"))["devDependencies"]}
    for folder in ("tests/bench", "tests/e2e/webmails"):
        node |= json.loads(read(f"{folder}/package.json"))["dependencies"]
    node |= json.loads(read("tests/lighthouse/package.json"))["devDependencies"]
    names = {re.split(r"[<>=\[]", name)[0] for name in wanted} | set(node)
    table = read("CONTRIBUTING.md").split("## Dependencies")[1].split("\n## ")[0]
    cells = re.findall(r"^\| ([^|]+) \|", table, re.MULTILINE)
    explained = {name.strip() for cell in cells for name in cell.split(",")}
    assert names <= explained, "CONTRIBUTING.md, Dependencies: give these a row"
    assert explained - {"Dependency", "---"} <= names, "these rows are of dependencies we have not"


def test_each_recipe_is_short() -> None:
    recipes = read("CONTRIBUTING.md").split("## Five recipes")[1].split("\n## ")[0]
    parts = recipes.split("\n### ")[1:]
    assert [part.splitlines()[0] for part in parts] == [
        "Add a check",
        "Add a template",
        "Add a webmail",
        "Add a page",
        "Change what a sentence is taken for",
    ]
    assert all(len(part.strip().splitlines()) - 1 <= 10 for part in parts)


def test_one_version_everywhere() -> None:
    version = PROJECT["version"]
    assert json.loads(read("extension/manifest.json"))["version"] == version
    assert f"## {version}" in read("CHANGELOG.md")


def test_what_the_site_says_of_how_often_a_check_is_right_is_measured() -> None:
    page = read("site/pages/developers.md")
    summary = read("tests/measure/summary.md")
    table = summary.partition("| check, by email |")[2].partition("\n\n")[0]
    found = re.findall(r"^\| ([\w-]+) \|(?: [\d.]+ \|){4} ([\d.]+) \| ([\d.]+) \|", table, re.M)
    right = sorted(float(precision) for _, precision, _ in found)
    least, most = (int(n) / 100 for n in re.findall(r"right at least (\d+) times", page))
    assert right[0] >= least
    assert sum(one >= most for one in right) > len(right) / 2
    finds = {check: float(recall) for check, _, recall in found}
    for check in re.findall(r"`([\w-]+)`", page.partition("would rather miss")[2].split("\n")[0]):
        assert 0.6 <= finds.pop(check) <= 0.75, check
    assert sum(recall >= 0.9 for recall in finds.values()) > len(finds) / 2
