"""One contract over every webmail and its real editor, in Chromium and in Firefox."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.e2e.processes import eventually
from tests.e2e.webmails import server
from tests.e2e.webmails.compose import BLANK, CARET, OPENER, Compose, open_page
from tests.e2e.webmails.drive import Tab
from tests.e2e.webmails.server import CONFIGS, STATES_OF, WEBMAILS, Webmails

pytestmark = pytest.mark.browser

MAILS = server.shared("mails")
STATES = server.shared("states")
FOUND_MS = 300

OPEN = """async (limit) => {
  const { times } = webmail;
  webmail.close();
  while (document.querySelector("afterword-panel")) await new Promise(requestAnimationFrame);
  await webmail.open();
  const end = performance.now() + 2000;
  while (!times.found && performance.now() < end) await new Promise(requestAnimationFrame);
  return (times.found || Infinity) - times.opened < limit;
}"""


EDITORS = ["tinymce8", "ckeditor5", "prosemirror", "quill", "lexical", "slate", "draft"]
"""Editors of pages that no adapter knows; those of webmails run in their own pages."""
PAGES = [
    *(pytest.param(name, {}, id=name) for name in WEBMAILS),
    *(pytest.param("plain", {"engine": editor}, id=f"plain-{editor}") for editor in EDITORS),
]
EVERY_PAGE = pytest.mark.parametrize(("name", "query"), PAGES)

WINDOWS = [
    *(
        (name, state, "en")
        for name, states in STATES_OF.items()
        for state in states
        # A window that leaves the page when it is folded leaves nothing to find.
        if state != "minimised" or "folded" not in CONFIGS[name]
    ),
    *((name, "draft", locale) for name in WEBMAILS for locale in CONFIGS[name]["labels"]),
]

STYLED = """[...element.ownerDocument.querySelectorAll("style")]
  .some(({ textContent }) => textContent.includes("::highlight(afterword"))"""
"""Whether a style element of ours stands beside the body."""


def _undo_and_redo(compose: Compose, before: str, with_draft: str) -> None:
    """Take what was inserted back in one step, and bring it again in one."""
    compose.undo()
    eventually(lambda: compose.outgoing() == before, "one undo takes all of it back")
    compose.redo()
    eventually(lambda: compose.outgoing() == with_draft, "one redo brings all of it back")


def _shown(name: str, state: str, mail: dict[str, Any]) -> list[dict[str, str]]:
    """Return a mail's recipients as far as the webmail shows them."""
    shows = CONFIGS[name].get("shows", {}).get(state, ["name", "email"])
    return [
        {key: person[key] if key in shows else "" for key in ("name", "email")}
        for person in mail["recipients"]
    ]


@pytest.mark.parametrize(("name", "state", "locale"), sorted(set(WINDOWS)))
def test_an_adapter_finds_all_that_a_compose_window_holds(
    tab: Tab, pages: Webmails, name: str, state: str, locale: str
) -> None:
    opened = open_page(tab, pages, name, state=state, locale=locale)
    apart = opened.page != opened.frames
    found = opened.look()
    assert found["chosen"] == name
    mails = [MAILS[mail] for mail in STATES[state]]
    assert len(found["composes"]) == len(mails)
    for compose, mail in zip(found["composes"], mails, strict=True):
        assert compose["subject"] == mail["subject"]
        assert compose["recipients"] == _shown(name, state, mail)
        letter = compose["letter"]
        if CONFIGS[name].get("marks-signature") is False:
            letter = letter.removesuffix("Priya Nair").rstrip()
        assert letter == "\n\n".join(mail["paragraphs"])
        assert "Priya Nair" in compose["text"]
        assert "next week" not in compose["text"]
        assert compose["lost"] == []
        assert set(compose["sends"]) <= {"send", "later"}
        assert ("send" in compose["sends"]) == CONFIGS[name].get("sends", True)
        assert compose["minimised"] == (state == "minimised")
        assert compose["spot"] != apart


