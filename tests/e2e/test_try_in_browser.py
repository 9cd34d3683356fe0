"""The page that reads a draft, against the service that serves it, and where there is none."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from tests.e2e.barriers import barriers
from tests.e2e.static_site import Opener

pytestmark = pytest.mark.browser

MESSAGES = json.loads(
    (Path(__file__).parents[2] / "extension/_locales/en/messages.json").read_text(encoding="utf-8")
)
SMALL_TALK = (
    "Hello all,\n\nThe minutes of Monday's meeting are attached. Lunch is at noon.\n\nKim\n"
)
NOTE = (
    "Dear Dana Lee,\n\nThank you for talking with me about the Data Engineer role. I would be glad"
    " to work at Acme.\n\nI look forward to hearing from you.\n\nKind regards,\nPriya Nair\n"
)
KEPT = """async () => [
  document.cookie, localStorage.length, sessionStorage.length,
  (await indexedDB.databases()).length, (await caches.keys()).length,
]"""


def words(key: str) -> str:
    """Return a message of the extension."""
    return str(MESSAGES[key]["message"])


@pytest.fixture
def page(plain_browser: Browser, service: str) -> Iterator[Page]:
    """The page as the service serves it; requests to anywhere else, and complaints, fail."""
    complaints: list[str] = []

    def asked(request: Request) -> None:
        if not request.url.startswith(service):
            complaints.append(f"asked for {request.url}")

    context = plain_browser.new_context()
    context.on("request", asked)
    context.on("weberror", lambda raised: complaints.append(str(raised.error)))
    opened = context.new_page()
    opened.goto(f"{service}/try/")
    expect(opened.get_by_role("textbox", name="Your draft")).to_be_visible()
    yield opened
    context.close()
    assert complaints == []


def show_example(page: Page) -> None:
    """Put the page's own example in and wait for what it says of it."""
    page.get_by_role("button", name="Show me with an example").click()
    expect(page.locator("#headline")).to_have_text(
        "2 things before you send, 2 worth a look", timeout=10_000
    )


def finding(page: Page, start: str) -> None:
    """Open the finding that begins with these words."""
    page.locator("summary", has_text=start).click()


def test_it_says_what_the_panel_says(page: Page) -> None:
    expect(page.locator("#headline")).to_have_text(words("headline_empty"))
    expect(page.locator("#begin")).to_contain_text(words("stateEmpty"))
    show_example(page)
    reading = page.locator(".reading")
    for key in ("groupStop", "groupAdvice", "groupInPlace", "inPlace_gratitudeFirst"):
        expect(reading).to_contain_text(words(key))
    finding(page, "The name in your greeting is Diana")
    expect(page.get_by_role("button", name="Use “Dana”")).to_be_visible()
    page.get_by_role("button", name=words("why")).click()
    expect(page.locator(".why")).to_contain_text(words("readMore"))
    page.locator(".why a").click()
    expect(page).to_have_url(re.compile("/guidelines/check-names-and-blanks/#misspelt-name$"))


def test_a_repair_changes_the_text_and_one_undo_takes_it_back(page: Page) -> None:
    show_example(page)
    draft = page.get_by_role("textbox", name="Your draft")
    before = draft.input_value()
    finding(page, "The name in your greeting is Diana")
    page.get_by_role("button", name="Use “Dana”").click()
    assert draft.input_value() == before.replace("Diana", "Dana")
    expect(page.locator("#headline")).to_have_text("1 thing before you send, 2 worth a look")
    # The focus is on the next finding, which is open.
    expect(page.locator("summary", has_text="is still blank")).to_be_focused()
    expect(page.locator("details[name=finding][open]")).to_have_count(1)

    draft.focus()
    page.keyboard.press("Control+z")
    assert draft.input_value() == before
    expect(page.locator("#headline")).to_have_text("2 things before you send, 2 worth a look")


def test_a_repair_of_the_subject_is_taken_back_by_its_button(page: Page) -> None:
    show_example(page)
    subject = page.get_by_role("textbox", name="Subject")
    finding(page, "“Thank you” is kind")
    page.get_by_role("button", name=re.compile("Use “Thank you – Data")).click()
    expect(subject).to_have_value("Thank you – Data Engineer interview")
    page.get_by_role("button", name="Take the repair back").click()
    expect(subject).to_have_value("Thank you")
    expect(subject).to_be_focused()


def test_a_year_of_five_digits_is_no_day(page: Page) -> None:
    show_example(page)
    page.get_by_role("textbox", name="Your draft").fill(NOTE.replace("Dana", "Diana"))
    page.get_by_label(words("card_interviewedAt")).fill("20266-03-03T14:00")
    page.get_by_label(words("card_decisionBy")).fill("20266-03-09")
    finding(page, "Diana")


def test_marks_lie_behind_their_words_and_go_when_these_change(page: Page) -> None:
    show_example(page)
    expect(page.locator("#marks .stop")).to_have_text("Diana")
    expect(page.locator("#marks .blank")).to_have_text("[what it made you think]")
    heights = page.evaluate(
        "['marks', 'draft'].map(id => document.getElementById(id).getBoundingClientRect().height)"
    )
    assert heights[0] == heights[1]
    assert page.evaluate("draft.scrollHeight <= draft.clientHeight")
    finding(page, "The name in your greeting is Diana")
    expect(page.locator("#marks .open")).to_have_text("Diana")
    page.evaluate("draft.focus(), draft.setSelectionRange(10, 10)")
    page.keyboard.type("a")
    expect(page.locator("#marks .stop")).to_have_count(0)
    expect(page.locator("#marks .blank")).to_have_text("[what it made you think]")


