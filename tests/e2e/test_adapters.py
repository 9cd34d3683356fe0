"""The way from an editor to its text, and to where a draft goes. For adapters see `webmails/`."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Playwright

from tests.e2e.modules import module_page

pytestmark = pytest.mark.browser

READ = """async html => {
  const { readRich } = await import("/content/text.js");
  const root = document.createElement("div");
  root.contentEditable = "true";
  root.innerHTML = html;
  document.body.replaceChildren(root);
  const before = root.innerHTML;
  const reading = readRich(root);
  const whole = [...reading.text.matchAll(/\\S+/g)].every(({ 0: word, index }) =>
    reading.range(index, index + word.length).toString().replace(/[\\u200b\\ufeff]/g, "") === word);
  return { text: reading.text, whole, same: root.innerHTML === before };
}"""


ENDS = """async html => {
  const { endsOf } = await import("/webmail/mail.js");
  const root = document.createElement("div");
  root.innerHTML = html;
  const { signature, quotes } = endsOf(root);
  return [signature?.textContent ?? "", quotes.map(({ textContent }) => textContent)];
}"""


SPOT = """async html => {
  const { Editor } = await import("/content/editor.js");
  const { richSpot } = await import("/content/spot.js");
  const root = document.createElement("div");
  root.innerHTML = html;
  document.body.replaceChildren(root);
  richSpot(new Editor(root, {}), false).range.insertNode(new Text("¦"));
  return root.innerHTML;
}"""


SCROLLED = """async () => {
  const { Editor } = await import("/content/editor.js");
  const { insertDraft } = await import("/content/insert.js");
  const list = document.createElement("ul");
  list.style = "display: flex; overflow: auto; width: 200px";
  list.innerHTML = "<li style='flex: none; width: 150px'>Inbox</li>".repeat(2);
  const root = document.createElement("div");
  root.contentEditable = "true";
  root.innerHTML = "<ul><li>Own</li></ul>";
  document.body.replaceChildren(list, root);
  list.scrollLeft = 50;
  await insertDraft(new Editor(root, {}), "Hi");
  return [root.firstElementChild.textContent, list.scrollLeft];
}"""


MOVED_IN = "margin: 0 0 0 40px; border: none; padding: 0px;"
"""What Chromium puts around lines that are moved in."""


GMAIL = "<blockquote class='gmail_quote' style='margin: 0 0 0 .8ex; border-left: 1px solid'>"
"""What Gmail puts around each, the mail that is answered and words that are set apart."""


REDRAWN = """async tag => {
  globalThis.chrome = { i18n: { getMessage: () => "" } };
  const { Editor } = await import("/content/editor.js");
  const { Marking } = await import("/content/marking.js");
  const field = document.createElement(tag);
  field.append("Dear Dana,\\nthank you for the [role] talk.");
  field.style.whiteSpace = "pre-wrap";
  document.body.replaceChildren(field);
  const editor = new Editor(field, {});
  const life = new AbortController();
  const marking = new Marking({ onBind: (bind) => bind(editor, life.signal) });
  let ranges = 0;
  document.createRange = () => {
    ranges += 1;
    return Document.prototype.createRange.call(document);
  };
  const draw = () => {
    const start = editor.read().text.indexOf("[role]");
    const finding = { check: "unfilled-blank", level: "stop", field: "body" };
    const noted = { id: "role", finding, span: { start, end: start + 6 }, stale: false };
    marking.draw([noted], null, []);
    const [[, marked]] = CSS.highlights;
    return [[...marked].map(String).join(), ranges];
  };
  const drawn = [draw(), draw()];
  if (tag === "div") field.firstChild.insertData(5, "Ms ");
  else field.setRangeText("Ms ", 5, 5);
  drawn.push(draw());
  field.append(new Text(" Priya"));
  drawn.push(draw());
  life.abort();
  return drawn;
}"""


IN_A_LINE = """async () => {
  const { Editor } = await import("/content/editor.js");
  const { richSpot } = await import("/content/spot.js");
  document.body.innerHTML = "<p><span contenteditable><b>Hello</b></span></p>";
  const root = document.querySelector("span");
  const { startContainer, startOffset } = richSpot(new Editor(root, {}), true).range;
  return startContainer === root && startOffset === 0;
}"""


NOTHING = """async () => {
  const { Editor } = await import("/content/editor.js");
  const { replaceWords } = await import("/content/insert.js");
  const area = document.createElement("textarea");
  area.value = "> Hello\\n\\nHi Dana,";
  document.body.replaceChildren(area);
  const editor = new Editor(area, {});
  const outcome = await replaceWords(editor, editor.read(), { start: 0, end: 0, text: "" });
  return [outcome, area.value];
}"""


@pytest.fixture(scope="module")
def page(playwright: Playwright) -> Iterator[Page]:
    """A page that can import what reads an editor."""
    with module_page(playwright) as page:
        yield page


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("Hello", "Hello"),
        ("<div>a</div><div><br></div><div>b</div>", "a\n\nb"),
        ("a<br>b<br>", "a\nb"),
        ("a<br><br>b", "a\n\nb"),
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("<p style='margin: 0'>a</p><p style='margin: 0'>b</p>", "a\nb"),
        ("first<div>second</div>third", "first\nsecond\nthird"),
        ("<div>a  \n  b&nbsp;c</div>", "a b c"),
        ("<div>a <b>bold</b> word</div>", "a bold word"),
        ("<ul><li>one</li><li>two</li></ul>", "one\ntwo"),
        ("<div>x<span style='display: none'>hidden</span></div>", "x"),
        ("<style>p { color: red }</style><div>x</div>", "x"),
        ("<div style='white-space: pre-wrap'>a  b\nc</div>", "a  b\nc"),
        ("<div>a\ufeffb\u200bc</div>", "abc"),
        ("<div>🙂🙃</div><div>é</div>", "🙂🙃\né"),
        ("<div><div>deep</div></div><div>x</div>", "deep\nx"),
        ("<div>שלום</div><div>x</div>", "שלום\nx"),
    ],
)
def test_an_editor_reads_as_its_writer_sees_it(page: Page, html: str, text: str) -> None:
    read = page.evaluate(READ, html)
    assert read["text"] == text
    assert read["whole"]
    assert read["same"]


@pytest.mark.parametrize(
    ("html", "signature", "quotes"),
    [
        ("<div>Dear Dana,</div>", "", []),
        (
            "<div>Hi</div><div>Dana wrote:</div><blockquote>We</blockquote>",
            "",
            ["Dana wrote:", "We"],
        ),
        ("<div>田中さん：</div><blockquote>We</blockquote>", "", ["田中さん：", "We"]),
        # A whole letter is no introduction, though it ends with a colon.
        ("<div><p>Hi</p><p>You said:</p></div><blockquote>We</blockquote>", "", ["We"]),
        (f"<div>{'so ' * 90}:</div><blockquote>We</blockquote>", "", ["We"]),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>", "", ["ab"]),
        # The signature of the mail that is answered is not the writer's own.
        ("<blockquote>We<div class='gmail_signature'>Dana</div></blockquote>", "", ["WeDana"]),
        ("<div class='gmail_signature'>Priya</div><blockquote>We</blockquote>", "Priya", ["We"]),
        # Words of one's own, set apart or moved in.
        ("<div>Hi</div><blockquote>Own</blockquote><div>Bye</div>", "", []),
        ("<div>Hi</div><blockquote>A<blockquote>b</blockquote></blockquote>Bye", "", []),
        (f"<div>Mine:</div><blockquote style='{MOVED_IN}'>Own</blockquote>", "", []),
        (f"<blockquote style='{MOVED_IN.replace(' ', '')}'>Own</blockquote>", "", []),
        (
            "Hi<blockquote>Own</blockquote>Bye<blockquote type='cite'>We</blockquote>",
            "",
            ["We"],
        ),
        (
            "Hi<div>On Tue, Dana wrote:</div><blockquote style='border: none'>We</blockquote>",
            "",
            ["On Tue, Dana wrote:", "We"],
        ),
        # Gmail's Quote button; above mail that is answered it may be a piece of that, moved up.
        (f"<div>Hi</div>{GMAIL}Own</blockquote><div>Bye</div>", "", []),
        (
            f"Hi{GMAIL}Own</blockquote><div>Bye</div><div class='gmail_quote'>"
            f"<div class='gmail_attr'>Dana:</div>{GMAIL}We</blockquote></div>",
            "",
            ["Own", "Dana:We"],
        ),
        (
            f"Hi<div>On Tue, Dana wrote:</div>{GMAIL}We</blockquote>I",
            "",
            ["On Tue, Dana wrote:", "We"],
        ),
        (f"{GMAIL}We</blockquote>I", "", ["We"]),
        (f"Hi{GMAIL}We</blockquote>", "", ["We"]),
        # Nothing stands below, or somebody is named above.
        ("Hi<p>Dana wrote:\u200b</p><blockquote>We</blockquote>I", "", ["We"]),
        ("<p>Dana dana@x.example – May 1</p><blockquote>We</blockquote>I", "", ["We"]),
        ("Hi<p>To: I i@x.example<br>Subject: Us</p><blockquote>We</blockquote>I", "", ["We"]),
        (
            "Hi<hr><div id='divRplyFwdMsg'><b>From:</b> Dana</div><div>We</div>",
            "",
            ["From: Dana", "We"],
        ),
        ("Hi<blockquote>We</blockquote><br>", "", ["We"]),
        ("Hi<br>Dana wrote:<br><blockquote>We</blockquote>I", "", ["We"]),
        # An answer between the lines, and one below them.
        (
            "<div>Dana wrote:</div><blockquote>We</blockquote>I<blockquote>you</blockquote>me",
            "",
            ["Dana wrote:", "We", "you"],
        ),
        ("<blockquote>We</blockquote><div>I</div>", "", ["We"]),
        ("Hi<blockquote style='border:none;border-left:solid'>We</blockquote>", "", ["We"]),
        (
            "Hi<div>You wrote:</div><blockquote>We</blockquote><div>I</div>",
            "",
            ["You wrote:", "We"],
        ),
    ],
)
def test_a_signature_and_quotes_are_told_from_ones_own_words(
    page: Page, html: str, signature: str, quotes: list[str]
) -> None:
    assert page.evaluate(ENDS, html) == [signature, quotes]


@pytest.mark.parametrize(
    "spot",
    [
        "¦",
        "¦<br>",
        "<div>¦<br></div>",
        "¦<br><br>SIGNATURE",
        "<div>¦<br></div><div><br></div>SIGNATURE",
        "¦SIGNATURE",
        "<div>¦SIGNATURE</div>",
        "QUOTE¦<br>SIGNATURE",
        "QUOTE<p>¦<br></p>QUOTE",
        "¦QUOTE",
    ],
)
def test_a_draft_goes_into_the_first_line_that_is_the_writers_own(page: Page, spot: str) -> None:
    html = spot.replace("SIGNATURE", '<div class="gmail_signature">Priya</div>')
    html = html.replace("QUOTE", "<blockquote>We</blockquote>")
    assert page.evaluate(SPOT, html.replace("¦", "")) == html


def test_the_lists_of_a_page_stay_scrolled_while_a_draft_goes_above_one_of_a_letter(
    page: Page,
) -> None:
    assert page.evaluate(SCROLLED) == ["Hi", 50]


@pytest.mark.parametrize("tag", ["div", "textarea"])
def test_words_that_are_marked_already_get_no_further_range(page: Page, tag: str) -> None:
    # Each that was made costs every later key, until the browser collects it.
    assert page.evaluate(REDRAWN, tag) == [["[role]", 1]] * 4


def test_to_write_nothing_takes_nothing_away(page: Page) -> None:
    assert page.evaluate(NOTHING) == ["written", "> Hello\n\nHi Dana,"]


def test_a_draft_stays_in_an_editor_that_is_a_part_of_a_line(page: Page) -> None:
    assert page.evaluate(IN_A_LINE)
