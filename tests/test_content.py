"""Content files: all of ours can be read, and a bad one is named by file, line and cure."""

from __future__ import annotations

import string
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.content import catalogue, fill, guidelines, matter, pages, templates
from afterword.content.errors import ContentError
from afterword.content.model import Template, TemplateField
from afterword.content.slots import KNOWN
from afterword.settings import Settings
from tests.guideline_page import page

GUIDELINE = page(
    """\
Weak:

```email bad no-name-greeting
Kind: thank-you
Interviewer: Dana Lee <dana@acme.example>
Interviewer: Omar Said
Now: 2026-03-04T09:00+00:00
Attachments: 0
Subject: ⟦Thanks⟧ – interview

⟦Hi there,⟧

Thank you for ⟦a😀b⟧ today.
```

```email fixed
Hi Dana,

Thank you for a😀b today.
```

```email good
Subject: Thanks

Hi Dana,
```

~~~python
## not a heading
~~~
"""
)
TEMPLATE = """\
+++
title = "Thank you: one interviewer"
occasion = "You met one person."
door = "had-an-interview"
kind = "thank-you"
step = "thank"
order = 1
earliest = "an hour after"
usual = "the next morning"
latest = "two days after"
guidelines = ["greet-by-name"]

[[fields]]
name = "topic"
question = "What did you talk about?"
blank = "what you talked about"
example = "streaming"
+++
Subject: Thank you – {role} interview

Dear {interviewer},

Thank you for the talk about {topic}.
[[{sender_phone}]]
"""
FIELD = TEMPLATE[TEMPLATE.index("[[fields]]") : TEMPLATE.index("\n+++\nSubject")]
PAGE = """\
+++
title = "Why"
description = "Why to write."
section = "Reasons"
order = 2
aliases = ["reasons"]
+++
Text.
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


# Ours


def test_all_of_ours_can_be_read() -> None:
    settings = Settings()
    content = catalogue.read(settings.guidelines_dir, settings.templates_dir, settings.site_dir)
    folders = [path for path in settings.guidelines_dir.glob("[!_]*") if path.is_dir()]
    assert len(content.guidelines) == len(folders) > 0
    assert len(content.templates) >= 36
    assert len(content.occasions) >= 36
    for guideline in content.guidelines.values():
        lines = guideline.path.read_text(encoding="utf-8").split("\n")
        for example in guideline.examples:
            assert lines[example.line - 1].startswith(("```email", "~~~email"))
        for section in guideline.sections:
            assert lines[section.line - 2] == f"## {section.title}"


# Guidelines


def test_a_table_has_no_lines_of_another_that_ends_like_it() -> None:
    text = '[my.colours.dark]\nink = "#000"\n\n[colours]\nink = "#111"\n'
    colours = matter.whole(Path("pack.toml"), text).table("colours")
    with pytest.raises(ContentError, match=r"pack\.toml:4: `paper` is missing"):
        colours.text("paper")
    assert colours.line("ink") == 5


def test_a_guideline_is_read_whole(tmp_path: Path) -> None:
    path = write(tmp_path / "greet_by_name" / "guideline.md", GUIDELINE)
    write(tmp_path / "greet_by_name" / "cases.md", "# More\n\n```email good\n\nDear Dana,\n```\n")
    write(tmp_path / "__pycache__" / "x.md", "")
    (guideline,) = guidelines.load_guidelines(tmp_path)
    assert guideline.id == "greet-by-name"
    assert guideline.path == path
    assert guideline.reviewed.isoformat() == "2026-11-23"
    assert guideline.sources[0].year == 2017
    assert [section.title for section in guideline.sections] == list(guidelines.SECTIONS)
    assert "## not a heading" in guideline.sections[1].markdown
    assert [case.body for case in guideline.cases] == ["Dear Dana,"]
    bad, fixed, good = guideline.examples
    assert (bad.verdict, bad.check, bad.line) == (
        "bad",
        "no-name-greeting",
        line_of(GUIDELINE, "```email bad"),
    )
    assert bad.headers == {
        "kind": ("thank-you",),
        "interviewer": ("Dana Lee <dana@acme.example>", "Omar Said"),
        "now": ("2026-03-04T09:00+00:00",),
        "attachments": ("0",),
    }
    texts = {"subject": bad.subject or "", "body": bad.body}
    assert texts["subject"] == "Thanks – interview"
    assert [texts[mark.field][mark.start : mark.end] for mark in bad.marks] == [
        "Thanks",
        "Hi there,",
        "a😀b",
    ]
    assert (fixed.headers, fixed.subject) == (bad.headers, bad.subject)
    assert fixed.body == "Hi Dana,\n\nThank you for a😀b today."
    assert (good.headers, good.subject, good.body, good.marks) == ({}, "Thanks", "Hi Dana,", ())


@pytest.mark.parametrize(
    ("old", "new", "at", "words"),
    [
        ("+++\ntitle", "title", 1, "no front matter"),
        ("+++\n## Why", "## Why", 1, "does not end"),
        ('answer = "Open', "answer = Open", 3, "not TOML"),
        ('title = "Greet the person by name"\n', "", 2, "`title` is missing"),
        ('"Greet the person by name"', '""', 2, "not a line of text"),
        ('"Greet the person by name"', "7", 2, "not a line of text"),
        ('"Open with the name."', f'"{"word " * 31}"', 3, "31 words"),
        ('"consensus"', '"certain"', 4, "consensus, mixed, habit"),
        ('["thank-you"]', '["thanks"]', 5, "thank-you, follow-up"),
        ('["thank-you"]', "[]", 5, "thank-you, follow-up"),
        ('["thank-you"]', '"thank-you"', 5, "not a list"),
        ('["follow-up 3"]', '["a", "a"]', 6, "twice"),
        ('shares = ["misspelt-name"]', 'shares = ["Misspelt Name"]', 8, "not an id"),
        ("reviewed = 2026-11-23", 'reviewed = "today"', 10, "not a date"),
        ("reviewed = 2026", "review = 2026", 2, "`reviewed` is missing"),
        ("related = []", "related = []\nrelatives = []", 10, "`relatives` is not known"),
        ('"https://example.org/survey"', '"example.org"', 12, "web address"),
        ("year = 2017", 'year = "2017"', 12, "whole number"),
        ("year = 2017", "year = 20170000000000000000", 12, "too large"),
        ("[[sources]]", "sources = 3\n[[more]]", 12, "not a list of tables"),
        ("[[sources]]", "sources = []\n[[more]]", 12, "no source"),
        ('base = "about 300 managers"\n', "", 12, "`base` is missing"),
        ("base =", 'note = "x"\nbase =', 12, "`note` is not known"),
        ("## Why\n", "# Why\n", "# Why", "# heading"),
        ("## Why\n", "Text.\n\n## Why\n", "Text.", "above the first heading"),
        ("## Why\n", "## Reasons\n", "## Reasons", "not as they should be"),
        ("## When not\n\nNever.\n\n", "", "## What", "not as they should be"),
        ("### no-name-greeting", "### no-name", "### no-name", "differ"),
        ("### no-name-greeting", "no-name-greeting", "## What", "differ"),
        ("```email bad no-name-greeting", "```email bad", "```email bad", "not a kind of example"),
        ("```email bad no-name-greeting", "```email ugly", "```email ugly", "not a kind"),
        ("bad no-name-greeting", "bad no-recap", "```email bad", "neither"),
        ("```email bad no-name-greeting", "```email good", "```email good", "has marked words"),
        ("Kind: thank-you", "Kind: thanks", "Kind:", "cannot be read"),
        ("Kind: thank-you", "Mood: fine", "Mood:", "not a context line"),
        ("Kind: thank-you", "Kind thank-you", "Kind thank", "not a context line"),
        ("Attachments: 0", "Attachments: -1", "Attachments:", "below zero"),
        ("Attachments: 0", "Attachments: two", "Attachments:", "cannot be read"),
        ("Attachments: 0", "Kind: thank-you", "Kind: thank-you\nSubject", "twice"),
        ("Now: 2026-03-04T09:00+00:00", "Now: 2026-03-04T09:00", "Now:", "offset"),
        ("Omar Said", "Omar <Said", "Interviewer: Omar", "cannot be read"),
        ("⟦Hi there,⟧", "⟦Hi there,", "```email bad", "do not pair"),
        ("⟦Hi there,⟧", "Hi there,⟧", "```email bad", "do not pair"),
        ("⟦a😀b⟧", "⟦a😀b", "```email bad", "stays open"),
        ("Hi Dana,\n\nThank", "Kind: thank-you\n\nThank", "```email fixed", "context lines"),
        (
            "```email good\nSubject: Thanks\n\nHi Dana,\n```",
            "```email good",
            "```email good",
            "end",
        ),
        ("Subject: Thanks\n\nHi", "Subject: Thanks\nHi", "Hi Dana,\n```\n\n~~~", "context line"),
    ],
)
def test_a_bad_guideline_is_named_by_its_line(
    tmp_path: Path, old: str, new: str, at: int | str, words: str
) -> None:
    assert old in GUIDELINE
    text = GUIDELINE.replace(old, new, 1)
    path = write(tmp_path / "greet_by_name" / "guideline.md", text)
    with pytest.raises(ContentError) as caught:
        guidelines.load_guidelines(tmp_path)
    assert words in str(caught.value)
    assert caught.value.line == (at if isinstance(at, int) else line_of(text, at))
    assert str(caught.value).startswith(f"{path}:{caught.value.line}: ")
    assert caught.value.cure.endswith((".", "”"))


def test_a_page_without_a_check_must_say_so(tmp_path: Path) -> None:
    text = GUIDELINE.replace('checks = ["no-name-greeting"]', "checks = []")
    text = text.replace("bad no-name-greeting", "bad misspelt-name")
    text = text.replace("### no-name-greeting\n\n", "")
    path = write(tmp_path / "greet_by_name" / "guideline.md", text)
    with pytest.raises(ContentError, match="has no check and does not say so"):
        guidelines.load_guidelines(tmp_path)
    path.write_text(text.replace("A name.", "This page is advice only. A name."), encoding="utf-8")
    assert guidelines.load_guidelines(tmp_path)[0].checks == ()


def test_a_fixed_example_needs_a_bad_one(tmp_path: Path) -> None:
    cases = write(tmp_path / "greet_by_name" / "cases.md", "```email fixed\nHi Dana,\n```\n")
    write(tmp_path / "greet_by_name" / "guideline.md", GUIDELINE)
    with pytest.raises(ContentError, match="without its bad one") as caught:
        guidelines.load_guidelines(tmp_path)
    assert caught.value.path == cases


def test_a_folder_needs_a_page_and_a_name_that_is_an_id(tmp_path: Path) -> None:
    (tmp_path / "greet_by_name").mkdir()
    with pytest.raises(ContentError, match="file is missing"):
        guidelines.load_guidelines(tmp_path)
    (tmp_path / "greet_by_name").rename(tmp_path / "Greet-Them")
    with pytest.raises(ContentError, match="not an id"):
        guidelines.load_guidelines(tmp_path)


def test_a_check_belongs_to_one_guideline(tmp_path: Path) -> None:
    write(tmp_path / "greet_by_name" / "guideline.md", GUIDELINE)
    second = write(tmp_path / "name_them" / "guideline.md", GUIDELINE)
    with pytest.raises(ContentError, match="belongs to greet_by_name already") as caught:
        guidelines.load_guidelines(tmp_path)
    assert caught.value.path == second


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "greet_by_name" / "guideline.md", "")
    path.write_bytes(b'+++\ntitle = "\xe9"\n+++\n')
    with pytest.raises(ContentError, match="UTF-8"):
        guidelines.load_guidelines(tmp_path)


def test_ids_must_lead_somewhere(tmp_path: Path) -> None:
    page = GUIDELINE.replace('shares = ["misspelt-name"]', "shares = []")
    folder, templates = tmp_path / "guidelines", tmp_path / "templates"
    path = write(folder / "greet_by_name" / "guideline.md", page)
    write(templates / "thank_you.md", TEMPLATE)
    assert catalogue.read(folder, templates, tmp_path / "none").templates.keys() == {"thank-you"}
    path.write_text(page.replace("related = []", 'related = ["be-kind"]'), encoding="utf-8")
    with pytest.raises(ContentError, match="`related` names be-kind") as caught:
        catalogue.read(folder, templates, tmp_path / "none")
    assert (caught.value.path, caught.value.line) == (path, 9)
    path.write_text(page, encoding="utf-8")
    write(templates / "thank_you.md", TEMPLATE.replace("greet-by-name", "greet-them"))
    with pytest.raises(ContentError, match="`guidelines` names greet-them"):
        catalogue.read(folder, templates, tmp_path / "none")


# Templates and pages


def test_templates_come_by_door_and_rank(tmp_path: Path) -> None:
    later = TEMPLATE.replace("order = 1", "order = 2")
    waiting = TEMPLATE.replace("had-an-interview", "waiting")
    for name, text in (("a", waiting), ("b", later), ("c_d", TEMPLATE)):
        write(tmp_path / f"{name}.md", text)
    assert [template.id for template in templates.load_templates(tmp_path)] == ["c-d", "b", "a"]


@pytest.mark.parametrize(
    ("kind", "step"), [("thank-you", "thank"), ("follow-up", "ask"), ("courtesy", "other")]
)
def test_a_template_without_a_step_has_the_usual_one_of_its_kind(
    tmp_path: Path, kind: str, step: str
) -> None:
    text = TEMPLATE.replace('kind = "thank-you"\nstep = "thank"', f'kind = "{kind}"')
    write(tmp_path / "old.md", text)
    (template,) = templates.load_templates(tmp_path)
    assert template.step == step


@pytest.mark.parametrize(
    ("old", "new", "at", "words"),
    [
        ("had-an-interview", "lobby", 4, "had-an-interview, waiting, got-an-answer"),
        ('step = "thank"', 'step = "hug"', 6, "thank, thank-several"),
        ("order = 1", "order = true", 7, "whole number"),
        ('blank = "what you talked about"', 'blank = "[what]"', 13, "brackets"),
        ('name = "topic"', 'name = "Topic"', 13, "no field's name"),
        ("Subject: Thank", "Thank", 19, "begin with its subject"),
        ("interview\n\nDear", "interview\nDear", 20, "empty line below the subject"),
        ("{role}", "{rule}", 19, "{rule} is not a known field"),
        ("{topic}", "{Topic}", 23, "{Topic} is not a slot"),
        ("{topic}", "topic", 19, "`topic` has no slot"),
        ("+++\nSubject", f"{FIELD}\n+++\nSubject", 24, "two fields `topic`"),
        ("{topic}", "{topic", 23, "{ is not a slot"),
        ("{topic}", "topic}", 23, "} is not a slot"),
        ("[[{sender_phone}]]", "[[{sender_phone}", 24, "stays open"),
        ("[[{sender_phone}]]", "{sender_phone}]]", 24, "stands alone"),
        ("[[{sender_phone}]]", "{sender_phone}||x", 24, "stands alone"),
        ("[[{sender_phone}]]", "[[phone]]", 24, "no slot that decides"),
        ("[[{sender_phone}]]", "[[a [[{sender_phone}]]]]", 24, "inside another"),
        ("[[{sender_phone}]]", "[[{sender_phone}||a||b]]", 24, "two ||"),
    ],
)
def test_a_bad_template_is_named_by_its_line(
    tmp_path: Path, old: str, new: str, at: int, words: str
) -> None:
    assert old in TEMPLATE
    write(tmp_path / "thank_you.md", TEMPLATE.replace(old, new, 1))
    with pytest.raises(ContentError) as caught:
        templates.load_templates(tmp_path)
    assert words in str(caught.value)
    assert caught.value.line == at


def test_a_template_needs_text_and_a_name_that_is_an_id(tmp_path: Path) -> None:
    path = write(tmp_path / "thank_you.md", TEMPLATE[: TEMPLATE.index("Dear")])
    with pytest.raises(ContentError, match="has no text"):
        templates.load_templates(tmp_path)
    path.rename(tmp_path / "Thank-you.md")
    with pytest.raises(ContentError, match="not an id"):
        templates.load_templates(tmp_path)


def test_a_page_stands_at_the_path_of_its_file(tmp_path: Path) -> None:
    write(tmp_path / "why" / "it-helps.md", PAGE)
    write(tmp_path / "index.md", PAGE.replace("order = 2", "order = 1"))
    index, why = pages.load_pages(tmp_path)
    assert (index.slug, why.slug) == ("index", "why/it-helps")
    assert (why.aliases, why.markdown) == (("reasons",), "Text.\n")
    write(tmp_path / "why" / "it-helps.md", PAGE.replace("section", "part"))
    with pytest.raises(ContentError, match="`section` is missing"):
        pages.load_pages(tmp_path)


@pytest.mark.parametrize("name", ["<a>.md", "Why.md", "404.md", "why/It helps.md", "_why/it.md"])
def test_a_page_needs_a_path_of_ids(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, PAGE)
    with pytest.raises(ContentError, match="not an address") as caught:
        pages.load_pages(tmp_path)
    assert caught.value.path == path


# Filling


def template(subject: str, body: str, *names: str) -> Template:
    fields = tuple(TemplateField(name, f"{name}?", f"the {name}", f"a {name}") for name in names)
    made = Template(
        id="t",
        title="T",
        occasion="O.",
        door="waiting",
        kind="follow-up",
        step="ask",
        order=1,
        earliest="",
        usual="",
        latest="",
        guidelines=(),
        fields=fields,
        subject=subject,
        body=body,
        path=Path("t.md"),
    )
    fill.validate(made)
    return made


@pytest.mark.parametrize(
    ("body", "values", "text"),
    [
        ("Hi {x},", {}, "Hi [the x],"),
        ("Hi {x},", {"x": " \n "}, "Hi [the x],"),
        ("Hi {x},", {"x": " Dana "}, "Hi Dana,"),
        ("Hi {x},", {"x": "a\x00b\x07\tc"}, "Hi ab c,"),
        ("{x}", {"x": "one\r\ntwo"}, "one\ntwo"),
        ("{x}", {"x": "{y} [[z]] ||"}, "{y} [[z]] ||"),
        ("on [[{x}]]", {"x": "Tuesday"}, "on Tuesday"),
        ("I came[[ on {x}]].", {"x": "Tuesday"}, "I came on Tuesday."),
        ("I came[[ on {x}]].", {}, "I came."),
        ("I came [[on {x}]].", {}, "I came."),
        ("I came [[on {x}]] and left.", {}, "I came and left."),
        ("[[On {x}]] I came.", {}, "I came."),
        ("I came [[on {x}]][[ at {y}]].", {}, "I came."),
        ("I came [[on {x}||last week]].", {}, "I came last week."),
        ("I came [[on {x}||last week]].", {"x": "Tuesday"}, "I came on Tuesday."),
        ("I came [[on {x}||with {y}]].", {}, "I came with [the y]."),
        ("[[{x} and {y}]]end", {"x": "a"}, "end"),
        ("A\n[[{x}]]\nB", {}, "A\nB"),
        ("A\n[[{x}]]\n[[{y}]]\nB", {}, "A\nB"),
        ("A\n\n[[{x}]]\n\nB", {}, "A\n\nB"),
        ("A\n\n[[{x}]]\n\n[[{y}]]\n\nB", {}, "A\n\nB"),
        ("[[{x}]]\n\nB", {}, "B"),
        ("A\n\n[[{x}]]", {}, "A"),
        ("A\n\n[[{x}\n\n]]B", {}, "A\n\nB"),
        ("A\n\n[[{x}\n\n]]B", {"x": "c"}, "A\n\nc\n\nB"),
        ("A,  {x}", {"x": "b"}, "A,  b"),
        ("My answer: {x}.", {"x": "How so?"}, "My answer: How so?"),
        ("I came[[ to {x}]]. I left.", {"x": "Acme Inc."}, "I came to Acme Inc. I left."),
        ("{x}, {y}", {"x": "Acme Inc.", "y": ".NET"}, "Acme Inc., .NET"),
    ],
)
def test_segments_leave_no_trace(body: str, values: dict[str, str], text: str) -> None:
    names = [name for name in ("x", "y") if f"{{{name}}}" in body]
    assert fill.fill(template("S", body, *names), values).body_text == text


@pytest.mark.parametrize(
    ("body", "value", "text"),
    [
        ("I liked {x}, and left.", "How you work.", "I liked how you work, and left."),
        ("I liked {x}, and left.", "the plan!!!", "I liked the plan, and left."),
        ("I liked {x}, and left.", "Kafka, Spark, etc.", "I liked Kafka, Spark, etc., and left."),
        ("I liked {x} at Acme.", "Dana's plan", "I liked Dana's plan at Acme."),
        ("I liked {x}.", "The plan;", "I liked the plan."),
        ("I liked {x}. It helps.", "The plan.", "I liked the plan. It helps."),
        ("Tell me {x}? Thanks.", "What I missed?", "Tell me what I missed? Thanks."),
        ("I {x}, so I can.", "I led a team of 3.", "I led a team of 3, so I can."),
        ("I {x}, so I can.", "I've led a team", "I have led a team, so I can."),
        ("I {x}, so I can.", "Led a team", "I led a team, so I can."),
        ("It made me {x}.", "I want to try it", "It made me want to try it."),
        ("You said {x}.", "That nobody sleeps", "You said that nobody sleeps."),
        ("You said that {x}.", "that nobody sleeps", "You said that nobody sleeps."),
        ("You said {x}.", "He said that nobody sleeps", "You said that nobody sleeps."),
        ("You asked {x}, I know.", "She asked me how I plan.", "You asked me how I plan, I know."),
        ("You said {x}.", "I did well", "You said I did well."),
        ("You use {x}, I hear.", "A/B tests", "You use A/B tests, I hear."),
        ("You use {x}, I hear.", "...", "You use ..., I hear."),
        ("{x} I left.", "The plan.", "The plan. I left."),
    ],
)
def test_an_answer_goes_on_in_its_sentence(body: str, value: str, text: str) -> None:
    assert fill.fill(template("S", body, "x"), {"x": value}).body_text == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("we would wait", "We would wait. I did."),
        ("We would wait!", "We would wait! I did."),
        ("iOS would wait", "iOS would wait. I did."),
        ("we would wait, ", "We would wait. I did."),
        (",", ", I did."),
    ],
)
def test_an_answer_that_is_a_sentence_of_its_own_ends_as_one(value: str, text: str) -> None:
    made = template("S", "{x} I did.", "x")
    whole = replace(made, fields=(replace(made.fields[0], example="I would wait."),))
    assert fill.fill(whole, {"x": value}).body_text == text


def test_filling_takes_time_in_proportion() -> None:
    names = [f"x{letter}" for letter in "abcdefgh"]
    made = template("S", ", ".join(f"{{{name}}}" for name in names), *names)

    def seconds(letters: int) -> float:
        began = time.process_time()
        fill.fill(made, dict.fromkeys(names, "a" * letters))
        return time.process_time() - began

    assert seconds(10_000) < 12 * min(seconds(2_500) for _ in range(3)) + 0.05  # a square takes 16


def test_a_subject_is_one_line() -> None:
    filled = fill.fill(template("Re: {x}", "Text", "x"), {"x": "one\ntwo"})
    assert filled.subject == "Re: one two"


def test_a_field_may_stand_twice() -> None:
    filled = fill.fill(template("{x}", "{x} {x}", "x"), {})
    assert [(blank.part, blank.start, blank.end) for blank in filled.blanks] == [
        ("subject", 0, 7),
        ("body", 0, 7),
        ("body", 8, 15),
    ]


def test_a_templates_own_words_go_before_the_usual_ones() -> None:
    made = template("S", "{role}{company}", "role")
    asked = {field.name: field.question for field in fill.fields(made)}
    assert asked == {"role": "role?", "company": KNOWN["company"].question}


words = st.text(alphabet=string.ascii_letters + " .,;😀\n\x00\t[]{}|", max_size=20)


@given(values=st.dictionaries(st.sampled_from(["x", "y"]), words), plain=st.booleans())
def test_blanks_stand_where_they_are_said_to(values: dict[str, str], plain: bool) -> None:
    body = "{x} and {y}" if plain else "A [[{x} ]]b[[, {y}||, {x}]].\n\n[[{y}]]\n\n{x}"
    filled = fill.fill(template("{y}", body, "x", "y"), values)
    texts = {"subject": filled.subject, "body": filled.body_text}
    for blank in filled.blanks:
        assert texts[blank.part][blank.start : blank.end] == f"[the {blank.field}]"
        assert not values.get(blank.field, "").strip(" \n\x00\t")
    assert filled.body_html.count("<div>") == filled.body_text.count("\n") + 1
