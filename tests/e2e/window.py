"""A message that is being written in a real webmail, whichever it is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

from playwright.sync_api import Locator, Page


@dataclass(frozen=True, slots=True)
class Window(ABC):
    """An open compose window: what is read and typed in its body."""

    page: Page

    @property
    @abstractmethod
    def is_html(self) -> bool:
        """Whether the rich text editor is on."""

    @property
    @abstractmethod
    def body(self) -> Locator:
        """The editable element of the body: the editor's, or the plain field."""

    def text(self) -> str:
        """Return the body as its writer reads it, one line per paragraph, no-break spaces plain."""
        if not self.is_html:
            return self.body.input_value()
        return self.body.inner_text().replace("\xa0", " ")

    def content(self) -> str:
        """Return the body exactly as it is: its markup, or the text of the plain field."""
        if not self.is_html:
            return self.body.input_value()
        return str(self.body.evaluate("body => body.innerHTML"))

    def write(self, words: str) -> None:
        """Put the caret at the very start of the body and type."""
        self.focus_start()
        self.page.keyboard.type(words)

    def focus_start(self) -> None:
        """Put the caret at the very start of the body."""
        self.body.focus()
        self.page.keyboard.press("Control+Home")
