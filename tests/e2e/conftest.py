"""One webmail and one service for all stories; a new browser profile for each."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import ConsoleMessage, Playwright, sync_playwright

from tests.e2e import browsers
from tests.e2e import roundcube as webmail
from tests.e2e import service as afterword
from tests.e2e import sogo as second_webmail
from tests.e2e.browsers import Chromium, Firefox
from tests.e2e.parts import need
from tests.e2e.roundcube import Roundcube
from tests.e2e.sogo import Sogo
from tests.e2e.static_site import open_page, plain_browser, site

__all__ = ["open_page", "plain_browser", "site"]

_FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let fixtures know that their test failed, for a picture of the page."""
    report = yield
    if report.when == "call":
        item.stash[_FAILED] = report.failed
    return report


@pytest.fixture(scope="session")
def roundcube(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Roundcube]:
    """A running Roundcube with its mail servers."""
    need("Roundcube, dovecot and PHP")
    with webmail.roundcube(tmp_path_factory.mktemp("roundcube")) as stack:
        yield stack


@pytest.fixture(scope="session")
def sogo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sogo]:
    """A running SOGo with its mail servers and its database."""
    need("SOGo, dovecot and MariaDB")
    with second_webmail.sogo(tmp_path_factory.mktemp("sogo")) as stack:
        yield stack


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running service."""
    with afterword.service(tmp_path_factory.mktemp("service") / "service.log") as address:
        yield address


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The driver of Chromium."""
    need("Chromium")
    with sync_playwright() as driver:
        yield driver


@pytest.fixture
def chromium_factory(
    playwright: Playwright, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Chromium]]:
    """Start Chromium with the extension, given what `browsers.chromium` is: first, the service.

    A failed test leaves a picture of each page in its temporary folder. What the extension
    throws or complains of in the console fails the test.
    """
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error" and message.location["url"].startswith("chrome-extension:"):
            complaints.append(message.text)

    with contextlib.ExitStack() as stack:
        started: list[Chromium] = []

        def start(service_address: str, *options: Any, **named: Any) -> Chromium:
            profile = tmp_path / f"chromium-{len(started)}"
            chromium = stack.enter_context(
                browsers.chromium(playwright, profile, service_address, *options, **named)
            )
            chromium.context.on("console", hear)
            started.append(chromium)
            return chromium

        yield start
        if request.node.stash.get(_FAILED, False):
            _take_pictures(started, tmp_path)
    assert not complaints


def _take_pictures(started: list[Chromium], folder: Path) -> None:
    pages = [page for chromium in started for page in chromium.context.pages]
    for number, page in enumerate(pages):
        picture = folder / f"page-{number}.png"
        page.screenshot(path=picture)
        logging.getLogger(__name__).warning("%s: %s", page.url, picture)


@pytest.fixture
def chromium(chromium_factory: Callable[..., Chromium], service: str) -> Chromium:
    """Chromium with the extension, which knows the running service."""
    return chromium_factory(service)


@pytest.fixture
def firefox(tmp_path: Path, service: str) -> Iterator[Firefox]:
    """Firefox with the extension, which knows the running service."""
    need("Firefox")
    with browsers.firefox(tmp_path / "firefox", service) as running:
        yield running
