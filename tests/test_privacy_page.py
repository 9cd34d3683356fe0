"""PRIVACY.md says what goes where; the extension's code is held to it here."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EXTENSION = ROOT / "extension"
PRIVACY = (ROOT / "PRIVACY.md").read_text(encoding="utf-8")
MANIFEST = json.loads((EXTENSION / "manifest.json").read_text(encoding="utf-8"))
SCRIPTS = sorted(EXTENSION.rglob("*.js"))
NETWORK = re.compile(
    r"\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|importScripts)\b"
    r"(?!:)"
)
CODE = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)


def code(path: Path) -> str:
    """Return a script without its comments."""
    return CODE.sub("", path.read_text(encoding="utf-8"))


def permissions_table() -> set[str]:
    """Return the permissions that PRIVACY.md gives a reason for."""
    table = PRIVACY.split("## What the extension may do, and why")[1]
    return set(re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE))


def test_every_permission_has_its_reason_and_no_other_is_named() -> None:
    asked = {
        *MANIFEST["permissions"],
        *MANIFEST["optional_permissions"],
        *MANIFEST["host_permissions"],
    }
    assert asked == permissions_table()


def test_other_sites_are_asked_for_one_by_one() -> None:
    assert "one by one" in PRIVACY
    assert set(MANIFEST["optional_host_permissions"]) == {"https://*/*", "http://*/*"}
    always = [match for script in MANIFEST["content_scripts"] for match in script["matches"]]
    assert all(re.fullmatch(r"http://(127\.0\.0\.1|localhost)/practice/\*", m) for m in always)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: str(path.relative_to(EXTENSION)))
def test_only_the_background_uses_the_network(path: Path) -> None:
    uses = NETWORK.findall(code(path))
    if path == EXTENSION / "background.js":
        assert set(uses) == {"fetch"}
    else:
        assert uses == []


def test_no_page_of_the_extension_loads_anything_from_elsewhere() -> None:
    for path in [*EXTENSION.rglob("*.html"), *EXTENSION.rglob("*.css")]:
        text = path.read_text(encoding="utf-8")
        found = re.findall(r"""(?:src|href|url\(|@import)[=\s"'(]*(?:https?:)?//""", text)
        if path.name != "compose.html":
            assert found == [], path


def test_only_the_two_storages_that_the_page_names_are_used() -> None:
    used = {
        area for path in SCRIPTS for area in re.findall(r"chrome\.storage\.(\w+)\.", code(path))
    }
    assert used - {"onChanged"} == {"local", "session"}
    assert "`storage.local`" in PRIVACY
    assert "`storage.session`" in PRIVACY


def test_no_cookie_is_read_or_written() -> None:
    site = sorted((ROOT / "site" / "assets").rglob("*.js"))
    assert site
    for path in [*SCRIPTS, *site]:
        assert "cookie" not in code(path), path


def test_the_page_fits_one_screen() -> None:
    assert len(PRIVACY.split()) <= 420
