"""The built site on a static host, below a path of its own, and a browser without the extension."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Request

from afterword import create_app, pages
from tests import provision

BELOW = "/careers/"
"""The site stands in a folder of its host, as it would on a university's server."""

Opener = Callable[..., Page]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing: the tests look at what arrives in the browser."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the frozen site."""
    root = tmp_path_factory.mktemp("host")
    pages.build(create_app(), root / BELOW.strip("/"), base=BELOW)
    handler = functools.partial(_Quiet, directory=str(root))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{BELOW}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def plain_browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium without the extension."""
    browser = playwright.chromium.launch(
        executable_path=provision.chromium(),
        args=[
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    )
    yield browser
    browser.close()


@pytest.fixture
def open_page(plain_browser: Browser, site: str) -> Iterator[Opener]:
    """Open a page of the site; requests to anywhere else, and complaints, fail the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def asked(request: Request) -> None:
        if not request.url.startswith(site):
            complaints.append(f"asked for {request.url}")

    def open_(path: str = "", **options: object) -> Page:
        context = plain_browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        context.on("request", asked)
        context.on("console", lambda said: complaints.append(said.text))
        context.on("weberror", lambda raised: complaints.append(str(raised.error)))
        page = context.new_page()
        page.goto(site + path)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert complaints == []
