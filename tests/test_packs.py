"""A career centre's pack, laid over the content: one example from end to end, and every fault."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from afterword import create_app
from afterword.api import PREFIX
from afterword.packs import accepted, colours
from afterword.places import PACKAGE
from afterword.settings import Settings
from tests import site_files
from tests.command_line import run
from tests.drafts import NORTHWIND, with_broken
from tests.site_files import Document

ROOT = Path(__file__).parents[1]
OURS = {
    "guidelines": PACKAGE / "guidelines",
    "templates": PACKAGE / "templates",
    "pages": ROOT / "site" / "pages",
    "occasions": ROOT / "site" / "occasions",
}


def command(*words: object) -> tuple[int, str]:
    """Run the command line; return its status and all that it said."""
    result = run(*words)
    return result.exit_code, " ".join(result.output.split())


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the example that a test may spoil."""
    return Path(shutil.copytree(NORTHWIND, tmp_path / "northwind"))


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return create_app(Settings(pack=(str(NORTHWIND),))).test_client()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    directory = tmp_path_factory.mktemp("pack") / "site"
    status, said = command("site", "build", "--pack", NORTHWIND, directory)
    assert (status, said) == (0, f"Wrote {len(files(directory))} files into {directory}")
    return site_files.read(directory)


def files(directory: Path) -> list[Path]:
    return [path for path in directory.rglob("*") if path.is_file() and path.name[0] != "."]


def test_the_service_serves_the_packs_templates_beside_ours(client: FlaskClient) -> None:
    served = {t["id"]: t for t in client.get(f"{PREFIX}/templates").get_json()["templates"]}
    assert served["thank-you-panel"]["title"] == "Thank you: one of a Northwind panel"
    assert served["autumn-fair"]["occasion"].startswith("You talked with an employer")
    assert "thank-you-one-interviewer" in served


def test_a_threshold_of_the_pack_decides_and_is_told(client: FlaskClient) -> None:
    sentence = "Thank you for the long talk about the bridge drawings of your juniors. "
    body = f"Dear Dana,\n\n{sentence * 17}\n\nKind regards,\nPriya Nair"
    report = client.post(f"{PREFIX}/checks", json={"kind": "thank-you", "body": body}).get_json()
    (finding,) = [found for found in report["findings"] if found["check"] == "too-long"]
    assert "221 words" in finding["message"]
    page = client.get(f"{PREFIX}/guidelines/be-concise").get_json()
    (check,) = [check for check in page["details"] if check["check"] == "too-long"]
    assert {o["name"]: o["default"] for o in check["options"]}["words"] == 200


def test_the_service_says_whose_texts_they_are(client: FlaskClient) -> None:
    host = client.get(f"{PREFIX}/health").get_json()["host"]
    assert host["name"] == "Careers at Northwind University"
    assert host["colours"]["light"] == {"accent": "#7a1f2b", "accent-wash": "#f6e3e5"}
    assert host["links"][0]["title"] == "Book an appointment"
    assert create_app().test_client().get(f"{PREFIX}/health").get_json()["host"] is None


def test_the_site_has_the_packs_name_colours_links_and_pages(site: dict[str, Document]) -> None:
    for page in site.values():
        assert page.path == "/" or page.title.endswith("· Northwind Careers")
        assert "https://careers.northwind.example/appointments" in page.links
        assert any(address.endswith("host/colours.css") for address in page.loaded)
        assert any(address.endswith("host/logo.svg") for address in page.loaded)
    assert "decide on the same evening" in site["/autumn-fair/"].text
    assert "/templates/autumn-fair/" in {
        path for path, _ in map(site["/autumn-fair/"].target, site["/autumn-fair/"].links)
    }
    assert "At Northwind, employers" in site["/guidelines/thank-within-a-day/"].text
    assert "200 words" in " ".join(site["/guidelines/be-concise/"].text.split())


def test_the_site_is_as_strict_as_ours(site: dict[str, Document]) -> None:
    assert [page.path for page in site.values() if page.inline] == []
    assert [a for page in site.values() for a in page.loaded if "//" in a] == []


