"""The settings: service, own details, sites, and deleting everything."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Playwright, expect

from tests.e2e.browsers import Chromium, allowed_on
from tests.e2e.desk import ALARMS, entry, popup, settings
from tests.e2e.faulty import faulty
from tests.e2e.heard import heard, listen
from tests.e2e.modules import module_page
from tests.e2e.practice import practice
from tests.e2e.processes import eventually
from tests.e2e.stored import card, fill_up, make_room, store, stored

pytestmark = pytest.mark.browser


def test_drafts_go_to_another_computer_only_after_a_yes(chromium: Chromium, service: str) -> None:
    page = settings(chromium)
    page.get_by_label("Address", exact=True).fill("https://afterword.example.org")
    page.get_by_role("button", name="Save and test").click()
    expect(page.get_by_text("afterword.example.org is another computer.")).to_be_focused()
    page.get_by_role("button", name="Keep them on this computer").click()
    expect(page.get_by_role("button", name="Save and test")).to_be_focused()
    address = page.get_by_label("Address", exact=True)
    expect(address).to_have_value(service)
    expect(page.get_by_text("It answers")).to_be_visible()

    # An address that got into the settings without a yes is refused all the same.
    store(chromium, service={"address": "https://afterword.example.org"})
    page.reload()
    page.get_by_role("button", name="Save and test").click()
    page.get_by_role("button", name="Keep them on this computer").click()
    expect(address).to_have_value("http://127.0.0.1:8765")
    store(chromium, service={"address": "https://afterword.example.org"})
    window = practice(chromium.page(), service)
    window.write("Dear Dana,\n\nThank you for the interview.\n\nPriya")
    window.panel.open("Check")
    expect(window.panel.region).to_contain_text("only after you agree")


def test_the_settings_say_whether_the_service_answers(chromium: Chromium, service: str) -> None:
    page = settings(chromium)
    page.get_by_label("Address", exact=True).fill(service.removeprefix("http://"))
    page.get_by_role("button", name="Save and test").click()
    expect(page.get_by_text("It answers: version")).to_be_visible()
    page.get_by_label("Address", exact=True).fill("http://127.0.0.1:9")
    page.get_by_role("button", name="Save and test").click()
    expect(page.get_by_text("Nothing answers there.")).to_be_visible()


def test_what_was_kept_of_a_service_goes_when_another_one_is_chosen(
    chromium: Chromium, service: str
) -> None:
    page = settings(chromium)
    page.evaluate("chrome.runtime.sendMessage({kind: 'templates', payload: {}})")
    kept = f"kept:{service}/api/v1/templates"
    other = f"kept:{service}1/api/v1/templates"
    assert kept in stored(chromium)
    store(chromium, **{other: {"etag": None, "value": []}})
    page.get_by_label("Address", exact=True).fill(service)
    page.get_by_role("button", name="Save and test").click()
    expect(page.get_by_text("It answers: version")).to_be_visible()
    assert [key for key in stored(chromium) if key.startswith("kept:")] == [kept]
    page.get_by_label("Address", exact=True).fill("http://127.0.0.1:9")
    page.get_by_role("button", name="Save and test").click()
    expect(page.get_by_text("Nothing answers there.")).to_be_visible()
    assert not [key for key in stored(chromium) if key.startswith("kept:")]


def test_what_another_version_kept_of_a_service_is_asked_for_anew(
    chromium: Chromium, service: str
) -> None:
    page = settings(chromium)
    ask = "chrome.runtime.sendMessage({kind: 'templates', payload: {}})"
    answer = page.evaluate(ask)
    key = f"kept:{service}/api/v1/templates"
    kept = stored(chromium)[key]
    store(chromium, **{key: {**kept, "value": {"templates": [{"id": "thank-you"}]}}})
    assert page.evaluate(ask) == answer
    assert stored(chromium)[key] == kept


def test_what_answers_and_is_not_the_service_is_told_from_nothing(
    chromium: Chromium, service: str
) -> None:
    page = settings(chromium)
    with faulty(service) as other:
        other.fault = "error-page"
        page.get_by_label("Address", exact=True).fill(other.address)
        page.get_by_role("button", name="Save and test").click()
        expect(page.get_by_text("Something else answers there")).to_be_visible()


def test_why_a_service_refuses_is_said_in_its_own_words(
    chromium_factory: Callable[..., Chromium], service: str, tmp_path: Path
) -> None:
    unknown = service.replace("127.0.0.1", "afterword.localhost")
    copy = allowed_on("http://afterword.localhost/*", tmp_path / "allowed")
    chromium = chromium_factory(unknown, copy)
    store(chromium, service={"address": unknown, "consent": unknown})
    page = settings(chromium)
    page.get_by_role("button", name="Save and test").click()
    said = "The setting is `allowed_hosts`."
    expect(page.get_by_text(said)).to_be_visible()
    page.goto(chromium.extension_url + "popup/popup.html")
    expect(page.get_by_text(said)).to_be_visible()


@pytest.mark.parametrize("typed", ["my laptop", "my%20laptop", "http://"])
def test_what_is_no_address_is_called_so(chromium: Chromium, typed: str) -> None:
    page = settings(chromium)
    page.get_by_label("Address", exact=True).fill(typed)
    page.get_by_role("button", name="Save and test").click()
    expect(page.get_by_text("This is not an address.")).to_be_visible()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("afterword.example.org", "https://afterword.example.org"),
        ("http://afterword.example.org:8765/", "http://afterword.example.org:8765"),
        ("localhost:9", "http://localhost:9"),
    ],
)
def test_letters_go_sealed_to_another_computer_unless_one_says_otherwise(
    chromium: Chromium, typed: str, kept: str
) -> None:
    page = settings(chromium)
    page.get_by_label("Address", exact=True).fill(typed)
    page.get_by_role("button", name="Save and test").click()
    expect(page.get_by_label("Address", exact=True)).to_have_value(kept)


def test_everything_can_be_deleted(chromium: Chromium) -> None:
    page = settings(chromium)
    store(chromium, cards=[card(remindAt=(datetime.now().timestamp() + 3600) * 1000)])
    page.evaluate("chrome.runtime.sendMessage({kind: 'forget-old', payload: {}})")
    assert len(chromium.worker.evaluate(ALARMS)) == 1
    page.get_by_label("Your full name").fill("Priya Nair")
    expect(page.get_by_text("Kept.")).to_be_visible()
    assert stored(chromium)["sender"]
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Yes, delete everything").click()
    expect(page.get_by_text("Everything is deleted.")).to_be_visible()
    assert stored(chromium) == {}
    assert chromium.worker.evaluate(ALARMS) == []


def test_details_typed_in_one_window_stay_when_others_are_typed_in_another(
    chromium: Chromium,
) -> None:
    first, second = settings(chromium), settings(chromium)
    first.get_by_label("Your full name").fill("Priya Nair")
    expect(first.get_by_text("Kept.")).to_be_visible()
    second.get_by_label("Your phone").fill("555-0142")
    expect(second.get_by_text("Kept.")).to_be_visible()
    sender = {"name": "Priya Nair", "email": "", "phone": "555-0142", "linkedin": ""}
    assert stored(chromium)["sender"] == sender


def test_that_details_are_kept_is_heard_once(chromium: Chromium) -> None:
    page = settings(chromium)
    listen(page)
    page.get_by_label("Your full name").press_sequentially("Priya Nair")
    eventually(lambda: stored(chromium)["sender"]["name"] == "Priya Nair", "it is kept")
    assert heard(page) == ["Kept."]


def test_details_that_the_browser_fills_in_all_at_once_are_all_kept(chromium: Chromium) -> None:
    page = settings(chromium)
    page.evaluate(
        """details => {
          for (const [name, value] of Object.entries(details)) {
            const field = document.querySelector(`[autocomplete=${name}]`);
            field.value = value;
            field.dispatchEvent(new Event("input", { bubbles: true }));
          }
        }""",
        {"name": "Priya Nair", "email": "priya@example.com", "tel": "555-0142"},
    )
    expect(page.get_by_text("Kept.")).to_be_visible()
    sender = {"name": "Priya Nair", "email": "priya@example.com", "phone": "555-0142"}
    eventually(
        lambda: stored(chromium)["sender"] == {**sender, "linkedin": ""}, "all of them are kept"
    )


def test_a_site_that_is_left_is_gone_from_both_lists_and_the_focus_stays(
    chromium: Chromium, service: str
) -> None:
    page = chromium.page()
    page.goto(f"{service}/why/")
    chromium.use_on(page)
    options = settings(chromium)
    expect(options.get_by_text("None yet.")).to_have_count(0)
    options.get_by_role("button", name="Remove").press("Enter")
    expect(options.get_by_text("None yet.")).to_have_count(2)
    webmails = options.locator("section", has=options.get_by_role("heading", name="Your webmail"))
    expect(webmails.get_by_role("list")).to_be_focused()


REFUSE = "() => { chrome.permissions.request = async () => false }"
REFUSED = "The browser did not give the permission. Nothing was changed."


def _decline(desk: Page, button: Locator) -> None:
    """Press what asks for a permission, and do not give it: that is told, and the focus stays."""
    expect(button).to_be_visible()
    desk.evaluate(REFUSE)
    listen(desk)
    button.press("Enter")
    eventually(lambda: REFUSED in heard(desk), "it is told")
    expect(button).to_be_focused()


def test_who_declines_a_frame_stays_on_the_button_and_is_told(
    chromium: Chromium, service: str
) -> None:
    page = chromium.page()
    page.goto(f"{service}/why/")
    chromium.use_on(page)
    asked = {"site": "http://127.0.0.1/*", "origins": ["https://frame.example/*"]}
    store(chromium, wanted=[asked])
    desk = chromium.popup_over(page)
    _decline(desk, desk.get_by_role("button", name="Allow"))


def test_who_declines_a_site_can_change_their_mind(chromium: Chromium, service: str) -> None:
    page = chromium.page()
    page.goto(f"{service}/why/")
    desk = chromium.popup_over(page)
    _decline(desk, desk.get_by_role("button", name="Use on this site"))


def test_the_popup_says_where_to_begin_until_a_site_is_used(
    chromium: Chromium, service: str
) -> None:
    begin = "Open yours, then press this button in the toolbar again."
    expect(popup(chromium).get_by_text(begin)).to_be_visible()
    page = chromium.page()
    page.goto(f"{service}/why/")
    chromium.use_on(page)
    expect(popup(chromium).get_by_text(begin)).to_have_count(0)


def test_on_the_practice_page_the_popup_says_that_it_runs(chromium: Chromium, service: str) -> None:
    desk = chromium.popup_over(practice(chromium.page(), service).page)
    expect(desk.get_by_text("Afterword runs on 127.0.0.1.")).to_be_visible()
    expect(desk.get_by_role("button", name="Use on this site")).to_have_count(0)


USE_TWICE = """async (site) => {
  const use = () => chrome.runtime.sendMessage({
    kind: "use-on-site", payload: { site, origins: [site] },
  });
  return (await Promise.all([use(), use()])).map(({ state }) => state);
}"""
"""The popup asks for a site, and the background hears that it was allowed."""


def test_a_site_is_used_once_however_many_ask_for_it(chromium: Chromium) -> None:
    page = popup(chromium)
    assert page.evaluate(USE_TWICE, "http://127.0.0.1/*") == ["ok", "ok"]
    expect(settings(chromium).get_by_text("http://127.0.0.1").first).to_be_visible()


def test_the_helper_runs_on_no_site_after_everything_is_deleted(
    chromium: Chromium, service: str
) -> None:
    page = chromium.page()
    page.goto(f"{service}/why/")
    chromium.use_on(page)
    options = settings(chromium)
    expect(options.get_by_role("button", name="Remove")).to_be_visible()
    options.get_by_role("button", name="Delete everything").click()
    options.get_by_role("button", name="Yes, delete everything").click()
    expect(options.get_by_text("Everything is deleted.")).to_be_visible()
    expect(options.get_by_text("None yet.")).to_have_count(2)
    registered = "chrome.scripting.getRegisteredContentScripts().then(all => all.length)"
    assert chromium.worker.evaluate(registered) == 0


TAKEN = """async () => {
  const kept = {};
  globalThis.chrome = {
    scripting: { getRegisteredContentScripts: async () => [] },
    storage: { local: { set: async (values) => void Object.assign(kept, values) } },
  };
  const { permissionsRemoved } = await import("/sites.js");
  await permissionsRemoved(["https://mail.example/*"]);
  return kept;
}"""
"""Heard after everything was deleted: what was allowed for a site goes with it."""


def test_a_permission_that_no_site_needs_goes_without_a_trace(playwright: Playwright) -> None:
    with module_page(playwright) as page:
        assert page.evaluate(TAKEN) == {}


def test_after_everything_is_deleted_the_settings_are_those_of_the_first_day(
    chromium: Chromium,
) -> None:
    page = settings(chromium)
    name = page.get_by_label("Your full name")
    service = page.get_by_label("Address", exact=True)
    sent = page.get_by_role("checkbox")
    keeping = page.get_by_label("Delete interviews automatically")
    store(chromium, service={})
    page.reload()
    first = (service.input_value(), sent.is_checked(), keeping.input_value())

    store(chromium, sender={"name": "Priya Nair"}, service={"address": "http://127.0.0.1:9"})
    page.reload()
    sent.set_checked(not first[1])
    keeping.select_option("30")
    expect(page.get_by_text("Kept.")).to_have_count(2)
    page.get_by_role("button", name="Delete everything").click()
    page.get_by_role("button", name="Yes, delete everything").click()
    expect(page.get_by_role("button", name="Delete everything")).to_be_focused()
    expect(name).to_have_value("")
    assert (service.input_value(), sent.is_checked(), keeping.input_value()) == first

    # What was deleted does not come back with what is typed next.
    page.get_by_label("Your phone").fill("555-0142")
    expect(page.get_by_text("Kept.")).to_be_visible()
    sender = {"name": "", "email": "", "phone": "555-0142", "linkedin": ""}
    assert stored(chromium) == {"sender": sender}


def test_when_it_speaks_is_said_to_be_kept_once_there_was_room(
    chromium: Chromium, service: str
) -> None:
    full = "The browser has no room left"
    window = practice(chromium.page(), service)
    window.panel.open("Check")
    choice = window.panel.region.get_by_label("On 127.0.0.1")
    fill_up(chromium, 10)
    choice.select_option(label="Off here")
    expect(window.panel.region).to_contain_text(full)
    expect(choice).to_have_value("writing")
    make_room(chromium)
    choice.select_option(label="Off here")
    expect(window.panel.headline).to_have_text("Off on this site")
    expect(window.panel.region).not_to_contain_text(full)
    page = settings(chromium)
    fill_up(chromium, 10)
    page.get_by_label("http://127.0.0.1").select_option(label="Only when I press Send")
    expect(page.get_by_text(full)).to_be_visible()
    expect(page.get_by_label("http://127.0.0.1")).to_have_value("off")
    make_room(chromium)
    page.get_by_label("http://127.0.0.1").select_option(label="Read along as I write")
    expect(page.get_by_text("Kept.")).to_be_visible()


def test_what_there_was_no_room_for_is_not_shown_as_chosen(chromium: Chromium) -> None:
    page = settings(chromium)
    sent = page.get_by_role("checkbox")
    keeping = page.get_by_label("Delete interviews automatically")
    first = (sent.is_checked(), keeping.input_value())
    fill_up(chromium, 10)
    sent.click()
    keeping.select_option("30")
    expect(page.get_by_text("The browser has no room left")).to_have_count(2)
    expect(page.get_by_text("What you typed")).to_have_count(0)
    expect(sent).to_be_checked(checked=first[0])
    expect(keeping).to_have_value(first[1])


def test_the_settings_show_what_the_browser_bound(chromium: Chromium) -> None:
    page = settings(chromium)
    row = entry(page, "Open or fold the panel beside the draft")
    expect(row.locator("kbd")).to_have_text("Alt+W")
