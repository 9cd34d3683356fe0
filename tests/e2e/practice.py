"""The practice page: a small compose window that the service itself serves."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.panel import DOOR, TEMPLATE, Panel, marks

IN_BOTH_MODES = pytest.mark.parametrize("html", [True, False], ids=["html", "plain"])

NOT_OURS = "Dear neighbours,\n\nThe lift is out of order until Thursday.\n\nThe caretaker"
"""An email that is about no interview."""


@dataclass(frozen=True, slots=True)
class Practice:
    """An open practice page, in rich or in plain text."""

    page: Page
    html: bool = True

    @property
    def panel(self) -> Panel:
        """Afterword's panel beside it."""
        return Panel(self.page)

    @property
    def subject(self) -> Locator:
        """The subject field."""
        return self.page.locator("#subject")

    @property
    def body(self) -> Locator:
        """The field that the message is written in."""
        return self.page.locator("#body" if self.html else "#plain-body")

    def content(self) -> str:
        """Return the body exactly as it is: markup, or the text of the plain field."""
        if self.html:
            return str(self.body.evaluate("body => body.innerHTML"))
        return self.body.input_value()

    def lines(self) -> list[str]:
        """Return the lines of the body that hold words."""
        text = self.body.inner_text() if self.html else self.body.input_value()
        return [line.strip() for line in text.splitlines() if line.strip()]

    def write(self, words: str) -> None:
        """Type at the very start of the body."""
        self.body.focus()
        self.page.keyboard.press("Control+Home")
        self.page.keyboard.type(words)

    def write_and_check(self, words: str, marked: str) -> None:
        """Type words and open the check; wait for the one finding that names `marked`."""
        self.write(words)
        self.panel.open("Check")
        expect(self.panel.finding(marked)).to_have_count(1)

    def undo(self) -> None:
        """Press the undo keys once, in the body."""
        self.body.focus()
        self.page.keyboard.press("Control+z")

    def selected(self) -> str:
        """Return the words that are selected in the body; the focus must be there."""
        expect(self.body).to_be_focused()
        return str(
            self.body.evaluate(
                "body => 'value' in body"
                " ? body.value.slice(body.selectionStart, body.selectionEnd)"
                " : String(getSelection())"
            )
        )

    def marks(self) -> dict[str, list[str]]:
        """Return the words under each kind of mark of ours."""
        return marks(self.page)


def practice(page: Page, service: str, *, html: bool = True) -> Practice:
    """Open the practice page and wait for Afterword's button."""
    page.goto(f"{service}/practice/")
    window = Practice(page, html)
    # It moves what stands behind it.
    expect(window.panel.opener).to_be_visible()
    if not html:
        page.get_by_label("Plain text").check()
    return window


def fill_and_insert(window: Practice) -> None:
    """Take the first template; the card of Dana Lee is known."""
    window.panel.open("Insert")
    window.panel.choose(DOOR, TEMPLATE)
    window.panel.insert()