@EVERY_PAGE
def test_a_draft_goes_in_and_out_again_in_one_step(
    tab: Tab, pages: Webmails, name: str, query: dict[str, str]
) -> None:
    compose = open_page(tab, pages, name, state="new", late="", **query)
    # Of three openings the quickest counts: the machine may be busy with something else.
    assert any(tab.run(OPEN, FOUND_MS) for _ in range(3))

    before, lines, saves = compose.outgoing(), compose.lines(), compose.saves()
    colours = compose.colours()
    compose.insert()
    eventually(lambda: compose.selected() == BLANK, "the first blank is selected")
    assert compose.saves() > saves
    assert compose.colours() == colours
    with_draft = compose.outgoing()
    written = compose.lines()
    assert written[0] == "Dear Dana Lee,"
    assert written[-len(lines) :] == lines
    assert written.index("Kind regards,") < written.index("Priya Nair")
    assert "afterword" not in compose.outgoing().lower()
    eventually(lambda: tab.in_panel(*OPENER), "our button is there, though its row was drawn anew")

    _undo_and_redo(compose, before, with_draft)

    tab.click_in_panel("[role=tab]", "Insert")
    tab.press("c")
    assert tab.run("() => webmail.shortcuts") == []
    tab.run("() => document.dispatchEvent(new CustomEvent('afterword-leave'))")
    assert not tab.in_panel(*OPENER)
    assert tab.run("() => document.querySelector('afterword-panel')") is None
    assert not any(compose.marked().values())
    assert not compose.of(STYLED)


@EVERY_PAGE
def test_a_draft_stands_above_what_was_written_and_leaves_it_alone(
    tab: Tab, pages: Webmails, name: str, query: dict[str, str]
) -> None:
    compose = open_page(tab, pages, name, state="reply", **query)
    compose.focus()
    tab.type("It was good to meet you.")
    before, lines = compose.outgoing(), compose.lines()
    compose.insert()
    written = compose.lines()
    assert written[0] == "Dear Dana Lee,"
    assert written[-len(lines) :] == lines
    compose.undo()
    eventually(lambda: compose.outgoing() == before, "one undo takes our words and no others")


OWN = {"draft": "Dear Dana,", "listed": "<ul>", "signed": "--"}
"""How what was written begins, in some mails."""


@pytest.mark.parametrize("mail", OWN)
@pytest.mark.parametrize("name", ["gmail", "outlook", "gmx", "fastmail"])
def test_one_empty_line_stands_between_a_draft_and_what_was_written(
    tab: Tab, pages: Webmails, name: str, mail: str
) -> None:
    compose = open_page(tab, pages, name, state="draft", mail=mail)
    before = compose.outgoing()
    compose.insert()
    _, _, below = compose.outgoing().rpartition("home.example")
    assert len(re.findall("<br>|&nbsp;", below.partition(OWN[mail])[0])) == 1
    compose.undo()
    eventually(lambda: compose.outgoing() == before, "one undo takes all of it back")


USUAL = ("native", "squire", "tinymce5", "ckeditor4", "ckeditor5", "rooster8", "prosemirror")
"""Editors in which most mails are tried."""
BOXED = [
    *(("listed", engine) for engine in (*USUAL, "tinymce8", "rooster9", "quill", "lexical")),
    *(("coded", engine) for engine in ("native", "squire", "tinymce8", "prosemirror", "quill")),
    *(("tabled", engine) for engine in ("native", "squire", "ckeditor4", "ckeditor5")),
    *(
        ("headed", engine)
        for engine in ("native", "tinymce8", "ckeditor5", "prosemirror", "lexical")
    ),
    *(("stressed", engine) for engine in ("native", "prosemirror", "lexical", "quill")),
    *(("linked", engine) for engine in ("native", "tinymce8", "rooster8")),
    *(("righted", engine) for engine in ("squire", "tinymce5", "ckeditor4", "ckeditor5", "slate")),
    *(
        ("centred", engine)
        for engine in ("native", "squire", "tinymce5", "ckeditor5", "rooster8", "rooster9")
    ),
    *(("middle", engine) for engine in ("native", "tinymce5", "rooster8", "rooster9")),
    *(("pictured", engine) for engine in ("native", "tinymce8", "ckeditor4", "rooster8")),
    *(
        (mail, engine)
        for mail in ("ruled", "photo")
        for engine in ("native", "squire", "ckeditor5", "rooster9", "prosemirror")
    ),
]
BOXES = """[...element.querySelectorAll(
    "ul, ol, table, h2, pre, .ql-code-block, hr, img[src], figure, b, strong, a[href*=acme]," +
    "[dir=rtl], [style*=center], center"
  )].map(({ localName, textContent }) => localName + textContent.trim())"""
