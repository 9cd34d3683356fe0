"""From interview to inbox: a person writes, is helped, sends, and the mail arrives."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import service as afterword
from tests.e2e.browsers import Chromium
from tests.e2e.mailboxes import Person, html_text, plain_text
from tests.e2e.panel import Panel
from tests.e2e.practice import IN_BOTH_MODES
from tests.e2e.processes import eventually, free_port
from tests.e2e.roundcube import Roundcube
from tests.e2e.roundcube_page import Compose, compose, log_in, reply
from tests.e2e.story import A_CARD, ANSWERS, FIT, FITTING, QUOTED, fill_in, invitation, lines

pytestmark = [pytest.mark.browser, pytest.mark.webmail]


@dataclass(frozen=True, slots=True)
class Desk:
    """Somebody who had an interview, in front of an open browser."""

    roundcube: Roundcube
    chromium: Chromium
    page: Page
    writer: Person
    interviewer: Person

    def compose(self, *to: Person) -> tuple[Compose, Panel]:
        """Open a new message, to the interviewer unless other people are named."""
        window = compose(self.page, self.roundcube)
        window.address(*(to or (self.interviewer,)))
        return window, Panel(self.page)


Sit = Callable[..., Desk]


@pytest.fixture
def sit(roundcube: Roundcube, chromium: Chromium) -> Sit:
    """Log somebody in who uses Afterword in Roundcube."""

    def sit_down(*, html: bool, autosave_seconds: int = 0, at: Chromium = chromium) -> Desk:
        writer = roundcube.person(
            "Priya Nair",
            html=html,
            signature="<p>Priya Nair<br>555-0142</p>" if html else "Priya Nair\n555-0142",
            autosave_seconds=autosave_seconds,
        )
        page = at.page()
        log_in(page, roundcube, writer)
        at.use_on(page)
        return Desk(roundcube, at, page, writer, roundcube.person("Dana Lee", "acme.example"))

    return sit_down


@IN_BOTH_MODES
def test_what_arrives_is_what_was_written_and_nothing_else(sit: Sit, html: bool) -> None:
    desk = sit(html=html)
    window, panel = desk.compose()
    assert window.is_html is html

    fill_in(panel)
    expect(panel.field("Full name")).to_have_value("Dana Lee")
    panel.insert()

    # The first blank is selected: what is typed now fills it.
    expect(window.subject).to_have_value("Thank you – Data Engineer interview")
    expect(panel.finding("is still blank")).to_have_count(1)
    desk.page.keyboard.type(FITTING)
    expect(panel.finding("is still blank")).to_have_count(0)

    window.focus_start()
    desk.page.keyboard.press("Shift+End")
    desk.page.keyboard.type("Dear Diana Lee,")
    expect(panel.group("Before you send")).to_have_count(1)
    panel.repair("Diana", "Use “Dana Lee”")
    expect(panel.headline).to_have_text("Ready to send")

    seen = window.text()
    assert seen.startswith("Dear Dana Lee,\n\nThank you for talking with me on ")
    for words in (*ANSWERS.values(), FITTING):
        assert words in seen
    # The signature says it already.
    assert seen.count("555-0142") == 1
    window.send()

    (mail,) = desk.roundcube.post.arrived(desk.interviewer)
    assert mail["Subject"] == "Thank you – Data Engineer interview"
    assert lines(plain_text(mail)) == lines(seen)
    if html:
        _assert_only_the_writers_markup(html_text(mail))
    else:
        assert mail.get_content_type() == "text/plain"
        assert plain_text(mail) == seen


@IN_BOTH_MODES
def test_a_wrong_name_is_asked_about_and_then_leaves_as_it_stands(sit: Sit, html: bool) -> None:
    desk = sit(html=html)
    window, panel = desk.compose()
    fill_in(panel)
    panel.insert()
    desk.page.keyboard.type(FITTING)
    window.focus_start()
    desk.page.keyboard.press("Shift+End")
    desk.page.keyboard.type("Dear Diana Lee,")
    expect(panel.group("Before you send")).to_have_count(1)
    panel.button("Fold the panel").click()

    mark = eventually(lambda: _box_of_mark(window), "the name is marked")
    seen = window.content()
    desk.page.mouse.move(mark["x"], mark["y"])
    bubble = desk.page.locator("afterword-bubble").get_by_role("dialog")
    expect(bubble).to_contain_text("The name in your greeting is Diana")
    bubble.get_by_role("button", name="Why").click()
    expect(bubble.get_by_role("link")).to_be_visible()
    expect(window.body).to_be_focused()

    window.send()
    question = desk.page.get_by_role("alertdialog")
    expect(question).to_contain_text("1 thing before you send")
    assert window.content() == seen
    assert desk.roundcube.post.mail(desk.interviewer) == []
    question.get_by_role("button", name="Send anyway").click()
    (mail,) = desk.roundcube.post.arrived(desk.interviewer)
    assert plain_text(mail).startswith("Dear Diana Lee,")


def test_on_a_narrow_screen_it_stands_beside_send_and_asks(sit: Sit) -> None:
    desk = sit(html=False)
    desk.page.set_viewport_size({"width": 360, "height": 740})
    window, panel = desk.compose()
    expect(panel.opener).to_be_in_viewport(ratio=1)
    window.subject.fill("Your interview")
    window.write("Dear Diana, thank you for the interview today.")
    expect(panel.opener).to_have_text(re.compile(r"Follow-up\s*\d$"), use_inner_text=True)
    window.send()
    desk.page.get_by_role("alertdialog").get_by_role("button", name="Send anyway").click()
    (mail,) = desk.roundcube.post.arrived(desk.interviewer)
    assert plain_text(mail).startswith("Dear Diana")

    desk.page.set_viewport_size({"width": 1400, "height": 900})
    window, panel = desk.compose()
    expect(panel.opener).to_be_visible()
    desk.page.set_viewport_size({"width": 360, "height": 740})
    expect(panel.opener).to_be_in_viewport(ratio=1)


def _box_of_mark(window: Compose) -> dict[str, float]:
    """Return the middle of the first mark of what should be settled, in the top window."""
    found: dict[str, float] = window.body.evaluate(
        """body => {
          const view = body.ownerDocument.defaultView;
          const [range] = view.CSS.highlights.get("afterword-stop") ?? [];
          if (!range) return {};
          const box = range.getBoundingClientRect();
          const frame = view.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0 };
          return {
            x: frame.left + box.left + box.width / 2,
            y: frame.top + box.top + box.height / 2,
          };
        }"""
    )
    return found


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def _assert_only_the_writers_markup(markup: str) -> None:
    """Nothing but paragraphs, lines, and what Roundcube itself puts around them."""
    elements = _Elements()
    elements.feed(markup)
    *around, body = elements.found[:4]
    rest = elements.found[4:]
    assert [tag for tag, _ in around] == ["html", "head", "meta"]
    assert body[0] == "body"
    assert set(body[1]) == {"style"}
    assert {(tag, *attrs.items()) for tag, attrs in rest} == {
        ("p",),
        ("br",),
        ("div", ("id", "signature")),
    }
    assert "afterword" not in markup.lower()


@IN_BOTH_MODES
def test_one_undo_takes_back_the_insertion_and_leaves_what_was_typed(sit: Sit, html: bool) -> None:
    window, panel = sit(html=html).compose()
    window.subject.fill("My own subject")
    window.write("It was good to meet you.")
    before = window.content()

    fill_in(panel)
    panel.insert()
    assert "Dear Dana Lee" in window.text()
    assert window.text().count("It was good to meet you.") == 1
    expect(window.subject).to_have_value("My own subject")

    window.undo()
    assert window.content() == before


@IN_BOTH_MODES
def test_one_undo_takes_back_a_repair(sit: Sit, html: bool) -> None:
    desk = sit(html=html)
    window, panel = desk.compose()
    fill_in(panel, {FIT: FITTING})
    panel.insert()
    window.focus_start()
    desk.page.keyboard.press("Shift+End")
    desk.page.keyboard.type("Dear Diana Lee,")
    before = window.content()

    panel.repair("Diana", "Use “Dana Lee”")
    assert window.content() == before.replace("Diana", "Dana")
    window.body.focus()
    window.undo()
    assert window.content() == before


@IN_BOTH_MODES
def test_the_draft_that_saves_itself_holds_the_insertion(sit: Sit, html: bool) -> None:
    # Shorter pauses than a save takes would have two saves at once, which Roundcube does not bear.
    desk = sit(html=html, autosave_seconds=4)
    window, panel = desk.compose()
    fill_in(panel)
    panel.insert()

    draft = desk.roundcube.post.draft(desk.writer, "Dear Dana Lee")
    assert draft["Subject"] == "Thank you – Data Engineer interview"
    assert lines(plain_text(draft)) == lines(window.text())


@IN_BOTH_MODES
def test_two_compose_windows_do_not_mix(sit: Sit, html: bool) -> None:
    desk = sit(html=html)
    other_interviewer = desk.roundcube.person("Omar Haddad", "globex.example")
    other = replace(desk, page=desk.chromium.page(), interviewer=other_interviewer)
    window, panel = desk.compose()
    other_window, other_panel = other.compose()

    desk.page.bring_to_front()
    fill_in(panel)
    other.page.bring_to_front()
    fill_in(other_panel, {"Company": "Globex", "Role": "Site Reliability Engineer"}, known=True)
    for each, fitting in ((desk, FITTING), (other, "led a team of six")):
        each.page.bring_to_front()
        Panel(each.page).insert()
        expect(Panel(each.page).finding("is still blank")).to_have_count(1)
        each.page.keyboard.type(fitting)
        expect(Panel(each.page).group("Before you send")).to_have_count(0)
    assert "Globex" not in window.text()
    assert "Acme" not in other_window.text()
    other_window.send()
    desk.page.bring_to_front()
    window.send()

    (mail,) = desk.roundcube.post.arrived(desk.interviewer)
    (other_mail,) = desk.roundcube.post.arrived(other_interviewer)
    assert "Dear Dana Lee" in plain_text(mail)
    assert FITTING in plain_text(mail)
    assert "Dear Omar Haddad" in plain_text(other_mail)
    assert "led a team of six" in plain_text(other_mail)


@IN_BOTH_MODES
def test_a_reply_keeps_subject_signature_and_quote(sit: Sit, html: bool) -> None:
    desk = sit(html=html)
    desk.roundcube.post.deliver(invitation(desk.interviewer, desk.writer), desk.writer)
    window = reply(desk.page, desk.roundcube, "Your interview at Acme")
    panel = Panel(desk.page)
    before = window.text().strip()

    fill_in(panel, {FIT: FITTING})
    panel.insert()
    expect(window.subject).to_have_value("Re: Your interview at Acme")
    assert window.text().startswith("Dear Dana Lee,\n\nThank you")
    assert window.text().rstrip().endswith(before)

    expect(panel.group("Before you send")).to_have_count(0)
    window.send()
    (mail,) = desk.roundcube.post.arrived(desk.interviewer)
    assert mail["Subject"] == "Re: Your interview at Acme"
    assert mail["In-Reply-To"] == "<invitation@acme.example>"
    sent = lines(plain_text(mail))
    below = sent.index("---")
    assert sent.index("Kind regards,") < below
    assert sent[below + 1 : below + 3] == ["Priya Nair", "555-0142"]
    assert re.fullmatch(r"On .*, Dana Lee wrote:", sent[below + 3])
    assert sent[below + 4 :] == lines(QUOTED)
    if html:
        assert "afterword" not in html_text(mail).lower()


@IN_BOTH_MODES
def test_about_a_mail_on_something_else_the_panel_stays_quiet(sit: Sit, html: bool) -> None:
    desk = sit(html=html)
    friend = desk.roundcube.person("Mina Park", "home.example")
    window, panel = desk.compose(friend)
    panel.open("Check")
    window.subject.fill("Lunch")
    window.write("Hi Mina, shall we have lunch on Friday? I can bring the soup.")

    expect(panel.headline).to_have_text("Not about an interview so far")
    for title in ("Before you send", "Worth a look", "In place"):
        expect(panel.group(title)).to_have_count(0)
    panel.button("Fold the panel").click()
    expect(panel.opener).to_have_text("Thank-you / Follow-up", use_inner_text=True)
    assert not _marked(window)


def _marked(window: Compose) -> set[str]:
    """Return the words under Afterword's highlights."""
    return set(
        window.body.evaluate(
            """body => [...body.ownerDocument.defaultView.CSS.highlights.values()]
                 .flatMap(highlight => [...highlight]).map(String)"""
        )
    )


