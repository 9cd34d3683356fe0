"""One way to drive a tab for both browsers: real clicks, real keys, the page's own world."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from marionette_driver.keys import Keys
from marionette_driver.marionette import Marionette, WebElement
from playwright.sync_api import Error, Frame, Page

from tests.e2e.act import act
from tests.e2e.processes import eventually

KEYS = {
    "Control": Keys.CONTROL,
    "Shift": Keys.SHIFT,
    "Enter": Keys.ENTER,
    "Tab": Keys.TAB,
    "Home": Keys.HOME,
    "ArrowRight": Keys.RIGHT,
    "ArrowDown": Keys.DOWN,
    "Backspace": Keys.BACK_SPACE,
}
"""Playwright's names of keys, as Marionette's."""

_IN_PANEL = """(selector, words) => {
  for (const host of document.querySelectorAll("afterword-panel, afterword-toast")) {
    for (const found of host.shadowRoot.querySelectorAll(selector)) {
      const label = found.ariaLabel ?? found.labels?.[0]?.textContent ?? found.textContent;
      if (found.checkVisibility() && label.trim().startsWith(words)) return found;
    }
  }
  return null;
}"""
_FRAME = "iframe[data-frame={}]"
_IN_PAGE = """selector =>
  [...document.querySelectorAll(selector)].find(found => found.checkVisibility()) ?? null
"""


class Tab(Protocol):
    """A tab of a browser."""

    def open(self, url: str) -> None:
        """Show a page, all of it loaded."""

    def enter(self, *frames: str) -> bool:
        """Go to the page's own document, or to one by frame in frame; whether it is there."""

    def run(self, function: str, *arguments: Any) -> Any:
        """Call a JavaScript function in the page's own world and return its awaited answer."""

    def press(self, *chord: str) -> None:
        """Press keys together."""

    def type(self, words: str) -> None:
        """Type into what has the focus."""

    def click(self, selector: str) -> None:
        """Click the first visible element of the page."""

    def click_in_panel(self, selector: str, words: str) -> None:
        """Wait for a control of the panel whose label begins with `words`, and click it."""

    def in_panel(self, selector: str, words: str) -> bool:
        """Whether the panel shows such a control now."""


@dataclass(slots=True)
class ChromiumTab:
    """A tab of Chromium."""

    page: Page
    frame: Frame = field(init=False)

    def __post_init__(self) -> None:
        self.enter()

    def open(self, url: str) -> None:
        self.page.goto(url)
        self.enter()

    def enter(self, *frames: str) -> bool:
        self.frame = self.page.main_frame
        for name in frames:
            element = self.frame.query_selector(_FRAME.format(name))
            frame = element.content_frame() if element else None
            if not frame:
                return False
            self.frame = frame
        return True

    def run(self, function: str, *arguments: Any) -> Any:
        return self.frame.evaluate(f"given => ({function})(...given)", arguments)

    def press(self, *chord: str) -> None:
        self.page.keyboard.press("+".join(chord))

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)

    def click(self, selector: str) -> None:
        self._click(_IN_PAGE, selector)

    def click_in_panel(self, selector: str, words: str) -> None:
        self._click(_IN_PANEL, selector, words)

    def in_panel(self, selector: str, words: str) -> bool:
        return bool(self.run(f"(...given) => ({_IN_PANEL})(...given) !== null", selector, words))

    def _click(self, function: str, *arguments: str) -> None:
        call = f"given => ({function})(...given)"

        def click() -> bool:
            found = self.frame.evaluate_handle(call, arguments).as_element()
            try:
                return found is not None and found.click() is None
            except Error as gone:  # drawn anew in between
                raise AssertionError(str(gone)) from gone

        eventually(click, f"{arguments} is clicked")


@dataclass(frozen=True, slots=True)
class FirefoxTab:
    """A tab of Firefox."""

    marionette: Marionette

    def open(self, url: str) -> None:
        self.marionette.navigate(url)

    def enter(self, *frames: str) -> bool:
        self.marionette.switch_to_frame()
        for name in frames:
            found = self.marionette.find_elements("css selector", _FRAME.format(name))
            if not found:
                return False
            self.marionette.switch_to_frame(found[0])
        return True

    def run(self, function: str, *arguments: Any) -> Any:
        script = (
            f"const given = [...arguments]; const done = given.pop();"
            f"Promise.resolve(({function})(...given)).then(done, no => done('failed: ' + no));"
        )
        return self.marionette.execute_async_script(script, script_args=arguments, sandbox=None)

    def press(self, *chord: str) -> None:
        keys = self.marionette.actions.sequence("key", "keyboard")
        pressed = [KEYS.get(key, key) for key in chord]
        for key in pressed:
            keys.key_down(key)
        for key in reversed(pressed):
            keys.key_up(key)
        keys.perform()

    def type(self, words: str) -> None:
        keys = self.marionette.actions.sequence("key", "keyboard")
        for sign in words:
            keys.key_down(sign).key_up(sign)
        keys.perform()

    def click(self, selector: str) -> None:
        self._click(_IN_PAGE, selector)

    def click_in_panel(self, selector: str, words: str) -> None:
        self._click(_IN_PANEL, selector, words)

    def in_panel(self, selector: str, words: str) -> bool:
        script = f"return ({_IN_PANEL})(...arguments) !== null"
        return bool(self.marionette.execute_script(script, script_args=(selector, words)))

    def _find(self, function: str, arguments: Sequence[str]) -> WebElement | None:
        script = f"return ({function})(...arguments)"
        found: WebElement | None = self.marionette.execute_script(script, script_args=arguments)
        return found

    def _click(self, function: str, *arguments: str) -> None:
        act(lambda: self._find(function, arguments), WebElement.click, str(arguments))