"""What a draft may neither become a part of nor change."""


@pytest.mark.parametrize(("mail", "engine"), BOXED)
def test_a_draft_above_a_list_is_no_part_of_it(
    tab: Tab, pages: Webmails, mail: str, engine: str
) -> None:
    compose = open_page(tab, pages, "plain", state="note", mail=mail, engine=engine)
    before, lines, boxes = compose.outgoing(), compose.lines(), compose.of(BOXES)
    compose.insert()
    eventually(lambda: compose.selected() == BLANK, "the first blank is selected")
    assert boxes
    assert compose.of(BOXES) == boxes
    written = compose.lines()
    assert written[0] == "Dear Dana Lee,"
    assert written[-len(lines) :] == lines
    with_draft = compose.outgoing()
    assert not re.search(r"<(hr|img)\b.*Dear Dana Lee,", with_draft, re.DOTALL)
    _undo_and_redo(compose, before, with_draft)


SIGNED = [
    *(
        (mail, engine)
        for mail in ("signed", "wrapped", "quoted")
        for engine in (*USUAL, "rooster9", "lexical", "quill", "slate", "draft")
    ),
    *(("dashed", engine) for engine in ("native", "squire", "tinymce5", "rooster8", "rooster9")),
    *(("unseen", engine) for engine in ("native", "tinymce5", "ckeditor4", "rooster8")),
    *(("answered", engine) for engine in USUAL),
]
ENDS = """[...element.querySelectorAll("[data-signature], blockquote")]
  .map(({ localName, textContent }) => localName + textContent.trim())"""


@pytest.mark.parametrize(("mail", "engine"), SIGNED)
def test_a_draft_where_nothing_is_written_is_no_part_of_signature_or_quote(
    tab: Tab, pages: Webmails, mail: str, engine: str
) -> None:
    compose = open_page(tab, pages, "plain", state="note", mail=mail, engine=engine)
    before, lines, ends = compose.outgoing(), compose.lines(), compose.of(ENDS)
    compose.insert()
    eventually(lambda: compose.selected() == BLANK, "the first blank is selected")
    assert compose.of(ENDS) == ends
    # A quote on top is answered below it.
    top = lines.index("--") if mail == "answered" else 0
    written = compose.lines()
    assert written[:top] == lines[:top]
    assert written[top] == "Dear Dana Lee,"
    assert written[top - len(lines) :] == lines[top:]
    with_draft = compose.outgoing()
    _undo_and_redo(compose, before, with_draft)


STRICT = """() => {
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = "script-src 'none'; object-src 'none'";
  document.head.append(meta);
  return new Promise((heard) => {
    addEventListener("securitypolicyviolation", () => heard(true), { once: true });
    const script = document.createElement("script");
    script.textContent = "0";
    document.head.append(script);
  });
}"""
"""From now on the page runs no script that it does not run yet; whether it is so."""


def test_a_page_that_allows_no_script_takes_a_draft_above_a_table(
    tab: Tab, pages: Webmails
) -> None:
    compose = open_page(tab, pages, "plain", state="note", mail="tabled", engine="ckeditor5")
    assert tab.run(STRICT)
    lines, boxes = compose.lines(), compose.of(BOXES)
    compose.insert()
    eventually(lambda: compose.selected() == BLANK, "the first blank is selected")
    assert compose.of(BOXES) == boxes
    assert compose.lines()[-len(lines) :] == lines


GIVEN_OUT = {"ckeditor5": "ckeditorInstance", "lexical": "__lexicalEditor"}


