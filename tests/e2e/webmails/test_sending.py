"""Every way in which each webmail sends: held for a wrong name, asked about, and done once."""

from __future__ import annotations

import pytest

from tests.e2e.processes import eventually
from tests.e2e.webmails.compose import Compose, open_page
from tests.e2e.webmails.drive import Tab
from tests.e2e.webmails.server import Webmails
from tests.e2e.webmails.test_webmails import CONFIGS, WEBMAILS

pytestmark = pytest.mark.browser

ANSWER = """words => {
  const host = document.querySelector("afterword-question");
  const buttons = [...(host?.shadowRoot.querySelectorAll("button") ?? [])];
  const found = buttons.find(button => button.textContent === words);
  found?.click();
  return Boolean(found);
}"""
ASKED = "() => Boolean(document.querySelector('afterword-question'))"


def misnamed(tab: Tab, pages: Webmails, name: str) -> Compose:
    """Open a note whose greeting has another name than the card, read by the helper."""
    compose = open_page(tab, pages, name, state="draft")
    compose.misname()
    eventually(lambda: compose.marked()["stop"] == ["Diana"], "the wrong name is marked")
    return compose


@pytest.mark.parametrize("name", [name for name in WEBMAILS if CONFIGS[name].get("sends", True)])
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
