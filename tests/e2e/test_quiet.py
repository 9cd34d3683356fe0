"""Where nobody writes mail nothing of the extension runs, and nothing of it can be seen."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.e2e.browsers import Chromium
from tests.e2e.fake_mail import fake_mail
from tests.e2e.processes import free_port

pytestmark = pytest.mark.browser


def worlds(chromium: Chromium, page: Page) -> list[str]:
    """Return the names of the worlds, beside the page's own, that scripts run in."""
    session = chromium.context.new_cdp_session(page)
    found: list[dict[str, Any]] = []
    session.on("Runtime.executionContextCreated", lambda made: found.append(made["context"]))
    session.send("Runtime.enable")
    return [
        world["name"]
        for world in found
        if not world["auxData"]["isDefault"] and not world["name"].startswith("__playwright")
    ]


def test_nothing_runs_on_a_page_that_is_no_webmail(chromium: Chromium) -> None:
    page = chromium.page()
    address = f"http://127.0.0.1:{free_port()}/news"
    news = "<!doctype html><title>News</title><form><textarea></textarea></form>"
    page.route(address, lambda route: route.fulfill(body=news, content_type="text/html"))
    page.goto(address)
    page.locator("textarea").fill("Dear Dana, thank you for the interview on the [role] team.")
    assert worlds(chromium, page) == []
    # The same question where it does run.
    assert len(worlds(chromium, fake_mail(chromium.page()).page)) == 1
