"""A webmail of a small office, served without TLS: browsers keep something from such a page."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.browsers import EXTENSION, Chromium
from tests.e2e.fake_mail import fake_mail
from tests.e2e.stored import card, store

pytestmark = pytest.mark.browser

HOST = "webmail.test"


def allowed_on(host: str, folder: Path) -> Path:
    """Return the extension as if somebody had allowed it on a host, which no test can press."""
    shutil.copytree(EXTENSION, folder)
    manifest = folder / "manifest.json"
    text = json.loads(manifest.read_text(encoding="utf-8"))
    text["content_scripts"][0]["matches"].append(f"http://{host}/*")
    manifest.write_text(json.dumps(text), encoding="utf-8")
    return folder


def test_a_name_is_repaired_on_a_webmail_without_tls(
    chromium_factory: Callable[..., Chromium], service: str, tmp_path: Path
) -> None:
    chromium = chromium_factory(service, allowed_on(HOST, tmp_path / "allowed"))
    store(chromium, cards=[card()])
    mail = fake_mail(chromium.page(), host=HOST)
    assert not mail.page.evaluate("isSecureContext")
    mail.write("Hi Diana,\n\nThank you for the interview. I enjoyed our talk about the loads.")
    mail.panel.open("Check")
    mail.panel.repair("Diana", 'Use "Dana"')
    expect(mail.body).to_contain_text("Hi Dana,")