def test_the_command_line_uses_the_pack_that_the_environment_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("AFTERWORD_PACK", str(NORTHWIND))
    assert "autumn-fair" in command("templates")[1]
    assert (
        "Subject: Thank you – [job title] interview at the autumn fair"
        in command("draft", "autumn-fair")[1]
    )


def test_a_check_says_what_the_pack_changes() -> None:
    status, said = command("pack", "check", NORTHWIND)
    assert status == 0
    for words in (
        "replaces templates/thank_you_panel.md",
        "adds templates/autumn_fair.md",
        "changes too-long.words: 300 → 200",
        "colours dark: accent, accent-ink, accent-wash",
        "links to Book an appointment",
    ):
        assert words in said


def test_a_new_pack_can_be_used_and_nothing_goes_over_it(tmp_path: Path) -> None:
    folder = tmp_path / "example-university"
    folder.mkdir()
    assert command("pack", "new", folder)[0] == 0
    assert "changes nothing yet" in command("pack", "check", folder)[1]
    assert command("pack", "check", folder)[0] == 0
    status, said = command("pack", "new", folder)
    assert status == 2
    assert "holds files already" in said


def test_packs_lie_on_one_another_the_last_on_top(tmp_path: Path) -> None:
    department = tmp_path / "nursing"
    command("pack", "new", department)
    write(department / "pack.toml", 'name = "Nursing"\nurl = "https://n.example/"\n')
    write(
        department / "templates" / "autumn_fair.md",
        (NORTHWIND / "templates" / "autumn_fair.md").read_text().replace("autumn fair", "open day"),
    )
    client = create_app(Settings(pack=(str(NORTHWIND), str(department)))).test_client()
    template = client.get(f"{PREFIX}/templates/autumn-fair").get_json()
    host = client.get(f"{PREFIX}/health").get_json()["host"]
    assert template["subject"] == "Thank you – {role} interview at the open day"
    assert (host["name"], host["links"][0]["title"]) == ("Nursing", "Book an appointment")
    assert host["colours"]["light"]["accent"] == "#7a1f2b"


def test_ours_that_changed_since_is_named_until_it_is_accepted(pack: Path) -> None:
    record = pack / "accepted.toml"
    lines = record.read_text().replace(
        accepted.fingerprint(OURS["templates"] / "thank_you_panel.md"), "0" * 16
    )
    write(record, lines)
    assert "compare with" in command("pack", "check", pack)[1]
    assert "2 of our files are replaced" in command("pack", "accept", pack)[1]
    assert "compare with" not in command("pack", "check", pack)[1]


