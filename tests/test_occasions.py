"""Occasions: one page for each situation, each with its email, its times and its pitfalls."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask import Flask

from afterword.content import catalogue
from afterword.content.errors import ContentError
from afterword.content.model import Occasion
from afterword.content.occasions import load_occasions
from afterword.settings import Settings

OCCASIONS = load_occasions(Settings().site_dir / "occasions")
BULLET = re.compile(r"^- .+$", re.MULTILINE)
PAGE = """\
+++
title = "You met one person"
answer = "Write today."
door = "had-an-interview"
order = 1
templates = ["thank-you-one-interviewer"]
reviewed = 2026-11-25
+++
## What matters

Thanks.

## Pitfalls

None.

## When not to write

Never.
"""


def test_every_template_has_an_occasion(app: Flask) -> None:
    shown = {template for occasion in OCCASIONS for template in occasion.templates}
    templates = app.extensions["afterword"].content.templates
    assert sorted(set(templates) - shown) == [], "name them in the `templates` of an occasion"


def test_a_template_stands_first_on_one_page_only_and_behind_the_same_door(app: Flask) -> None:
    templates = app.extensions["afterword"].content.templates
    first = [occasion.templates[0] for occasion in OCCASIONS]
    twice = sorted({id for id in first if first.count(id) > 1})
    assert twice == [], "these stand first on two pages: name another one first"
    for occasion in OCCASIONS:
        assert templates[occasion.templates[0]].door == occasion.door, occasion.path


def test_occasions_and_their_templates_are_ranked_alike(app: Flask) -> None:
    templates = app.extensions["afterword"].content.templates
    for door in ("had-an-interview", "waiting", "got-an-answer"):
        ranked = [o.templates[0] for o in OCCASIONS if o.door == door]
        cure = "give the occasion and its first template the same `order`"
        assert ranked == sorted(ranked, key=lambda id: templates[id].order), cure


@pytest.mark.parametrize("occasion", OCCASIONS, ids=lambda occasion: occasion.id)
def test_every_pitfall_leads_to_its_guideline(occasion: Occasion) -> None:
    pitfalls = BULLET.findall(occasion.sections[1].markdown)
    assert len(pitfalls) >= 3, f"{occasion.path}: name three pitfalls or more"
    assert [words for words in pitfalls if "](/" not in words] == []
    assert BULLET.findall(occasion.sections[2].markdown), f"{occasion.path}: list when not to write"


def test_the_page_shows_the_email_and_the_times_of_its_template(app: Flask) -> None:
    templates = app.extensions["afterword"].content.templates
    for occasion in OCCASIONS:
        html = app.test_client().get(f"/occasions/{occasion.id}/").text
        template = templates[occasion.templates[0]]
        for words in (occasion.answer, template.earliest, template.usual, template.latest):
            assert words in html.replace("&#39;", "'"), occasion.id
        assert html.count('data-slot="') > 3


def test_a_page_that_rests_on_no_source_says_so(app: Flask) -> None:
    for occasion in OCCASIONS:
        html = app.test_client().get(f"/occasions/{occasion.id}/").text
        assert occasion.sources or "this page is our own judgement" in html, occasion.id


def test_an_occasion_that_is_not_there(app: Flask) -> None:
    assert app.test_client().get("/occasions/nothing/").status_code == 404


def test_a_page_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "one-person.md").write_text(PAGE, encoding="utf-8")
    (occasion,) = load_occasions(tmp_path)
    assert (occasion.id, occasion.order, occasion.sources) == ("one-person", 1, ())
    assert [section.title for section in occasion.sections] == [
        "What matters",
        "Pitfalls",
        "When not to write",
    ]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"Write today."', f'"{"word " * 31}"', "31 words"),
        ("had-an-interview", "lobby", "had-an-interview, waiting, got-an-answer"),
        ('["thank-you-one-interviewer"]', "[]", "no template"),
        ('["thank-you-one-interviewer"]', '["Thank you"]', "not an id"),
        ("## Pitfalls", "## Traps", "not as they should be"),
        ("order = 1", "order = 1\nrank = 2", "`rank` is not known"),
    ],
)
def test_a_bad_page_is_named(tmp_path: Path, old: str, new: str, words: str) -> None:
    path = tmp_path / "one-person.md"
    path.write_text(PAGE.replace(old, new), encoding="utf-8")
    with pytest.raises(ContentError, match=re.escape(words)) as caught:
        load_occasions(tmp_path)
    assert caught.value.path == path


def test_a_template_that_is_not_there_stops_the_start(tmp_path: Path) -> None:
    page = tmp_path / "occasions" / "one-person.md"
    page.parent.mkdir()
    page.write_text(PAGE.replace("thank-you-one-interviewer", "thank-you-nobody"), "utf-8")
    settings = Settings()
    with pytest.raises(ContentError, match="names thank-you-nobody, which is not there") as caught:
        catalogue.read(settings.guidelines_dir, settings.templates_dir, tmp_path)
    assert (caught.value.path, caught.value.line) == (page, 6)
