"""The same extension in Firefox: insert, check, take back, repair, send."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from marionette_driver.keys import Keys
from marionette_driver.marionette import Marionette, WebElement

from tests.e2e.act import act
from tests.e2e.browsers import Firefox
from tests.e2e.mailboxes import html_text, plain_text
from tests.e2e.processes import eventually
from tests.e2e.roundcube import Roundcube
from tests.e2e.roundcube_page import SETTLED
from tests.e2e.sogo import Sogo
from tests.e2e.sogo_page import EDITABLE, FRAME
from tests.e2e.stored import card

pytestmark = pytest.mark.browser

_IN_PAGE = """
return [...document.querySelectorAll(arguments[0])].find(found => found.checkVisibility()) ?? null;
"""
_IN_PANEL = """
const [selector, name] = arguments;
for (const host of document.querySelectorAll("afterword-panel")) {
  for (const found of host.shadowRoot.querySelectorAll(selector)) {
    const label = found.labels?.[0] ?? found;
    const words = (found.ariaLabel ?? label.textContent).trim();
    if (found.checkVisibility() && words.startsWith(name)) return found;
  }
}
return null;
"""
_FOLD = """
const [selector, name] = arguments;
for (const host of document.querySelectorAll("afterword-panel")) {
  for (const found of host.shadowRoot.querySelectorAll(selector)) {
    const words = found.labels?.[0]?.textContent.trim() ?? "";
    const fold = found.closest("details:not([open])");
    if (fold && words.startsWith(name)) return fold.querySelector("summary");
  }
}
return null;
"""
_FIELDS = "input, textarea"
_QUESTION = """
const host = document.querySelector("afterword-question");
const name = arguments[0];
const buttons = [...(host?.shadowRoot.querySelectorAll("button") ?? [])];
return buttons.find(button => button.textContent === name) ?? null;
"""

CARD = {"Company": "Acme", "Role": "Data Engineer"}
ANSWERS = {
    "What did you two talk about that you still remember?": (
        "how your team moved its nightly loads to streaming"
    ),
    "What did it make you think?": "want to try the same with the slow reports at my present job",
    "What have you done that would help them?": "kept a warehouse of forty tables running",
}
ONESELF = {"Your full name": "Priya Nair", "Your phone": "555-0142"}


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab with a compose window and Afterword's panel."""

    marionette: Marionette
    body_script: str
    """What finds the editable element of the body."""

    def css(self, selector: str) -> WebElement:
        """Wait for an element of the page."""
        element = eventually(lambda: self.run(_IN_PAGE, selector), f"{selector} is shown")
        assert isinstance(element, WebElement)
        return element

    def click(self, selector: str) -> None:
        """Click an element of the page, as soon as it is there and nothing lies over it."""
        act(lambda: self.run(_IN_PAGE, selector), WebElement.click, selector)

    def panel(self, selector: str, name: str) -> WebElement:
        """Wait for an element of the panel whose label or words begin with `name`."""
        element = eventually(
            lambda: self.run(_IN_PANEL, selector, name), f"{selector} {name!r} in the panel"
        )
        assert isinstance(element, WebElement)
        return element

    def press_in_panel(self, selector: str, name: str) -> None:
        """Click an element of the panel, as soon as it is there."""
        act(lambda: self.run(_IN_PANEL, selector, name), self._click, f"{selector} {name!r}")

    def _click(self, element: WebElement) -> None:
        """Click an element, scrolled to where nothing that stays in sight lies over it."""
        self.run("arguments[0].scrollIntoView({block: 'center'});", element)
        element.click()

    def run(self, script: str, *arguments: Any) -> Any:
        """Run a script in the page and return its answer."""
        return self.marionette.execute_script(script, script_args=arguments)

    def page_says(self, expression: str) -> Any:
        """Return what an expression is worth among the page's own scripts."""
        return self.run(f"return window.wrappedJSObject.eval({expression!r})")

    def text(self) -> str:
        """Return the body as its writer reads it."""
        words = self.run(f"const body = {self.body_script}; return body.innerText ?? body.value;")
        return str(words).replace("\xa0", " ")

    def fill(self, fields: dict[str, str]) -> None:
        """Type into fields of the panel."""
        for label, value in fields.items():
            act(
                partial(self._field, label),
                lambda field, value=value: (field.clear(), field.send_keys(value)),
                label,
            )

    def _field(self, label: str) -> Any:
        """Return a field that may be typed into, or None; one that is folded away is unfolded."""
        if summary := self.run(_FOLD, _FIELDS, label):
            self._click(summary)
        return self.run(_IN_PANEL, _FIELDS, label)

    def insert(self, answers: dict[str, str]) -> None:
        """Go from an occasion to an inserted note; what was typed before is still there."""
        if opener := self.run(_IN_PANEL, "button.opener[aria-expanded=false]", ""):
            opener.click()
        self.press_in_panel("[role=tab]", "Insert")
        self.press_in_panel("button", "I had an interview")
        self.press_in_panel("button.template", "")
        self.fill(answers)
        self.press_in_panel("button", "Preview")
        self.press_in_panel("button", "Insert draft")
        self.panel("[role=tab][aria-selected=true]", "Check")

    def press(self, *chord: str) -> None:
        """Press keys together."""
        keys = self.marionette.actions.sequence("key", "keyboard")
        for key in chord:
            keys.key_down(key)
        for key in reversed(chord):
            keys.key_up(key)
        keys.perform()

    def misname(self) -> None:
        """Type another name into the greeting: the caret is put behind `Dear D`."""
        for _ in range(2):
            self.press(Keys.CONTROL, Keys.HOME)
        for _ in "Dear D":
            self.press(Keys.RIGHT)
        self.press("i")
        eventually(lambda: self.text().startswith("Dear Diana Lee"), "the greeting is changed")


