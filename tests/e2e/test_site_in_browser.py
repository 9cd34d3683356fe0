"""The built site in a real browser, from a static host, below a path of its own."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.e2e.barriers import barriers
from tests.e2e.layouts import LAYOUTS
from tests.e2e.processes import eventually
from tests.e2e.static_site import BELOW, Opener

pytestmark = pytest.mark.browser

NARROW = {"width": 320, "height": 640}
"""A small phone, and also a window of 1280 pixels at 400 % zoom (WCAG 2.2, 1.4.10)."""
SIDES = 2
"""One sheet of paper has two."""
SHIFTS = """() => new Promise(done => {
  new PerformanceObserver((list, observer) => {
    observer.disconnect();
    done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0));
  }).observe({type: "layout-shift", buffered: true});
  requestAnimationFrame(() => requestAnimationFrame(() => done(0)));
})"""


def test_links_lead_from_the_start_page_to_every_guideline(open_page: Opener) -> None:
    page = open_page()
    titles = page.locator("main .columns a").all_inner_texts()
    assert len(titles) == len(set(titles)) >= 19
    for title in titles:
        page.locator("main .columns").get_by_role("link", name=title, exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        page.go_back()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_barrier_is_found(open_page: Opener, layout: str, scheme: str) -> None:
    assert barriers(open_page(LAYOUTS[layout], color_scheme=scheme)) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_is_wider_than_a_small_phone_and_nothing_jumps(
    open_page: Opener, layout: str
) -> None:
    page = open_page(LAYOUTS[layout], viewport=NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
    assert page.evaluate(SHIFTS) == 0


@pytest.mark.parametrize("layout", ["guideline", "template"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marked_words_are_read_in_forced_colours(
    open_page: Opener, layout: str, scheme: str
) -> None:
    page = open_page(LAYOUTS[layout], color_scheme=scheme, forced_colors="active")
    ink = page.evaluate("getComputedStyle(document.body).color")
    marked = page.locator("main :is(mark, .blank)").filter(visible=True)
    seen = marked.evaluate_all(
        """marks => marks.map(mark => {
          const { color, backgroundColor } = getComputedStyle(mark);
          return backgroundColor.startsWith("rgba(") ? color : "on a ground of its own";
        })"""
    )
    assert seen
    assert set(seen) <= {ink, "on a ground of its own"}


def test_the_keyboard_skips_to_the_text(open_page: Opener) -> None:
    page = open_page("guidelines/greet-by-name/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the text")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("subject line", "Write a subject that says what it is"),
        ("chase", "A week has passed, and nobody has written"),
        ("nudge them", "Ask about the decision at the right time"),
        ("checking in", "A week has passed, and nobody has written"),
        ("follwo up", "A week has passed, and nobody has written"),
        ("résumé", "To remind them of your strengths"),
        ("CV", "To remind them of your strengths"),
        ("gretting name", "Greet the person by name"),
        ("greet perzon", "Greet the person by name"),
        ("misspelled name", "Check names, blanks and files before you send"),
        ("phone screen", "Thank you: a first call"),
        ("rejction", "Thank them after a no"),
        ("ghosted", "A week has passed, and nobody has written"),
        ("how long should I wait", "What to send, and when"),
        ("how long should a thank you email be", "Keep it short enough to read at once"),
        ("how many words", "Keep it short enough to read at once"),
        ("interviews panel", "Thank you: one of a panel"),
        ("privcy", "Privacy"),
        ("Linkedin", "Sign a follow-up so that they can find you"),
        ("thank you email", "Send your thanks within a day"),
        ("thank you note", "Thank you: one interviewer"),
        ("follow up email", "A week has passed, and nobody has written"),
    ],
)
def test_search_knows_synonyms_and_forgives_slips(
    open_page: Opener, words: str, title: str
) -> None:
    page = open_page("templates/")
    page.get_by_role("searchbox", name="Search this site").fill(words)
    best = page.locator(".found li:nth-child(-n + 3) a", has_text=title)
    expect(best.first).to_be_visible()


def test_search_on_a_poor_network_waits_and_tries_again(plain_browser: Browser, site: str) -> None:
    page = plain_browser.new_page()
    page.goto(site)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    def next_held() -> Route:
        # Only while the page is asked something does anybody hear of its requests.
        eventually(lambda: page.title() and held, "the index is asked for")
        return held.pop()

    page.route("**/search-index.json", hold)
    search = page.get_by_role("searchbox", name="Search this site")
    search.fill("privacy")
    next_held().abort()
    expect(page.get_by_text("Search did not load.")).to_be_visible()
    search.press("Space")
    late = next_held()
    search.press("Enter")
    late.continue_()
    expect(page.get_by_role("heading", level=1)).to_have_text("Privacy")
    page.close()


@pytest.mark.parametrize(
    ("words", "title"),
    [("template", "Templates"), ("names", "Names"), ("subject lines", "Subject lines")],
)
def test_a_page_that_is_called_so_is_found_first(open_page: Opener, words: str, title: str) -> None:
    page = open_page()
    page.get_by_role("searchbox", name="Search this site").fill(words)
    first = page.locator(".found li:first-child a")
    expect(first).to_contain_text(title)


def test_search_is_walked_by_keyboard_and_says_what_it_found(open_page: Opener) -> None:
    page = open_page("guidelines/be-prompt/")
    field = page.get_by_role("searchbox", name="Search this site")
    status = page.locator(".search [role=status]")
    field.fill("zzzzzz")
    expect(status).to_have_text("No pages found")
    field.fill("concise")
    expect(status).to_have_text(re.compile(r"^\d pages? found$"))
    field.press("ArrowDown")
    first = page.locator(".found a").first
    expect(first).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_be_focused()
    expect(first).to_be_hidden()
    field.fill("concise ")
    expect(first).to_be_visible()
    field.press("Enter")
    expect(page).to_have_url(re.compile(r"/careers/guidelines/be-concise/$"))


def test_a_template_is_filled_and_copied_on_the_page(open_page: Opener) -> None:
    page = open_page(
        "templates/thank-you-one-interviewer/", permissions=["clipboard-read", "clipboard-write"]
    )
    page.get_by_label("Who interviewed you?").fill("Noor Haddad")
    page.get_by_label("Which role is it?").fill("Lab Technician")
    page.get_by_label("What is your full name?").fill("Tomás Ortega")
    page.get_by_role("button", name="Copy the email").click()
    expect(page.get_by_role("status").last).to_have_text(
        re.compile(r"^Copied the email\. 3 blanks are still open\.$")
    )
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Dear Noor Haddad,\n\nThank you for talking with me about the Lab")
    assert copied.endswith("I look forward to hearing from you.\n\nKind regards,\nTomás Ortega")
    page.get_by_role("button", name="Copy the subject").click()
    expect(page.get_by_role("status").last).to_have_text("Copied the subject.")
    assert "Lab Technician" in page.evaluate("navigator.clipboard.readText()")


def test_pages_are_whole_without_scripts(open_page: Opener) -> None:
    page = open_page("templates/thank-you-one-interviewer/", java_script_enabled=False)
    expect(page.get_by_text("[what you talked about]")).to_be_visible()
    expect(page.get_by_text("Who interviewed you?").last).to_be_visible()
    expect(page.get_by_role("searchbox")).to_be_hidden()
    expect(page.get_by_role("button")).to_have_count(0)
    page.get_by_role("banner").get_by_role("link", name="All pages").click()
    page.get_by_role("link", name="Greet the person by name").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Greet the person by name")


def test_the_practice_window_shows_the_message_instead_of_sending_it(open_page: Opener) -> None:
    page = open_page("practice/")
    body = page.get_by_role("textbox", name="Message body")
    page.get_by_label("Subject").fill("Thank you – Data Engineer interview")
    body.click()
    page.keyboard.press("Control+Home")
    page.keyboard.type("Dear Dana Lee,")
    expect(page.get_by_text("Draft saved")).to_be_visible()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", name="The message as it would leave")).to_be_focused()
    expect(page.locator("#sent-text")).to_have_text(
        re.compile(
            r"Subject: Thank you – Data Engineer interview\s+Dear Dana Lee,\s+--\s+Priya Nair"
        )
    )
    expect(page.locator("#sent-html")).to_contain_text("<div>Dear Dana Lee,</div>")

    page.get_by_label("Plain text").check()
    expect(body).to_have_value(re.compile(r"^Dear Dana Lee,\n\n-- \nPriya Nair\n"))
    page.get_by_role("button", name="Reply to Dana").click()
    expect(body).to_have_value(re.compile(r"\n> Hello Priya,\n"))
    expect(page.get_by_label("Subject")).to_have_value("Re: Your interview")


HEARD = """() => {
  window.heard = [];
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const around = target instanceof Element ? target : target.parentElement;
      if (around?.closest("[role=status], [role=alert], [role=log], [aria-live]"))
        heard.push(target.textContent);
    }
  }).observe(document, { childList: true, subtree: true, characterData: true });
}"""


def test_the_practice_window_saves_without_a_word_to_who_listens(open_page: Opener) -> None:
    page = open_page("practice/")
    page.evaluate(HEARD)
    page.get_by_role("textbox", name="Message body").click()
    page.keyboard.type("Dear Dana Lee,")
    expect(page.get_by_text("Draft saved")).to_be_visible()
    assert page.evaluate("heard") == []


def test_every_guideline_prints_on_one_sheet(open_page: Opener) -> None:
    page = open_page()
    titles = page.locator("main .columns a")
    paths = titles.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    sides = {}
    for path in [*paths, "checklist/", "occasions/law-firm/"]:
        page.goto(page.url.rpartition(BELOW)[0] + BELOW + path)
        for paper in ("A4", "Letter"):
            sides[path, paper] = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper)))
    assert {key: count for key, count in sides.items() if count > SIDES} == {}