@pytest.mark.parametrize("answer", ["undefined", "new Proxy({}, { get: () => () => '' })"])
@pytest.mark.parametrize("engine", GIVEN_OUT)
def test_an_editor_that_is_not_given_out_loses_nothing(
    tab: Tab, pages: Webmails, engine: str, answer: str
) -> None:
    compose = open_page(tab, pages, "plain", state="note", mail="headed", engine=engine)
    compose.focus()
    compose.forward("What")
    before, boxes, caret = compose.outgoing(), compose.of(BOXES), compose.of(CARET)
    compose.of(f"(element.{GIVEN_OUT[engine]} = {answer}, 0)")
    compose.begin("Insert draft")
    tab.click_in_panel("button", "Insert draft")
    eventually(lambda: tab.in_panel("button", "Copy"), "it may be copied")
    assert compose.outgoing() == before
    assert compose.of(BOXES) == boxes
    assert compose.selected() == ""
    assert compose.of(CARET) == caret


@EVERY_PAGE
def test_a_word_is_marked_repaired_and_sent_without_a_trace(
    tab: Tab, pages: Webmails, name: str, query: dict[str, str]
) -> None:
    compose = open_page(tab, pages, name, state="note" if query else "draft", **query)
    compose.misname()
    wrong = compose.text()
    assert wrong.startswith("Dear Diana,")
    inner, colours = compose.inner(), compose.colours()
    rich = compose.of("!('value' in element)")
    if rich:
        eventually(lambda: compose.marked()["stop"] == ["Diana"], "the wrong name is marked")
    else:
        tab.click_in_panel(*OPENER)
    asked = eventually(compose.asked, "the service is asked")
    mail = MAILS["note" if query else "draft"]
    assert asked["subject"] == mail["subject"]
    assert asked["recipients"] == _shown(name, "draft", mail)
    assert "next week" not in asked["body"]
    assert compose.inner() == inner
    saves = compose.saves()

    if not tab.in_panel("[role=tab]", "Check"):
        tab.click_in_panel(*OPENER)
    tab.click_in_panel("[role=tab]", "Check")
    tab.click_in_panel(".finding button", "The name in your greeting is Diana")
    tab.click_in_panel(".finding button", "Use “Dana")
    right = wrong.replace("Diana", "Dana")
    eventually(lambda: compose.text() == right, "the name is repaired")
    assert compose.saves() > saves
    assert compose.colours() == colours
    compose.of("(element.ownerDocument.defaultView.focus(), element.focus())")
    compose.settle()
    compose.undo()
    eventually(lambda: compose.text() == wrong, "one undo takes the repair back")
    compose.redo()
    eventually(lambda: compose.text() == right, "one redo repairs again")

    seen = compose.outgoing()
    sent = compose.send()
    assert sent["html"] == seen
    assert "afterword" not in seen.lower()
    if CONFIGS[name]["chord"]:
        compose.of("(element.ownerDocument.defaultView.focus(), element.focus())")
        tab.press("Control", "Enter")
        eventually(lambda: compose.of("compose.sent.at(-1).how") == "chord", "keys send it too")


TWICE = """async words => {
  const hosts = [...document.querySelectorAll("afterword-panel")];
  const buttons = hosts.flatMap(host => [...host.shadowRoot.querySelectorAll(".finding button")]);
  const found = buttons.find(({ textContent }) => textContent.startsWith(words));
  found.click();
  await new Promise(requestAnimationFrame);
  found.click();
}"""


def test_a_word_is_repaired_once_in_an_editor_that_takes_its_time(
    tab: Tab, pages: Webmails
) -> None:
    compose = open_page(tab, pages, "plain", state="note", engine="slate")
    compose.misname()
    wrong = compose.text()
    eventually(lambda: compose.marked()["stop"] == ["Diana"], "the wrong name is marked")
    tab.click_in_panel(*OPENER)
    tab.click_in_panel("[role=tab]", "Check")
    tab.click_in_panel(".finding button", "The name in your greeting is Diana")
    saves = compose.saves()
    tab.run(TWICE, "Use “Dana")
    eventually(lambda: compose.saves() > saves, "the editor has taken it")
    eventually(lambda: not compose.marked()["stop"], "it is read again")
    assert compose.text() == wrong.replace("Diana", "Dana")


