"""A rebuilt compose page as a person has it before them, and what they do there."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from tests.e2e.processes import eventually
from tests.e2e.stored import card
from tests.e2e.webmails import server
from tests.e2e.webmails.drive import Tab
from tests.e2e.webmails.server import Webmails

KNOWN = {
    "cards": [card(interviewedAt="")],
    "sender": {"name": "Priya Nair", "email": "priya@home.example", "phone": "", "linkedin": ""},
}
"""What the extension knows beforehand: one interview, and who writes."""

READY = "() => 'ready' in document.documentElement.dataset"
CARET = """(() => {
  if ('value' in element) return element.selectionStart;
  const { focusNode, focusOffset } = element.ownerDocument.getSelection();
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  range.setEnd(focusNode, focusOffset);
  return String(range).length;
})()"""
"""How many characters of the body stand before the caret."""
FOCUSED = """(() => {
  const { activeElement, defaultView } = element.ownerDocument;
  if (element.ownerDocument.hasFocus() && activeElement === element) return true;
  defaultView.focus();
  element.focus();
  return false;
})()"""
"""Ask for the focus; whether the body had it already."""
BLANK = "[what you talked about]"
OPENER = ("button.opener", "Thank-you / Follow-up")
OPENERS = """() => [...document.querySelectorAll("afterword-panel")].flatMap((host) =>
  [...host.shadowRoot.querySelectorAll("button.opener")].filter((found) => found.checkVisibility()))
