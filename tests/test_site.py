"""The built site: whole, light, strict, and the same as the served one."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from collections import Counter
from html import unescape
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from flask import Flask

from afterword import create_app, pages
from afterword.api.openapi import OPERATIONS
from afterword.cli import COMMANDS
from afterword.content import fill, render
from afterword.content.errors import ContentError
from afterword.pages import moved, routes, served, shared
from afterword.pages.addresses import relative
from afterword.pages.advice import AGREEMENT
from afterword.pages.freeze import BuildError
from afterword.settings import TABLE, Settings
from tests import site_files
from tests.command_line import run
from tests.e2e.layouts import LAYOUTS
from tests.site_files import Document

ROOT = Path(__file__).parents[1]
FIRST_LOAD = 60_000
"""Bytes of a page with all that it loads by itself, not compressed."""
PICTURE = 80_000
"""Bytes of a picture, of which a page has one and loads one."""


@pytest.fixture(scope="module")
def app() -> Flask:
    return create_app()


@pytest.fixture(scope="module")
def built(app: Flask, tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("site") / "out"
    pages.build(app, directory)
    return directory


@pytest.fixture(scope="module")
def site(built: Path) -> dict[str, Document]:
    return site_files.read(built)


def test_every_link_leads_to_a_page_and_a_passage_that_exist(
    built: Path, site: dict[str, Document]
) -> None:
    dead = []
    for document in site.values():
        for link in document.links:
            if link.startswith(("https:", "http:")):
                continue
            path, fragment = document.target(link)
            if not site_files.file(built, path).is_file():
                dead.append(f"{document.path}: {link}")
            elif fragment and fragment not in site[path].ids:
                dead.append(f"{document.path}: {link}, no such passage")
    assert dead == []


def test_every_page_is_reached_by_links_from_the_start_page(site: dict[str, Document]) -> None:
    reached, waiting = {"/404.html"}, ["/"]
    while waiting:
        path = waiting.pop()
        if path in reached:
            continue
        reached.add(path)
        document = site[path]
        waiting += [
            document.target(link)[0]
            for link in document.links
            if not link.startswith(("https:", "http:"))
        ]
    assert set(site) - reached == set()


def test_every_guideline_is_one_link_away_from_the_start_page(
    app: Flask, site: dict[str, Document]
) -> None:
    near = {site["/"].target(link)[0] for link in site["/"].links}
    everything = app.extensions["afterword"].content.guidelines
    assert {f"/guidelines/{id}/" for id in everything} <= near


def test_each_page_says_what_it_is(site: dict[str, Document]) -> None:
    titles = Counter(document.title for document in site.values())
    assert [title for title, count in titles.items() if count > 1 or not title.strip()] == []
    assert {document.lang for document in site.values()} == {"en"}


def test_what_a_search_engine_shows_says_what_the_page_is_for(site: dict[str, Document]) -> None:
    for path, document in site.items():
        (said,) = re.findall(r'<meta name="description" content="([^"]+)">', document.html)
        assert len(unescape(said)) <= 165, path
        assert len(document.title) <= 70, path
        if path.startswith("/occasions/") and path != "/occasions/":
            assert ": what to write ·" in document.title, path
        if path.startswith("/templates/") and path != "/templates/":
            assert " (template) ·" in document.title, path
            assert "An email to fill in. When: " in said, path
    assert '<meta name="robots" content="noindex">' in site["/404.html"].html


def test_headings_begin_with_one_title_and_skip_no_level(site: dict[str, Document]) -> None:
    for document in site.values():
        levels = [level for level, _ in document.headings]
        assert levels.count(1) == 1, document.path
        assert levels[0] == 1, document.path
        steps = [after - before for before, after in pairwise(levels)]
        assert max(steps, default=0) <= 1, (document.path, document.headings)
        assert all(words.strip() for _, words in document.headings), document.path


def test_no_name_of_a_passage_stands_twice_on_a_page(site: dict[str, Document]) -> None:
    for document in site.values():
        twice = [id for id, count in Counter(document.ids).items() if count > 1]
        assert twice == [], document.path


def test_nothing_inline_that_a_strict_policy_refuses(site: dict[str, Document]) -> None:
    assert {document.path: document.inline for document in site.values() if document.inline} == {}


def test_nothing_is_asked_of_another_host(built: Path, site: dict[str, Document]) -> None:
    for document in site.values():
        foreign = [
            address
            for address in document.loaded + document.later
            if re.match(r"(\w+:)?//", address)
        ]
        assert foreign == [], document.path
    for sheet in (built / "assets").glob("*.css"):
        assert not re.search(r"@import|url\(", sheet.read_text(encoding="utf-8")), sheet.name


def test_addresses_are_relative_so_that_any_path_will_do(site: dict[str, Document]) -> None:
    for document in site.values():
        absolute = [
            link
            for link in document.links + document.loaded + document.later
            if link.startswith("/")
        ]
        if document.path == "/404.html":
            assert absolute, "a host shows it at any depth"
        else:
            assert absolute == [], document.path


def test_the_first_load_of_every_page_is_light(built: Path, site: dict[str, Document]) -> None:
    weights = {path: site_files.first_load(built, document) for path, document in site.items()}
    heavy = {path: weight for path, weight in weights.items() if weight > FIRST_LOAD}
    assert heavy == {}


def test_pictures_are_light_and_the_page_does_not_wait_for_them(
    built: Path, site: dict[str, Document]
) -> None:
    pictures = {
        site_files.file(built, document.target(name)[0])
        for document in site.values()
        for name in document.later
    }
    assert {picture.name for picture in pictures} == {"helper-light.webp", "helper-dark.webp"}
    assert [picture for picture in pictures if picture.stat().st_size > PICTURE] == []


def test_what_a_page_shares_with_the_extension_is_whole(built: Path) -> None:
    shipped = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]
    packed = shipped["build"]["targets"]["wheel"]["force-include"]
    for name in (*shared.FILES, "_locales/en/messages.json"):
        assert packed[f"extension/{name}"] == f"afterword/_extension/{name}"
    gone = [name for name in packed if not (ROOT / name).exists()]
    assert not gone, f"take these out of force-include in pyproject.toml: {gone}"
    for module in (built / "assets").rglob("*.js"):
        for wanted in site_files.imports(module):
            assert wanted.is_file(), f"{module.name} imports {wanted.name}: name it in shared.py"
    for name in shared.FILES:
        own = (ROOT / "extension" / name).read_bytes()
        assert (built / "assets" / "shared" / name).read_bytes() == own


def test_every_word_that_the_try_it_page_says_is_one_of_the_panel(built: Path) -> None:
    words = json.loads((built / "assets" / "shared" / "words.json").read_text(encoding="utf-8"))
    asked: set[str] = set()
    for module in (built / "assets").rglob("*.js"):
        code = module.read_text(encoding="utf-8")
        asked |= set(re.findall(r'\btext\("(\w+)"', code))
        asked |= set(re.findall(r'\breadAs\("(\w+)"', code))
    assert asked and asked <= set(words)


def test_a_static_host_says_that_it_has_no_service(built: Path) -> None:
    assert json.loads((built / "api/v1/health").read_text()) == {"status": "no service"}


def test_a_guideline_answers_before_anything_else(app: Flask, site: dict[str, Document]) -> None:
    for id, guideline in app.extensions["afterword"].content.guidelines.items():
        words = " ".join(site[f"/guidelines/{id}/"].text.split())
        assert f"{guideline.title} {guideline.answer}" in words, id


def test_the_page_of_sources_explains_each_word_for_how_far_advice_agrees(
    app: Flask, site: dict[str, Document]
) -> None:
    explained = site["/sources/"].text
    for id, guideline in app.extensions["afterword"].content.guidelines.items():
        _, name, _ = AGREEMENT[guideline.agreement]
        assert f"{name}." in site[f"/guidelines/{id}/"].text, id
        assert f"we say “{name.lower()}”" in explained, id


def test_every_finding_has_its_passage(app: Flask, site: dict[str, Document]) -> None:
    for guideline in app.extensions["afterword"].content.guidelines.values():
        document = site[f"/guidelines/{guideline.id}/"]
        assert set(guideline.checks) <= set(document.ids), guideline.id
        assert document.text.count("it stays quiet for this draft") == bool(guideline.checks)


def test_thresholds_stand_on_the_page_as_the_check_has_them(
    app: Flask, site: dict[str, Document]
) -> None:
    for entry in app.extensions["afterword"].registry.entries:
        text = site[f"/guidelines/{entry.guideline}/"].text
        for option in entry.check.options.values():
            assert f"{option.default:g} {option.unit}" in text, entry.check.id
            assert option.help in text, entry.check.id


def test_every_example_is_drawn_and_none_shows_its_notation(
    app: Flask, site: dict[str, Document]
) -> None:
    for guideline in app.extensions["afterword"].content.guidelines.values():
        document = site[f"/guidelines/{guideline.id}/"]
        assert document.html.count('<figure class="note') == len(guideline.examples)
        assert "⟦" not in document.text
        assert "Kind: " not in document.text
        marks = sum(bool(example.marks) for example in guideline.examples)
        assert document.html.count('<small class="tag">weak</small>') >= marks


def test_a_template_can_be_read_and_copied_without_scripts(
    app: Flask, site: dict[str, Document]
) -> None:
    for template in app.extensions["afterword"].content.templates.values():
        html = site[f"/templates/{template.id}/"].html
        plain = html.partition('<ul class="questions plain-list without-script">')[2]
        for field in template.fields:
            assert f"[{field.blank}]" in html.replace("&#39;", "'")
            assert field.question in plain.replace("&#39;", "'").replace("&#34;", '"')


def test_a_template_can_be_read_filled_in(app: Flask, site: dict[str, Document]) -> None:
    for template in app.extensions["afterword"].content.templates.values():
        filled = fill.fill(template, fill.examples(template))
        text = site[f"/templates/{template.id}/"].text.partition("Read one that is filled in")[2]
        assert filled.blanks == (), template.id
        assert filled.subject in text, template.id
        assert filled.body_text in text, template.id
        subjects = re.findall(r'<dd class="subject"[^>]*>', site[f"/templates/{template.id}/"].html)
        assert len(subjects) == 2, template.id
        assert all('dir="auto"' in subject for subject in subjects), template.id


def test_the_search_index_holds_every_page_and_the_words_that_readers_use(
    built: Path, site: dict[str, Document]
) -> None:
    index = json.loads((built / "search-index.json").read_text(encoding="utf-8"))
    paths = {"/" + entry["path"] for entry in index["entries"]}
    assert paths == set(site) - {"/404.html", "/all/"}
    assert {"chase", "nudge", "check in", "cv"} <= set(index["synonyms"])


def test_every_command_setting_and_endpoint_is_described(site: dict[str, Document]) -> None:
    developers, api = site["/developers/"].text, site["/developers/api/"].text
    assert [name for name in COMMANDS if f"afterword {name}" not in developers] == []
    assert [row.name for row in TABLE if row.name not in developers] == []
    assert [item.path for item in OPERATIONS if f"/api/v1{item.path}" not in api] == []
    assert "Host or null." in " ".join(api.split())


def test_both_copies_of_the_design_tokens_are_equal() -> None:
    extension = ROOT / "extension" / "design" / "tokens.css"
    assert (ROOT / "site" / "assets" / "tokens.css").read_bytes() == extension.read_bytes()


def test_the_service_serves_the_same_pages(app: Flask, site: dict[str, Document]) -> None:
    client = app.test_client()
    policy = re.compile(r'\n +<meta http-equiv="Content-Security-Policy"[^>]*>')
    for path, document in site.items():
        if path == "/404.html":
            continue
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert answer.text == policy.sub("", document.html), path
        assert "unsafe" not in answer.headers["Content-Security-Policy"]


def test_an_address_that_leads_nowhere_offers_ways_on(app: Flask) -> None:
    answer = app.test_client().get("/guidelines/nothing/here")
    assert answer.status_code == 404
    document = Document("/guidelines/nothing/here", answer.text)
    assert {"/", "/guidelines/", "/templates/", "/all/"} <= {
        document.target(link)[0] for link in document.links
    }
    assert app.test_client().get("/api/v1/nothing").is_json


def test_the_page_for_missing_addresses_knows_where_the_site_stands(
    app: Flask, tmp_path: Path
) -> None:
    pages.build(app, tmp_path / "out", base="/careers/notes/")
    lost = (tmp_path / "out" / "404.html").read_text(encoding="utf-8")
    assert 'href="/careers/notes/guidelines/"' in lost
    assert 'href="/careers/notes/assets/style.css"' in lost


@pytest.mark.parametrize("base", ["https://example.edu/careers/notes", "http://example.edu:8080"])
def test_a_site_with_an_address_tells_search_engines_where_each_page_stands(
    app: Flask, site: dict[str, Document], tmp_path: Path, base: str
) -> None:
    pages.build(app, tmp_path / "out", base)
    named = {}
    for path, document in site_files.read(tmp_path / "out").items():
        named[path] = re.findall(r'<link rel="canonical" href="([^"]+)">', document.html)
        assert not any(link.startswith(base) for link in document.links), path
    assert named.pop("/404.html") == []
    assert named == {path: [base + path] for path in site if path != "/404.html"}

    listed = ElementTree.parse(tmp_path / "out" / "sitemap.xml").getroot()
    places = [entry.findtext("{*}loc") for entry in listed]
    assert places == sorted(base + path for path in named)
    days = [entry.findtext("{*}lastmod") for entry in listed]
    known = app.extensions["afterword"].content
    assert len(list(filter(None, days))) == len(known.guidelines) + len(known.occasions)


def test_a_site_that_knows_no_address_names_none(built: Path, site: dict[str, Document]) -> None:
    assert not (built / "sitemap.xml").exists()
    assert [path for path, page in site.items() if "canonical" in page.html] == []


def test_every_layout_is_looked_at_in_browsers() -> None:
    layouts = {path.stem for path in (ROOT / "site" / "layouts").glob("[!_]*.html")}
    assert set(LAYOUTS) == layouts - {"base", "moved"}, "tests/e2e/layouts.py"


def test_no_address_that_was_published_ever_dies(app: Flask) -> None:
    client = app.test_client()
    published = (ROOT / "site" / "addresses.txt").read_text(encoding="utf-8").split()
    dead = [path for path in published if client.get(path).status_code not in {200, 301}]
    assert dead == [], "site/moved.toml: say where these stand now"


def test_the_pages_are_those_that_a_renamed_one_may_lead_to(
    app: Flask, site: dict[str, Document]
) -> None:
    known = routes.paths(app.extensions[served.KEY])
    assert known == {path for path in site if path.endswith("/")}


@pytest.fixture
def renamed(tmp_path: Path) -> Path:
    """A copy of the site in which two pages were renamed to one, and one was renamed."""
    source = tmp_path / "site"
    shutil.copytree(ROOT / "site", source)
    (source / moved.FILE).write_text(
        '[[moved]]\nold = "/why/stand-out/"\nnew = "/why/be-remembered/"\non = 2026-11-01\n'
        '[[moved]]\nold = "/why/shine/"\nnew = "/why/be-remembered/"\non = 2026-11-02\n'
        '[[moved]]\nold = "/dates/"\nnew = "/when/"\non = 2026-11-03\n',
        encoding="utf-8",
    )
    return source


def test_a_renamed_page_is_found_at_its_old_address(renamed: Path, tmp_path: Path) -> None:
    app = create_app(Settings(site_dir=renamed))
    answer = app.test_client().get("/why/shine/")
    assert (answer.status_code, answer.headers["Location"]) == (301, "../be-remembered/")

    out = tmp_path / "out"
    pages.build(app, out, base="/careers/")
    for old, new in (("why/stand-out/", "why/be-remembered/"), ("dates/", "when/")):
        html = (out / old / "index.html").read_text(encoding="utf-8")
        document = Document(f"/{old}", html)
        assert document.inline == []
        assert {document.target(link)[0] for link in document.links} == {f"/{new}"}
        (target,) = re.findall(r'http-equiv="refresh" content="0; url=([^"]+)"', html)
        assert document.target(target)[0] == f"/{new}"
    assert (out / "_redirects").read_text(encoding="utf-8") == (
        "/careers/why/stand-out/ /careers/why/be-remembered/ 301\n"
        "/careers/why/shine/ /careers/why/be-remembered/ 301\n"
        "/careers/dates/ /careers/when/ 301\n"
    )


@pytest.mark.parametrize("name", ["index", "guidelines", "templates", "occasions"])
def test_a_site_without_a_page_that_it_needs_is_refused(name: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "site", tmp_path / "site")
    file = tmp_path / "site" / "pages" / f"{name}.md"
    file.unlink()
    with pytest.raises(ContentError, match=r"The file is missing\. Write it, or mend") as caught:
        create_app(Settings(site_dir=tmp_path / "site"))
    assert caught.value.path == file


def _rows(*rows: tuple[str, str]) -> str:
    return "".join(f'[[moved]]\nold = "{a}"\nnew = "{b}"\non = 2026-11-01\n' for a, b in rows)


@pytest.mark.parametrize(
    ("text", "line", "fault"),
    [
        (_rows(("/when/", "/why/")), 1, "is a page again. Take its row out."),
        (_rows(("/old/", "/nowhere/")), 1, "no page is. Mend `new`."),
        (_rows(("/older/", "/old/"), ("/old/", "/why/")), 1, "moved on. Let /older/ lead"),
        (_rows(("/old/", "/why/"), ("/old/", "/when/")), 5, "in two rows. Keep one"),
        (_rows(("old", "/why/")), 1, 'not the address of a page. Write old = "/why/".'),
        ('[[moved]]\nold = "/old/"\n', 1, "`new` is missing."),
        ('[[move]]\nold = "/old/"\n', 1, "`move` is not known here."),
        ("[[moved\n", 1, "not TOML"),
    ],
)
def test_a_row_that_leads_nowhere_is_refused_with_file_line_and_cure(
    renamed: Path, tmp_path: Path, text: str, line: int, fault: str
) -> None:
    file = renamed / moved.FILE
    file.write_text(text, encoding="utf-8")
    result = run("site", "build", tmp_path / "out", AFTERWORD_SITE_DIR=str(renamed))
    assert result.exit_code == 2
    assert result.output.startswith(f"Error: {file}:{line}: ")
    assert fault in result.output


def test_a_build_replaces_only_what_an_earlier_build_made(app: Flask, tmp_path: Path) -> None:
    out = tmp_path / "out"
    pages.build(app, out)
    (out / "left-over.html").write_text("old", encoding="utf-8")
    pages.build(app, out)
    assert not (out / "left-over.html").exists()

    own = tmp_path / "thesis"
    own.mkdir()
    (own / "chapter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(BuildError, match="holds other files"):
        pages.build(app, own)
    assert (own / "chapter.txt").read_text(encoding="utf-8") == "mine"
    with pytest.raises(BuildError, match="is a file"):
        pages.build(app, own / "chapter.txt")


@pytest.mark.parametrize(
    ("url", "page", "expected"),
    [
        ("/guidelines/be-prompt/", "/guidelines/", "be-prompt/"),
        ("/guidelines/", "/guidelines/be-prompt/", "../"),
        ("/", "/guidelines/be-prompt/", "../../"),
        ("/guidelines/", "/guidelines/", "./"),
        ("/assets/style.css", "/why/stand-out/", "../../assets/style.css"),
        ("/a/#passage", "/b/", "../a/#passage"),
        ("/sub/assets/x.css", "/sub/not/here", "../assets/x.css"),
    ],
)
def test_relative_addresses(url: str, page: str, expected: str) -> None:
    assert relative(url, page) == expected


def test_a_date_is_told_as_one_and_so_is_never_broken() -> None:
    html = render.to_html("Seen on 2026-11-25 & <later>.", lambda path: path)
    assert html == "<p>Seen on <time>2026-11-25</time> &amp; &lt;later&gt;.</p>\n"


def test_html_in_markdown_is_shown_and_not_obeyed() -> None:
    html = render.to_html("<script>x</script> **bold**", lambda path: path)
    assert html == "<p>&lt;script&gt;x&lt;/script&gt; <strong>bold</strong></p>\n"


def test_a_threshold_that_is_no_option_is_refused() -> None:
    numbers = {"max-words": 250}
    filled = render.fill_thresholds("more than {max-words} words", numbers, "/why/")
    assert filled == "more than 250 words"
    with pytest.raises(LookupError, match=r"/why/ names \{max-word\}.* there are: max-words"):
        render.fill_thresholds("{max-word}", numbers, "/why/")


def test_marked_words_carry_a_word_and_keep_their_place_across_paragraphs() -> None:
    html = render.letter("One & two.\n\nThree four.", [(4, 17)], "weak")
    assert html == (
        '<p>One <mark>&amp; two.</mark><small class="tag">weak</small></p>\n'
        '<p><mark>Three</mark><small class="tag">weak</small> four.</p>'
    )


def test_what_changed_is_found_by_words_and_not_marked_when_all_is_new() -> None:
    before, after = "Hi there,\nthank you for today.", "Dear Dana,\nthank you for today."
    assert [after[start:end] for start, end in render.changed(before, after)] == ["Dear Dana,"]
    assert render.changed("One two three.", "Nothing here is the same at all.") == []