def test_the_words_of_a_finding_are_marked_and_typing_goes_on_undisturbed(sit: Sit) -> None:
    desk = sit(html=True)
    window, panel = desk.compose()
    fill_in(panel, {FIT: FITTING})
    panel.insert()
    expect(panel.group("Before you send")).to_have_count(0)

    window.focus_start()
    desk.page.keyboard.press("Shift+End")
    desk.page.keyboard.type("Dear Diana Lee,")
    expect(panel.finding("Diana")).to_have_count(1)
    assert any("Diana" in words for words in _marked(window))
    desk.page.keyboard.type(" and good evening")
    assert window.text().startswith("Dear Diana Lee, and good evening\n")


@IN_BOTH_MODES
def test_by_keyboard_a_finding_is_repaired_and_the_caret_is_where_it_was(
    sit: Sit, html: bool
) -> None:
    desk = sit(html=html)
    window, panel = desk.compose()
    fill_in(panel, {FIT: FITTING})
    panel.insert()
    expect(panel.headline).to_have_text("Ready to send")
    window.focus_start()
    desk.page.keyboard.press("Shift+End")
    desk.page.keyboard.type("Dear Diana Lee,")
    expect(panel.finding("Diana")).to_have_count(1)

    panel.region.get_by_role("tab", name="Check").focus()
    desk.page.keyboard.press("ArrowDown")
    desk.page.keyboard.press("Enter")
    expect(panel.headline).to_have_text("Ready to send")
    desk.page.keyboard.press("Escape")
    desk.page.keyboard.type(" once more")
    assert window.text().startswith("Dear Dana Lee, once more\n")


