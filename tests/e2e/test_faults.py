"""When something breaks: nothing written is lost, and the panel says plainly what is the matter.

A service that is not there and a full storage are told of in test_panel.py, test_roundcube.py,
test_insert.py and test_copies.py; what the question before sending does then, in test_guard.py.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, expect

from tests.e2e.browsers import Chromium, allowed_on
from tests.e2e.desk import popup
from tests.e2e.fake_mail import HTML, RICH, FakeMail, fake_mail
from tests.e2e.faulty import Fault, Faulty, faulty
from tests.e2e.panel import DOOR, TEMPLATE
from tests.e2e.practice import IN_BOTH_MODES, Practice, fill_and_insert, practice
from tests.e2e.processes import eventually, free_port
from tests.e2e.stored import card, store

pytestmark = pytest.mark.browser

NOTE = "Hi Diana,\n\nThank you for the interview. I enjoyed our talk about streaming loads."
STRANGE = "The service gave an answer I cannot read"


@pytest.fixture
def front(service: str) -> Iterator[Faulty]:
    """A service that can be told to misbehave."""
    with faulty(service) as server:
        yield server


@pytest.fixture
def behind(chromium_factory: Callable[[str], Chromium], front: Faulty) -> Chromium:
    """Chromium that knows this service and an interview."""
    chromium = chromium_factory(front.address)
    store(chromium, cards=[card()])
    return chromium


@pytest.mark.parametrize(
    "fault", ["garbage", "html", "script", "error-page", "nothing", "unchanged", "huge"]
)
def test_an_answer_that_is_none_is_said_to_be_one_and_changes_nothing(
    behind: Chromium, front: Faulty, service: str, fault: Fault
) -> None:
    window = practice(behind.page(), service)
    window.write(NOTE)
    before = window.content()
    window.panel.open("Check")
    expect(window.panel.finding("Diana")).to_have_count(1)
    front.fault = fault
    window.body.press("Control+Home")
    window.page.keyboard.type("X")
    expect(window.panel.headline).to_have_text(STRANGE)
    expect(window.panel.region.get_by_role("listitem")).to_have_count(0)
    assert "alert" not in window.panel.region.inner_text()
    assert window.marks() == {}
    window.page.keyboard.press("Backspace")
    assert window.content() == before
    front.fault = "none"
    window.panel.button("Try again").click()
    expect(window.panel.finding("Diana")).to_have_count(1)
    assert window.content() == before


@pytest.mark.parametrize("fault", ["garbage", "error-page", "no-blank", "unchanged", "stopped"])
def test_what_was_filled_in_stays_when_the_draft_does_not_come(
    behind: Chromium, front: Faulty, service: str, fault: Fault
) -> None:
    window = practice(behind.page(), service)
    window.write("My own words.")
    before = window.content()
    window.panel.open("Insert")
    window.panel.choose(DOOR, TEMPLATE)
    window.panel.fill({"What did you two talk about": "how you bake"})
    front.fault = fault
    window.panel.button("Preview").click()
    says = "make run" if fault == "stopped" else "not in the way this version expects"
    expect(window.panel.region).to_contain_text(says)
    assert window.content() == before
    front.fault = "none"
    # Where nobody answered, it is asked again without a press.
    if fault != "stopped":
        window.panel.button("Try again").click()
    expect(window.panel.preview).to_contain_text("how you bake")


def test_a_draft_that_is_in_is_not_offered_again_while_the_service_is_slow(
    behind: Chromium, front: Faulty, service: str
) -> None:
    window = practice(behind.page(), service)
    fill_and_insert(window)
    front.fault = "slow"
    window.panel.open("Insert")
    expect(window.panel.button(DOOR)).to_be_visible()
    expect(window.panel.button("Insert draft")).to_have_count(0)


def test_a_blank_that_stands_nowhere_is_none(behind: Chromium, front: Faulty, service: str) -> None:
    window = practice(behind.page(), service)
    window.panel.open("Insert")
    window.panel.choose(DOOR, TEMPLATE)
    front.fault = "lost-blank"
    window.panel.insert()
    assert window.lines()[0] == "Dear Dana,"
    window.body.press("Tab")
    expect(window.body).not_to_be_focused()


def test_templates_are_asked_for_until_the_service_is_there(
    behind: Chromium, front: Faulty, service: str
) -> None:
    front.fault = "stopped"
    window = practice(behind.page(), service)
    window.panel.open("Insert")
    expect(window.panel.region).to_contain_text("I keep looking for it")
    again = window.panel.button("Try again")
    again.focus()
    asked = len(front.asked)
    eventually(lambda: len(front.asked) > asked, "they are asked for again", seconds=20)
    expect(again).to_be_focused()
    front.fault = "none"
    expect(window.panel.button(DOOR)).to_be_focused(timeout=20_000)


def test_templates_of_another_service_are_not_offered_in_its_place(
    behind: Chromium, front: Faulty, service: str
) -> None:
    window = practice(behind.page(), service)
    window.panel.open("Insert")
    expect(window.panel.button(DOOR)).to_be_visible()
    with faulty(service) as other:
        other.fault = "stopped"
        store(behind, service={"address": other.address, "consent": None})
        again = practice(window.page, service)
        again.panel.open("Insert")
        expect(again.panel.region).to_contain_text("I keep looking for it")


CHECKS = "/api/v1/checks"
SLOW = "The service has not answered yet"


def slow(behind: Chromium, front: Faulty, service: str) -> Practice:
    """Open a draft beside a service that keeps the writer waiting, and wait until that is said."""
    front.fault = "slow"
    window = practice(behind.page(), service)
    window.write(NOTE)
    window.panel.open("Check")
    expect(window.panel.headline).to_have_text("Reading your draft")
    # After eight seconds.
    expect(window.panel.headline).to_have_text(SLOW, timeout=12_000)
    expect(window.panel.region).not_to_contain_text("make run")
    return window


def test_a_service_that_answers_late_is_waited_for_and_asked_one_thing_at_a_time(
    behind: Chromium, front: Faulty, service: str
) -> None:
    window = slow(behind, front, service)
    asked = front.asked.count(CHECKS)
    window.body.press("Control+End")
    window.page.keyboard.type(" I look forward to our [next step].")
    before = window.content()
    expect(window.panel.headline).to_have_text(SLOW)
    window.panel.open("Insert")
    # Its templates are not there either: after eight seconds that is said in the same words.
    expect(window.panel.region).to_contain_text(SLOW, timeout=12_000)
    assert front.asked.count(CHECKS) == asked
    front.fault = "none"
    window.panel.open("Check")
    expect(window.panel.finding("Diana")).to_have_count(1)
    expect(window.panel.finding("[next step]").first).to_be_visible()
    assert window.content() == before


def test_a_service_that_never_answers_is_asked_again(
    behind: Chromium, front: Faulty, service: str
) -> None:
    window = slow(behind, front, service)
    before = window.content()
    asked = front.asked.count(CHECKS)
    # Twenty seconds after it was asked, and after a pause of three.
    eventually(lambda: front.asked.count(CHECKS) > asked, "it is asked again", seconds=20)
    expect(window.panel.headline).to_have_text(SLOW)
    front.fault = "none"
    expect(window.panel.finding("Diana")).to_have_count(1)
    assert window.content() == before


@pytest.mark.parametrize("fault", ["gateway", "stopped"])
def test_a_service_on_another_computer_that_is_away_is_waited_for(
    chromium_factory: Callable[..., Chromium],
    front: Faulty,
    service: str,
    fault: Fault,
    tmp_path: Path,
) -> None:
    """Who runs it starts it again, perhaps behind a web server; nobody else can."""
    elsewhere = front.address.replace("127.0.0.1", "afterword.localhost")
    copy = allowed_on("http://afterword.localhost/*", tmp_path / "allowed")
    chromium = chromium_factory(elsewhere, copy)
    own = {"address": elsewhere, "consent": elsewhere}
    store(chromium, cards=[card()], service=own)
    front.fault = fault
    window = practice(chromium.page(), service)
    window.write(NOTE)
    window.panel.open("Check")
    expect(window.panel.headline).to_have_text(SLOW)
    expect(window.panel.region).not_to_contain_text("make run")
    front.fault = "none"
    expect(window.panel.finding("Diana")).to_have_count(1, timeout=20_000)


def test_the_popup_says_what_to_do_where_something_else_answers(
    behind: Chromium, front: Faulty
) -> None:
    front.fault = "garbage"
    page = behind.page()
    page.goto(behind.extension_url + "popup/popup.html")
    expect(page.get_by_role("status").first).to_contain_text("Update both to the same version.")


def test_the_popup_says_that_the_service_is_slow(behind: Chromium, front: Faulty) -> None:
    front.fault = "slow"
    page = behind.page()
    page.goto(behind.extension_url + "popup/popup.html")
    expect(page.get_by_role("status").first).to_contain_text(SLOW, timeout=12_000)


def test_no_words_of_the_service_become_markup(
    behind: Chromium, front: Faulty, service: str
) -> None:
    front.fault = "markup"
    window = practice(behind.page(), service)
    title = window.page.title()
    window.write(NOTE)
    window.panel.open("Check")
    finding = window.panel.finding("Diana")
    expect(finding).to_contain_text("<img src=x")
    finding.get_by_role("button").first.click()
    finding.get_by_role("button", name="Why").click()
    expect(finding.get_by_role("link")).to_be_visible()
    window.panel.open("Insert")
    expect(window.panel.region.get_by_role("button", name="<img src=x").first).to_be_visible()
    window.panel.region.get_by_role("button", name=TEMPLATE).click()
    expect(window.panel.region.get_by_label("<img src=x").first).to_be_visible()
    # Playwright looks into our shadow roots too.
    expect(window.page.locator("img[src=x]")).to_have_count(0)
    assert window.page.title() == title


AWAKE = """chrome.runtime.getContexts({contextTypes: ["BACKGROUND"]}).then(all => all.length)"""


def put_to_sleep(behind: Chromium) -> None:
    """End the worker, whatever it is doing."""
    own = behind.page()
    own.goto(f"{behind.extension_url}options/options.html")
    session = behind.context.new_cdp_session(own)
    targets = session.send("Target.getTargets")["targetInfos"]
    worker = next(target for target in targets if target["type"] == "service_worker")
    session.send("Target.closeTarget", {"targetId": worker["targetId"]})
    eventually(lambda: own.evaluate(AWAKE) == 0, "the worker sleeps")


def test_a_worker_that_was_put_to_sleep_wakes_for_the_next_words(
    behind: Chromium, service: str
) -> None:
    window = practice(behind.page(), service)
    window.write_and_check(NOTE, "Diana")
    put_to_sleep(behind)
    window.page.bring_to_front()
    window.body.press("Control+End")
    window.page.keyboard.type(" I look forward to our [next step].")
    expect(window.panel.finding("[next step]").first).to_be_visible()
    expect(window.panel.finding("Diana")).to_have_count(1)


def test_a_worker_that_ends_before_it_has_answered_is_asked_again(
    behind: Chromium, front: Faulty, service: str
) -> None:
    window = practice(behind.page(), service)
    front.fault = "slow"
    asked = front.asked.count(CHECKS)
    window.write(NOTE)
    eventually(lambda: front.asked.count(CHECKS) > asked, "the service is asked")
    put_to_sleep(behind)
    front.fault = "none"
    window.page.bring_to_front()
    window.panel.open("Check")
    expect(window.panel.finding("Diana")).to_have_count(1)


SILENT = """() => {
  globalThis.begun = 0;
  globalThis.known = fetch;
  globalThis.fetch = async () => {
    begun += 1;
    throw new Error();
  };
}"""
"""A background that cannot read its own files: it answers nobody who starts."""


def test_a_page_that_nobody_answered_can_be_started_once_more(
    behind: Chromium, service: str
) -> None:
    behind.worker.evaluate(SILENT)
    page = behind.page()
    page.goto(f"{service}/practice/")
    eventually(lambda: behind.worker.evaluate("begun"), "it was asked")
    behind.worker.evaluate("() => { globalThis.fetch = known; }")
    expect(page.locator("afterword-panel")).to_have_count(0)
    popup = behind.popup_over(page)
    popup.get_by_role("button", name="Open the panel").press("Enter")
    expect(Practice(page).panel.region).to_be_visible()


def test_an_update_takes_the_old_panel_away_and_leaves_the_draft(
    behind: Chromium, service: str
) -> None:
    window = practice(behind.page(), service)
    window.write_and_check(NOTE, "Diana")
    before = window.content()
    # Its answer does not come back: the worker ends with its extension.
    with behind.context.expect_event("serviceworker"), contextlib.suppress(Error):
        behind.worker.evaluate("chrome.runtime.reload()")
    window.body.press("Control+Home")
    window.page.keyboard.type("X")
    expect(
        window.page.locator("afterword-panel, afterword-bubble, afterword-mirror")
    ).to_have_count(0)
    assert window.marks() == {}
    window.page.keyboard.press("Backspace")
    assert window.content() == before
    # Nobody holds what is sent any more.
    window.page.get_by_role("button", name="Send").click()
    assert window.page.locator("#sent-html").inner_text() == before
    # What the newer copy finds is what was stored.
    again = practice(window.page, service)
    again.panel.open("Insert")
    again.panel.choose(DOOR, TEMPLATE)
    expect(again.panel.field("Company")).to_have_value("Acme")


def test_an_update_leaves_the_helper_on_the_sites_where_it_is_used(chromium: Chromium) -> None:
    """Browsers forget with each update where an extension registered its scripts."""
    page = chromium.page()
    address = f"http://127.0.0.1:{free_port()}/mail"
    mail = HTML.replace("BODY", RICH)
    page.route(address, lambda route: route.fulfill(body=mail, content_type="text/html"))
    page.goto(address)
    chromium.use_on(page)
    opener = Practice(page).panel.opener
    expect(opener).to_be_visible()
    with chromium.context.expect_event("serviceworker") as started, contextlib.suppress(Error):
        chromium.worker.evaluate("chrome.runtime.reload()")
    scripts = "chrome.scripting.getRegisteredContentScripts().then(all => all.length)"
    eventually(lambda: started.value.evaluate(scripts) == 1, "it is used there again")
    page.reload()
    expect(opener).to_be_visible()


def test_a_site_that_cannot_be_used_again_keeps_no_other_from_it(chromium: Chromium) -> None:
    origins = [f"https://{name}.example/*" for name in ("one", "two")]
    odd = {"site": "https://*.*", "origins": ["https://*.*"]}
    sites = [odd, *({"site": site, "origins": [site]} for site in origins)]
    store(chromium, sites=sites)
    page = popup(chromium)
    used = page.evaluate(
        """async () => {
          const { sites, useAgain } = await import("/sites.js");
          await useAgain();
          return (await sites()).map(({ site }) => site);
        }"""
    )
    assert sorted(used) == origins


DRAWN_ANEW = """event => {
  const field = document.querySelector("#body, textarea");
  field.addEventListener(event, () => {
    const copy = field.cloneNode(true);
    if ("value" in field) copy.value = field.value;
    field.replaceWith(copy);
  }, { once: true });
}"""
"""A webmail that throws its editor away and makes another one, in the middle of ours."""


def words(mail: FakeMail) -> str:
    """Return the words that the person sees in the body."""
    return str(mail.body.evaluate("field => field.value ?? field.innerText"))


def begin(page: Page, html: bool) -> FakeMail:
    """Open a message to Dana that greets Diana."""
    mail = fake_mail(page, html=html)
    mail.write(NOTE)
    mail.panel.open("Check")
    expect(mail.panel.finding("Diana")).to_have_count(1)
    return mail


@IN_BOTH_MODES
@pytest.mark.parametrize("event", ["focus", "input", "paste"])
def test_a_body_drawn_anew_while_a_draft_goes_in_loses_nothing(
    behind: Chromium, html: bool, event: str
) -> None:
    mail = begin(behind.page(), html)
    before = words(mail)
    mail.panel.open("Insert")
    mail.panel.choose(DOOR, TEMPLATE)
    mail.panel.button("Preview").click()
    expect(mail.panel.preview).to_be_visible()
    mail.page.evaluate(DRAWN_ANEW, event)
    mail.panel.button("Insert draft").click()

    def settled() -> bool:
        shown = mail.panel.region.inner_text()
        return "Inserted" in shown or "did not take" in shown

    eventually(settled, "the panel says what came of it")
    if "did not take" in mail.panel.region.inner_text():
        assert words(mail) == before
        mail.panel.button("Insert draft").click()
    expect(mail.body).to_contain_text("Dear Dana Lee,") if html else None
    eventually(lambda: "Dear Dana Lee," in words(mail), "the draft is in")
    assert words(mail).count("Dear Dana Lee,") == 1
    assert before.strip() in words(mail)


@IN_BOTH_MODES
@pytest.mark.parametrize("event", ["focus", "input"])
def test_a_body_drawn_anew_while_a_word_is_repaired_loses_nothing(
    behind: Chromium, html: bool, event: str
) -> None:
    mail = begin(behind.page(), html)
    before = words(mail)
    finding = mail.panel.unfold("Diana")
    mail.page.evaluate(DRAWN_ANEW, event)
    repair = finding.get_by_role("button", name="Use “Dana”", exact=True)
    repair.click()
    repaired = before.replace("Diana", "Dana")
    eventually(
        lambda: words(mail) == repaired or "draft is as it was" in mail.panel.region.inner_text(),
        "the panel says what came of it",
    )
    if words(mail) != repaired:
        assert words(mail) == before
        repair.click()
    eventually(lambda: words(mail) == repaired, "it is repaired")
    expect(finding).to_have_count(0)


@IN_BOTH_MODES
def test_nothing_is_written_elsewhere_when_the_body_goes(behind: Chromium, html: bool) -> None:
    """The new body is not where the caret is: that is in the search of the webmail."""
    mail = begin(behind.page(), html)
    before = words(mail)
    mail.page.evaluate(
        """() => {
          const search = document.createElement("input");
          search.setAttribute("aria-label", "Search");
          document.querySelector("main").append(search);
          const field = document.querySelector("#body, textarea");
          field.addEventListener("focus", () => {
            const copy = field.cloneNode(true);
            if ("value" in field) copy.value = field.value;
            field.replaceWith(copy);
            search.focus();
          });
        }"""
    )
    finding = mail.panel.unfold("Diana")
    finding.get_by_role("button", name="Use “Dana”", exact=True).click()
    expect(mail.panel.region).to_contain_text("The draft is as it was")
    assert mail.page.get_by_label("Search").input_value() == ""
    assert words(mail) == before


MARKS = (
    "Hi Dana,\n\nThank you for the interview today! I enjoyed our talk about streaming loads!\n\n"
    "I would like to join your team!\n\nYour people are kind!\n\nI hope to hear from you!\n\n"
    "Kind regards,\nPriya Nair"
)


def test_words_that_move_in_the_middle_of_a_repair_are_left_alone(behind: Chromium) -> None:
    mail = fake_mail(behind.page())
    mail.write(MARKS)
    mail.panel.open("Check")
    finding = mail.panel.unfold("exclamation marks")
    # The last of the marks is mended first.
    mail.body.evaluate("it => it.addEventListener('input', () => it.prepend('So: '), {once: true})")
    finding.get_by_role("button", name="Use full stops for the rest").click()
    eventually(lambda: words(mail).count("!") < MARKS.count("!"), "it is begun")
    expect(mail.panel.region).to_contain_text("changed since")
    assert words(mail).replace("!", ".").split() == f"So: {MARKS}".replace("!", ".").split()


REFUSE = """(body, words) => body.addEventListener("paste", (event) => {
  event.preventDefault();
  if (!words) return;
  document.querySelector("[name=subject]").focus();
  document.activeElement.select();
  document.execCommand("insertText", false, words);
})"""
"""Take no words; and meanwhile somebody goes on in the subject."""


@pytest.mark.parametrize("typed", ["", "My own subject"])
def test_a_draft_that_is_refused_leaves_the_subject_as_it_was(behind: Chromium, typed: str) -> None:
    mail = fake_mail(behind.page())
    subject = mail.page.get_by_role("textbox", name="Subject")
    subject.fill("A question")
    mail.write("My own words.")
    mail.panel.open("Insert")
    mail.panel.choose(DOOR, TEMPLATE)
    mail.panel.button("Preview").click()
    mail.panel.region.get_by_label("Replace my subject too").check()
    mail.body.evaluate(REFUSE, typed)
    mail.panel.button("Insert draft").click()
    expect(mail.panel.region).to_contain_text("did not take")
    expect(subject).to_have_value(typed or "A question")
    assert words(mail).strip() == "My own words."
