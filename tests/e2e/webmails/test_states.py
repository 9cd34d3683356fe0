"""Every state of a compose window: the helper is there once, and belongs to that window."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.e2e.processes import eventually
from tests.e2e.webmails.compose import (
    ASKED,
    BLANK,
    OPENER,
    OPENERS,
    SEEN,
    Compose,
    open_page,
    open_two,
)
from tests.e2e.webmails.drive import Tab
from tests.e2e.webmails.server import STATES_OF, Webmails

pytestmark = pytest.mark.browser

UNFOLDED = """() => [...document.querySelectorAll("afterword-panel")].some((host) =>
  host.shadowRoot.querySelector("[aria-expanded=true]"))"""
SHEET = """() => [...document.querySelectorAll("afterword-panel")]
  .flatMap((host) => [...host.shadowRoot.querySelectorAll("#sheet-insert")])
  .find((sheet) => sheet.checkVisibility())?.innerText"""

TELL_OF_TAB = """() => {
  webmail.tabs = [];
  addEventListener("keydown", ({ defaultPrevented }) => webmail.tabs.push(!defaultPrevented));
  document.querySelector("[data-does=send]").focus();
}"""
"""Stand on Send, and write down of each key whether it does there what it always does."""


def _having(state: str) -> list[str]:
    return [name for name, states in STATES_OF.items() if state in states]


def _openers(tab: Tab) -> int:
    return int(tab.run(f"() => ({OPENERS})().length"))


def _marks_the_name(compose: Compose) -> bool:
    return compose.marked()["stop"] == ["Diana"]


def _misnamed(tab: Tab, pages: Webmails, name: str, state: str = "draft") -> Compose:
    """Open a note whose greeting has another name than the card, read by the helper."""
    compose = open_page(tab, pages, name, state=state, mail="misnamed")
    eventually(lambda: _marks_the_name(compose), "the wrong name is marked")
    return compose


@pytest.mark.parametrize("name", _having("pop-out"))
def test_a_window_of_its_own_works_as_a_new_one(tab: Tab, pages: Webmails, name: str) -> None:
    compose = _misnamed(tab, pages, name, "pop-out")
    assert _openers(tab) == 1
    before, lines = compose.outgoing(), compose.lines()
    compose.insert()
    eventually(lambda: compose.selected() == BLANK, "the first blank is selected")
    assert compose.lines()[-len(lines) :] == lines
    compose.undo()
    eventually(lambda: compose.outgoing() == before, "one undo takes all of it back")


@pytest.mark.parametrize("name", _having("full-screen"))
def test_a_window_enlarged_keeps_its_marks_and_one_button(
    tab: Tab, pages: Webmails, name: str
) -> None:
    compose = _misnamed(tab, pages, name)
    before = compose.outgoing()
    for large in (True, False):
        tab.run("large => webmail.enlarge(large)", large)
        eventually(lambda: _marks_the_name(compose), "the wrong name is marked as before")
        assert _openers(tab) == 1
        assert compose.outgoing() == before
        if large:
            compose.insert()
            eventually(lambda: compose.selected() == BLANK, "the first blank is selected")
            compose.undo()
            eventually(lambda: compose.outgoing() == before, "one undo takes all of it back")


@pytest.mark.parametrize("name", _having("two"))
def test_of_two_windows_each_has_its_own_button(tab: Tab, pages: Webmails, name: str) -> None:
    first = open_page(tab, pages, name, state="two")
    second = replace(first, number=1)
    eventually(lambda: _openers(tab) == 2, "each has a button")
    before = first.outgoing(), second.outgoing()
    tab.run(f"() => ({OPENERS})()[1].click()")
    second.insert()
    eventually(lambda: second.selected().startswith("["), "its first blank is selected")
    assert first.outgoing() == before[0]
    assert "Thank you for talking with me" in second.text()
    second.undo()
    eventually(lambda: second.outgoing() == before[1], "one undo takes it back")
    assert first.outgoing() == before[0]
    if "minimised" in STATES_OF[name]:
        tab.run("() => webmail.minimise(true, 0)")
        eventually(lambda: _openers(tab) == 1, "the button of the folded one is folded away")
        assert tab.in_panel("[role=tab]", "Check")


ASKED_EDITORS = ["ckeditor5", "lexical"]
"""Editors that are told in the page's own world to write, wherever the focus is."""


@pytest.mark.parametrize("engine", ASKED_EDITORS)
def test_of_two_editors_the_one_that_was_meant_is_told_to_write(
    tab: Tab, pages: Webmails, engine: str
) -> None:
    first, second = open_two(tab, pages, mail="headed", engine=engine)
    before, lines = first.outgoing(), second.lines()
    second.insert()
    eventually(lambda: second.selected() == BLANK, "its first blank is selected")
    written = second.lines()
    assert written[0] == "Dear Dana Lee,"
    assert written[-len(lines) :] == lines
    assert first.outgoing() == before


