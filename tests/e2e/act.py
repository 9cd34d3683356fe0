"""Acts in Firefox on what may be drawn anew between finding and touching it."""

from __future__ import annotations

from collections.abc import Callable

from marionette_driver.errors import StaleElementException
from marionette_driver.marionette import WebElement

from tests.e2e.processes import eventually


def act(find: Callable[[], WebElement | None], do: Callable[[WebElement], object], on: str) -> None:
    """Find an element and do something with it; where it was replaced in between, find it again."""

    def done() -> bool:
        try:
            found = find()
            if found is None:
                return False
            do(found)
        except StaleElementException as gone:
            raise AssertionError(str(gone)) from gone
        return True

    eventually(done, f"{on} is there and stays")