"""
SEEN = """() => [...document.querySelectorAll("*")]
  .filter(({ localName }) => localName.startsWith("afterword-"))
  .flatMap((host) => [...host.shadowRoot.querySelectorAll("button, .words")])
  .filter((found) => found.checkVisibility() && found.getClientRects().length)
  .map(({ className }) => className)"""
"""What of ours is to be seen in a page, by the classes of it."""
ASKED = "() => Boolean(document.querySelector('afterword-question'))"
"""Whether the helper asks before it lets a message go."""
CHOICE = """(mode) => {
  const hosts = [...document.querySelectorAll("afterword-panel")];
  const chosen = ".mode label + label select";
  const select = hosts.map(host => host.shadowRoot.querySelector(chosen)).find(Boolean);
  const modes = [...(select?.options ?? [])].map(({ value }) => value);
  if (mode && select) {
    select.value = mode;
    select.dispatchEvent(new Event("change"));
  }
  return modes;
}"""
"""Choose when the helper speaks on this site; what there is to choose from."""


@dataclass(frozen=True, slots=True)
class Compose:
    """One compose window of a page."""

    tab: Tab
    pages: Webmails
    number: int = 0
    frames: tuple[str, ...] = ()
    """The frames that lead to its body."""
    page: tuple[str, ...] = ()
    """Those that lead to the rest of it: the same, but where the body stands apart."""

    @contextlib.contextmanager
    def around(self) -> Iterator[None]:
        """Be in the page around the body for a while."""
        self.tab.enter(*self.page)
        yield
        self.tab.enter(*self.frames)

    def send(self) -> dict[str, str]:
        """Press Send, and return what was sent by it alone."""
        with self.around():
            self.tab.click("[data-does=send]")
            (sent,) = eventually(lambda: self.of("compose.sent"), "it is sent")
        return dict(sent)

    def look(self) -> dict[str, Any]:
        """Return what the adapter finds, in both places."""
        found: dict[str, Any] = self.tab.run("() => webmail.look()")
        if self.page != self.frames:
            with self.around():
                rest = self.tab.run("() => webmail.look()")
            for letter, other in zip(found["composes"], rest["composes"], strict=True):
                letter |= {key: other[key] for key in ("subject", "recipients", "sends")}
        return found

    def of(self, expression: str) -> Any:
        """Return what an expression of `compose`, `editor` and `element` is worth."""
        return self.tab.run(
            f"""async number => {{
              const compose = webmail.composes[number];
              const editor = compose.editor;
              const element = editor?.element;
              return {expression};
            }}""",
            self.number,
        )

    def text(self) -> str:
        """Return the body as its writer reads it; an editor may keep an empty line at its end."""
        text = str(self.of("element.value ?? element.innerText")).replace("\xa0", " ")
        return re.sub("[\u200b\u2060\ufeff]", "", text).rstrip()

    def lines(self) -> list[str]:
        """Return its lines, and cells of a table, that hold words."""
        return [line.strip() for line in re.split("[\n\t]", self.text()) if line.strip()]

    def inner(self) -> str:
        """Return the editor's own markup, byte for byte."""
        return str(self.of("element.value ?? element.innerHTML"))

    def outgoing(self) -> str:
        """Return what the editor would hand over to be sent now."""
        return str(self.of("editor.html()"))

    def colours(self) -> set[str]:
        """Return the colours that are given to words in what would be sent now."""
        return set(re.findall(r'[ ;"]color: ?([^;"]+)', self.outgoing()))

    def saves(self) -> int:
        """Return how often the editor said that the draft changed."""
        return int(self.of("compose.saves"))

    def selected(self) -> str:
        """Return the words that are selected in the body, if it has the focus."""
        return str(
            self.of(
                """'value' in element
                  ? element.value.slice(element.selectionStart, element.selectionEnd)
                  : element.ownerDocument.hasFocus() && String(element.ownerDocument.getSelection())
                """
            )
        )

    def marked(self) -> dict[str, list[str]]:
        """Return the words under each kind of mark of ours."""
        names = "['stop', 'advice', 'open']"
        return dict(
            self.of(
                f"""Object.fromEntries({names}.map((name) => {{
                  const {{ CSS }} = element.ownerDocument.defaultView;
                  return [name, [...(CSS.highlights.get('afterword-' + name) ?? [])].map(String)];
                }}))"""
            )
        )

    def focus(self) -> None:
        """Put the caret at the very start of the body."""
        # A frame gets the focus a little later, and a key pressed before goes elsewhere. Firefox
        # may drop what was asked for while a page has only just been shown: it is asked again.
        eventually(lambda: self.of(FOCUSED), "it has the focus")
        self.settle()
        self.tab.press("Control", "Home")
        self.settle()

    def forward(self, words: str) -> None:
        """Move the caret over as many characters, each key once the last one has moved it."""
        for _ in words:
            at = self.of(CARET)
            self.tab.press("ArrowRight")
            eventually(lambda at=at: self.of(CARET) > at, "the caret moves on")
            self.settle()

    def misname(self) -> None:
        """Make the greeting's "Dana" a "Diana"."""
        self.focus()
        self.forward("Dear D")
        self.tab.type("i")

    def settle(self) -> None:
        """Wait until an editor with a model of its own has taken the caret over."""
        self.of("editor.settled?.()")

    def undo(self) -> None:
        """Press the undo keys once, where the focus is."""
        self.tab.press("Control", "z")

    def redo(self) -> None:
        """Press the redo keys once."""
        self.tab.press(
            *(
                ("Control", "Shift", "z")
                if self.of("compose.engine") == "quill"
                else ("Control", "y")
            )
        )

    def insert(self) -> None:
        """Insert a thank-you note with its blanks open; the panel turns to checking it."""
        self.begin("Insert draft")
        self.tab.click_in_panel("button", "Insert draft")
        eventually(
            lambda: self.tab.in_panel("[role=tab][aria-selected=true]", "Check"), "the draft is in"
        )

    def begin(self, until: str) -> None:
        """Go from step to step of a thank-you note in the panel until this one is reached."""
        tab = self.tab
        if not tab.in_panel("[role=tab]", "Insert"):
            tab.click_in_panel(*OPENER)
        tab.click_in_panel("[role=tab]", "Insert")
        steps = ("I had an interview", "Thank you: one interviewer", "Preview", "Insert draft")
        # What was begun for the same person before is still there: the last step that is offered.
        start = eventually(
            lambda: [step for step in steps if tab.in_panel("button", step)], "a step is offered"
        )[-1]
        for words in steps[steps.index(start) : steps.index(until)]:
            tab.click_in_panel("button", words)
        last = steps[max(steps.index(start), steps.index(until))]
        eventually(lambda: tab.in_panel("button", last), "its step is there")

    def asked(self) -> dict[str, Any]:
        """Return what the extension last asked about."""
        assert self.pages.asked
        return self.pages.asked[-1]


def open_page(tab: Tab, pages: Webmails, name: str, **query: str) -> Compose:
    """Open a rebuilt page, its compose windows drawn, its editors running, its people there."""
    pages.asked.clear()
    tab.open(pages.page(name, **query))
    config = server.config(name)
    frames = config.get("frames", [])
    for depth in range(len(frames) + 1):
        eventually(lambda inner=frames[:depth]: tab.enter(*inner), "its frame is there")
        eventually(lambda: tab.run(READY), "it is drawn")
    page = config.get("around", frames)
    return Compose(tab, pages, frames=tuple(frames), page=tuple(page))


def open_two(tab: Tab, pages: Webmails, **query: str) -> tuple[Compose, Compose]:
    """Open a page with two compose windows, the panel of the second before one."""
    first = open_page(tab, pages, "plain", state="two", **query)
    eventually(lambda: tab.run(f"() => ({OPENERS})().length") == 2, "each has a button")
    tab.run(f"() => ({OPENERS})()[1].click()")
    return first, replace(first, number=1)
