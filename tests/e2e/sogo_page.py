"""What a person does in SOGo, by what they see: log in, write, read, answer, send."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.e2e.mailboxes import Person
from tests.e2e.sogo import Sogo
from tests.e2e.window import Window

FRAME = ".cke_wysiwyg_frame"
EDITABLE = ".ck-editor__editable"
"""What the rich text is written in: the first up to SOGo 5.8, the second in newer ones."""


@dataclass(frozen=True, slots=True)
class Compose(Window):
    """An open message of SOGo, in its dialog or in a window of its own."""

    html: bool

    @property
    def is_html(self) -> bool:
        """Whether its writer chose rich text in the settings."""
        return self.html

    @property
    def window(self) -> Locator:
        """All of it."""
        return self.page.locator(".sg-mail-editor")

    @property
    def subject(self) -> Locator:
        """The subject field."""
        return self.window.locator("input[name=subject]")

    @property
    def body(self) -> Locator:
        """The editable element of the body, of either CKEditor, or the textarea."""
        if not self.html:
            return self.window.locator("textarea")
        frame = self.window.locator(FRAME)
        if frame.count():
            return frame.content_frame.locator("body")
        return self.window.locator(EDITABLE)

    def address(self, person: Person) -> None:
        """Type a recipient into the To field as a person does."""
        line = self.window.locator("md-chips").first
        line.locator("input").click()
        self.page.keyboard.type(f"{person.address},")
        expect(line.locator("md-chip")).to_have_text([person.address])

    def undo(self) -> None:
        """Press the undo keys once, in the body."""
        self.body.focus()
        self.page.keyboard.press("Control+z")

    def redo(self) -> None:
        """Press the redo keys once, in the body."""
        self.body.focus()
        self.page.keyboard.press("Control+y")

    def attach(self, name: str, content: bytes) -> None:
        """Attach a file and wait until the webmail shows it."""
        file = FilePayload(name=name, mimeType="application/octet-stream", buffer=content)
        self.window.locator("#fileInput").set_input_files([file])
        expect(self.window.locator("md-dialog-actions").get_by_text(name)).to_be_visible()

    def save(self) -> None:
        """Press Save."""
        self.window.locator("[ng-click='editor.save()']").click()

    def send(self) -> None:
        """Press Send."""
        self.window.locator("[ng-click='editor.send()']").click()


def log_in(page: Page, sogo: Sogo, person: Person) -> None:
    """Open the webmail and log in; the inbox is shown then."""
    page.goto(sogo.url)
    page.locator("[ng-model='app.creds.username']").fill(person.address)
    page.locator("#passwordField").fill(person.password)
    page.keyboard.press("Enter")
    page.wait_for_url("**/Mail/view*")


def compose(page: Page, *, html: bool) -> Compose:
    """Open a new message in the dialog; the caret may be set and words typed then."""
    _unfold(page).get_by_role("button", name="Write a new message").click()
    return _ready(Compose(page, html))


def compose_in_a_window(page: Page, *, html: bool) -> Compose:
    """Open a new message in a window of its own."""
    with page.expect_popup() as opened:
        _unfold(page).get_by_role("button", name="Write a message in new window").click()
    return _ready(Compose(opened.value, html))


def _unfold(page: Page) -> Locator:
    page.locator("md-fab-trigger button").click()
    return page.locator("md-fab-actions")


def reply(page: Page, subject: str, *, html: bool) -> Compose:
    """Open the message with this subject in the inbox and press Reply."""
    page.get_by_role("button", name=subject).click()
    page.get_by_role("button", name="Reply", exact=True).click()
    return _ready(Compose(page, html))


def _ready(window: Compose) -> Compose:
    expect(window.subject).to_be_visible()
    if window.html:
        expect(window.window.locator(f"{FRAME}, {EDITABLE}")).to_be_visible()
    expect(window.body).to_be_editable()
    return window
