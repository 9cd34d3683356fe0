"""The zips that the stores get: all that the extension needs, nothing else, and small."""

from __future__ import annotations

import json
import posixpath
import re
import subprocess
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from afterword.cli import extension
from tests.command_line import run
from tests.e2e.parts import need
from tests.e2e.webmails.build import MODULES

ROOT = Path(__file__).parents[1]
EXTENSION = ROOT / "extension"
BROWSERS = ["chrome", "firefox"]

MOST_BYTES = 150_000
BESIDE_CODE = re.compile(r"/\*\* @type \{[^\n]*?\} \*/ ?")
COMMENT = re.compile(r"/\*(?:(?!\*/).)*\*/|^\s*//.*?$", re.DOTALL | re.MULTILINE)
QUOTED = re.compile(r"""["'`]([\w./-]+\.(?:js|css|html|png|svg))["'`]""")
IMPORT = re.compile(r'^(?:import|export)\b[^;]*?from "([^"]+)"', re.MULTILINE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both zips."""
    folder = tmp_path_factory.mktemp("packed")
    made = run("extension", "pack", folder)
    assert made.exit_code == 0, made.output
    return folder


def packed(folder: Path, browser: str) -> dict[str, bytes]:
    """Return the files in the zip of a browser by their names."""
    with zipfile.ZipFile(folder / f"afterword-{browser}.zip") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def needed(files: dict[str, bytes]) -> set[str]:
    """Return the manifest, the languages, and each file that one of these names, however far on."""
    found: set[str] = set()
    waiting = ["manifest.json", *(name for name in files if name.startswith("_locales/"))]
    while waiting:
        name = waiting.pop()
        if name in files and name not in found:
            found.add(name)
            if not name.endswith(".png"):
                here = posixpath.dirname(name)
                for other in QUOTED.findall(files[name].decode()):
                    waiting += [other, posixpath.normpath(posixpath.join(here, other))]
    return found


@pytest.mark.parametrize("browser", BROWSERS)
def test_nothing_is_packed_that_nothing_names(folder: Path, browser: str) -> None:
    files = packed(folder, browser)
    assert set(files) - needed(files) == set()
    assert list(files) == sorted(files)


@pytest.mark.parametrize("browser", BROWSERS)
def test_all_that_is_named_is_packed(folder: Path, browser: str) -> None:
    files = packed(folder, browser)
    named = set(QUOTED.findall(files["manifest.json"].decode()))
    for name, content in files.items():
        names = ()
        if name.endswith(".js"):
            names = IMPORT.findall(content.decode())
        elif name.endswith(".html"):
            names = re.findall(r'(?:src|href)="([^"#:]+)"', content.decode())
        here = posixpath.dirname(name)
        named |= {posixpath.normpath(posixpath.join(here, other)) for other in names}
    # Named by the background, which reads them itself.
    named |= {"content/loader.js", "content/panel/panel.css", "content/bubble.css"}
    assert named - set(files) == set()
    locales = {path.relative_to(EXTENSION).as_posix() for path in EXTENSION.glob("_locales/*/*")}
    assert locales <= set(files)


def without_comment(value: dict[str, Any]) -> dict[str, Any]:
    """Return a message without what is said of it to translators; all else as it is."""
    return {
        key: part for key, part in value.items() if key != "description" or "message" not in value
    }


@pytest.mark.parametrize("browser", BROWSERS)
def test_only_comments_and_the_white_space_of_json_are_left_out(folder: Path, browser: str) -> None:
    for name, content in packed(folder, browser).items():
        source = (EXTENSION / name).read_bytes()
        if name.endswith(".json"):
            ours = json.loads(source, object_hook=without_comment)
            assert name == "manifest.json" or json.loads(content) == ours, name
            continue
        if not name.endswith((".js", ".css")):
            assert content == source, name
            continue
        pairs = list(zip(source.decode().split("\n"), content.decode().split("\n"), strict=True))
        inside_text = False
        left_out = []
        for line, kept in pairs:
            if line != kept:
                assert kept == BESIDE_CODE.sub("", line) or not kept, f"{name}: {line}"
                assert not inside_text, f"{name}: {line}"
                left_out.append("" if kept else line)
            inside_text ^= kept.count("`") % 2 == 1
        assert COMMENT.sub("", "\n".join(left_out)).strip() == "", name


def programs(folder: Path, modules: Iterable[Path], out: Path) -> dict[str, str]:
    """Return each module as a compiler prints what it understood of it, without white space."""
    options = ("--minify-whitespace", "--legal-comments=none", "--tsconfig-raw={}")
    esbuild = MODULES / ".bin" / "esbuild"
    command = [esbuild, *modules, *options, f"--outbase={folder}", f"--outdir={out}"]
    subprocess.run([*command, "--log-level=warning"], check=True)
    return {path.relative_to(out).as_posix(): path.read_text("utf-8") for path in out.rglob("*.js")}


@pytest.mark.parametrize("browser", BROWSERS)
def test_each_packed_module_is_the_same_program(folder: Path, tmp_path: Path, browser: str) -> None:
    need("The editors of webmails")
    unpacked = tmp_path / "unpacked"
    with zipfile.ZipFile(folder / f"afterword-{browser}.zip") as archive:
        archive.extractall(unpacked)
    modules = sorted(path.relative_to(unpacked) for path in unpacked.rglob("*.js"))
    ours = programs(EXTENSION, (EXTENSION / path for path in modules), tmp_path / "ours")
    assert len(ours) == len(modules)
    assert programs(unpacked, (unpacked / path for path in modules), tmp_path / "theirs") == ours


@pytest.mark.parametrize(
    ("module", "packed_as"),
    [
        ("const a = /** @type {A} */ (b);", "const a = (b);"),
        ("(/** @type {A} */ a, /** @type {{b: `c`}} */ b) => a / b;", "(a, b) => a / b;"),
        ('"/** no */" + "\\"/** no */";', None),
        ("'/** no */ \"' + '/** no */';", None),
        ('`/** no */ ${`${{ a: "}" }.a} /** no */`} /** no */`;', None),
        ("`\n\n/** no */ \\` /** no */`;", None),
        (
            "a.replace(/[/]\\/** no */g, /\"/, /'/, /** @type {A} */ (b));",
            "a.replace(/[/]\\/** no */g, /\"/, /'/, (b));",
        ),
        ("(a) => /\\/** no */.test(a);", None),
        ("a / b; // don't\n/** @type {A} */ (c) / d;", "a / b; // don't\n(c) / d;"),
    ],
)
def test_what_only_looks_like_a_comment_stays(
    tmp_path: Path, module: str, packed_as: str | None
) -> None:
    (tmp_path / "one.js").write_text(f"x = {module}", encoding="utf-8")
    extension.write(tmp_path / "one.zip", tmp_path, "chrome")
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.read("one.js").decode() == f"x = {packed_as or module}"


@pytest.mark.parametrize("browser", BROWSERS)
def test_each_store_sees_no_key_of_the_other(folder: Path, browser: str) -> None:
    ours: dict[str, Any] = json.loads((EXTENSION / "manifest.json").read_text())
    manifest = json.loads(packed(folder, browser)["manifest.json"])
    background = ours["background"]
    if browser == "chrome":
        del ours["browser_specific_settings"], background["scripts"]
    else:
        del ours["minimum_chrome_version"], background["service_worker"]
    assert manifest == ours


@pytest.mark.parametrize("browser", BROWSERS)
def test_it_is_small(folder: Path, browser: str) -> None:
    assert (folder / f"afterword-{browser}.zip").stat().st_size < MOST_BYTES


def test_the_same_source_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    run("extension", "pack", tmp_path / "again")
    for browser in BROWSERS:
        again = tmp_path / "again" / f"afterword-{browser}.zip"
        assert again.read_bytes() == (folder / again.name).read_bytes()


def test_what_a_host_says_of_its_own_stands_in_the_manifest(folder: Path, tmp_path: Path) -> None:
    own_id, updates = "afterword@example.edu", "https://www.example.edu/updates.json"
    options = ("--firefox-id", own_id, "--firefox-updates", updates, "--version", "0.1.0.1")
    made = run("extension", "pack", tmp_path, *options)
    assert made.exit_code == 0, made.output
    for browser in BROWSERS:
        ours, theirs = packed(folder, browser), packed(tmp_path, browser)
        manifest = json.loads(ours.pop("manifest.json")) | {"version": "0.1.0.1"}
        if browser == "firefox":
            manifest["browser_specific_settings"]["gecko"] |= {"id": own_id, "update_url": updates}
        assert json.loads(theirs.pop("manifest.json")) == manifest
        assert theirs == ours


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--firefox-id", ""], "'' is no id of an add-on"),
        (["--firefox-id", "afterword"], "Write one such as afterword@example.edu"),
        (["--firefox-id", "söhne@example.edu"], "is no id of an add-on"),
        (["--firefox-id", f"{'a' * 80}@example.edu"], "at most 80"),
        (["--firefox-id", "a@b", "--firefox-updates", "http://a.example/u"], "from https:// on"),
        (["--firefox-id", "a@b", "--firefox-updates", "https://a.example"], "no address of a file"),
        (["--firefox-updates", "https://a.example/u"], "needs --firefox-id"),
        (["--version", "1.2.3.4.5"], "Write one to four numbers up to 65535"),
        (["--version", "1.02"], "'1.02' is no version"),
        (["--version", "65536"], "'65536' is no version"),
        (["--version", "0.0"], "'0.0' is no version"),
        (["--version", "v2"], "'v2' is no version"),
    ],
)
def test_what_no_browser_takes_is_refused_with_its_cure(
    tmp_path: Path, options: list[str], words: str
) -> None:
    refused = run("extension", "pack", tmp_path / "out", *options)
    assert refused.exit_code == 2
    assert words in " ".join(refused.stderr.split())
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("id", ["@example.edu", "{0A1b2c3d-0000-4000-8000-0123456789ab}"])
def test_each_form_of_an_id_is_taken(tmp_path: Path, id: str) -> None:
    assert run("extension", "pack", tmp_path, "--firefox-id", id).exit_code == 0
