"""Before a message is sent: asked once, beside Send, and never in the way of anything else."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.e2e.browsers import Chromium
from tests.e2e.desk import popup
from tests.e2e.fake_mail import GOOD, NOTE, FakeMail, begin, counts, fake_mail, write
from tests.e2e.faulty import Fault, Faulty, faulty
from tests.e2e.modules import module_page
from tests.e2e.panel import marks
from tests.e2e.practice import NOT_OURS
from tests.e2e.processes import eventually
from tests.e2e.stored import card, store

pytestmark = pytest.mark.browser

PRESSES: dict[str, Callable[[FakeMail], None]] = {
    "click": lambda mail: mail.send.click(),
    "enter": lambda mail: mail.send.press("Enter"),
    "space": lambda mail: mail.send.press(" "),
    "in the subject": lambda mail: mail.page.get_by_label("Subject").press("Enter"),
}


@pytest.fixture
def mail(chromium: Chromium, service: str) -> FakeMail:
    """A compose window of somebody with an interview card; the service is there."""
    return begin(chromium)


@pytest.mark.parametrize("press", PRESSES.values(), ids=PRESSES.keys())
def test_it_asks_once_and_sends_what_stands_there(
    mail: FakeMail, press: Callable[[FakeMail], None]
) -> None:
    write(mail, NOTE)
    before = mail.body.inner_html()
    press(mail)
    expect(mail.question).to_contain_text("1 thing before you send")
    expect(mail.question).to_contain_text("The name in your greeting is Diana")
    assert mail.sent() == []
    mail.answer("Send anyway")
    assert mail.sent() == ["submit"]
    assert mail.body.inner_html() == before
    expect(mail.question).to_be_hidden()
    press(mail)
    assert mail.sent() == ["submit"] * 2
    expect(mail.question).to_be_hidden()


def test_a_button_that_sends_before_the_click_is_held_too(mail: FakeMail) -> None:
    write(mail, NOTE)
    mail.later.click()
    expect(mail.question).to_be_visible()
    assert mail.sent() == []
    mail.answer("Send anyway")
    assert mail.sent() == ["mousedown"]


@pytest.mark.parametrize("button", ["send", "later"])
def test_the_second_click_of_a_double_one_is_no_answer(mail: FakeMail, button: str) -> None:
    write(mail, NOTE)
    pressed = getattr(mail, button)
    pressed.dblclick()
    expect(mail.question).to_contain_text("The name in your greeting is Diana")
    assert mail.sent() == []
    mail.page.keyboard.press("Escape")
    pressed.dblclick()
    assert mail.sent()


def test_the_keys_that_send_pass_the_second_time(mail: FakeMail) -> None:
    write(mail, NOTE)
    mail.page.keyboard.press("Control+Enter")
    expect(mail.question).to_be_visible()
    mail.answer("Send anyway")
    assert mail.sent() == []
    # It comes with its words, and only an alert is heard then.
    expect(mail.page.get_by_role("alert")).to_have_text(
        "Press the same keys once more, and it goes."
    )
    expect(mail.body).to_be_focused()
    mail.page.keyboard.press("Control+Enter")
    assert mail.sent() == ["chord"]
    expect(mail.page.get_by_text("Press the same keys once more")).to_be_hidden()


def test_fix_goes_to_the_words_and_opens_their_bubble(mail: FakeMail) -> None:
    write(mail, NOTE)
    mail.send.click()
    expect(mail.question.get_by_role("button", name="Fix")).to_be_focused()
    mail.page.keyboard.press("Enter")
    expect(mail.body).to_be_focused()
    assert mail.page.evaluate("String(getSelection())") == "Diana"
    expect(mail.bubble).to_contain_text("The name in your greeting is Diana")
    mail.bubble.get_by_role("button", name="Use “Dana").click()
    expect(mail.bubble).to_be_hidden()
    mail.send.click()
    eventually(mail.sent, "it is sent")
    assert mail.sent() == ["submit"]
    assert mail.body.inner_text().startswith("Hi Dana")


def test_the_same_text_is_never_held_twice_and_a_new_fault_is(mail: FakeMail) -> None:
    write(mail, NOTE)
    mail.send.click()
    mail.page.keyboard.press("Escape")
    expect(mail.question).to_be_hidden()
    assert mail.sent() == []
    mail.write(" [phone]")
    expect(mail.panel.opener).to_contain_text(str(int(counts(mail)) or 2))
    mail.send.click()
    expect(mail.question).to_contain_text("[phone]")
    mail.page.keyboard.press("Escape")
    mail.send.click()
    assert mail.sent() == ["submit"]


def test_escape_goes_back_to_where_one_was(mail: FakeMail) -> None:
    write(mail, NOTE)
    mail.send.press("Enter")
    expect(mail.question).to_be_visible()
    mail.page.keyboard.press("Escape")
    expect(mail.send).to_be_focused()
    mail.write("!")
    counts(mail)
    mail.page.keyboard.press("Control+Enter")
    expect(mail.question).to_be_visible()
    mail.page.keyboard.press("Escape")
    expect(mail.body).to_be_focused()
    mail.page.keyboard.type("?")
    assert mail.body.inner_text().endswith("Priya Nair!?")


def test_escape_goes_back_to_the_panel(mail: FakeMail) -> None:
    write(mail, NOTE)
    mail.panel.open("Check")
    mail.send.click()
    expect(mail.question).to_be_visible()
    mail.page.keyboard.press("Escape")
    expect(mail.panel.region.get_by_role("tab", name="Check")).to_be_focused()


def test_keys_stay_in_the_question(mail: FakeMail) -> None:
    write(mail, NOTE)
    mail.send.press("Enter")
    fix, anyway = (
        mail.question.get_by_role("button", name=name) for name in ("Fix", "Send anyway")
    )
    expect(fix).to_be_focused()
    for button in (anyway, fix):
        mail.page.keyboard.press("Tab")
        expect(button).to_be_focused()
    mail.page.keyboard.press("Shift+Tab")
    expect(anyway).to_be_focused()


def test_other_mail_is_never_held(mail: FakeMail) -> None:
    mail.page.get_by_label("Subject").fill("The lift")
    mail.write(NOT_OURS)
    mail.send.click()
    assert mail.sent() == ["submit"]
    mail.panel.open("Check")
    expect(mail.panel.headline).to_have_text("Not about an interview so far")
    mail.write(" [name]")
    mail.send.click()
    assert mail.sent() == ["submit", "submit"]
    mail.body.focus()
    mail.page.keyboard.press("Control+Enter")
    assert mail.sent() == ["submit", "submit", "chord"]


def test_a_good_note_just_goes(mail: FakeMail) -> None:
    mail.panel.open("Check")
    mail.write(GOOD)
    expect(mail.panel.headline).to_contain_text("worth a look")
    mail.send.click()
    assert mail.sent() == ["submit"]


def test_what_the_page_does_by_itself_is_not_held(mail: FakeMail) -> None:
    write(mail, NOTE)
    mail.page.evaluate("document.querySelector('#send').click()")
    assert mail.sent() == ["submit"]


def test_a_key_typed_and_erased_changes_nothing_of_what_is_held(mail: FakeMail) -> None:
    write(mail, GOOD.replace("the interview.", "[what you talked about]."))
    for key in ("Control+Home", "ArrowDown", "ArrowDown", "Home", "ArrowRight", "ArrowRight"):
        mail.page.keyboard.press(key)
    mail.page.keyboard.type("x")
    held = {"stop", "blank"}
    eventually(lambda: not marks(mail.page).keys() & held, "a changed sentence has no mark")
    mail.page.keyboard.press("Backspace")
    mail.send.click()
    expect(mail.question).to_contain_text("1 thing before you send")
    assert mail.sent() == []


def test_words_typed_just_before_are_read_first(mail: FakeMail) -> None:
    mail.panel.open("Check")
    mail.write(GOOD)
    expect(mail.panel.headline).to_contain_text("worth a look")
    mail.body.focus()

    def is_asked() -> bool:
        # Each time with other words; on a busy machine an answer may come too late to hold it.
        mail.page.keyboard.type(" [phone]")
        before = mail.sent()
        mail.page.keyboard.press("Control+Enter")
        eventually(lambda: mail.question.is_visible() or mail.sent() != before, "it answers")
        return mail.question.is_visible()

    eventually(is_asked, "it asks")
    expect(mail.question).to_contain_text("[phone]")
    mail.page.keyboard.press("Escape")
    before = mail.sent()
    mail.page.keyboard.press("Control+a")
    mail.page.keyboard.type(GOOD)
    mail.page.keyboard.press("Control+Enter")
    eventually(lambda: mail.sent() != before, "it is sent")
    assert mail.sent() == [*before, "chord"]
    expect(mail.question).to_be_hidden()


@pytest.fixture
def front(service: str) -> Iterator[Faulty]:
    """A service that can be told to misbehave."""
    with faulty(service) as server:
        yield server


@pytest.mark.parametrize("fault", ["slow", "stopped", "garbage", "html"])
def test_it_lets_go_when_the_service_gives_no_answer(
    chromium_factory: Callable[[str], Chromium], front: Faulty, fault: Fault
) -> None:
    mail = begin(chromium_factory(front.address))
    write(mail, NOTE)
    front.fault = fault
    mail.write(" And more.")
    mail.send.click()
    # The slow one would answer only after the end of this test.
    eventually(mail.sent, "it is sent", 3)
    assert mail.sent() == ["submit"]
    expect(mail.question).to_be_hidden()


def test_it_is_gone_with_the_extension(mail: FakeMail) -> None:
    write(mail, NOTE)
    # What a newer copy of the extension tells an older one.
    mail.page.evaluate("document.dispatchEvent(new CustomEvent('afterword-leave'))")
    mail.send.click()
    assert mail.sent() == ["submit"]


GOES_MEANWHILE = """async () => {
  globalThis.chrome = { runtime: { id: "afterword" } };
  const { Guard } = await import("/content/guard.js");
  document.body.innerHTML = "<button>Go</button>";
  const root = document.body;
  const send = document.querySelector("button");
  const life = new AbortController();
  const checking = { isJudged: false };
  let checks = 0;
  const check = async () => {
    checks += 1;
    if (checks === 1) return;
    checking.isJudged = true;
    life.abort();
  };
  const session = {
    life: life.signal, root, checking, check, isOurs: true, stops: [{}], words: {}, view: {},
    editor: { alive: true }, display: { speak: () => {} },
    adapter: { sends: () => [send], chords: [] },
  };
  globalThis.log = [];
  const asker = { isNew: false, ask: () => log.push("asked"), rest: () => {} };
  const hears = new Set();
  new Guard(session, asker, hears, life.signal);
  for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"])
    addEventListener(type, (event) => hears.forEach((hear) => hear(event)), { capture: true });
  send.onclick = () => log.push("sent");
}"""


def test_an_extension_that_goes_while_the_draft_is_read_lets_it_go(playwright: Playwright) -> None:
    with module_page(playwright) as page:
        page.evaluate(GOES_MEANWHILE)
        page.get_by_role("button", name="Go").click()
        assert eventually(lambda: page.evaluate("log"), "it is asked, or sent") == ["sent"]


OPENED_LATE = """async () => {
  globalThis.chrome = { i18n: { getMessage: (key) => key } };
  const { Float } = await import("/content/float.js");
  const life = new AbortController();
  const content = document.createElement("p");
  const float = new Float("question", "", content, new Set(), life.signal, () => {});
  const isOpen = () => {
    float.open(document.body, () => new DOMRect(), () => {});
    return float.isOpen;
  };
  const before = isOpen();
  life.abort();
  return [before, isOpen()];
}"""


def test_nothing_opens_beside_a_window_that_is_gone(playwright: Playwright) -> None:
    with module_page(playwright) as page:
        assert page.evaluate(OPENED_LATE) == [True, False]


def choose_mode(page: Page, mode: str) -> None:
    """Choose in the panel when the helper speaks."""
    mail = FakeMail(page)
    mail.panel.open("Check")
    mail.panel.region.get_by_label("On 127.0.0.1").select_option(label=mode)


def test_off_means_off(mail: FakeMail) -> None:
    write(mail, NOTE)
    mail.panel.open("Check")
    interview = mail.panel.region.get_by_role("combobox", name="Interview")
    expect(interview).to_be_visible()
    choose_mode(mail.page, "Off here")
    expect(mail.panel.headline).to_have_text("Off on this site")
    expect(mail.panel.region.get_by_role("listitem")).to_have_count(0)
    expect(interview).to_be_hidden()
    mail.send.click()
    assert mail.sent() == ["submit"]


def test_only_at_send_means_silence_until_then(mail: FakeMail) -> None:
    choose_mode(mail.page, "Only when I press Send")
    mail.write(NOTE)
    expect(mail.panel.headline).to_have_text("Quiet until you send")
    marks = "[...CSS.highlights.keys()].filter(name => name.startsWith('afterword')).length"
    mail.send.click()
    expect(mail.question).to_be_visible()
    assert mail.page.evaluate(marks) > 0
    again = fake_mail(mail.page)
    again.write(NOTE)
    again.panel.open("Check")
    expect(again.panel.headline).to_have_text("Quiet until you send")
    assert mail.page.evaluate(marks) == 0
    again.panel.button("Show me now").click()
    expect(again.panel.finding("Diana")).to_have_count(1)


def test_a_message_lost_while_it_was_asked_about_can_be_put_back(mail: FakeMail) -> None:
    write(mail, NOTE)
    mail.send.click()
    expect(mail.question).to_be_visible()
    again = fake_mail(mail.page)
    again.panel.opener.click()
    expect(again.panel.region).to_contain_text("I kept the words")
    # One thing stands out: the words that were written already.
    expect(again.panel.region.locator("button.primary:visible")).to_have_text("Put it back")
    again.panel.button("Put it back").click()
    expect(again.panel.finding("Diana")).to_have_count(1)
    assert again.body.inner_text().split() == NOTE.split()
    third = fake_mail(mail.page)
    third.panel.open("Check")
    expect(third.panel.headline).to_have_text("Nothing written yet")
    expect(third.panel.region).not_to_contain_text("I kept the words")


def test_a_message_that_an_editor_does_not_take_back_can_be_copied(mail: FakeMail) -> None:
    write(mail, NOTE)
    mail.send.click()
    expect(mail.question).to_be_visible()
    again = fake_mail(mail.page)
    again.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    again.refuse()
    again.panel.opener.click()
    again.panel.button("Put it back").press("Enter")
    expect(again.panel.region).to_contain_text("This editor did not take the text")
    expect(again.panel.button("Put it back")).to_be_focused()
    again.panel.button("Copy it instead").click()
    expect(again.panel.region).to_contain_text("Copied")
    assert again.body.inner_text().strip() == ""
    assert again.page.evaluate("navigator.clipboard.readText()").split() == NOTE.split()


def test_a_message_is_put_back_once_however_often_one_presses(mail: FakeMail) -> None:
    write(mail, NOTE)
    mail.send.click()
    expect(mail.question).to_be_visible()
    again = fake_mail(mail.page)
    again.panel.opener.click()
    again.panel.button("Put it back").dblclick()
    expect(again.panel.finding("Diana")).to_have_count(1)
    assert again.body.inner_text().split() == NOTE.split()


def reopened(mail: FakeMail, words: str) -> FakeMail:
    """Lose a message while it is asked about, and open it again as the webmail saved it."""
    write(mail, NOTE)
    mail.send.click()
    expect(mail.question).to_be_visible()
    again = fake_mail(mail.page, saved=words)
    again.panel.open("Check")
    return again


KEPT = "I kept all of its words"


def test_of_a_message_that_came_back_in_part_the_rest_can_be_copied(mail: FakeMail) -> None:
    first, _, rest = NOTE.partition("I enjoyed")
    again = reopened(mail, first)
    region = again.panel.region
    expect(region).to_contain_text(KEPT)
    expect(region.get_by_role("region", name="The words that were kept")).to_contain_text(rest)
    expect(again.panel.finding("Diana")).to_have_count(1)
    mail.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    again.panel.button("Copy them").click()
    expect(region).to_contain_text("Copied")
    assert again.page.evaluate("navigator.clipboard.readText()").split() == NOTE.split()
    assert again.body.inner_text().split() == first.split()
    again.panel.button("Delete these words").click()
    expect(region).not_to_contain_text(KEPT)
    expect(again.panel.finding("Diana")).to_have_count(1)


DRAFTS = "chrome.storage.session.get('drafts').then(({drafts}) => drafts?.length ?? 0)"
"""How many copies are kept."""


@pytest.mark.parametrize(
    ("saved", "kept"),
    [(NOTE, 0), (GOOD, 0), ("Hi Omar,\n\nThank you for the interview today.", 1)],
    ids=["whole", "repaired", "another"],
)
def test_nothing_is_said_of_a_message_that_came_back_whole_or_of_another(
    mail: FakeMail, chromium: Chromium, saved: str, kept: int
) -> None:
    again = reopened(mail, saved)
    expect(again.panel.headline).not_to_have_text("Reading your draft")
    again.write(" Thank you.")
    expect(again.panel.region).not_to_contain_text(KEPT)
    # Of one that came back, nothing is said in the next message either.
    eventually(lambda: chromium.worker.evaluate(DRAFTS) == kept, "only what is lost is kept")


def test_nothing_is_kept_of_a_message_that_left(mail: FakeMail, chromium: Chromium) -> None:
    write(mail, NOTE)
    mail.send.click()
    mail.answer("Send anyway")
    assert chromium.worker.evaluate(DRAFTS) == 1
    mail.page.evaluate("document.querySelector('form').remove()")
    eventually(lambda: chromium.worker.evaluate(DRAFTS) == 0, "the copy is forgotten")


FORGET_BOTH = """async () => {
  const tell = (kind, payload) => chrome.runtime.sendMessage({ kind, payload });
  const copy = (id) => ({ id, site: "", subject: "", body: "" });
  for (const id of ["a", "b"]) await tell("keep-draft", copy(id));
  await Promise.all(["a", "b"].map(id => tell("forget-draft", { id })));
}"""
"""What the background hears of two compose windows that close together, once it wakes."""


def test_nothing_is_kept_of_two_messages_that_left_together(chromium: Chromium) -> None:
    popup(chromium).evaluate(FORGET_BOTH)
    assert chromium.worker.evaluate(DRAFTS) == 0


def test_nothing_is_kept_when_the_webmail_leaves_the_page_once_it_sent(
    mail: FakeMail, chromium: Chromium
) -> None:
    write(mail, NOTE)
    mail.send.click()
    expect(mail.question).to_be_visible()
    mail.page.keyboard.press("Escape")
    mail.body.focus()
    mail.page.keyboard.press("Control+a")
    mail.page.keyboard.type(GOOD)
    mail.send.click()
    eventually(mail.sent, "it is sent")
    mail.page.goto("about:blank")
    eventually(lambda: chromium.worker.evaluate(DRAFTS) == 0, "the copy is forgotten")


WRITTEN = """chrome.storage.local.get("cards")
  .then(({ cards: [{ written }] }) =>
    written.map(({ step, to, text }) => [step, to, text.slice(0, 7)]))"""


def send(mail: FakeMail, chromium: Chromium, *, counting: bool) -> None:
    """Send a good note in a compose window that closes; the switch is on or off."""
    store(chromium, countSent=counting)
    mail.write(GOOD)
    expect(mail.page.locator("afterword-panel .count[data-level=advice]")).to_be_visible()
    mail.send.click()
    eventually(mail.sent, "it is sent")
    mail.page.evaluate("document.querySelector('form').remove()")
    expect(mail.panel.opener).to_have_count(0)


def test_a_note_that_was_sent_counts_where_the_person_switched_that_on(
    mail: FakeMail, chromium: Chromium
) -> None:
    send(mail, chromium, counting=True)
    expected = [["thank", "dana.lee@acme.example", "Hi Dana"]]
    eventually(lambda: chromium.worker.evaluate(WRITTEN) == expected, "it counts as written")
    popup = chromium.popup_over(mail.page)
    expect(popup.get_by_text("Counts as written to Dana Lee.")).to_be_visible()
    popup.get_by_role("button", name="Undo").click()
    eventually(lambda: chromium.worker.evaluate(WRITTEN) == [], "it is taken back")
    expect(popup.get_by_role("button", name="Undo")).to_have_count(0)


def test_a_note_counts_for_the_one_to_whose_address_it_went(
    mail: FakeMail, chromium: Chromium
) -> None:
    two = [{"name": "Dana Lee", "email": f"{who}@acme.example"} for who in ("dana", "dana.lee")]
    store(chromium, cards=[card(interviewers=two)])
    send(mail, chromium, counting=True)
    expected = [["thank", "dana.lee@acme.example", "Hi Dana"]]
    eventually(lambda: chromium.worker.evaluate(WRITTEN) == expected, "it counts for one of two")


def test_a_note_that_was_sent_counts_for_nothing_by_default(
    mail: FakeMail, chromium: Chromium
) -> None:
    send(mail, chromium, counting=False)
    assert chromium.worker.evaluate(WRITTEN) == []


def test_a_note_whose_window_is_closed_without_sending_is_not_counted(
    mail: FakeMail, chromium: Chromium
) -> None:
    store(chromium, countSent=True)
    write(mail, NOTE)
    mail.send.click()
    expect(mail.question).to_be_visible()
    mail.page.evaluate("document.querySelector('form').remove()")
    expect(mail.panel.opener).to_have_count(0)
    assert chromium.worker.evaluate(WRITTEN) == []
