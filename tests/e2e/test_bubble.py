"""Marks under words and the bubble beside them: by pointer, click and keyboard, in both fields."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.barriers import barriers
from tests.e2e.browsers import Chromium
from tests.e2e.fake_mail import HTML, NOTE, FakeMail, begin, write
from tests.e2e.processes import eventually

pytestmark = pytest.mark.browser

BOTH = pytest.mark.parametrize("html", [True, False], ids=["html", "plain"])
CARET = """field => {
  const selection = getSelection();
  return field.selectionStart ?? selection.anchorOffset;
}"""
NEXT = """async () => {
  const [{ id }] = await chrome.tabs.query({ active: true, currentWindow: true });
  return chrome.tabs.sendMessage(id, { kind: "next-finding" }, { frameId: 0 });
}"""
"""What the background does when the keys of the shortcut are pressed."""


def test_the_browser_binds_every_shortcut(chromium: Chromium) -> None:
    commands = chromium.worker.evaluate("chrome.commands.getAll()")
    bound = {command["name"]: command["shortcut"] for command in commands if command["description"]}
    assert bound == {"open-panel": "Alt+W", "next-finding": "Alt+Q"}


def content(mail: FakeMail) -> str:
    """Return the body exactly as it is."""
    return str(mail.body.evaluate("field => field.value ?? field.innerHTML"))


def marks(page: Page) -> dict[str, list[dict[str, Any]]]:
    """Return words and box of each mark of ours, by kind."""
    found: dict[str, list[dict[str, Any]]] = page.evaluate(
        """() => Object.fromEntries([...CSS.highlights]
          .filter(([name]) => name.startsWith("afterword-"))
          .map(([name, ranges]) => [name.slice(10), [...ranges].map(range => {
            const { left, top, width, height } = range.getBoundingClientRect();
            return { words: String(range), x: left + width / 2, y: top + height / 2 };
          })]))"""
    )
    return found


def marked(mail: FakeMail, kind: str, words: str) -> dict[str, Any]:
    """Wait for a mark and return it."""
    return eventually(
        lambda: (
            next((m for m in marks(mail.page).get(kind, []) if m["words"] == words), None) or {}
        ),
        f"{words} has a mark",
    )


@BOTH
def test_a_pointer_that_rests_on_a_mark_gets_its_bubble(chromium: Chromium, html: bool) -> None:
    mail = begin(chromium, html=html)
    write(mail, NOTE)
    before, caret = content(mail), mail.body.evaluate(CARET)
    mark = marked(mail, "stop", "Diana")
    mail.page.mouse.move(mark["x"], mark["y"])
    expect(mail.bubble).to_contain_text("Before you send")
    expect(mail.bubble).to_contain_text("The name in your greeting is Diana")
    mail.bubble.get_by_role("button", name="Why").click()
    expect(mail.bubble.get_by_role("link")).to_be_visible()
    # All that by mouse: the person is still where they were in the draft.
    expect(mail.body).to_be_focused()
    assert mail.body.evaluate(CARET) == caret
    assert content(mail) == before
    mail.page.mouse.move(5, 5)
    expect(mail.bubble).to_be_hidden()


@BOTH
def test_a_click_keeps_the_bubble_until_escape(chromium: Chromium, html: bool) -> None:
    mail = begin(chromium, html=html)
    mail.page.evaluate("addEventListener('keydown', e => { window.heard = e.key; })")
    write(mail, NOTE)
    mark = marked(mail, "stop", "Diana")
    mail.page.mouse.click(mark["x"], mark["y"])
    expect(mail.bubble).to_be_visible()
    mail.page.mouse.move(5, 5)
    expect(mail.body).to_be_focused()
    mail.page.keyboard.press("Escape")
    expect(mail.bubble).to_be_hidden()
    # Some webmails close the compose window with it.
    assert mail.page.evaluate("window.heard") != "Escape"
    mail.page.keyboard.press("Escape")
    assert mail.page.evaluate("window.heard") == "Escape"


@BOTH
def test_a_repair_from_the_bubble_is_one_step(chromium: Chromium, html: bool) -> None:
    mail = begin(chromium, html=html)
    write(mail, NOTE)
    before = content(mail)
    mark = marked(mail, "stop", "Diana")
    mail.page.mouse.click(mark["x"], mark["y"])
    mail.bubble.get_by_role("button", name="Use “Dana").click()
    expect(mail.bubble).to_be_hidden()
    assert content(mail) == before.replace("Diana", "Dana")
    expect(mail.body).to_be_focused()
    mail.page.keyboard.press("Control+z")
    assert content(mail) == before


@BOTH
def test_a_bubble_that_stood_while_one_wrote_repairs_its_words_where_they_stand_now(
    chromium: Chromium, html: bool
) -> None:
    mail = begin(chromium, html=html)
    mail.write(NOTE.replace("Diana", "Dana").replace("moved them.", "moved them!!!"))
    mark = marked(mail, "advice", "!!!")
    mail.body.click(position={"x": 600, "y": 20})
    mail.page.mouse.move(mark["x"], mark["y"])
    repair = mail.bubble.get_by_role("button", name="Keep one exclamation mark")
    expect(repair).to_be_visible()
    mail.page.keyboard.type(" I hope that all is well at [company].")
    marked(mail, "blank", "[company]")
    expect(repair).to_be_visible()
    before = content(mail)
    repair.click()
    expect(mail.bubble).to_be_hidden()
    assert content(mail) == before.replace("!!!", "!")


SMALL = "#body, textarea { height: 90px !important; overflow: auto }"


def in_a_small_field(chromium: Chromium, *, html: bool) -> FakeMail:
    """Write a note into a field that shows a few of its lines, and scroll to its end."""
    mail = begin(chromium, html=html)
    mail.page.add_style_tag(content=SMALL)
    write(mail, NOTE)
    marked(mail, "stop", "Diana")
    mail.body.evaluate("field => { field.scrollTop = field.scrollHeight; }")
    return mail


@BOTH
def test_who_turns_to_a_finding_sees_its_words(chromium: Chromium, html: bool) -> None:
    mail = in_a_small_field(chromium, html=html)
    assert not mail.shows("Diana")
    mail.panel.open("Check")
    finding = mail.panel.unfold("Diana")
    eventually(lambda: mail.shows("Diana"), "its words are to be seen")
    mail.body.evaluate("field => { field.scrollTop = field.scrollHeight; }")
    finding.get_by_role("button", name="Diana", exact=True).click()
    eventually(lambda: mail.shows("Diana"), "they are selected and seen")


@BOTH
def test_a_bubble_goes_with_the_words_that_are_scrolled_away(
    chromium: Chromium, html: bool
) -> None:
    mail = in_a_small_field(chromium, html=html)
    mail.body.evaluate("field => { field.scrollTop = 0; }")
    eventually(lambda: mail.shows("Diana"), "its words are to be seen")
    mark = marked(mail, "stop", "Diana")
    mail.page.mouse.click(mark["x"], mark["y"])
    expect(mail.bubble).to_be_visible()
    mail.body.evaluate("field => { field.scrollTop = field.scrollHeight; }")
    expect(mail.bubble).to_be_hidden()


@BOTH
def test_fix_shows_the_words_and_their_bubble_wherever_one_scrolled(
    chromium: Chromium, html: bool
) -> None:
    mail = in_a_small_field(chromium, html=html)
    mail.send.click()
    mail.question.get_by_role("button", name="Fix").click()
    expect(mail.bubble).to_contain_text("The name in your greeting is Diana")
    assert mail.shows("Diana")


@BOTH
def test_a_bubble_goes_with_its_window(chromium: Chromium, html: bool) -> None:
    mail = begin(chromium, html=html)
    faults: list[str] = []
    mail.page.on("pageerror", lambda error: faults.append(str(error)))
    write(mail, NOTE)
    mail.send.click()
    mail.question.get_by_role("button", name="Fix").click()
    expect(mail.bubble).to_be_visible()
    mail.page.evaluate("document.querySelector('form').remove()")
    expect(mail.panel.opener).to_have_count(0)
    expect(mail.bubble).to_be_hidden()
    assert faults == []


FRAMED = """<iframe id="body" title="Frame" srcdoc="<body contenteditable></body>"></iframe>"""


def test_a_bubble_goes_along_with_words_that_are_scrolled_in_a_frame(
    chromium: Chromium, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.e2e.fake_mail.RICH", FRAMED)
    mail = begin(chromium)
    mail.page.add_style_tag(content=SMALL)
    mail.page.frame_locator("iframe").locator("body").click()
    mail.page.keyboard.type(NOTE)
    expect(mail.page.locator("afterword-panel .count[data-level=stop]")).to_be_visible()
    mail.send.click()
    mail.question.get_by_role("button", name="Fix").click()
    expect(mail.bubble).to_be_visible()

    def top() -> float:
        return (mail.bubble.bounding_box() or {"y": 0})["y"]

    before = top()
    inside = mail.page.frames[1]
    inside.evaluate("scrollBy(0, 5)")
    eventually(lambda: top() == before - 5, "it goes along")
    inside.evaluate("scrollBy(0, 999)")
    expect(mail.bubble).to_be_hidden()


@BOTH
def test_a_bubble_that_grows_stays_on_the_screen(chromium: Chromium, html: bool) -> None:
    mail = begin(chromium, html=html)
    mail.page.set_viewport_size({"width": 360, "height": 320})
    write(mail, NOTE)
    mail.send.click()
    mail.question.get_by_role("button", name="Fix").click()
    mail.bubble.get_by_role("button", name="Why").click()
    expect(mail.bubble.get_by_role("link")).to_be_visible()
    inside = "bubble => bubble.getBoundingClientRect().bottom <= innerHeight"
    eventually(lambda: mail.bubble.evaluate(inside), "all of it is on the screen")


BELOW_ITS_WORDS = """bubble => {
  const frame = document.querySelector("iframe");
  const view = frame?.contentWindow ?? window;
  const [range] = view.CSS.highlights.get("afterword-stop");
  const words = range.getBoundingClientRect();
  const inside = frame?.getBoundingClientRect();
  const scale = frame ? inside.width / frame.offsetWidth : 1;
  const edge = (name) => parseFloat(frame ? getComputedStyle(frame)[name] : 0);
  const left = edge("borderLeftWidth") + edge("paddingLeft") + words.left;
  const bottom = edge("borderTopWidth") + edge("paddingTop") + words.bottom;
  const box = bubble.getBoundingClientRect();
  const off = [(inside?.left ?? 0) + left * scale - box.left,
    (inside?.top ?? 0) + bottom * scale + 6 - box.top];
  return off.every(by => Math.abs(by) < 1.5);
}"""
"""Whether a bubble stands where its words end, six pixels below them."""


@pytest.mark.parametrize("zoom", ["html { zoom: 1.5 }", "body { zoom: 1.4 }", "html { zoom: .7 }"])
@pytest.mark.parametrize("framed", [True, False], ids=["frame", "page"])
def test_a_bubble_stands_at_its_words_on_a_page_that_is_enlarged(
    chromium: Chromium, monkeypatch: pytest.MonkeyPatch, zoom: str, framed: bool
) -> None:
    if framed:
        monkeypatch.setattr("tests.e2e.fake_mail.RICH", FRAMED)
    mail = begin(chromium)
    edges = "iframe#body { padding: 15px 30px; border-width: 10px }"
    mail.page.add_style_tag(content=f"{zoom} {edges}")
    within = mail.page.frames[-1]
    within.evaluate("(window.focus(), document.querySelector('[contenteditable]').focus())")
    mail.page.keyboard.type(NOTE)
    expect(mail.page.locator("afterword-panel .count[data-level=stop]")).to_be_visible()
    mail.send.click()
    mail.question.get_by_role("button", name="Fix").click()
    expect(mail.bubble).to_be_visible()
    assert mail.bubble.evaluate(BELOW_ITS_WORDS)


MOVED = "<dialog style='margin: 0; left: 50%; top: 50%; transform: translate(-50%, -50%)'>"


@BOTH
def test_a_bubble_stands_at_its_words_in_a_dialog_that_is_moved(
    chromium: Chromium, monkeypatch: pytest.MonkeyPatch, html: bool
) -> None:
    shown = "</dialog><script>document.querySelector('dialog').showModal()</script>"
    within = HTML.replace("<main>", MOVED).replace("</main>", shown)
    monkeypatch.setattr("tests.e2e.fake_mail.HTML", within)
    mail = begin(chromium, html=html)
    mail.write(NOTE)
    expect(mail.page.locator("afterword-panel .count[data-level=stop]")).to_be_visible()
    field = mail.body.bounding_box() or {"x": 0, "y": 0}
    mark = marked(mail, "stop", "Diana")
    assert 0 < mark["x"] - field["x"] < 70
    assert 0 < mark["y"] - field["y"] < 40
    mail.send.click()
    mail.question.get_by_role("button", name="Fix").click()
    expect(mail.bubble).to_be_visible()
    assert mail.bubble.evaluate(BELOW_ITS_WORDS)


BESIDE = "form { position: absolute; top: 20px } main { overflow: hidden; height: 10px }"


@BOTH
def test_what_does_not_hold_the_words_is_not_scrolled_for_them(
    chromium: Chromium, html: bool
) -> None:
    mail = begin(chromium, html=html)
    mail.page.add_style_tag(content=BESIDE)
    write(mail, NOTE)
    mail.send.click()
    mail.question.get_by_role("button", name="Fix").click()
    expect(mail.bubble).to_be_visible()
    assert mail.page.locator("main").evaluate("main => main.scrollTop") == 0


CUT_OFF = """() => {
  const { shadowRoot } = document.querySelector("afterword-mirror");
  return getComputedStyle(shadowRoot.querySelector(".box")).clipPath;
}"""


def test_what_does_not_hold_the_words_hides_no_mark(chromium: Chromium) -> None:
    mail = begin(chromium, html=False)
    mail.page.add_style_tag(content=BESIDE)
    write(mail, NOTE)
    assert mail.page.evaluate(CUT_OFF) == "inset(0px)"


def walk_into_the_mark(mail: FakeMail) -> None:
    """Write the note, and take the caret into its marked name, so that the bubble is there."""
    write(mail, NOTE)
    marked(mail, "stop", "Diana")
    mail.page.keyboard.press("Control+Home")
    for _ in "Hi D":
        mail.page.keyboard.press("ArrowRight")
    expect(mail.bubble).to_be_visible()


@BOTH
def test_the_caret_that_walks_into_a_mark_and_the_keys_that_enter_its_bubble(
    chromium: Chromium, html: bool
) -> None:
    mail = begin(chromium, html=html)
    walk_into_the_mark(mail)
    expect(mail.body).to_be_focused()
    assert chromium.worker.evaluate(NEXT)
    expect(mail.bubble).to_be_focused()
    mail.page.keyboard.press("Tab")
    expect(mail.bubble.get_by_role("button").first).to_be_focused()
    mail.page.keyboard.press("Escape")
    expect(mail.bubble).to_be_hidden()
    expect(mail.body).to_be_focused()
    mail.page.keyboard.type("X")
    assert content(mail).startswith(("<div>Hi DX", "Hi DX"))


def test_a_pointer_that_moves_over_nothing_leaves_the_caret_its_bubble(chromium: Chromium) -> None:
    mail = begin(chromium)
    write(mail, NOTE)
    marked(mail, "stop", "Diana")
    mail.page.keyboard.press("Control+Home")
    for _ in "Hi D":
        mail.page.keyboard.press("ArrowRight")
    # As when a page scrolls below a pointer that rests.
    mail.page.mouse.move(300, 400)
    mail.page.mouse.move(301, 400)
    expect(mail.bubble).to_be_visible()


def test_the_keys_stay_in_the_bubble_whose_repair_the_editor_refused(chromium: Chromium) -> None:
    mail = begin(chromium, html=False)
    walk_into_the_mark(mail)
    assert chromium.worker.evaluate(NEXT)
    # A page that takes the focus away again gets no word written.
    before = content(mail)
    mail.body.evaluate("area => area.addEventListener('focus', () => area.blur())")
    mail.bubble.get_by_role("button", name="Use “Dana").press("Enter")
    expect(mail.bubble).to_contain_text("did not take")
    expect(mail.bubble).to_be_focused()
    assert content(mail) == before


def test_what_is_left_in_the_bubble_is_left_in_the_list(chromium: Chromium) -> None:
    mail = begin(chromium)
    write(mail, NOTE)
    mark = marked(mail, "stop", "Diana")
    mail.page.mouse.click(mark["x"], mark["y"])
    mail.bubble.get_by_role("button", name="Leave it").click()
    expect(mail.bubble).to_be_hidden()
    assert "stop" not in marks(mail.page)
    mail.send.click()
    assert mail.sent() == ["submit"]


def test_the_bubble_goes_when_its_words_change(chromium: Chromium) -> None:
    mail = begin(chromium)
    write(mail, NOTE)
    mark = marked(mail, "stop", "Diana")
    mail.page.mouse.click(mark["x"], mark["y"])
    expect(mail.bubble).to_be_visible()
    mail.page.keyboard.type("x")
    expect(mail.bubble).to_be_hidden()


def test_one_key_reaches_every_finding_of_the_list(chromium: Chromium) -> None:
    mail = begin(chromium)
    write(mail, NOTE)
    mail.page.keyboard.press("Control+End")
    opened = mail.panel.region.locator(".finding > [aria-expanded=true]")
    seen = []
    for _ in range(int(mail.page.locator("afterword-panel .count").inner_text())):
        chromium.worker.evaluate(NEXT)
        expect(opened).to_be_focused()
        seen.append(opened.inner_text())
    assert len(set(seen)) == len(seen) > 1
    mail.page.keyboard.press("Escape")
    expect(mail.body).to_be_focused()
    mail.page.keyboard.type("!")
    assert mail.body.inner_text().endswith("Priya Nair!")


@BOTH
def test_whoever_stands_in_a_finding_stays_there_when_the_draft_is_read_again(
    chromium: Chromium, html: bool
) -> None:
    mail = begin(chromium, html=html)
    write(mail, NOTE.replace("moved them.", "moved them!!!"))
    mail.panel.open("Check")
    later = mail.panel.finding("One exclamation mark")
    mail.panel.unfold("Diana").get_by_role("button").first.press("Enter")
    expect(later.get_by_role("button").first).to_be_focused()
    later.get_by_role("button", name="Why").press("Enter")
    link = later.get_by_role("link")
    link.focus()
    expect(mail.panel.group("In place").filter(has_text="Hi Dana,")).to_have_count(1)
    expect(link).to_be_focused()
    later.get_by_role("button", name="Keep one").press("Enter")
    leave = mail.panel.finding("nearly long enough").get_by_role("button", name="Leave it")
    leave.focus()
    expect(later).to_have_count(0)
    expect(leave).to_be_focused()


TWICE = """() => {
  const second = document.querySelector("form").cloneNode(true);
  for (const ours of second.querySelectorAll("afterword-panel")) ours.remove();
  document.querySelector("main").append(second);
}"""


def test_of_two_windows_the_keys_stay_with_the_one_that_one_is_in(chromium: Chromium) -> None:
    mail = begin(chromium)
    write(mail, NOTE)
    mail.page.evaluate(TWICE)
    second = mail.panel.opener.nth(1)
    expect(second).to_contain_text(mail.panel.opener.first.inner_text().split()[-1])
    mail.body.nth(1).focus()
    opened = mail.panel.region.locator(".finding > [aria-expanded=true]")
    seen = set()
    for _ in range(2):
        assert chromium.worker.evaluate(NEXT)
        expect(opened).to_be_focused()
        expect(second).to_have_attribute("aria-expanded", "true")
        seen.add(opened.inner_text())
    assert len(seen) == 2
    # Into the bubble, and on from there.
    mail.page.keyboard.press("Escape")
    second.click()
    mail.body.nth(1).focus()
    mail.page.keyboard.press("Control+Home")
    for _ in "Hi D":
        mail.page.keyboard.press("ArrowRight")
    expect(mail.bubble).to_be_visible()
    assert chromium.worker.evaluate(NEXT)
    expect(mail.bubble).to_be_focused()
    assert chromium.worker.evaluate(NEXT)
    expect(opened).to_be_focused()
    expect(second).to_have_attribute("aria-expanded", "true")


def test_each_kind_of_mark_has_a_line_of_its_own(chromium: Chromium) -> None:
    mail = begin(chromium)
    write(mail, NOTE.replace("Kafka", "[company name]").replace("interview.", "interview!!"))
    marked(mail, "blank", "[company name]")
    assert {"stop", "blank", "advice"} <= marks(mail.page).keys()


def test_the_sentence_one_is_writing_is_left_alone(chromium: Chromium) -> None:
    mail = begin(chromium)
    write(mail, NOTE)
    mail.panel.open("Check")
    found = mail.panel.finding("[phone]")
    mail.write("\nYou can call me at [phone] unless")
    # Read meanwhile: another finding comes, of a sentence that is whole.
    expect(mail.panel.finding("Diana")).to_have_count(1)
    assert "blank" not in marks(mail.page)
    # A pause, wherever the caret is.
    expect(found).to_have_count(1)


def test_a_mark_in_a_textarea_stays_with_its_word_wherever_one_writes(chromium: Chromium) -> None:
    mail = begin(chromium, html=False)
    write(mail, NOTE)

    def is_under_it() -> bool:
        at = marked(mail, "stop", "Diana")
        return "iana" in str(
            mail.page.evaluate(
                """({ x, y }) => {
                  const { offsetNode, offset } = document.caretPositionFromPoint(x, y);
                  return offsetNode.value.slice(offset - 4, offset + 4);
                }""",
                at,
            )
        )

    assert is_under_it()
    # Far below, which moves no mark; then above it, which moves them all.
    mail.write("\n\nPS: Have a good week.")
    assert is_under_it()
    mail.page.keyboard.press("Control+Home")
    mail.page.keyboard.type("\n\n")
    eventually(is_under_it, "the mark moved along with its word")


UNDER = """({ x, y }) => {
  // Nothing where the point is out of sight: the copy scrolls along in the next frame.
  const { offsetNode, offset } = document.caretPositionFromPoint(x, y) ?? {};
  return offsetNode?.value?.slice(offset - 4, offset + 4) ?? String(offsetNode?.nodeName);
}"""
"""The words of a textarea at a point of the page."""


def test_a_textarea_is_marked_without_being_touched(chromium: Chromium) -> None:
    mail = begin(chromium, html=False)
    mail.page.add_style_tag(content="textarea { letter-spacing: .7px; text-indent: 9px }")
    write(mail, NOTE + "\n\n" + "A longer line, so that it scrolls. " * 40 + "\n\n[phone]\n\n")
    mark = marked(mail, "blank", "[phone]")
    assert "phon" in mail.page.evaluate(UNDER, mark)
    mail.body.evaluate("area => { area.scrollTop = 0; area.style.width = '420px'; }")

    def follows() -> bool:
        found = marked(mail, "stop", "Diana")
        return "iana" in str(mail.page.evaluate(UNDER, found))

    eventually(follows, "the mark is under its word")
    assert mail.body.evaluate("area => area.attributes.length") == 3  # name, label, style
    # A rotated field cannot be laid over exactly: then there are no marks at all.
    mail.body.evaluate("area => { area.style.transform = 'scale(1.1)'; }")
    eventually(lambda: not marks(mail.page).get("stop"), "there are no marks")


@pytest.mark.parametrize(
    "zoom", ["html { zoom: 1.5 }", "body { zoom: .7 }", "textarea { zoom: 1.3 }"]
)
def test_a_mark_in_a_textarea_is_under_its_word_on_a_page_that_is_enlarged(
    chromium: Chromium, zoom: str
) -> None:
    mail = begin(chromium, html=False)
    mail.page.add_style_tag(content=zoom)
    write(mail, NOTE + "\n\n" + "A longer line, so that it scrolls. " * 40 + "\n\n[phone]\n\n")
    mark = marked(mail, "blank", "[phone]")
    assert "phon" in mail.page.evaluate(UNDER, mark)
    mail.body.evaluate("area => area.scrollTo(0, 0)")
    eventually(
        lambda: "iana" in mail.page.evaluate(UNDER, marked(mail, "stop", "Diana")), "it follows"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_in_bubble_and_question(chromium: Chromium, scheme: Any) -> None:
    mail = begin(chromium)
    mail.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    write(mail, NOTE)
    mark = marked(mail, "stop", "Diana")
    mail.page.mouse.click(mark["x"], mark["y"])
    expect(mail.bubble).to_be_visible()
    assert barriers(mail.page, "afterword-bubble") == []
    mail.send.click()
    expect(mail.question).to_be_visible()
    assert barriers(mail.page, "afterword-question") == []