def _insert_check_and_take_back(tab: Tab, more: Mapping[str, str] = {}) -> None:
    before = tab.text()
    tab.panel("button.opener", "Thank-you / Follow-up")
    tab.insert({**CARD, **more, **ANSWERS, **ONESELF})
    with_draft = tab.text()
    assert with_draft.startswith("Dear Dana Lee,\n")
    for words in ANSWERS.values():
        assert with_draft.count(words) == 1
    tab.panel("h2", "Ready to send")

    tab.press(Keys.CONTROL, "z")
    assert tab.text() == before


def _repair(tab: Tab) -> None:
    tab.misname()
    tab.press_in_panel(".finding button", "The name in your greeting is Diana")
    tab.press_in_panel(".finding button", "Use “Dana")
    eventually(lambda: tab.text().startswith("Dear Dana Lee"), "the greeting is repaired")
    tab.panel("h2", "Ready to send")


def _is_asked_once(tab: Tab, send: WebElement) -> None:
    """Send a misnamed note by pointer and by key; what it does is told by the page."""
    tab.misname()
    tab.panel("h2", "1 thing before you send")
    send.click()
    eventually(lambda: tab.run(_QUESTION, "Send anyway"), "it asks")
    tab.press(Keys.ESCAPE)
    assert tab.run(_QUESTION, "Send anyway") is None


def test_it_asks_before_it_sends(firefox: Firefox, service: str) -> None:
    marionette = firefox.marionette
    marionette.navigate(f"{service}/practice/")
    tab = Tab(marionette, "document.querySelector('#body')")
    tab.panel("button.opener", "Thank-you / Follow-up")
    tab.insert({**CARD, **ANSWERS, **ONESELF})
    _is_asked_once(tab, tab.css("#send"))
    shown = "return !document.querySelector('#sent').hidden"
    assert tab.run(shown) is False

    # Other words, by key: asked again, and sent as they stand.
    tab.press(Keys.END)
    for sign in " [phone]":
        tab.press(sign)
    tab.panel("h2", "2 things before you send")
    tab.css("#send").send_keys(Keys.ENTER)
    button = eventually(lambda: tab.run(_QUESTION, "Send anyway"), "it asks again")
    assert tab.run(shown) is False
    assert isinstance(button, WebElement)
    button.click()
    eventually(lambda: tab.run(shown), "it is sent")
    assert "Dear Diana Lee," in tab.css("#sent-text").text
    assert "afterword" not in tab.css("#sent-html").text.lower()


def test_on_the_practice_page(firefox: Firefox, service: str) -> None:
    marionette = firefox.marionette
    marionette.navigate(f"{service}/practice/")
    tab = Tab(marionette, "document.querySelector('#body')")
    _insert_check_and_take_back(tab)
    tab.insert({})
    _repair(tab)

    seen = tab.text()
    tab.css("#send").click()
    sent = tab.css("#sent-text").text
    assert "Subject: Thank you – Data Engineer interview" in sent
    for words in (*ANSWERS.values(), "Dear Dana Lee,", "Kind regards,"):
        assert words in sent
        assert words in seen
    assert "afterword" not in tab.css("#sent-html").text.lower()


