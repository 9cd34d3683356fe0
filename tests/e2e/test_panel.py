"""The panel on the practice page: insert, check, repair, and never in the way."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import service as afterword
from tests.e2e.barriers import barriers
from tests.e2e.browsers import Chromium
from tests.e2e.panel import DOOR, TEMPLATE, Panel
from tests.e2e.practice import IN_BOTH_MODES, NOT_OURS, fill_and_insert, practice
from tests.e2e.processes import eventually, free_port
from tests.e2e.stored import SENDER, card, cards, store

pytestmark = pytest.mark.browser

NOTE = (
    "Hi Diana,\n\nThank you for the interview. I enjoyed what you said about streaming loads."
    " I am very interested in the role, and my three years with Kafka would help your team."
    "\n\nI look forward to hearing from you.\n\nKind regards,\nPriya Nair"
)
# A webmail's own restored draft, with the caret in the middle of it.
WRITTEN_EARLY = """
addEventListener("DOMContentLoaded", () => {
  const body = document.querySelector("#body");
  body.prepend(...note.map((words) => {
    const line = document.createElement("div");
    line.textContent = words;
    return line;
  }));
  body.focus();
  const middle = body.childNodes[1].firstChild;
  getSelection().collapse(middle, middle.data.indexOf("streaming"));
});
"""


@pytest.fixture
def known(chromium: Chromium) -> None:
    """A person whose details and one interview card are stored."""
    store(chromium, cards=[card()], sender=SENDER)


def place_caret(page: Page, before: str) -> None:
    """Put the caret into the rich body, before these words."""
    page.evaluate(
        """words => {
          const body = document.querySelector("#body");
          const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode() && !texts.currentNode.data.includes(words));
          body.focus();
          getSelection().collapse(texts.currentNode, texts.currentNode.data.indexOf(words));
        }""",
        before,
    )


@IN_BOTH_MODES
@pytest.mark.usefixtures("known")
def test_a_draft_stands_above_the_signature_with_its_first_blank_selected(
    chromium: Chromium, service: str, html: bool
) -> None:
    window = practice(chromium.page(), service, html=html)
    fill_and_insert(window)
    expect(window.subject).to_have_value("Thank you – Data Engineer interview")
    assert window.selected() == "[what you talked about]"
    lines = window.lines()
    assert lines[0] == "Dear Dana Lee,"
    assert lines.index("--") > lines.index("Kind regards,")
    # The webmail's signature gives it already.
    assert lines.count("555-0142") == 1
    expect(window.panel.finding("[what you talked about]")).to_have_count(1)


@IN_BOTH_MODES
@pytest.mark.usefixtures("known")
def test_one_undo_takes_back_the_draft_and_nothing_else(
    chromium: Chromium, service: str, html: bool
) -> None:
    window = practice(chromium.page(), service, html=html)
    window.write("It was good to meet you.")
    before = window.content()
    fill_and_insert(window)
    lines = window.lines()
    assert lines.index("Dear Dana Lee,") < lines.index("It was good to meet you.")
    window.undo()
    assert window.content() == before


@IN_BOTH_MODES
@pytest.mark.usefixtures("known")
def test_a_reply_keeps_its_quote_below_and_unread(
    chromium: Chromium, service: str, html: bool
) -> None:
    window = practice(chromium.page(), service, html=html)
    if not html:
        window.page.get_by_label("Plain text").uncheck()
    window.page.get_by_role("button", name="Reply to Dana").click()
    if not html:
        window.page.get_by_label("Plain text").check()
    fill_and_insert(window)
    expect(window.subject).to_have_value("Re: Your interview")
    lines = window.lines()
    assert lines[0] == "Dear Dana Lee,"
    quoted = next(
        line
        for line in lines
        if line.endswith(
            "Thank you for coming in today."
            " We will decide by the end of next week. If anything comes to mind before"
            " then, write to me."
        )
    )
    assert lines.index(quoted) > lines.index("--")
    expect(window.panel.group("In place").first).to_be_visible()
    assert "coming in today" not in window.panel.region.inner_text()


@pytest.mark.usefixtures("known")
def test_words_with_a_blank_in_them_are_not_yet_in_place(chromium: Chromium, service: str) -> None:
    window = practice(chromium.page(), service)
    window.subject.fill("Thank you – [role] interview on Tuesday")
    window.write(
        "Dear [Name],\n\nThank you for the interview. My years with [your skill] would help your"
        " team. I would be glad to join you."
    )
    window.panel.open("Check")
    expect(window.panel.finding("“[your skill]”")).to_have_count(1)
    expect(window.panel.group("In place")).to_have_text(
        [re.compile("You thank them in the first"), re.compile("You say that you are interested")]
    )
    place_caret(window.page, before="[your skill]")
    for _ in "[your skill]":
        window.page.keyboard.press("Shift+ArrowRight")
    window.page.keyboard.type("Kafka")
    expect(window.panel.group("In place").filter(has_text="You say why you fit")).to_have_text(
        re.compile("My years with Kafka would help your team.")
    )


@pytest.mark.usefixtures("known")
def test_what_is_typed_in_the_subject_is_checked_and_then_what_is_typed_in_the_body(
    chromium: Chromium, service: str
) -> None:
    window = practice(chromium.page(), service)
    window.write_and_check("Dear Dana,\n\nThank you for the [role] interview.", "[role]")
    window.subject.click()
    window.page.keyboard.type("Thanks – [team]")
    expect(window.panel.finding("“[team]”")).to_have_count(1)
    window.write("I enjoyed [a topic]. ")
    expect(window.panel.finding("“[a topic]”")).to_have_count(1)
    window.subject.click()
    window.page.keyboard.type(" in [your city]")
    expect(window.panel.finding("“[your city]”")).to_have_count(1)


@pytest.mark.usefixtures("known")
def test_thanks_in_the_last_line_are_praised_as_a_courteous_end(
    chromium: Chromium, service: str
) -> None:
    window = practice(chromium.page(), service)
    last = "Thank you for your time and consideration."
    window.write(
        "Dear Dana,\n\nThank you for the interview. I liked how your team moved to streaming, and I"
        f" would be glad to join you.\n\n{last}\n\nKind regards,\nPriya Nair"
    )
    window.panel.open("Check")
    expect(window.panel.group("In place").filter(has_text=last)).to_have_text(
        f"You end with a courteous line.{last}"
    )


@pytest.mark.usefixtures("known")
def test_a_greeting_is_quoted_without_what_follows_on_its_line(
    chromium: Chromium, service: str
) -> None:
    window = practice(chromium.page(), service)
    window.write("Hi Dana, thank you for the interview today.")
    window.panel.open("Check")
    expect(window.panel.group("In place").filter(has_text="greet")).to_have_text(
        "You greet them by name.Hi Dana,"
    )


@pytest.mark.usefixtures("known")
def test_a_complaint_is_never_praised(chromium: Chromium, service: str) -> None:
    window = practice(chromium.page(), service)
    window.write(
        "Dear Dana,\n\nThank you for the interview. You kept looking at your phone while we talked"
        " about the Kafka pipeline. I would be glad to join you."
    )
    window.panel.open("Check")
    expect(window.panel.finding("“kept looking at your phone”")).to_have_count(1)
    expect(window.panel.group("In place").first).to_be_visible()
    expect(window.panel.group("In place").filter(has_text="phone")).to_have_count(0)


@IN_BOTH_MODES
@pytest.mark.usefixtures("known")
def test_a_repair_changes_exactly_its_words(chromium: Chromium, service: str, html: bool) -> None:
    window = practice(chromium.page(), service, html=html)
    window.write(NOTE)
    before = window.content()
    window.panel.open("Check")
    window.panel.repair("Diana", "Use “Dana”")
    assert window.content() == before.replace("Diana", "Dana")
    window.undo()
    assert window.content() == before


@pytest.mark.usefixtures("known")
def test_all_that_a_sentence_does_is_tinted_and_named(chromium: Chromium, service: str) -> None:
    window = practice(chromium.page(), service)
    both = "I am very interested in the role, and my three years with Kafka would help your team."
    window.write(
        f"Dear [name],\n\nThank you for the interview. {both}\n\nKind regards,\nPriya Nair"
    )
    window.panel.open("Check")
    window.panel.unfold("[name]")
    eventually(lambda: window.marks().get("open") == ["[name]"], "the open words have a ground")
    window.panel.region.get_by_label("What each sentence does").check()
    legend = window.panel.region.locator(".legend")
    expect(legend.get_by_role("listitem")).to_have_text(["thanks", "interest + why you fit"])
    expect(legend).to_contain_text("Not there yet: what you talked about, closing line.")
    marks = window.marks()
    assert marks["gratitude"] == ["Thank you for the interview."]
    assert marks["interest"] == marks["also-fit"] == [both]
    # Among tints a ground is no sign: the open words stand between lines.
    assert marks["framed"] == ["[name]"]
    assert "open" not in marks


def test_a_repair_refuses_when_its_words_are_gone(chromium: Chromium, service: str) -> None:
    window = practice(chromium.page(), service)
    window.write(NOTE)
    window.panel.open("Check")
    finding = window.panel.unfold("Diana")
    # Without an input event, as a webmail's own script would: the finding is not read anew yet.
    window.page.evaluate(
        """() => {
          document.querySelector("#body div").textContent = "Hello there,";
          const panel = [...document.querySelectorAll("afterword-panel")].at(-1).shadowRoot;
          [...panel.querySelectorAll("button")].find(b => b.textContent === "Use “Dana”").click();
        }"""
    )
    assert window.lines()[0] == "Hello there,"
    expect(finding).to_have_count(0)
    assert window.lines()[0] == "Hello there,"


@pytest.mark.usefixtures("known")
def test_marks_leave_the_mail_byte_for_byte_as_it_was(chromium: Chromium, service: str) -> None:
    window = practice(chromium.page(), service)
    window.write(NOTE)
    before = window.content()
    window.panel.open("Check")
    expect(window.panel.finding("Diana")).to_have_count(1)
    window.panel.region.get_by_label("What each sentence does").check()
    marks = window.marks()
    assert marks["stop"] == ["Diana"]
    assert marks["gratitude"] == ["Thank you for the interview."]
    assert window.content() == before
    window.page.get_by_role("button", name="Send").click()
    window.page.get_by_role("button", name="Send anyway").click()
    assert window.page.locator("#sent-html").inner_text() == before


@IN_BOTH_MODES
@pytest.mark.usefixtures("known")
def test_marks_are_seen(chromium: Chromium, service: str, html: bool) -> None:
    window = practice(chromium.page(), service, html=html)
    window.write_and_check(NOTE, "Diana")
    window.page.locator("h1").click()
    marked = window.body.screenshot()
    window.page.evaluate("CSS.highlights.clear()")
    assert window.body.screenshot() != marked


@pytest.mark.usefixtures("known")
def test_what_one_sentence_would_mend_is_asked_for_once(chromium: Chromium, service: str) -> None:
    window = practice(chromium.page(), service)
    window.write("Hi Dana,\n\nThank you for the interview.\n\nKind regards,\nPriya Nair\n\n")
    window.panel.open("Check")
    region = window.panel.region
    expect(region.get_by_text("What did you two talk about?")).to_be_visible()
    expect(region.get_by_text("No sentence recalls")).to_have_count(0)
    expect(region.get_by_text("is a fair minimum")).to_have_count(0)


@pytest.mark.usefixtures("known")
def test_a_key_is_seen_first_and_then_the_mark_of_its_sentence_goes(
    chromium: Chromium, service: str
) -> None:
    window = practice(chromium.page(), service)
    window.write_and_check(NOTE, "Diana")
    place_caret(window.page, "Diana")
    marked = window.page.evaluate(
        """async () => {
          const frame = () => new Promise(requestAnimationFrame);
          const marked = () => CSS.highlights.has("afterword-stop");
          await frame();
          document.execCommand("insertText", false, "X");
          await Promise.resolve();
          const before = marked();
          // The frame that shows it, the one of the mark that goes, and what stands then.
          for (let count = 0; count < 3; count++) await frame();
          return [before, marked()];
        }"""
    )
    # Read anew it would be marked again, as XDiana.
    assert marked == [True, False]


def press_at_once_after(page: Page, words: str, label: str) -> None:
    """Write at the caret and press a button of the panel, before a frame shows the words."""
    page.evaluate(
        """([words, label]) => {
          const panel = [...document.querySelectorAll("afterword-panel")].at(-1).shadowRoot;
          const button = [...panel.querySelectorAll("button")].find(
            (one) => one.textContent === label && one.checkVisibility());
          document.execCommand("insertText", false, words);
          // What follows upon the change itself may go first; no frame and no timer does.
          return Promise.resolve().then(() => button.click());
        }""",
        [words, label],
    )


@IN_BOTH_MODES
@pytest.mark.usefixtures("known")
def test_a_repair_pressed_before_a_key_is_shown_goes_by_the_newest_words(
    chromium: Chromium, service: str, html: bool
) -> None:
    window = practice(chromium.page(), service, html=html)
    window.write(NOTE.replace("the interview", "the interview at [company]"))
    window.panel.open("Check")
    finding = window.panel.unfold("[company]")
    before = window.content()
    window.body.focus()
    window.page.keyboard.press("Control+Home")
    press_at_once_after(window.page, "Oh! ", "Use “Acme”")
    expect(finding).to_have_count(0)
    assert window.content() == before.replace("Hi", "Oh! Hi", 1).replace("[company]", "Acme")


@IN_BOTH_MODES
@pytest.mark.usefixtures("known")
def test_a_draft_inserted_before_a_key_is_shown_keeps_what_was_typed(
    chromium: Chromium, service: str, html: bool
) -> None:
    window = practice(chromium.page(), service, html=html)
    window.panel.open("Insert")
    window.panel.choose(DOOR, TEMPLATE)
    window.panel.button("Preview").click()
    expect(window.panel.preview).to_be_visible()
    window.body.focus()
    window.page.keyboard.press("Control+Home")
    press_at_once_after(window.page, "See you soon", "Insert draft")
    expect(window.panel.region.get_by_role("tab", name="Check")).to_have_attribute(
        "aria-selected", "true"
    )
    lines = window.lines()
    assert lines[0] == "Dear Dana Lee,"
    assert lines.index("Kind regards,") < lines.index("See you soon") < lines.index("--")


@pytest.mark.usefixtures("known")
def test_escape_goes_back_to_the_draft_at_the_same_caret(chromium: Chromium, service: str) -> None:
    window = practice(chromium.page(), service)
    window.write_and_check(NOTE, "Diana")
    place_caret(window.page, "streaming")
    window.panel.region.get_by_role("tab", name="Check").focus()
    window.page.keyboard.press("ArrowDown")
    window.page.keyboard.press("Escape")
    expect(window.body).to_be_focused()
    window.page.keyboard.type("your ")
    assert "about your streaming loads" in " ".join(window.lines())


@pytest.mark.usefixtures("known")
def test_words_typed_just_before_the_focus_goes_stay_before_the_caret(
    chromium: Chromium, service: str
) -> None:
    window = practice(chromium.page(), service)
    window.write_and_check(NOTE, "Diana")
    place_caret(window.page, "streaming")
    # In one task: there is no time to read the words between the key and the focus.
    window.page.evaluate(
        """() => {
          document.execCommand("insertText", false, "your ");
          const { shadowRoot } = document.querySelector("html > afterword-panel");
          shadowRoot.querySelector("#tab-check").focus();
        }"""
    )
    window.page.keyboard.press("Escape")
    expect(window.body).to_be_focused()
    window.page.keyboard.type("own ")
    assert "about your own streaming loads" in " ".join(window.lines())


@pytest.mark.usefixtures("known")
def test_a_caret_that_stood_there_before_the_helper_came_is_kept(
    chromium: Chromium, service: str
) -> None:
    page = chromium.page()
    page.add_init_script(f"const note = {NOTE.split(chr(10) * 2)!r};" + WRITTEN_EARLY)
    window = practice(page, service)
    window.panel.open("Check")
    window.panel.unfold("Diana")
    window.panel.region.get_by_role("button", name="Use “Dana").click()
    expect(window.panel.finding("Diana")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(window.body).to_be_focused()
    page.keyboard.type("your ")
    assert "about your streaming loads" in " ".join(window.lines())


@pytest.mark.usefixtures("known")
def test_the_number_on_the_button_is_told_in_words(chromium: Chromium, service: str) -> None:
    window = practice(chromium.page(), service)
    window.write(NOTE)
    said = "1 thing before you send, 2 worth a look"
    expect(window.panel.opener).to_have_accessible_description(said)
    window.body.fill(NOT_OURS)
    expect(window.panel.opener).to_have_accessible_description("")


@pytest.mark.usefixtures("known")
def test_arrow_keys_walk_the_findings_and_enter_repairs(chromium: Chromium, service: str) -> None:
    window = practice(chromium.page(), service)
    window.write(NOTE.replace("interview.", "interview!!"))
    window.panel.open("Check")
    expect(window.panel.finding("Diana")).to_have_count(1)
    open_heads = window.panel.region.locator(".finding > [aria-expanded=true]")
    window.page.keyboard.press("ArrowDown")
    expect(open_heads).to_be_focused()
    expect(open_heads).to_contain_text("Diana")
    assert window.marks()["open"] == ["Diana"]
    window.page.keyboard.press("ArrowDown")
    expect(open_heads).to_have_count(1)
    expect(open_heads).not_to_contain_text("Diana")
    window.page.keyboard.press("Home")
    window.page.keyboard.press("Enter")
    expect(window.panel.finding("Diana")).to_have_count(0)
    assert window.lines()[0] == "Hi Dana,"


@pytest.mark.usefixtures("known")
def test_enter_unfolds_a_finding_before_it_repairs_it(chromium: Chromium, service: str) -> None:
    window = practice(chromium.page(), service)
    window.write(NOTE)
    window.panel.open("Check")
    head = window.panel.finding("Diana").get_by_role("button").first
    head.focus()
    before = window.content()
    window.page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-expanded", "true")
    expect(window.panel.button("Use “Dana”")).to_be_visible()
    assert window.content() == before
    window.page.keyboard.press("Enter")
    expect(window.panel.finding("Diana")).to_have_count(0)
    assert window.lines()[0] == "Hi Dana,"


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("key", ["ArrowDown", "Enter", "x"])
def test_a_key_that_follows_a_repair_at_once_does_nothing_to_the_draft(
    chromium: Chromium, service: str, key: str
) -> None:
    window = practice(chromium.page(), service)
    window.write(NOTE)
    window.panel.open("Check")
    finding = window.panel.unfold("Diana")
    before = window.content()
    window.page.keyboard.press("Enter")
    window.page.keyboard.press(key)
    expect(finding).to_have_count(0)
    assert window.content() == before.replace("Diana", "Dana")
    window.undo()
    assert window.content() == before


@pytest.mark.usefixtures("known")
def test_no_key_typed_in_the_panel_reaches_the_page(chromium: Chromium, service: str) -> None:
    page = chromium.page()
    page.add_init_script(
        """window.heard = [];
        for (const type of ["keydown", "keypress", "keyup"])
          addEventListener("DOMContentLoaded", () =>
            addEventListener(type, (event) => heard.push(event.key), true));"""
    )
    window = practice(page, service)
    window.panel.open("Insert")
    window.panel.choose(DOOR, TEMPLATE)
    window.panel.fill({"Company": "Acme"})
    window.panel.field("Company").press("End")
    window.panel.field("Company").press_sequentially("jk")
    expect(window.panel.field("Company")).to_have_value("Acmejk")
    assert page.evaluate("heard") == []
    window.subject.press("x")
    assert page.evaluate("heard") == ["x"] * 3


@pytest.mark.usefixtures("known")
def test_a_result_never_takes_the_focus(chromium: Chromium, service: str) -> None:
    window = practice(chromium.page(), service)
    window.panel.open("Check")
    window.write(NOTE)
    expect(window.panel.finding("Diana")).to_have_count(1)
    expect(window.body).to_be_focused()
    window.page.keyboard.type("!")
    assert window.lines()[-5].endswith("Nair!") or "Priya Nair!" in window.lines()


@pytest.mark.usefixtures("known")
def test_what_is_left_stays_left(chromium: Chromium, service: str) -> None:
    window = practice(chromium.page(), service)
    window.write(NOTE)
    window.panel.open("Check")
    finding = window.panel.unfold("Diana")
    finding.get_by_role("button", name="Leave it").click()
    expect(finding).to_have_count(0)
    place_caret(window.page, " I enjoyed")
    window.page.keyboard.type("!!")
    expect(window.panel.finding("exclamation")).to_have_count(1)
    expect(finding).to_have_count(0)


def test_the_reason_comes_with_its_source_and_its_page(
    chromium: Chromium, service: str, known: None
) -> None:
    window = practice(chromium.page(), service)
    window.write(NOTE)
    window.panel.open("Check")
    finding = window.panel.unfold("Diana")
    finding.get_by_role("button", name="Why").click()
    link = finding.get_by_role("link")
    expect(link).to_be_visible()
    with chromium.context.expect_page() as opened:
        link.click()
    expect(opened.value.locator("#misspelt-name")).to_be_visible()


def test_another_mail_gets_one_quiet_line(chromium: Chromium, service: str) -> None:
    window = practice(chromium.page(), service)
    window.write(NOT_OURS)
    window.panel.open("Check")
    expect(window.panel.headline).to_have_text("Not about an interview so far")
    expect(window.panel.region.get_by_role("listitem")).to_have_count(0)
    assert window.marks() == {}


@pytest.mark.usefixtures("known")
def test_who_presses_what_goes_away_stays_in_the_panel(chromium: Chromium, service: str) -> None:
    window = practice(chromium.page(), service)
    window.panel.open("Check")
    check, insert = (
        window.panel.region.get_by_role("tab", name=name) for name in ("Check", "Insert")
    )
    window.panel.button("Choose a template").press("Enter")
    expect(insert).to_be_focused()
    window.write(NOT_OURS)
    check.click()
    window.panel.button("It is a thank-you note").press("Enter")
    expect(window.panel.finding("No sentence thanks them yet")).to_be_visible()
    expect(check).to_be_focused()


def test_who_presses_what_is_no_button_stays_in_the_panel(chromium: Chromium, service: str) -> None:
    window = practice(chromium.page(), service)
    panel = window.panel
    panel.open("Insert")
    panel.button(DOOR).click()
    # What its second click falls upon does nothing.
    panel.region.get_by_role("button", name=TEMPLATE).dblclick()
    expect(panel.region.get_by_role("heading", name=TEMPLATE)).to_be_visible()
    panel.headline.click()
    expect(panel.region).to_be_focused()
    window.page.keyboard.press("Escape")
    expect(window.body).to_be_focused()


@pytest.mark.usefixtures("known")
def test_a_note_that_was_only_begun_is_not_judged_for_good(
    chromium: Chromium, service: str
) -> None:
    window = practice(chromium.page(), service)
    window.panel.open("Check")
    begun = "Dear Dana,\n\nThank you for"
    window.body.fill(begun)
    expect(window.panel.headline).to_have_text("Not about an interview so far")
    window.body.fill(f"{begun} the interview today. I would be very glad to join your team.")
    expect(window.panel.headline).to_contain_text("worth a look")


@pytest.mark.usefixtures("known")
def test_a_person_says_what_kind_of_email_it_is(chromium: Chromium, service: str) -> None:
    # Three hours ago was yesterday for whoever tests early.
    store(chromium, cards=[card(interviewedAt=f"{datetime.now():%Y-%m-%dT00:00}")])
    window = practice(chromium.page(), service)
    window.write(
        "Dear Diana,\n\nThank you for the interview. Could you tell me where things stand?"
    )
    panel = window.panel
    panel.open("Check")
    early = panel.finding("Ask from")
    expect(early).to_have_count(1)
    kind = panel.field("This email")
    expect(kind).to_have_value("follow-up")
    kind.focus()
    kind.select_option("It is a thank-you note")
    expect(early).to_have_count(0)
    kind.select_option("It is something else")
    expect(panel.headline).to_have_text("Not about an interview so far")
    assert window.marks() == {}
    # Whoever said so by keyboard stands where they stood, and can say otherwise.
    expect(kind).to_be_focused()
    panel.button("It is a thank-you note").click()
    expect(panel.finding("Diana")).to_have_count(1)
    expect(kind).to_have_value("thank-you")


def test_who_chooses_the_interview_by_keyboard_stays_on_the_choice(
    chromium: Chromium, service: str
) -> None:
    last = card()
    before = card(id="globex", company="Globex", changed=last["changed"] - 1000)
    store(chromium, cards=[last, before], sender=SENDER)
    window = practice(chromium.page(), service)
    window.write_and_check(NOTE.replace("interview.", "interview at [company]."), "[company]")
    window.panel.unfold("[company]")
    choice = window.panel.field("Interview")
    choice.focus()
    for key, company in (("End", "Globex"), ("Home", "Acme")):
        window.page.keyboard.press(key)
        expect(window.panel.button(f"Use “{company}”")).to_be_visible()
        expect(choice).to_be_focused()


@pytest.mark.usefixtures("known")
def test_a_note_that_is_said_to_be_something_else_is_left_alone_at_once(
    chromium: Chromium, service: str
) -> None:
    window = practice(chromium.page(), service)
    window.write_and_check(NOTE, "Diana")
    window.panel.field("This email").select_option("It is something else")
    expect(window.panel.headline).to_have_text("Not about an interview so far")
    assert window.marks() == {}


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("year", ["0026", "20266"])
def test_a_year_of_two_or_of_five_digits_is_no_day(
    chromium: Chromium, service: str, year: str
) -> None:
    window = practice(chromium.page(), service)
    window.panel.open("Insert")
    window.panel.choose(DOOR, TEMPLATE)
    window.panel.fill({"Day and time": f"{year}-03-03T14:00"})
    window.panel.insert()
    eventually(lambda: cards(chromium), "the card is stored")
    assert cards(chromium)[0]["interviewedAt"] == ""


def test_what_was_typed_survives_folding_and_leaving(chromium: Chromium, service: str) -> None:
    window = practice(chromium.page(), service)
    window.panel.open("Insert")
    window.panel.choose(DOOR, TEMPLATE)
    window.panel.fill({"Company": "Acme", "What did you two talk about": "how you bake"})
    window.panel.button("Fold the panel").click()
    expect(window.panel.region).to_be_hidden()
    window.panel.opener.click()
    expect(window.panel.field("What did you two talk about")).to_have_value("how you bake")
    eventually(
        lambda: chromium.worker.evaluate("chrome.storage.local.get('cards')").get("cards"),
        "the card is stored",
    )
    again = practice(window.page, service)
    again.panel.open("Insert")
    expect(again.panel.field("Company")).to_have_value("Acme")
    expect(again.panel.field("What did you two talk about")).to_have_value("how you bake")


@pytest.mark.usefixtures("known")
def test_two_windows_do_not_know_of_each_other(chromium: Chromium, service: str) -> None:
    first, second = (practice(chromium.page(), service) for _ in range(2))
    first.write(NOTE)
    second.write(NOT_OURS)
    first.panel.open("Check")
    second.panel.open("Check")
    expect(first.panel.finding("Diana")).to_have_count(1)
    expect(second.panel.headline).to_have_text("Not about an interview so far")
    assert second.lines()[0] == "Dear neighbours,"
    assert second.marks() == {}


def test_without_the_service_it_says_how_to_start_it_and_goes_on_when_it_runs(
    chromium_factory: Callable[[str], Chromium], service: str, tmp_path: Any
) -> None:
    port = free_port()
    chromium = chromium_factory(f"http://127.0.0.1:{port}")
    window = practice(chromium.page(), service)
    window.write(NOTE)
    window.panel.open("Check")
    expect(window.panel.headline).to_have_text("The service is not running")
    expect(window.panel.region).to_contain_text("make run")
    width = "button => button.offsetWidth"
    as_its_words = window.panel.button("Try again").evaluate(width)
    window.panel.open("Insert")
    assert window.panel.button("Try again").evaluate(width) == as_its_words
    window.panel.open("Check")
    before = window.content()
    with afterword.service(tmp_path / "late.log", port):
        expect(window.panel.group("In place").first).to_be_visible(timeout=15_000)
        assert window.content() == before
        window.panel.open("Insert")
        expect(window.panel.region.get_by_role("button", name=TEMPLATE)).to_be_visible()
    # It stopped again: the templates are the last good copy, and what is asked for is kept.
    window.panel.choose(DOOR, TEMPLATE)
    window.panel.fill({"Company": "Acme"})
    window.panel.button("Preview").click()
    expect(window.panel.region).to_contain_text("make run")
    window.panel.button("Back").click()
    expect(window.panel.field("Company")).to_have_value("Acme")


@pytest.mark.usefixtures("known")
def test_the_subject_is_replaced_only_on_request(chromium: Chromium, service: str) -> None:
    window = practice(chromium.page(), service)
    window.subject.fill("My own subject")
    window.panel.open("Insert")
    window.panel.choose(DOOR, TEMPLATE)
    window.panel.button("Preview").click()
    window.panel.region.get_by_label("Replace my subject too").check()
    window.panel.button("Insert draft").click()
    expect(window.subject).to_have_value("Thank you – Data Engineer interview")


LISTEN = """() => {
  window.heard = new Set();
  const types = `keydown keypress keyup beforeinput input paste copy cut focusin focusout
    pointerdown mousedown pointerup mouseup click dblclick`.split(/\\s+/);
  for (const type of types) document.addEventListener(type, () => window.heard.add(type));
}"""


@pytest.mark.usefixtures("known")
def test_a_page_hears_nothing_of_what_is_done_in_the_panel(
    chromium: Chromium, service: str
) -> None:
    window = practice(chromium.page(), service)
    window.panel.open("Insert")
    window.panel.choose(DOOR, TEMPLATE)
    window.page.evaluate(LISTEN)
    question = window.panel.field("What did you two talk about")
    question.dblclick()
    window.page.keyboard.type("how you bake")
    for key in ("a", "c", "x", "v"):
        window.page.keyboard.press(f"Control+{key}")
    expect(question).to_have_value("how you bake")
    assert window.page.evaluate("[...heard]") == []


@pytest.mark.usefixtures("known")
def test_a_page_hears_the_end_of_a_press_that_began_in_it(chromium: Chromium, service: str) -> None:
    window = practice(chromium.page(), service)
    window.panel.open("Check")
    window.subject.hover()
    window.page.mouse.down()
    window.page.evaluate(LISTEN)
    window.panel.headline.hover()
    window.page.mouse.up()
    assert {"pointerup", "mouseup"} <= set(window.page.evaluate("[...heard]"))
    window.panel.headline.click()
    window.page.evaluate("heard.clear()")
    window.panel.headline.click()
    assert window.page.evaluate("[...heard]") == []


STYLES = """() => document.adoptedStyleSheets.length
  + [...document.querySelectorAll("style")].filter(({ textContent }) =>
    textContent.includes("afterword-")).length"""


@pytest.mark.usefixtures("known")
def test_after_the_extension_goes_nothing_of_it_stays(chromium: Chromium, service: str) -> None:
    window = practice(chromium.page(), service)
    window.write_and_check(NOTE, "Diana")
    before = window.page.evaluate(STYLES)
    # What a newer copy of the extension tells an older one.
    window.page.evaluate("document.dispatchEvent(new CustomEvent('afterword-leave'))")
    expect(window.page.locator("afterword-panel")).to_have_count(0)
    assert window.marks() == {}
    assert (before, window.page.evaluate(STYLES)) == (1, 0)


FIELD = """<!doctype html><title>Notes</title><h1>Notes</h1>
<textarea style="width: 500px; height: 200px" aria-label="Note"></textarea>
<div contenteditable="true" style="width: 500px; height: 250px" aria-label="Letter"></div>"""


START_HERE = """async () => {
  const [{ id }] = await chrome.tabs.query({ active: true, currentWindow: true });
  await chrome.scripting.executeScript({ target: { tabId: id }, files: ["content/loader.js"] });
  return chrome.tabs.sendMessage(id, { kind: "start-here" }, { frameId: 0 });
}"""


def test_it_says_so_where_there_is_nothing_to_write_in(chromium: Chromium) -> None:
    page = chromium.page()
    address = f"http://127.0.0.1:{free_port()}/"
    page.route(address, lambda route: route.fulfill(body="<p>News</p>", content_type="text/html"))
    page.goto(address)
    assert chromium.worker.evaluate(START_HERE) is False
    popup = chromium.popup_over(page)
    start = popup.get_by_role("button", name="Start here once")
    start.press("Enter")
    expect(
        popup.get_by_role("status").filter(has_text="I find no message field on this page")
    ).to_be_visible()
    expect(start).to_be_focused()


@pytest.mark.parametrize("field", ["Note", "Letter"])
def test_it_starts_by_hand_in_the_field_that_one_is_in(
    chromium: Chromium, known: None, field: str
) -> None:
    page = chromium.page()
    address = f"http://127.0.0.1:{free_port()}/"
    page.route(address, lambda route: route.fulfill(body=FIELD, content_type="text/html"))
    page.goto(address)
    written_in = page.get_by_label(field, exact=True)
    written_in.focus()
    # What the popup does when one presses "Start here once".
    assert chromium.worker.evaluate(START_HERE)
    panel = Panel(page)
    expect(panel.region).to_be_visible()
    panel.choose(DOOR, TEMPLATE)
    panel.insert()
    expect(written_in).to_be_focused()
    words = written_in.evaluate("field => field.value ?? field.innerText")
    assert words.startswith("Dear Dana Lee,\n\n")
    # A page may draw its field anew.
    written_in.evaluate("field => field.replaceWith(field.cloneNode())")
    written_in.focus()
    page.keyboard.type(NOTE)
    expect(panel.finding("Diana")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_panel_is_accessible(
    chromium: Chromium, service: str, known: None, scheme: Literal["light", "dark"]
) -> None:
    page = chromium.page()
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    window = practice(page, service)
    window.write(NOTE)
    window.panel.open("Check")
    window.panel.unfold("Diana")
    window.panel.region.get_by_label("What each sentence does").check()
    assert barriers(page, "afterword-panel") == []
    window.panel.open("Insert")
    assert barriers(page, "afterword-panel") == []
    window.panel.choose(DOOR, TEMPLATE)
    assert barriers(page, "afterword-panel") == []
    window.panel.button("Preview").click()
    expect(window.panel.preview).to_be_visible()
    assert barriers(page, "afterword-panel") == []
