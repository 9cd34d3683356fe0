"""What a person does in Afterword's panel, by the words they read there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

DOOR = "I had an interview"
TEMPLATE = "Thank you: one interviewer"
"""What a thank-you note for one person is behind."""


@dataclass(frozen=True, slots=True)
class Panel:
    """The panel beside the compose window of a page."""

    page: Page

    @property
    def opener(self) -> Locator:
        """The button in the compose window."""
        return self.page.get_by_role("button", name="Thank-you / Follow-up")

    @property
    def region(self) -> Locator:
        """The panel itself."""
        return self.page.get_by_role("region", name="Afterword", exact=True)

    @property
    def headline(self) -> Locator:
        """Its first line, in words."""
        return self.region.get_by_role("heading", level=2)

    def button(self, name: str) -> Locator:
        """A button of the panel."""
        return self.region.get_by_role("button", name=name, exact=True)

    def field(self, label: str) -> Locator:
        """A field of the interview card, or a question of the template, by how its label begins."""
        return self.region.get_by_label(re.compile(f"^{re.escape(label)}"))

    def open(self, tab: str) -> None:
        """Unfold the panel and choose a tab."""
        expect(self.opener).to_be_visible()
        if not self.region.is_visible():
            self.opener.click()
        self.region.get_by_role("tab", name=tab).click()

    def choose(self, door: str, template: str) -> None:
        """Go through a door and pick a template."""
        self.button(door).click()
        choice = self.region.get_by_role("button", name=template)
        self._unfold(choice)
        choice.click()
        expect(self.region.get_by_role("heading", name=template)).to_be_visible()

    def fill(self, fields: dict[str, str]) -> None:
        """Fill in fields by their labels."""
        for label, value in fields.items():
            field = self.field(label)
            self._unfold(field)
            field.fill(value)

    def _unfold(self, wanted: Locator) -> None:
        """Open what is known or less common, if it stands there."""
        expect(wanted).to_be_attached()
        if not wanted.is_visible():
            wanted.locator("xpath=ancestor::details[not(@open)]/summary").first.click()

    @property
    def preview(self) -> Locator:
        """The draft as it would be inserted."""
        return self.region.get_by_role("region", name="Preview")

    def insert(self) -> None:
        """Go on to the preview and insert the draft; the panel turns to checking it."""
        self.button("Preview").click()
        expect(self.preview).to_be_visible()
        self.button("Insert draft").click()
        expect(self.region.get_by_role("tab", name="Check")).to_have_attribute(
            "aria-selected", "true"
        )

    def group(self, title: str) -> Locator:
        """The rows under `Before you send`, `Worth a look` or `In place`."""
        heading = self.page.get_by_role("heading", name=title, level=3)
        return self.region.locator("section").filter(has=heading).get_by_role("listitem")

    def finding(self, words: str) -> Locator:
        """The finding whose line holds these words."""
        return self.region.get_by_role("listitem").filter(has_text=words)

    def unfold(self, words: str) -> Locator:
        """Open the finding whose line holds these words; return it."""
        finding = self.finding(words)
        finding.get_by_role("button").first.click()
        return finding

    def repair(self, words: str, label: str) -> None:
        """Open a finding and press its repair; the finding goes."""
        finding = self.unfold(words)
        finding.get_by_role("button", name=label, exact=True).click()
        expect(finding).to_have_count(0)


def marks(page: Page) -> dict[str, list[str]]:
    """Return the words under each kind of mark of ours."""
    return dict(
        page.evaluate(
            "[...CSS.highlights].filter(([name]) => name.startsWith('afterword-'))"
            ".map(([name, ranges]) => [name.slice(10), [...ranges].map(String)])"
        )
    )