AT_ONCE = """(...labels) => {
  const hosts = [...document.querySelectorAll("afterword-panel")];
  const buttons = hosts.flatMap(host => [...host.shadowRoot.querySelectorAll(".finding button")]);
  for (const label of labels)
    buttons.find(({ textContent }) => textContent.startsWith(label)).click();
}"""


AT_ONCE_IN = [
    *("native", "squire", "tinymce5", "rooster8", "rooster9"),
    # What Quill hears within a second it takes as one step.
    *(editor for editor in EDITORS if editor != "quill"),
]


@pytest.mark.parametrize(
    ("name", "query"),
    [
        *(pytest.param("plain", {"engine": editor}, id=editor) for editor in AT_ONCE_IN),
        ("fastmail", {}),
    ],
)
def test_of_two_repairs_at_once_both_are_made_and_each_is_undone(
    tab: Tab, pages: Webmails, name: str, query: dict[str, str]
) -> None:
    state = "note" if query else "draft"
    compose = open_page(tab, pages, name, state=state, mail="twice", **query)
    eventually(lambda: compose.marked()["stop"] == ["Diana"], "the wrong name is marked")
    wrong = compose.text()
    tab.click_in_panel(*OPENER)
    tab.click_in_panel("[role=tab]", "Check")
    tab.run(AT_ONCE, "Use “Dana", "Keep one exclamation mark")
    first = wrong.replace("Diana", "Dana")
    both = first.replace("today!!", "today!")
    eventually(lambda: compose.text() == both, "both are made")
    compose.of("(element.ownerDocument.defaultView.focus(), element.focus())")
    compose.settle()
    compose.undo()
    eventually(lambda: compose.text() == first, "one undo takes the second back")
    compose.undo()
    eventually(lambda: compose.text() == wrong, "one more takes the first back")


@pytest.mark.parametrize("engine", ["native", "lexical", "slate", "draft"])
def test_all_words_of_a_line_are_repaired_in_what_would_be_sent_too(
    tab: Tab, pages: Webmails, engine: str
) -> None:
    compose = open_page(tab, pages, "plain", state="note", mail="alone", engine=engine)
    before = compose.outgoing()
    eventually(lambda: "!!" in compose.marked()["advice"], "it is marked")
    tab.click_in_panel(*OPENER)
    tab.click_in_panel("[role=tab]", "Check")
    tab.run(AT_ONCE, "Keep one exclamation mark")
    eventually(lambda: compose.lines()[2] == "!", "it is repaired")
    assert compose.outgoing() == before.replace("!!", "!")
    _undo_repair(compose, before)


def _repair(tab: Tab, compose: Compose, wrong: str = "Diana") -> None:
    """Let the wrong name in the greeting be repaired, and nothing else."""
    eventually(lambda: compose.marked()["stop"] == [wrong], "the wrong name is marked")
    right = [line.replace(wrong, "Dana") for line in compose.lines()]
    tab.click_in_panel(*OPENER)
    tab.click_in_panel("[role=tab]", "Check")
    tab.run(AT_ONCE, "Use “Dana")
    eventually(lambda: compose.lines() == right, "the name is repaired")


def _undo_repair(compose: Compose, before: str) -> None:
    """Go back to the draft and take the repair back, in one step."""
    compose.of("(element.ownerDocument.defaultView.focus(), element.focus())")
    compose.settle()
    compose.undo()
    eventually(lambda: compose.outgoing() == before, "one undo takes the repair back")


@pytest.mark.parametrize(
    "engine",
    [
        "native",
        "squire",
        "tinymce5",
        "ckeditor4",
        "ckeditor5",
        "rooster8",
        "prosemirror",
        "lexical",
    ],
)
def test_a_word_that_is_bold_and_linked_stays_so_when_it_is_repaired(
    tab: Tab, pages: Webmails, engine: str
) -> None:
    compose = open_page(tab, pages, "plain", state="note", mail="bold", engine=engine)
    kept = """[...element.querySelectorAll('a, b, strong')]
      .map(({ localName, textContent }) => localName + " " + textContent)"""
    before, set_so = compose.outgoing(), compose.of(kept)
    _repair(tab, compose)
    assert compose.outgoing().count("&nbsp;") == before.count("&nbsp;")
    assert compose.of(kept) == [words.replace("Diana", "Dana") for words in set_so]
    _undo_repair(compose, before)


