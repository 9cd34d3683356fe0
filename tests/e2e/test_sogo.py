"""The same story in a second real webmail: CKEditor in a dialog that AngularJS draws."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browsers import Chromium
from tests.e2e.mailboxes import Person, html_text, plain_text
from tests.e2e.panel import Panel
from tests.e2e.practice import IN_BOTH_MODES
from tests.e2e.sogo import Sogo
from tests.e2e.sogo_page import Compose, compose, compose_in_a_window, log_in, reply
from tests.e2e.story import FIT, FITTING, fill_in, invitation, lines

pytestmark = [pytest.mark.browser, pytest.mark.webmail]


@dataclass(frozen=True, slots=True)
class Desk:
    """Somebody who had an interview, in front of an open browser."""

    sogo: Sogo
    page: Page
    html: bool
    writer: Person
    interviewer: Person

    def compose(self) -> tuple[Compose, Panel]:
        """Open a new message to the interviewer, whose name the webmail does not know."""
        return self.address(compose(self.page, html=self.html))

    def address(self, window: Compose) -> tuple[Compose, Panel]:
        """Address an open message."""
        window.address(self.interviewer)
        return window, Panel(window.page)


Sit = Callable[..., Desk]
KNOWN = {"Full name": "Dana Lee", FIT: FITTING}


@pytest.fixture
def sit(sogo: Sogo, chromium: Chromium) -> Sit:
    """Log somebody in who uses Afterword in SOGo."""

    def sit_down(*, html: bool) -> Desk:
        writer = sogo.person(
            "Priya Nair",
            html=html,
            signature="<p>Priya Nair<br>555-0142</p>" if html else "Priya Nair\n555-0142",
        )
        interviewer = sogo.person("Dana Lee", "acme.example")
        page = chromium.page()
        log_in(page, sogo, writer)
        chromium.use_on(page)
        return Desk(sogo, page, html, writer, interviewer)

    return sit_down


@IN_BOTH_MODES
def test_what_arrives_is_what_was_written_and_nothing_else(sit: Sit, html: bool) -> None:
    desk = sit(html=html)
    window, panel = desk.compose()
    fill_in(panel, {"Full name": "Dana Lee"})
    panel.insert()

    # The first blank is selected: what is typed now fills it.
    expect(window.subject).to_have_value("Thank you – Data Engineer interview")
    expect(panel.finding("is still blank")).to_have_count(1)
    window.page.keyboard.type(FITTING)
    expect(panel.finding("is still blank")).to_have_count(0)
    seen = window.text()
    assert seen.startswith("Dear Dana Lee,\n\nThank you for talking with me on ")
    assert FITTING in seen
    panel.button("Fold the panel").click()
    window.send()

    (mail,) = desk.sogo.post.arrived(desk.interviewer)
    assert mail["Subject"] == "Thank you – Data Engineer interview"
    assert lines(plain_text(mail)) == lines(seen)
    if html:
        assert "afterword" not in html_text(mail).lower()


@IN_BOTH_MODES
def test_one_undo_and_one_redo(sit: Sit, html: bool) -> None:
    window, panel = sit(html=html).compose()
    window.write("It was good to meet you.")
    before = window.content()
    fill_in(panel, KNOWN)
    panel.insert()
    inserted = window.content()
    assert "Dear Dana Lee" in window.text()

    window.undo()
    assert window.content() == before
    window.redo()
    assert window.content() == inserted


@pytest.mark.parametrize("opened", [compose, compose_in_a_window], ids=["dialog", "own-window"])
def test_on_a_narrow_screen_it_pushes_nothing_out_of_sight(
    sit: Sit, opened: Callable[..., Compose]
) -> None:
    window = opened(sit(html=False).page, html=False)
    panel = Panel(window.page)
    send = window.window.locator("[ng-click='editor.send()']")
    expect(panel.opener).to_be_visible()
    for width, beside in ((360, False), (1400, True)):
        window.page.set_viewport_size({"width": width, "height": 740})
        for button in ("send", "save", "cancel"):
            row = window.window.locator(f"[ng-click^='editor.{button}(']").filter(visible=True)
            expect(row.first).to_be_in_viewport(ratio=1)
        expect(panel.opener).to_be_in_viewport(ratio=1)
        expect(send.locator("+ afterword-panel")).to_have_count(int(beside))


@IN_BOTH_MODES
def test_a_wrong_name_is_asked_about_before_it_is_sent(sit: Sit, html: bool) -> None:
    desk = sit(html=html)
    window, panel = desk.compose()
    fill_in(panel, KNOWN)
    panel.insert()
    window.focus_start()
    window.page.keyboard.press("Shift+End")
    window.page.keyboard.type("Dear Diana Lee,")
    expect(panel.finding("Diana")).to_have_count(1)
    panel.button("Fold the panel").click()
    window.send()

    question = window.page.get_by_role("alertdialog")
    expect(question).to_contain_text("1 thing before you send")
    assert desk.sogo.post.mail(desk.interviewer) == []
    question.get_by_role("button", name="Fix").click()
    bubble = window.page.locator("afterword-bubble").get_by_role("dialog")
    bubble.get_by_role("button", name="Use “Dana Lee”").click()
    expect(bubble).to_have_count(0)
    window.send()
    (mail,) = desk.sogo.post.arrived(desk.interviewer)
    assert lines(plain_text(mail))[0] == "Dear Dana Lee,"


def test_an_attachment_that_the_note_names_is_missed_until_it_is_there(sit: Sit) -> None:
    window, panel = sit(html=True).compose()
    fill_in(panel, {**KNOWN, FIT: f"{FITTING}, and I have attached the slides on it"})
    panel.insert()
    finding = panel.group("Before you send").filter(has_text="attach")
    expect(finding).to_have_count(1)
    window.attach("slides.pdf", b"%PDF-1.4 two slides")
    expect(finding).to_have_count(0)


@IN_BOTH_MODES
def test_a_reply_keeps_subject_signature_and_quote(sit: Sit, html: bool) -> None:
    desk = sit(html=html)
    desk.sogo.post.deliver(invitation(desk.interviewer, desk.writer), desk.writer)
    desk.page.reload()
    window = reply(desk.page, "Your interview at Acme", html=html)
    panel = Panel(desk.page)
    below = window.text().strip()
    assert "555-0142" in below

    fill_in(panel, {FIT: FITTING})
    panel.insert()
    expect(window.subject).to_have_value("Re: Your interview at Acme")
    assert window.text().startswith("Dear Dana Lee,\n\nThank you")
    assert window.text().rstrip().endswith(below)
    expect(panel.group("Before you send")).to_have_count(0)
    panel.button("Fold the panel").click()
    window.send()

    (mail,) = desk.sogo.post.arrived(desk.interviewer)
    assert mail["Subject"] == "Re: Your interview at Acme"
    # SOGo itself makes the plain part of a letter in HTML, and marks no quote in it.
    sent = [line.removeprefix("> ") for line in lines(plain_text(mail))]
    assert sent.index("Kind regards,") < sent.index("--") < sent.index("Hello Priya,")
    assert sent.count("555-0142") == 1


@IN_BOTH_MODES
def test_in_a_window_of_its_own_a_draft_is_saved_with_it(sit: Sit, html: bool) -> None:
    desk = sit(html=html)
    window, panel = desk.address(compose_in_a_window(desk.page, html=html))
    fill_in(panel, KNOWN)
    panel.insert()
    seen = window.text()
    panel.button("Fold the panel").click()
    window.save()
    draft = desk.sogo.post.draft(desk.writer, "Dear Dana Lee")
    assert lines(plain_text(draft)) == lines(seen)


def test_what_is_closed_leaves_nothing_behind(sit: Sit) -> None:
    desk = sit(html=True)
    window, panel = desk.compose()
    expect(panel.opener).to_be_visible()
    window.page.locator("[ng-click^='editor.cancel(']").click()
    expect(window.window).to_have_count(0)
    expect(panel.opener).to_have_count(0)
    again, panel = desk.compose()
    fill_in(panel, KNOWN)
    panel.insert()
    assert again.text().count("Dear Dana Lee") == 1
