"""A webmail of a small office, served without TLS: browsers keep something from such a page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.browsers import Chromium, allowed_on
from tests.e2e.fake_mail import fake_mail
from tests.e2e.stored import card, store

pytestmark = pytest.mark.browser

HOST = "webmail.test"


def test_a_name_is_repaired_on_a_webmail_without_tls(
    chromium_factory: Callable[..., Chromium], service: str, tmp_path: Path
) -> None:
    chromium = chromium_factory(service, allowed_on(f"http://{HOST}/*", tmp_path / "allowed"))
    store(chromium, cards=[card()])
    page = chromium.page()
    page.route(f"http://{HOST}/", lambda route: route.fulfill(body="", content_type="text/html"))
    page.goto(f"http://{HOST}/")
    chromium.use_on(page)
    mail = fake_mail(page, host=HOST)
    assert not mail.page.evaluate("isSecureContext")
    mail.write("Hi Diana,\n\nThank you for the interview. I enjoyed our talk about the loads.")
    mail.panel.open("Check")
    mail.panel.repair("Diana", "Use “Dana”")
    expect(mail.body).to_contain_text("Hi Dana,")
