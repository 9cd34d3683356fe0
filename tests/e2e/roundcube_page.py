"""What a person does in Roundcube, by what they see: log in, write, read, answer, send."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.e2e.mailboxes import Person
from tests.e2e.roundcube import Roundcube
from tests.e2e.window import Window


@dataclass(frozen=True, slots=True)
class Compose(Window):
    """An open compose window of Roundcube."""

    @property
    def subject(self) -> Locator:
        """The subject field."""
        return self.page.locator("#compose-subject")

    @property
    def is_html(self) -> bool:
        """Whether the rich text editor is on."""
        return self.page.locator("[name=_is_html]").input_value() == "1"

    @property
    def body(self) -> Locator:
        """The editable element of the body: TinyMCE's document, or the textarea."""
        if self.is_html:
            return self.page.frame_locator("#composebody_ifr").locator("body")
        return self.page.locator("#composebody")

    def address(self, *people: Person) -> None:
        """Type recipients into the To field as a person does."""
        field = self.page.locator("#compose_to li.input input")
        for count, person in enumerate(people, start=1):
            field.fill(str(person))
            field.press("Enter")
            expect(self.page.locator("#compose_to li.recipient")).to_have_count(count)

    def undo(self) -> None:
        """Press the undo keys once, in the body."""
        self.page.keyboard.press("Control+z")

    def attach(self, name: str, content: bytes) -> None:
        """Attach a file and wait until the webmail has it."""
        file = FilePayload(name=name, mimeType="application/octet-stream", buffer=content)
        with self.page.expect_file_chooser() as chooser:
            self.page.get_by_role("button", name="Attach a file").click()
        chooser.value.set_files([file])
        expect(self.page.locator("#attachment-list").get_by_text(name)).to_be_visible()

    def turn_to_plain_text(self) -> None:
        """Leave the rich text editor; the webmail asks whether formatting may go."""
        self.page.on("dialog", lambda dialog: dialog.accept())
        self.page.get_by_role("button", name="Plain text").click()
        expect(self.page.locator("#composebody")).to_be_visible()

    def save(self) -> None:
        """Press Save and wait until the webmail says so."""
        self.page.locator("#messagetoolbar a.draft, a.save.draft").first.click()
        expect(self.page.locator("#messagestack .confirmation")).to_be_visible()

    def send(self) -> None:
        """Press Send, which on a narrow screen stands below the message."""
        self.page.locator("#compose-content .send, .footer .send").filter(visible=True).click()


def log_in(page: Page, roundcube: Roundcube, person: Person) -> None:
    """Open the webmail and log in; the inbox is shown then."""
    page.goto(roundcube.url)
    page.locator("#rcmloginuser").fill(person.address)
    page.locator("#rcmloginpwd").fill(person.password)
    page.locator("#rcmloginsubmit").click()
    page.wait_for_url("**/*_task=mail*")
    _settle(page)


def compose(page: Page, roundcube: Roundcube) -> Compose:
    """Open a new message; the caret may be set and words typed then."""
    page.goto(f"{roundcube.url}?_task=mail&_action=compose")
    return _ready(Compose(page))


def reply(page: Page, roundcube: Roundcube, subject: str) -> Compose:
    """Open the message with this subject in the inbox and press Reply."""
    page.goto(f"{roundcube.url}?_task=mail&_mbox=INBOX")
    _settle(page)
    page.locator("#messagelist").get_by_text(subject).dblclick()
    page.wait_for_url("**/*_action=show*")
    _settle(page)
    page.locator("#toolbar-menu a.reply, #messagetoolbar a.reply").first.click()
    page.wait_for_url("**/*_action=compose*")
    return _ready(Compose(page))


SETTLED = "window.rcmail && !rcmail.busy && jQuery.active === 0"
"""A request that ends after a compose window was opened makes Roundcube forget that window:
each writes the whole session back."""


def _settle(page: Page) -> None:
    page.wait_for_function(SETTLED)


def _ready(window: Compose) -> Compose:
    expect(window.page.locator("#compose-subject")).to_be_visible()
    expect(window.body).to_be_editable()
    return window
