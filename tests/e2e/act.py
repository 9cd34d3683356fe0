"""Acts in Firefox on what may be drawn anew between finding and touching it."""

from __future__ import annotations

from collections.abc import Callable

from marionette_driver.errors import (
    ElementClickInterceptedException,
    ElementNotInteractableException,
    StaleElementException,
)
from marionette_driver.marionette import WebElement

from tests.e2e.processes import eventually

_NOT_YET = (
    ElementClickInterceptedException,
    ElementNotInteractableException,
    StaleElementException,
)


def act(find: Callable[[], WebElement | None], do: Callable[[WebElement], object], on: str) -> None:
    """Find an element and do something with it, again while it is replaced, moves or is covered."""

    def done() -> bool:
        try:
            found = find()
            if found is None:
                return False
            do(found)
        except _NOT_YET as reason:
            raise AssertionError(str(reason)) from reason
        return True

    eventually(done, f"{on} is there and stays")