@pytest.mark.parametrize("engine", ASKED_EDITORS)
def test_an_editor_that_takes_the_focus_from_another_gets_no_draft(
    tab: Tab, pages: Webmails, engine: str
) -> None:
    first, second = open_two(tab, pages, mail="headed", engine=engine)
    before = first.outgoing(), second.outgoing()
    second.begin("Insert draft")
    second.of("element.addEventListener('focus', () => webmail.composes[0].editor.element.focus())")
    tab.click_in_panel("button", "Insert draft")
    eventually(lambda: tab.in_panel("button", "Copy"), "it may be copied")
    assert (first.outgoing(), second.outgoing()) == before


def test_the_send_keys_pressed_in_a_panel_that_stands_in_the_dialog_send_nothing(
    tab: Tab, pages: Webmails
) -> None:
    compose = _misnamed(tab, pages, "snappymail")
    tab.click_in_panel(*OPENER)
    tab.click_in_panel("[role=tab]", "Check")
    tab.press("Control", "Enter")
    assert not tab.run(ASKED)
    assert compose.of("compose.sent") == []
    assert tab.in_panel("[role=tab][aria-selected=true]", "Check")


@pytest.mark.parametrize("name", ["gmx", "roundcube", "zoho"])
def test_tab_in_the_fields_around_a_framed_body_stays_the_pages(
    tab: Tab, pages: Webmails, name: str
) -> None:
    compose = open_page(tab, pages, name, state="new")
    compose.insert()
    eventually(lambda: compose.selected() == BLANK, "the first blank is selected")
    with compose.around():
        tab.run(TELL_OF_TAB)
        tab.press("Tab")
        assert tab.run("() => webmail.tabs") == [True]


FOLDED = [
    *(pytest.param(name, "draft", id=name) for name in _having("minimised")),
    *(
        pytest.param(name, "plain", id=f"{name}-plain")
        for name in _having("minimised")
        if "plain" in STATES_OF[name]
    ),
]


@pytest.mark.parametrize(("name", "state"), FOLDED)
def test_a_window_folded_away_leaves_nothing_and_loses_nothing(
    tab: Tab, pages: Webmails, name: str, state: str
) -> None:
    compose = _misnamed(tab, pages, name, state)
    before = compose.outgoing()
    compose.begin("Preview")
    begun = tab.run(SHEET)
    assert begun
    tab.run("() => webmail.minimise(true)")
    eventually(lambda: tab.run(SEEN) == [], "nothing of ours is over the page")
    eventually(lambda: not tab.run(UNFOLDED), "the panel is folded")

    tab.run("() => webmail.minimise(false)")
    eventually(lambda: _marks_the_name(compose), "the wrong name is marked as before")
    eventually(lambda: _openers(tab) == 1, "the button is there, once")
    assert compose.outgoing() == before
    tab.click_in_panel(*OPENER)
    tab.click_in_panel("[role=tab]", "Insert")
    eventually(lambda: tab.run(SHEET) == begun, "what was begun stands there as it did")


@pytest.mark.parametrize("name", _having("plain"))
def test_plain_text_is_written_repaired_and_sent_as_it_stands(
    tab: Tab, pages: Webmails, name: str
) -> None:
    compose = _misnamed(tab, pages, name, "plain")
    assert _openers(tab) == 1
    wrong, saves = compose.outgoing(), compose.saves()
    right = wrong.replace("Diana", "Dana")
    tab.click_in_panel(*OPENER)
    tab.click_in_panel(".finding button", "The name in your greeting is Diana")
    tab.click_in_panel(".finding button", "Use “Dana")
    eventually(lambda: compose.outgoing() == right, "the name is repaired")
    assert compose.saves() > saves
    compose.of("element.focus()")
    compose.undo()
    eventually(lambda: compose.outgoing() == wrong, "one undo takes the repair back")
    compose.redo()
    eventually(lambda: compose.outgoing() == right, "one redo repairs again")

    lines = compose.lines()
    compose.insert()
    eventually(lambda: compose.selected() == BLANK, "the first blank is selected")
    written = compose.lines()
    assert written[0] == "Dear Dana Lee,"
    assert written[-len(lines) :] == lines
    compose.undo()
    eventually(lambda: compose.outgoing() == right, "one undo takes all of it back")
    assert compose.send()["html"] == right


@pytest.mark.parametrize(
    ("top", "below"),
    [
        ("", "-- \nPriya Nair"),
        ("", "On Tuesday, Dana Lee wrote:\n> We decide next week."),
        ("On Tuesday, Dana Lee wrote:\n> We decide next week.\n", "-- \nPriya Nair"),
        ("On Tuesday, Dana Lee wrote:\n> We decide next week.\n", ""),
    ],
)
def test_in_plain_text_without_an_empty_line_a_draft_stands_apart(
    tab: Tab, pages: Webmails, top: str, below: str
) -> None:
    compose = open_page(tab, pages, "plain", state="plain")
    compose.of(f"(element.value = {json.dumps(top + below)}, 0)")
    compose.insert()
    written = compose.outgoing()
    assert written.startswith(f"{top}Dear Dana Lee,")
    assert written.endswith(f"home.example\n\n{below}" if below else "home.example")
    compose.undo()
    eventually(lambda: compose.outgoing() == top + below, "one undo takes all of it back")