def test_a_mark_is_seen(firefox: Firefox, service: str) -> None:
    firefox.marionette.navigate(f"{service}/practice/")
    tab = Tab(firefox.marionette, "document.querySelector('#body')")
    body = tab.css("#body")
    tab.run(
        "document.querySelector('#body').focus();"
        "document.execCommand('insertText', false, arguments[0]);",
        "Dear Dana, thank you for the interview on the [role] team. ",
    )
    marks = "return CSS.highlights.has('afterword-blank');"
    eventually(lambda: tab.run(marks), "the blank is marked")
    # Elsewhere, where no caret blinks in it.
    tab.run("document.activeElement.blur();")
    marked = tab.marionette.screenshot(body)
    tab.run("CSS.highlights.clear();")
    assert tab.marionette.screenshot(body) != marked


_GRANTED = "const { data_collection, origins } = await chrome.permissions.getAll();"
_SENDS = f"{_GRANTED} return [data_collection, origins.includes('https://otherwise.example/*')];"
_REMINDS = "return await chrome.permissions.contains({permissions: ['notifications']});"
_TAKE_BACK = "await chrome.permissions.remove({data_collection: ['personalCommunications']});"


def _service(firefox: Firefox) -> Any:
    return firefox.run("return (await chrome.storage.local.get('service')).service;")


def test_another_computer_is_asked_for_by_what_goes_there(firefox: Firefox, service: str) -> None:
    tab = Tab(firefox.marionette, "document.body")
    other = "https://otherwise.example:8765"
    firefox.options()
    field = tab.css("input[inputmode=url]")
    field.clear()
    field.send_keys(other, Keys.ENTER)
    yes = tab.css(".consent button:not(.primary)")
    assert _service(firefox) == {"address": service}
    assert firefox.run(_SENDS) == [[], False]
    yes.click()
    eventually(lambda: _service(firefox) == {"address": other, "consent": other}, "it is used")
    assert firefox.run(_SENDS) == [["personalCommunications"], True]

    # Taken back in Firefox's own settings, drafts stay on this computer again.
    firefox.run(_TAKE_BACK)
    own = {"address": "http://127.0.0.1:8765", "consent": None}
    eventually(lambda: _service(firefox) == own, "it is left")
    eventually(lambda: firefox.run(_SENDS) == [[], False], "its address is given back")


_USE = """const site = 'https://otherwise.example/*';
await chrome.runtime.sendMessage({kind: 'use-on-site', payload: {site, origins: [site]}});"""
_LEAVE = """const site = 'https://otherwise.example/*';
await chrome.runtime.sendMessage({kind: 'leave-site', payload: {site}});"""


def _choose(tab: Tab, address: str) -> None:
    field = tab.css("input[inputmode=url]")
    field.clear()
    field.send_keys(address, Keys.ENTER)


def test_what_another_computer_needed_is_given_back_unless_a_site_needs_it(
    firefox: Firefox, service: str
) -> None:
    tab = Tab(firefox.marionette, "document.body")
    other = "https://otherwise.example"
    firefox.options()

    def allow() -> None:
        _choose(tab, other)
        tab.css(".consent button:not(.primary)").click()
        eventually(lambda: _service(firefox)["address"] == other, "it is used")
        assert firefox.run(_SENDS) == [["personalCommunications"], True]

    allow()
    _choose(tab, service)
    eventually(lambda: firefox.run(_SENDS) == [[], False], "all is given back")

    allow()
    firefox.run(_USE)
    _choose(tab, service)
    eventually(lambda: firefox.run(_SENDS) == [[], True], "the site keeps its own")
    firefox.run(_LEAVE)
    eventually(lambda: firefox.run(_SENDS) == [[], False], "all is given back")

    allow()
    firefox.run(_USE)
    firefox.run(_LEAVE)
    assert firefox.run(_SENDS) == [["personalCommunications"], True]


