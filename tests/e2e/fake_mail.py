"""A page that sends as webmails do, and writes down each time that it was told to.

It is served under the practice page's path, where the extension runs by itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.e2e.browsers import Chromium
from tests.e2e.panel import Panel
from tests.e2e.processes import free_port
from tests.e2e.stored import card, store

HTML = """<!doctype html>
<html lang="en"><title>Mail</title>
<style>
  body { font: 16px/1.5 sans-serif; margin: 24px; }
  form { display: grid; gap: 8px; width: 640px; }
  #body, textarea { height: 320px; border: 1px solid gray; padding: 8px; font: inherit; }
</style>
<main><h1>Mail</h1>
<form>
  <div data-email="dana.lee@acme.example" data-name="Dana Lee">Dana Lee</div>
  <label>Subject <input name="subject" value="Thank you, Data Engineer interview"></label>
  BODY
  <p>
    <button type="submit" id="send">Go</button>
    <button id="later">Afterwards</button>
    <input type="file" aria-label="Files">
  </p>
</form></main>
<output aria-label="What was sent"></output>
<script>
  const form = document.querySelector("form");
  const log = document.querySelector("output");
  const field = form.querySelector("#body, textarea");
  const told = (how) => { log.textContent += `${how}: ${field.value ?? field.innerText}\\n`; };
  form.addEventListener("submit", (event) => { event.preventDefault(); told("submit"); });
  const later = document.querySelector("#later");
  later.addEventListener("mousedown", () => told("mousedown"));
  later.addEventListener("click", (event) => event.preventDefault());
  addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.ctrlKey) { event.preventDefault(); told("chord"); }
  }, true);
</script>"""
RICH = (
    '<div id="body" contenteditable role="textbox" aria-multiline="true" aria-label="Body"></div>'
)
PLAIN = '<textarea name="body" aria-label="Body"></textarea>'
NOTE = (
    "Hi Diana,\n\nThank you for the interview. I enjoyed what you said about streaming loads, and"
    " how your team moved them. I am very interested in the role, and my three years with Kafka"
    " would help your team.\n\nI look forward to hearing from you.\n\nKind regards,\nPriya Nair"
)
"""A note that greets somebody else than the card names; nothing else is wrong with it."""
GOOD = NOTE.replace("Diana", "Dana")

IN_SIGHT = """(field, words) => {
  const { top, bottom } = field.getBoundingClientRect();
  return [...CSS.highlights].flatMap(([, ranges]) => [...ranges]).some((range) => {
    const box = range.getBoundingClientRect();
    return String(range) === words && top <= box.top && box.bottom <= bottom;
  });
}"""


@dataclass(frozen=True, slots=True)
class FakeMail:
    """An open compose window of that page."""

    page: Page

    @property
    def panel(self) -> Panel:
        """Afterword's panel beside it."""
        return Panel(self.page)

    @property
    def body(self) -> Locator:
        """The field that the message is written in."""
        return self.page.get_by_label("Body")

    @property
    def send(self) -> Locator:
        """The button that sends; nothing in its words says so."""
        return self.page.get_by_role("button", name="Go", exact=True)

    @property
    def later(self) -> Locator:
        """The button that sends at another time, as soon as the mouse is down."""
        return self.page.get_by_role("button", name="Afterwards")

    @property
    def question(self) -> Locator:
        """What Afterword asks beside Send."""
        return self.page.get_by_role("alertdialog")

    @property
    def bubble(self) -> Locator:
        """The bubble beside a marked word."""
        return self.page.locator("afterword-bubble").get_by_role("dialog")

    def answer(self, name: str) -> None:
        """Press a button of the question."""
        self.question.get_by_role("button", name=name, exact=True).click()

    def write(self, words: str) -> None:
        """Type at the end of the body."""
        self.body.focus()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(words)

    def refuse(self) -> None:
        """Have the editor take nothing that is pasted from now on."""
        self.body.evaluate(
            "body => body.addEventListener('paste', (event) => event.preventDefault())"
        )

    def selected(self) -> str:
        """Return the words that are selected in the body."""
        return str(
            self.body.evaluate(
                "field => field.value?.slice(field.selectionStart, field.selectionEnd)"
                " ?? String(getSelection())"
            )
        )

    def shows(self, words: str) -> bool:
        """Whether marked words are scrolled into sight."""
        return bool(self.body.evaluate(IN_SIGHT, words))

    def sent(self) -> list[str]:
        """Return how the page was told to send, each time."""
        log = self.page.locator("output").text_content() or ""
        return [
            line.partition(":")[0]
            for line in log.splitlines()
            if line.startswith(("submit:", "mousedown:", "chord:"))
        ]


def fake_mail(
    page: Page,
    *,
    html: bool = True,
    style: str = "",
    lang: str = "en",
    saved: str = "",
    host: str = "127.0.0.1",
) -> FakeMail:
    """Open the page, on a draft that was saved or an empty one, and wait for Afterword's button.

    The extension must run by itself at a `host` of another name.
    """
    address = f"http://{host}:{free_port()}/practice/mail"
    lines = "".join(f"<div>{line or '<br>'}</div>" for line in saved.split("\n")) if saved else ""
    body = RICH.replace("></", f">{lines}</") if html else PLAIN.replace("></", f">{saved}</")
    text = HTML.replace("BODY", body).replace("</style>", f"{style}</style>")
    text = text.replace('<html lang="en">', f"<html {lang}>" if "=" in lang else '<html lang="en">')
    page.route(address, lambda route: route.fulfill(body=text, content_type="text/html"))
    page.goto(address)
    expect(page.locator("afterword-panel .opener")).to_be_visible()
    return FakeMail(page)


def begin(chromium: Chromium, *, html: bool = True) -> FakeMail:
    """Open a compose window of somebody with an interview card."""
    store(chromium, cards=[card()], sender={"name": "Priya Nair"})
    return fake_mail(chromium.page(), html=html)


def write(mail: FakeMail, words: str) -> None:
    """Write a note and wait until it was read."""
    mail.write(words)
    expect(mail.panel.opener).to_have_text("Thank-you / Follow-up" + counts(mail))


def counts(mail: FakeMail) -> str:
    """Wait for the count of a note with a name that is not the card's and return it."""
    count = mail.page.locator("afterword-panel .count[data-level=stop]")
    expect(count).to_be_visible()
    return count.inner_text()