def test_marks_are_seen_in_forced_colours(page: Page) -> None:
    page.emulate_media(forced_colors="active", color_scheme="dark")
    show_example(page)
    page.get_by_role("switch", name=words("movesSwitch")).check()
    layer = page.locator("#marks")
    box = layer.locator(".interest").bounding_box()
    assert box
    marked = page.screenshot(clip=box)
    layer.evaluate("layer => { layer.style.visibility = 'hidden'; }")
    assert page.screenshot(clip=box) != marked


def test_the_words_of_a_finding_are_selected_on_request(page: Page) -> None:
    show_example(page)
    finding(page, "The name in your greeting is Diana")
    page.locator("details[open] .quote", has_text="Diana").click()
    chosen = (
        "[draft.value.slice(draft.selectionStart, draft.selectionEnd), document.activeElement.id]"
    )
    assert page.evaluate(chosen) == ["Diana", "draft"]


def test_what_each_sentence_does_is_tinted_and_named(page: Page) -> None:
    show_example(page)
    page.get_by_role("switch", name=words("movesSwitch")).check()
    expect(page.locator("#legend li")).to_have_text(
        [
            words(f"move_{move}")
            for move in ("gratitude", "recap", "interest", "fit", "closing_line")
        ]
    )
    expect(page.locator("#marks .recap")).to_contain_text("moved its nightly loads")
    page.get_by_role("textbox", name="Your draft").fill(
        "Dear Dana Lee,\n\nThank you for the interview. I am very interested in the role, and my"
        " three years with Kafka would help your team.\n\nKind regards,\nPriya Nair"
    )
    both = f"{words('move_interest')} + {words('move_fit')}"
    expect(page.locator("#legend li")).to_have_text([words("move_gratitude"), both])
    drawn = "part => [part.style.backgroundColor, part.style.boxShadow.split(' inset')[0]]"
    in_text = page.locator("#marks .interest.fit").evaluate(drawn)
    assert all(in_text)
    assert page.locator("#legend li", has_text=both).locator(".swatch").evaluate(drawn) == in_text


def test_a_finding_can_be_left_and_arrow_keys_walk(page: Page) -> None:
    show_example(page)
    heads = page.locator("details[name=finding] > summary")
    heads.first.focus()
    page.keyboard.press("ArrowDown")
    expect(heads.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_role("button", name=words("leaveIt")).click()
    expect(page.locator("#headline")).to_have_text("1 thing before you send, 2 worth a look")
    expect(heads).to_have_count(3)


def test_it_stays_quiet_on_mail_that_is_not_about_an_interview(page: Page) -> None:
    page.get_by_role("textbox", name="Your draft").fill(SMALL_TALK)
    expect(page.locator("#headline")).to_have_text(words("headline_other"))
    expect(page.locator("#state")).to_contain_text(words("stateOther"))
    expect(page.locator("details[name=finding]")).to_have_count(0)
    page.get_by_role("button", name=words("readAsThankYou")).click()
    expect(page.locator("details[name=finding]").first).to_be_visible()
    # What was said of this draft is not true of the next one.
    page.get_by_role("textbox", name="Your draft").fill("")
    expect(page.locator("#headline")).to_have_text(words("headline_empty"))
    page.get_by_role("textbox", name="Your draft").fill(SMALL_TALK)
    expect(page.locator("#headline")).to_have_text(words("headline_other"))


def test_a_service_that_stops_is_told_apart_and_the_draft_stays(page: Page) -> None:
    stopped = True

    def answer(route: Route) -> None:
        if stopped:
            route.abort()
        else:
            route.continue_()

    page.route("**/api/v1/checks", answer)
    page.get_by_role("textbox", name="Your draft").fill(NOTE)
    expect(page.locator("#headline")).to_have_text(words("headline_offline"))
    stopped = False
    page.get_by_role("button", name=words("retry")).click()
    expect(page.locator("#headline")).to_contain_text("worth a look", timeout=10_000)
    expect(page.get_by_role("textbox", name="Your draft")).not_to_be_empty()


def test_nothing_is_kept(page: Page) -> None:
    show_example(page)
    expect(page.locator("#stays-here")).to_be_visible()
    assert page.evaluate(KEPT) == ["", 0, 0, 0, 0]
    page.reload()
    expect(page.get_by_role("textbox", name="Your draft")).to_be_empty()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_is_found_in_a_reading(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    show_example(page)
    page.get_by_role("switch", name=words("movesSwitch")).check()
    finding(page, "The name in your greeting is Diana")
    assert barriers(page) == []


def test_it_fits_a_small_phone(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    show_example(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_where_no_service_answers_the_page_says_so_and_offers_the_checklist(
    open_page: Opener,
) -> None:
    page = open_page("try/")
    first = page.get_by_role("main").get_by_role("paragraph").filter(visible=True).first
    expect(first).to_contain_text("This copy of the site cannot read drafts")
    expect(page.get_by_text("Paste your note")).to_be_hidden()
    expect(page.get_by_role("textbox", name="Your draft")).to_be_hidden()
    page.get_by_role("link", name="Go through the checklist").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Checklist")