@IN_BOTH_MODES
def test_without_the_service_nothing_typed_is_lost(
    sit: Sit,
    html: bool,
    chromium_factory: Callable[[str], Chromium],
    tmp_path: Path,
) -> None:
    port = free_port()
    log = tmp_path / "service.log"
    with afterword.service(log, port) as address:
        desk = sit(html=html, at=chromium_factory(address))
        window, panel = desk.compose()
        fill_in(panel)
    panel.button("Preview").click()
    expect(panel.region.get_by_text("make run").first).to_be_visible()
    panel.button("Back").click()
    for label, value in {**A_CARD, **ANSWERS}.items():
        expect(panel.field(label)).to_have_value(value)

    panel.open("Check")
    window.write("Dear Diana Lee, thank you for the interview today.")
    expect(panel.headline).to_have_text("The service is not running")
    typed = window.text()

    with afterword.service(log, port):
        # It looks again by itself, after pauses of 3, 6 and 12 seconds.
        expect(panel.finding("Diana")).to_have_count(1, timeout=15_000)
        assert window.text() == typed
        panel.open("Insert")
        panel.insert()
        assert "Dear Dana Lee" in window.text()
        assert "Kind regards,\nPriya Nair" in window.text()


def test_an_attachment_that_the_note_names_is_missed_until_it_is_there(sit: Sit) -> None:
    desk = sit(html=False)
    window, panel = desk.compose()
    fill_in(panel, {FIT: f"{FITTING}, and I have attached the slides on it"})
    panel.insert()
    finding = panel.group("Before you send").filter(has_text="attach")
    expect(finding).to_have_count(1)
    # The panel stands over the webmail's own side bar: fold it, and the button tells on.
    panel.button("Fold the panel").click()
    expect(panel.opener).to_have_text(re.compile(r"Follow-up\s*1$"), use_inner_text=True)
    window.attach("slides.pdf", b"%PDF-1.4 two slides")
    expect(panel.opener).to_have_text("Thank-you / Follow-up", use_inner_text=True)


