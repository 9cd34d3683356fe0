"""One contract over every adapter's saved page, and over the way from an editor to its text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, Playwright, Route

from tests import provision
from tests.e2e.browsers import EXTENSION

pytestmark = pytest.mark.browser

ORIGIN = "http://webmail.example"
TYPES = {".js": "text/javascript", ".html": "text/html"}
ADAPTERS = sorted(path.parent.name for path in EXTENSION.glob("webmail/*/adapter.js"))

LOOK = """async id => {
  const module = await import(`/webmail/${id}/adapter.js`);
  const { Editor } = await import("/content/editor.js");
  const { adapterFor } = await import("/webmail/index.js");
  const adapter = Object.values(module).find((found) => found.id === id);
  const composes = adapter.composes(document).map((root) => {
    const editor = new Editor(adapter.editor(root), adapter);
    return {
      subject: adapter.subject(root).value,
      recipients: adapter.recipients(root),
      attachments: adapter.attachments(root),
      letter: editor.readLetter().text.trim(),
      text: editor.read().text.trim(),
      sends: adapter.sends(root).map((control) => control.textContent.trim()),
    };
  });
  const [root] = adapter.composes(document);
  const spot = adapter.buttonSpot(root);
  return { chosen: adapterFor(document).id, composes, spot: root.contains(spot) };
}"""

THERE_AND_BACK = """async id => {
  const module = await import(`/webmail/${id}/adapter.js`);
  const adapter = Object.values(module).find((found) => found.id === id);
  const { Editor } = await import("/content/editor.js");
  const lost = [];
  for (const root of adapter.composes(document)) {
    const editor = new Editor(adapter.editor(root), adapter);
    const reading = editor.read();
    for (const { start, length } of reading.pieces) {
      for (let index = start; index < start + length; index += 1) {
        const place = reading.place(index);
        const source = place.node.data ?? place.node.value;
        if (source[place.offset].replace("\\u00a0", " ") !== reading.text[index]) lost.push(index);
        if (reading.index(place.node, place.offset) !== index) lost.push(index);
      }
    }
  }
  return lost;
}"""

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


@pytest.fixture(scope="module")
def page(playwright: Playwright) -> Iterator[Page]:
    """A page whose origin serves the extension's own files."""

    def serve(route: Route) -> None:
        path = EXTENSION / route.request.url.removeprefix(ORIGIN + "/")
        if path.is_file():
            route.fulfill(path=path, content_type=TYPES.get(path.suffix, "text/plain"))
        else:
            route.fulfill(status=404)

    browser = playwright.chromium.launch(
        executable_path=provision.chromium(), args=["--no-sandbox", "--disable-gpu"]
    )
    page = browser.new_page()
    page.route(f"{ORIGIN}/**", serve)
    yield page
    browser.close()


def open_saved(page: Page, adapter: str) -> list[dict[str, Any]]:
    """Open an adapter's saved page and return what it says should be found."""
    page.goto(f"{ORIGIN}/webmail/{adapter}/compose.html")
    page.wait_for_load_state("load")
    expected: list[dict[str, Any]] = json.loads(page.locator("#expected").text_content() or "")
    return expected


@pytest.mark.parametrize("adapter", ADAPTERS)
def test_an_adapter_finds_all_that_its_saved_page_holds(page: Page, adapter: str) -> None:
    expected = open_saved(page, adapter)
    found = page.evaluate(LOOK, adapter)
    assert found["chosen"] == adapter
    assert found["composes"] == expected
    assert found["spot"]


@pytest.mark.parametrize("adapter", ADAPTERS)
def test_every_character_is_found_again_where_it_stands(page: Page, adapter: str) -> None:
    open_saved(page, adapter)
    assert page.evaluate(THERE_AND_BACK, adapter) == []


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
    page.goto(f"{ORIGIN}/webmail/plain/compose.html")
    read = page.evaluate(READ, html)
    assert read["text"] == text
    assert read["whole"]
    assert read["same"]
