"""Where the helper runs: sites, the frames they are made of, and what it recognises there."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Error, Playwright, expect

from tests.e2e import browsers
from tests.e2e.browsers import EXTENSION, Chromium
from tests.e2e.parts import need
from tests.e2e.processes import eventually
from tests.e2e.webmails.compose import CHOICE, KNOWN, OPENER, READY, open_page, open_two
from tests.e2e.webmails.drive import ChromiumTab, FirefoxTab, Tab
from tests.e2e.webmails.server import WEBMAILS, Webmails

pytestmark = pytest.mark.browser

ALLOW = ("button", "Allow")
IN_FRAME = "document.activeElement.tagName === 'IFRAME'"
CHOSEN = """() => [...document.querySelectorAll("afterword-panel")]
  .map(host => host.shadowRoot.querySelector(".mode label + label select")?.value)
  .find(Boolean)"""
NOT_HERE = ("button", "Not here")
WORDS = json.loads((EXTENSION / "_locales/en/messages.json").read_text(encoding="utf-8"))
EDITORS = (EXTENSION / "content/seen.js").read_text(encoding="utf-8").split("};")[0]
"""The names of editors, which some editors write into their page too."""

TEXT_OF_A_PAGE = """() => [...document.querySelectorAll("body, body *")].flatMap(found => [
  ...[...found.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data),
  ...["title", "aria-label", "placeholder", "data-name", "data-email", "value"].map(
    name => found.getAttribute(name) ?? ""),
  found.value ?? "",
]).join(" ")"""


@pytest.fixture(params=["chromium", "firefox"])
def tab(request: pytest.FixtureRequest, pages: Webmails, tmp_path: Path) -> Iterator[Tab]:
    """A tab of a browser whose person uses the helper on the first origin and says yes to more."""
    if request.param == "chromium":
        need("Chromium")
        playwright: Playwright = request.getfixturevalue("playwright")
        allowed = browsers.allowed_on("http://localhost/*", tmp_path / "extension")
        with browsers.chromium(playwright, tmp_path / "p", pages.address, allowed) as chromium:
            page = chromium.page()
            page.goto(pages.page("plain"))
            chromium.use_on(page)
            yield ChromiumTab(page)
    else:
        need("Firefox")
        with browsers.firefox(tmp_path, pages.address) as firefox:
            firefox.use_on(pages.address)
            yield FirefoxTab(firefox.marionette)


def _open_framed(tab: Tab, pages: Webmails) -> None:
    tab.open(pages.page("plain", state="framed"))
    eventually(lambda: tab.enter("message") and tab.run(READY), "the frame is drawn")


def _go_into_the_frame(tab: Tab) -> None:
    tab.enter()
    tab.click("[type=search]")
    tab.enter("message")
    tab.click("[data-editor]")
    tab.enter()


def test_a_frame_of_another_origin_is_allowed_in_place(tab: Tab, pages: Webmails) -> None:
    _open_framed(tab, pages)
    assert not tab.in_panel(*OPENER)
    _go_into_the_frame(tab)
    tab.click_in_panel(*ALLOW)
    eventually(lambda: not tab.in_panel(*ALLOW), "the question is gone")
    tab.enter("message")
    eventually(lambda: tab.in_panel(*OPENER), "the helper is in the frame, without a reload")
    _open_framed(tab, pages)
    eventually(lambda: tab.in_panel(*OPENER), "and it is there the next time")
    _go_into_the_frame(tab)
    assert not tab.in_panel(*ALLOW)


def test_what_is_chosen_in_a_frame_is_chosen_for_its_page(tab: Tab, pages: Webmails) -> None:
    _open_framed(tab, pages)
    _go_into_the_frame(tab)
    tab.click_in_panel(*ALLOW)
    tab.enter("message")
    eventually(lambda: tab.in_panel(*OPENER), "the helper is in the frame")
    tab.click_in_panel(*OPENER)
    eventually(lambda: tab.in_panel(".mode label", "On 127.0.0.1"), "it names the page's site")
    assert "off" in tab.run(CHOICE, "off")
    tab.open(pages.page("plain", state="draft"))
    eventually(lambda: tab.run(READY), "another page of the site is drawn")
    eventually(lambda: tab.run(CHOSEN) == "off", "the choice holds there")


def test_not_here_is_remembered(tab: Tab, pages: Webmails) -> None:
    _open_framed(tab, pages)
    _go_into_the_frame(tab)
    tab.click_in_panel(*NOT_HERE)
    eventually(lambda: not tab.in_panel(*NOT_HERE), "the question is gone")
    _open_framed(tab, pages)
    _go_into_the_frame(tab)
    eventually(lambda: tab.run(f"() => {IN_FRAME}"), "the frame has the focus")
    tab.run("() => new Promise(done => setTimeout(done, 300))")
    assert not tab.in_panel(*NOT_HERE)


HEAR = """() => {
  window.heard = [];
  addEventListener("keydown", ({ key }) => window.heard.push(key), { capture: true });
}"""
STAND = """() => document.querySelector("afterword-toast").shadowRoot
  .querySelector(".choices button:last-child").focus()"""


def test_a_page_hears_no_key_that_answers_the_question(tab: Tab, pages: Webmails) -> None:
    _open_framed(tab, pages)
    tab.enter()
    tab.run(HEAR)
    _go_into_the_frame(tab)
    eventually(lambda: tab.in_panel(*NOT_HERE), "it is asked")
    tab.run(STAND)
    tab.press("Enter")
    eventually(lambda: not tab.in_panel(*NOT_HERE), "the question is gone")
    assert tab.run("() => window.heard") == []


@pytest.fixture(scope="module")
def chromium(
    playwright: Playwright, pages: Webmails, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Chromium]:
    """Chromium with the extension, used on the pages."""
    profile = tmp_path_factory.mktemp("chromium")
    with browsers.chromium(playwright, profile, pages.address) as running:
        page = running.page()
        page.goto(pages.page("plain"))
        running.use_on(page)
        yield running


@pytest.mark.parametrize("name", WEBMAILS)
def test_what_is_seen_is_told_without_a_word_of_the_page(
    chromium: Chromium, pages: Webmails, name: str
) -> None:
    page = chromium.page()
    open_page(ChromiumTab(page), pages, name, state="draft")
    words = _words(" ".join(frame.evaluate(TEXT_OF_A_PAGE) for frame in page.frames))
    assert {"dana", "thank", "streaming", "nair"} <= words

    popup = chromium.popup_over(page)
    popup.get_by_role("button", name="What do you see here?").press("Enter")
    expect(popup.get_by_role("button", name="Copy")).to_be_visible()
    report = popup.locator("pre").inner_text()
    popup.close()
    page.close()
    assert f"read as {name}" in report
    assert "Message 1\n" in report
    assert "subject: found" in report
    assert "recipients: 1 (" in report
    assert ("place for the button: found" in report) != ("another origin" in report)
    ours = _words(" ".join([name, EDITORS, *(entry["message"] for entry in WORDS.values())]))
    assert _words(report) & words - ours == set()


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{4,}", text.lower()))


def test_a_browser_that_asks_only_from_the_popup_asks_there(
    chromium: Chromium, pages: Webmails
) -> None:
    page = chromium.page()
    page.goto(pages.page("plain", state="framed"))
    wanted = {"site": "http://127.0.0.1/*", "origins": ["http://127.0.0.1/*"]}
    chromium.worker.evaluate("wanted => chrome.storage.local.set({wanted: [wanted]})", wanted)
    popup = chromium.popup_over(page)
    expect(popup.get_by_text("written in a frame from 127.0.0.1")).to_be_visible()
    with popup.expect_event("close"), contextlib.suppress(Error):
        popup.get_by_role("button", name="Allow").press("Enter")
    assert chromium.worker.evaluate("chrome.storage.local.get('wanted')") == {"wanted": []}
    page.close()


SHOWN_ANOTHER = """() => {
  const { executeScript } = chrome.scripting;
  chrome.scripting.executeScript = async (call) => {
    chrome.scripting.executeScript = executeScript;
    const loaded = new Promise((resolve) => chrome.tabs.onUpdated.addListener(
      (_, { status }) => status === "complete" && resolve()));
    await chrome.tabs.reload(call.target.tabId);
    await loaded;
    globalThis.heard = await executeScript(call).then(() => "another page", () => "nobody");
  };
}"""
"""The next script that is to run in a page comes to it when the tab shows another one."""


def test_a_page_that_comes_in_the_place_of_a_draft_hears_nothing_of_it(
    chromium: Chromium, pages: Webmails
) -> None:
    chromium.worker.evaluate("known => chrome.storage.local.set(known)", KNOWN)
    tab = ChromiumTab(chromium.page())
    compose = open_page(tab, pages, "plain", state="note", mail="headed", engine="ckeditor5")
    compose.begin("Insert draft")
    chromium.worker.evaluate(SHOWN_ANOTHER)
    tab.click_in_panel("button", "Insert draft")
    heard = eventually(lambda: chromium.worker.evaluate("globalThis.heard"), "the page is another")
    assert heard == "nobody"
    tab.page.close()


FOCUS_TAKEN = """() => {
  const { executeScript } = chrome.scripting;
  chrome.scripting.executeScript = async (call) => {
    chrome.scripting.executeScript = executeScript;
    const take = () => webmail.composes[0].editor.element.focus();
    await executeScript({ target: call.target, world: "MAIN", func: take });
    return executeScript(call);
  };
}"""
"""Before the next script runs in a page, the first of its editors takes the focus."""


@pytest.mark.parametrize("engine", ["ckeditor5", "lexical"])
def test_an_editor_that_takes_the_focus_while_another_is_told_to_write_gets_no_draft(
    chromium: Chromium, pages: Webmails, engine: str
) -> None:
    chromium.worker.evaluate("known => chrome.storage.local.set(known)", KNOWN)
    tab = ChromiumTab(chromium.page())
    first, second = open_two(tab, pages, mail="headed", engine=engine)
    before = first.outgoing(), second.outgoing()
    second.begin("Insert draft")
    chromium.worker.evaluate(FOCUS_TAKEN)
    tab.click_in_panel("button", "Insert draft")
    eventually(lambda: tab.in_panel("button", "Copy"), "it may be copied")
    assert (first.outgoing(), second.outgoing()) == before
    tab.page.close()


def test_a_site_is_left_with_all_its_frames(chromium: Chromium) -> None:
    own_page = chromium.page()
    own_page.goto(f"{chromium.extension_url}options/options.html")
    site, frame = "https://mail.example/*", "https://editor.example/*"
    own_page.evaluate(
        "payload => chrome.runtime.sendMessage({kind: 'use-on-site', payload})",
        {"site": site, "origins": [site, frame]},
    )
    own_page.reload()
    row = own_page.get_by_role("listitem").filter(has_text=f"{site[:-2]}, {frame[:-2]}")
    row.get_by_role("button").click()
    expect(row).to_have_count(0)
    scripts = own_page.evaluate("chrome.scripting.getRegisteredContentScripts()")
    assert [one["id"] for one in scripts] == ["site:http://127.0.0.1/*"]
    own_page.close()


@pytest.mark.parametrize(
    ("url", "origins"),
    [
        ("https://mail.google.com/mail/u/0/", ["https://mail.google.com/*"]),
        ("https://navigator.gmx.net/mail?sid=1", ["https://*.gmx.net/*"]),
        (
            "https://www.icloud.com/mail/",
            ["https://www.icloud.com/*", "https://www-mail.icloud-sandbox.com/*"],
        ),
        ("https://mail.zoho.eu/zm/", ["https://mail.zoho.eu/*"]),
        ("https://post.example:8443/webmail/", ["https://post.example/*"]),
        ("https://mail.google.com.evil.example/", ["https://mail.google.com.evil.example/*"]),
    ],
)
def test_one_question_is_for_all_that_a_webmail_is_made_of(
    chromium: Chromium, url: str, origins: list[str]
) -> None:
    own_page = chromium.page()
    own_page.goto(f"{chromium.extension_url}options/options.html")
    asked = own_page.evaluate(
        "async url => (await import('/webmail/index.js')).originsFor(url)", url
    )
    own_page.close()
    assert asked == origins
