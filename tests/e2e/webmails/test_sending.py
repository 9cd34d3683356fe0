"""Every way in which each webmail sends: held for a wrong name, asked about, and done once."""

from __future__ import annotations

import pytest

from tests.e2e.processes import eventually
from tests.e2e.webmails.compose import ASKED, CHOICE, OPENER, Compose, open_page
from tests.e2e.webmails.drive import Tab
from tests.e2e.webmails.server import CONFIGS, WEBMAILS, Webmails

pytestmark = pytest.mark.browser

HEARD = [name for name in WEBMAILS if CONFIGS[name].get("sends", True)]
"""Those whose Send is known by more than its label."""

ANSWER = """words => {
  const host = document.querySelector("afterword-question");
  const buttons = [...(host?.shadowRoot.querySelectorAll("button") ?? [])];
  const found = buttons.find(button => button.textContent === words);
  found?.click();
  return Boolean(found);
}"""


def misnamed(tab: Tab, pages: Webmails, name: str) -> Compose:
    """Open a note whose greeting has another name than the card, read by the helper."""
    compose = open_page(tab, pages, name, state="draft")
    compose.misname()
    eventually(lambda: compose.marked()["stop"] == ["Diana"], "the wrong name is marked")
    return compose


@pytest.mark.parametrize("name", HEARD)
def test_the_button_is_held_once(tab: Tab, pages: Webmails, name: str) -> None:
    compose = misnamed(tab, pages, name)
    text = compose.outgoing()
    tab.click("[data-does=send]")
    eventually(lambda: tab.run(ASKED), "it asks")
    assert compose.of("compose.sent") == []
    assert tab.run(ANSWER, "Send anyway")
    (sent,) = eventually(lambda: compose.of("compose.sent"), "it is sent")
    assert sent["html"] == text
    assert not tab.run(ASKED)


@pytest.mark.parametrize("name", [name for name in WEBMAILS if CONFIGS[name].get("chord")])
def test_the_keys_are_held_once(tab: Tab, pages: Webmails, name: str) -> None:
    compose = misnamed(tab, pages, name)
    tab.press("Control", "Enter")
    eventually(lambda: tab.run(ASKED), "it asks")
    assert compose.of("compose.sent") == []
    assert tab.run(ANSWER, "Send anyway")
    eventually(lambda: compose.of("element.ownerDocument.hasFocus()"), "the caret is back")
    tab.press("Control", "Enter")
    (sent,) = eventually(lambda: compose.of("compose.sent"), "it is sent")
    assert sent["how"] == "chord"


@pytest.mark.parametrize("name", sorted(set(WEBMAILS) - set(HEARD)))
def test_where_send_cannot_be_told_it_speaks_at_once_and_says_so(
    tab: Tab, pages: Webmails, name: str
) -> None:
    misnamed(tab, pages, "plain")
    assert "sending" in eventually(lambda: tab.run(CHOICE, "sending"), "the panel is there")
    try:
        compose = misnamed(tab, pages, name)
        tab.click_in_panel(*OPENER)
        assert tab.in_panel(".mode p", "In this webmail I cannot tell Send")
        assert tab.run(CHOICE, "") == ["writing", "off"]
        compose.send()
        assert not tab.run(ASKED)
    finally:
        open_page(tab, pages, "plain", state="draft")
        eventually(lambda: tab.run(CHOICE, "writing"), "as it was")