def test_the_examples_own_record_is_in_step() -> None:
    changed = [item.place for item in accepted.laid(NORTHWIND, OURS) if item.changed]
    assert changed == [], (
        "compare them with ours, then: afterword pack accept tests/packs/northwind"
    )


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("pack.toml", 'name = "Careers', 'nom = "Careers', "pack.toml:2: `name` is missing"),
        ("pages/autumn-fair.md", "order = ", 'layout = "x"\norder = ', "5: There is no layout `x`"),
        ("pack.toml", "url = ", "website = ", "`url` is missing"),
        ("pack.toml", "https://careers.northwind.example/", "careers", "no web address"),
        ("pack.toml", "https://careers.northwind.example/", "https://", "no web address"),
        ("pack.toml", "https://careers.northwind.example/", "https://a b", "no web address"),
        ("pack.toml", "logo.svg", "logo.gif", "pack.toml:5: `logo.gif` cannot be the logo"),
        ("pack.toml", "logo.svg", "mark.svg", "pack.toml:5: The logo mark.svg is not there"),
        ("pack.toml", "logo.svg", "../logo.svg", "cannot be the logo"),
        ("pack.toml", "#7a1f2b", "#c88", "pack.toml:8: `accent` is '#c88'. Write it as"),
        (
            "pack.toml",
            "#7a1f2b",
            "#cc8888",
            "pack.toml:8: In light, accent on paper has a contrast",
        ),
        ("pack.toml", "accent-ink", "accent-inc", "`accent-inc` is not a colour of the design"),
        ("pack.toml", "[colours.dark]", "[colours.night]", "`night` is not known here"),
        ("pack.toml", "too-long", "too-lang", "pack.toml:16: There is no check too-lang"),
        ("pack.toml", "words = 200", "lines = 200", "too-long has no threshold `lines`"),
        ("pack.toml", "words = 200", "words = 20.5", "`words` counts whole words"),
        ("pack.toml", "words = 200", "words = -1", "`words` is not a number from 0"),
        ("pack.toml", "words = 200", "words = 1000001", "16: `words` is too large. Use 1000000 at"),
        ("pack.toml", "words = 200", f"words = {'9' * 5000}", "not TOML"),
        ("pack.toml", "words = 200", 'words = "many"', "`words` is not a number from 0"),
        ("pack.toml", "[[links]]", "[links]", "not TOML"),
        ("pack.toml", 'name = "', f'name = {"[" * 5000}"', "not TOML: it has too many tables"),
        ("templates/autumn_fair.md", "{heard}", "{herd}", "{herd} is not a known field"),
        (
            "templates/autumn_fair.md",
            "thank-within-a-day",
            "thank-soon",
            "thank-soon, which is not",
        ),
        ("pages/autumn-fair.md", "title =", "titel =", "`title` is missing"),
        (
            "guidelines/thank_within_a_day/guideline.md",
            'checks = ["late-thank-you"]',
            'checks = ["late-thanks"]',
            "The ### headings and `checks` differ. Write one ### for each: late-thanks",
        ),
    ],
)
def test_a_fault_is_said_with_file_line_and_cure(
    pack: Path, file: str, old: str, new: str, words: str
) -> None:
    text = (pack / file).read_text(encoding="utf-8")
    assert old in text
    write(pack / file, text.replace(old, new, 1))
    status, said = command("pack", "check", pack)
    assert status == 2
    assert words in said
    assert "northwind" in said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('colours = "red"', "3: `colours` is not a table. Write [colours]."),
        ('[colours]\nlight = "red"', "4: `light` is not a table. Write [colours.light]."),
        (
            "[thresholds]\ntoo-long = 3",
            "4: `too-long` is not a table. Write [thresholds.too-long].",
        ),
    ],
)
def test_what_should_be_a_table_is_told_by_its_whole_name(
    tmp_path: Path, text: str, words: str
) -> None:
    write(tmp_path / "pack.toml", f'name = "X"\nurl = "https://x.example/"\n{text}\n')
    status, said = command("pack", "check", tmp_path)
    assert status == 2
    assert f"pack.toml:{words}" in said


@pytest.mark.parametrize("name", ['a "pack"', "back\\slash", "my-pack_2"])
def test_a_new_pack_may_stand_in_a_folder_of_any_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "packs" / name
    assert command("pack", "new", folder)[0] == 0
    status, said = command("pack", "check", folder)
    assert (status, said.startswith("Careers at ")) == (0, True)
    assert "Careers at ," not in said


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("template/x.md", "Perhaps it belongs to templates."),
        ("templates/deep/x.md", "Nothing reads this file in templates."),
        ("templates/x.txt", "Nothing reads this file in templates."),
        ("guidelines/thank_within_a_day/check.py", "A pack runs no code."),
        ("settings.toml", "Nothing reads this file in a pack."),
    ],
)
def test_a_file_that_nobody_would_read_is_named(pack: Path, place: str, words: str) -> None:
    write(pack / place, "")
    status, said = command("pack", "check", pack)
    assert status == 2
    assert words in said


def test_a_page_says_itself_whether_it_stands_in_the_menus(pack: Path) -> None:
    page = pack / "pages" / "autumn-fair.md"
    text = page.read_text(encoding="utf-8")
    write(
        page, text.replace("section = ", 'short_title = "Fair"\nmenu = 2\nfooter = 1\nsection = ')
    )
    html = create_app(Settings(pack=(str(pack),))).test_client().get("/").text
    menu, footer = (
        re.search(rf"<{part} .*?</{part}>", html, re.DOTALL) for part in ("nav", "footer")
    )
    assert menu and footer
    titles = [re.findall(r"<a [^>]*>([^<]+)</a>", part[0]) for part in (menu, footer)]
    assert titles[0][:4] == ["Occasions", "Fair", "Guidelines", "Templates"]
    assert "Fair" not in titles[1]
    assert titles[1][0] == "The autumn fair at Northwind"
    assert titles[1][-1] == "All pages"