def test_who_deletes_everything_takes_back_what_was_allowed(firefox: Firefox) -> None:
    tab = Tab(firefox.marionette, "document.body")
    firefox.options()
    _choose(tab, "https://otherwise.example")
    tab.css(".consent button:not(.primary)").click()
    eventually(lambda: firefox.run(_SENDS)[1], "another computer is allowed")
    firefox.store("cards", [card()])
    firefox.marionette.navigate(firefox.extension_url + "popup/popup.html")
    tab.click("li summary")
    tab.click("li fieldset button")
    eventually(lambda: firefox.run(_REMINDS), "reminders are allowed")
    firefox.options()
    for _ in range(2):
        tab.css("#data .choices ~ .choices button").click()
    eventually(lambda: firefox.run(_SENDS) == [[], False], "its address is given back")
    eventually(lambda: not firefox.run(_REMINDS), "reminders are given back")


SCRIPTS = "return (await chrome.scripting.getRegisteredContentScripts()).length"


def test_an_update_leaves_the_helper_on_the_sites_where_it_is_used(
    firefox: Firefox, service: str, tmp_path: Path
) -> None:
    firefox.use_on(service)
    # A page of the extension would go with it.
    firefox.marionette.navigate("about:blank")
    firefox.install(tmp_path)
    firefox.options()
    eventually(lambda: firefox.run(SCRIPTS) == 1, "it is used there again")


@pytest.mark.webmail
def test_in_roundcube(firefox: Firefox, roundcube: Roundcube) -> None:
    writer = roundcube.person("Priya Nair", html=True, signature="<p>Priya Nair<br>555-0142</p>")
    interviewer = roundcube.person("Dana Lee", "acme.example")
    marionette = firefox.marionette
    firefox.use_on(roundcube.url)
    tab = Tab(marionette, "document.querySelector('#composebody_ifr').contentDocument.body")

    marionette.navigate(roundcube.url)
    tab.css("#rcmloginuser").send_keys(writer.address)
    tab.css("#rcmloginpwd").send_keys(writer.password)
    tab.css("#rcmloginsubmit").click()
    tab.css("#messagelist")
    eventually(lambda: tab.page_says(SETTLED), "the inbox is there")
    marionette.navigate(f"{roundcube.url}?_task=mail&_action=compose")
    tab.css("#compose_to li.input input").send_keys(str(interviewer), Keys.ENTER)
    tab.css("#composebody_ifr")
    eventually(lambda: "Priya Nair" in tab.text(), "the editor shows the signature")

    _insert_check_and_take_back(tab)
    tab.insert({})
    _repair(tab)
    seen = tab.text()
    tab.css("#compose-content button.send").click()

    (mail,) = roundcube.post.arrived(interviewer)
    assert mail["Subject"] == "Thank you – Data Engineer interview"
    assert " ".join(plain_text(mail).split()) == " ".join(seen.split())
    assert "afterword" not in html_text(mail).lower()


@pytest.mark.webmail
def test_in_sogo(firefox: Firefox, sogo: Sogo) -> None:
    writer = sogo.person("Priya Nair", html=True)
    interviewer = sogo.person("Dana Lee", "acme.example")
    marionette = firefox.marionette
    firefox.use_on(sogo.url)
    frame = f"document.querySelector('{FRAME}')?.contentDocument.body"
    body = f"({frame} ?? document.querySelector('{EDITABLE}'))"
    tab = Tab(marionette, body)

    marionette.navigate(sogo.url)
    tab.css("[ng-model='app.creds.username']").send_keys(writer.address)
    tab.css("#passwordField").send_keys(writer.password, Keys.ENTER)
    tab.click("md-fab-trigger button")
    tab.click("[ng-click='mailbox.newMessage($event)']")
    tab.click(".sg-mail-editor md-chips input")
    tab.css(".sg-mail-editor md-chips input").send_keys(f"{interviewer.address},")
    tab.css(".sg-mail-editor md-chip")
    eventually(lambda: tab.run(f"return {body}?.isContentEditable"), "it may be written in")

    _insert_check_and_take_back(tab, {"Full name": "Dana Lee"})
    tab.insert({})
    _repair(tab)
    seen = tab.text()
    tab.press_in_panel("button", "Fold the panel")
    tab.click("[ng-click='editor.send()']")

    (mail,) = sogo.post.arrived(interviewer)
    assert mail["Subject"] == "Thank you – Data Engineer interview"
    assert " ".join(plain_text(mail).split()) == " ".join(seen.split())