def test_the_panel_follows_from_rich_to_plain_text(sit: Sit) -> None:
    desk = sit(html=True)
    window, panel = desk.compose()
    fill_in(panel)
    panel.insert()
    expect(panel.finding("is still blank")).to_have_count(1)

    window.turn_to_plain_text()
    expect(panel.finding("is still blank")).to_have_count(1)
    filled = window.body.input_value().replace("[what you have done that would help]", FITTING)
    window.body.fill(filled)
    expect(panel.group("Before you send")).to_have_count(0)
    window.send()
    (mail,) = desk.roundcube.post.arrived(desk.interviewer)
    assert mail.get_content_type() == "text/plain"
    assert FITTING in plain_text(mail)


@IN_BOTH_MODES
def test_in_a_window_of_its_own_a_saved_draft_goes_on(sit: Sit, html: bool) -> None:
    desk = sit(html=html)
    window, panel = desk.compose()
    fill_in(panel)
    panel.insert()
    window.save()

    with desk.page.expect_popup() as opened:
        desk.page.get_by_role("button", name="Open in new window").click()
    own_window = Compose(opened.value)
    own_panel = Panel(opened.value)
    own_panel.open("Check")
    expect(own_panel.finding("is still blank")).to_have_count(1)
    own_panel.open("Insert")
    own_panel.open("Check")
    own_panel.unfold("is still blank")
    own_panel.region.get_by_title("Show these words in the draft").click()
    opened.value.keyboard.type(FITTING)
    expect(own_panel.group("Before you send")).to_have_count(0)
    own_window.send()

    (mail,) = desk.roundcube.post.arrived(desk.interviewer)
    assert plain_text(mail).count("Dear Dana Lee") == 1
    assert FITTING in plain_text(mail)
    if html:
        _assert_only_the_writers_markup(html_text(mail))