SET = """selector => [...element.querySelectorAll(selector)]
  .filter(found => !found.querySelector(selector)).map(({ textContent }) => textContent).join("")"""
"""The words that are set in some way."""


@pytest.mark.parametrize("name", ["outlook", "fastmail", "snappymail", "tuta", "gmail"])
def test_one_of_several_words_in_bold_and_another_font_stays_as_it_is_set(
    tab: Tab, pages: Webmails, name: str
) -> None:
    compose = open_page(tab, pages, name, state="draft", mail="bolder")
    before = compose.outgoing()
    _repair(tab, compose)
    for selector in ("b", "[style*=Georgia]"):
        assert compose.of(f"({SET})({selector!r})") == "Dear Dana and Omar,"
    assert "&nbsp;" not in compose.outgoing()
    _undo_repair(compose, before)


@pytest.mark.parametrize("engine", ["native", "ckeditor4", "ckeditor5"])
def test_one_of_several_words_in_a_link_stays_in_it(tab: Tab, pages: Webmails, engine: str) -> None:
    compose = open_page(tab, pages, "plain", state="note", mail="named", engine=engine)
    before = compose.outgoing()
    _repair(tab, compose)
    assert compose.of(f"({SET})('a')") == "Dana and Omar"
    assert "ck-link" not in compose.outgoing()
    _undo_repair(compose, before)


KEEPS = [
    *(
        (mail, name, {})
        for mail in ("bolded", "forename")
        for name in ("gmail", "proton", "roundcube")
    ),
    ("bolded", "fastmail", {}),
    *(
        (mail, "plain", {"engine": engine})
        for mail in ("bolded", "forename")
        for engine in ("tinymce8", "prosemirror", "quill")
    ),
]


@pytest.mark.parametrize(("mail", "name", "query"), KEEPS)
def test_a_repair_changes_nothing_around_its_letters(
    tab: Tab, pages: Webmails, mail: str, name: str, query: dict[str, str]
) -> None:
    compose = open_page(tab, pages, name, state="note" if query else "draft", mail=mail, **query)
    before = compose.outgoing()
    _repair(tab, compose)
    assert compose.outgoing() == before.replace("Diana", "Dana")
    _undo_repair(compose, before)


def test_the_spaces_around_a_bold_word_stay_spaces_where_another_letter_begins_it(
    tab: Tab, pages: Webmails
) -> None:
    compose = open_page(tab, pages, "gmail", state="draft", mail="amid")
    before = compose.outgoing()
    _repair(tab, compose, "Lana")
    assert compose.outgoing() == before.replace("Lana", "Dana")
    _undo_repair(compose, before)


def test_what_is_written_in_the_dark_is_sent_in_the_colour_of_the_words_around(
    tab: Tab, pages: Webmails
) -> None:
    compose = open_page(tab, pages, "outlook", state="draft", mail="twice", dark="")
    eventually(lambda: compose.marked()["stop"] == ["Diana"], "the wrong name is marked")
    colours = compose.colours()
    tab.click_in_panel(*OPENER)
    tab.click_in_panel("[role=tab]", "Check")
    tab.run(AT_ONCE, "Use “Dana")
    eventually(lambda: compose.text().startswith("Dear Dana,"), "the name is repaired")
    assert compose.colours() == colours
    compose.insert()
    assert compose.colours() == colours


@pytest.mark.parametrize("name", [name for name in WEBMAILS if "around" in CONFIGS[name]])
def test_the_page_around_a_body_takes_the_subject(tab: Tab, pages: Webmails, name: str) -> None:
    compose = open_page(tab, pages, name, state="new")
    compose.insert()
    eventually(lambda: compose.selected() == BLANK, "the focus is back in the body")
    sent = compose.send()
    assert sent["subject"] == "Thank you – Data Engineer interview"
    assert "Dear Dana Lee," in sent["html"]