def test_a_logo_that_is_too_heavy_is_refused(pack: Path) -> None:
    write(pack / "logo.svg", "<svg>" + " " * 40_000 + "</svg>")
    assert "Make it smaller than 30,000" in command("pack", "check", pack)[1]


def test_a_logo_may_have_any_name(pack: Path) -> None:
    (pack / "logo.svg").rename(pack / "<b> our logo.SVG")
    text = (pack / "pack.toml").read_text(encoding="utf-8")
    write(pack / "pack.toml", text.replace("logo.svg", "<b> our logo.SVG"))
    client = create_app(Settings(pack=(str(pack),))).test_client()
    assert 'src="host/logo.svg"' in client.get("/").text
    assert client.get("/host/logo.svg", buffered=True).mimetype == "image/svg+xml"


def test_a_pack_that_is_not_there_is_named(tmp_path: Path) -> None:
    status, said = command("site", "build", "--pack", tmp_path / "none", tmp_path / "out")
    assert status == 2
    assert "There is no such folder." in said


def test_an_email_that_is_not_what_it_says_is_told(pack: Path) -> None:
    template = pack / "templates" / "autumn_fair.md"
    text = template.read_text(encoding="utf-8")
    write(template, text.replace("Dear {interviewer},", "Hey {interviewer}!!!"))
    status, said = command("pack", "check", pack)
    assert status == 1
    assert "autumn_fair.md:1: Filled with its examples it raises" in said


def test_two_templates_of_one_title_are_told(pack: Path) -> None:
    template = pack / "templates" / "autumn_fair.md"
    text = template.read_text(encoding="utf-8")
    write(template, text.replace("Thank you: the autumn fair", "Thank you: One interviewer"))
    status, said = command("pack", "check", pack)
    assert status == 1
    assert "autumn_fair.md:1: Another template has the same title" in said
    assert "thank_you_one" not in said


@pytest.mark.parametrize(
    ("file", "text", "words"),
    [
        ("pages/autumn-fair.md", "[x](/spring-fair/)", "/autumn-fair/ links to /spring-fair/"),
        ("pages/autumn-fair.md", "{too-lang.words}", "/autumn-fair/ names {too-lang.words}"),
        (
            "guidelines/thank_within_a_day/guideline.md",
            "{days}",
            "/guidelines/thank-within-a-day/#late-thank-you names {days}",
        ),
    ],
)
def test_a_page_that_cannot_be_drawn_is_told(pack: Path, file: str, text: str, words: str) -> None:
    write(pack / file, f"{(pack / file).read_text(encoding='utf-8')}\n{text}\n")
    status, said = command("pack", "check", pack)
    assert status == 1
    assert f"{pack / file}:1: {words}" in said
    assert "The pack can be used" not in said


def test_colours_of_the_design_can_be_read() -> None:
    ours = colours.palette(Settings().tokens.read_text(encoding="utf-8"))
    assert ours.keys() == {"light", "dark"}
    for scheme in ours.values():
        assert list(colours.faint(scheme)) == []


def test_contrast_is_that_of_the_standard() -> None:
    assert colours.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert colours.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert colours.contrast("#123456", "#123456") == 1


def test_a_pack_in_the_settings_file_lies_beside_it(tmp_path: Path) -> None:
    shutil.copytree(NORTHWIND, tmp_path / "ours")
    write(tmp_path / "afterword.toml", 'pack = ["ours"]\n')
    from afterword.settings import load

    assert load(tmp_path / "afterword.toml", {}).packs == ((tmp_path / "ours").resolve(),)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_the_page_for_career_centres_names_every_part_of_a_pack() -> None:
    page = (ROOT / "site" / "pages" / "career-centres.md").read_text(encoding="utf-8")
    for words in ("templates", "guidelines", "occasions", "pages", "pack.toml"):
        assert re.search(rf"`{words}/?", page), words


def test_a_check_that_breaks_proves_no_email(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = with_broken("shouting")
    monkeypatch.setattr("afterword.engine.registry.load", lambda: broken)
    status, said = command("pack", "check", NORTHWIND)
    assert status == 1
    assert "autumn_fair.md:1: The check shouting could not run: ValueError at " in said
