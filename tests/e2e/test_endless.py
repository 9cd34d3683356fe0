"""A page with a frame that is never done with loading, as some hold a line to their server open."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.browsers import Chromium, Firefox
from tests.e2e.fake_mail import HTML, RICH
from tests.e2e.processes import eventually

pytestmark = pytest.mark.browser

FRAME = '<iframe src="/endless"></iframe>'
PAGES = {"/mail": HTML.replace("BODY", RICH) + FRAME, "/news": f"<p>News</p>{FRAME}"}


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(PAGES.get(self.path, "<p>Waiting").encode())
        if self.path not in PAGES:
            self.wfile.flush()
            self.server.over.wait()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.over = threading.Event()


@pytest.fixture
def host() -> Iterator[str]:
    """The address of a web server with the two pages."""
    with _Server() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.over.set()
        server.shutdown()
        thread.join()


def loading(chromium: Chromium, address: str) -> Page:
    """Open a page as far as it loads."""
    page = chromium.page()
    page.goto(address, wait_until="domcontentloaded")
    expect(page.frame_locator("iframe").get_by_text("Waiting")).to_be_visible()
    return page


def test_the_helper_starts_on_it(chromium: Chromium, host: str) -> None:
    page = loading(chromium, f"{host}/mail")
    chromium.use_on(page)
    expect(page.locator("afterword-panel .opener")).to_be_visible()


def test_the_popup_says_what_there_is(chromium: Chromium, host: str) -> None:
    popup = chromium.popup_over(loading(chromium, f"{host}/news"))
    popup.get_by_role("button", name="Start here once").press("Enter")
    expect(popup.get_by_text("I find no message field on this page")).to_be_visible()
    popup.get_by_role("button", name="What do you see here?").press("Enter")
    expect(popup.get_by_text("Frame read as plain")).to_be_visible()


WAITS = "return frames[0]?.document.body?.textContent"
RUNS = "return document.querySelector('afterword-panel') !== null"


def test_the_helper_starts_on_it_in_firefox(firefox: Firefox, host: str) -> None:
    driver = firefox.marionette
    own_page = driver.current_window_handle
    page = driver.open("tab")["handle"]
    driver.switch_to_window(page)
    driver.execute_script("location.href = arguments[0]", [f"{host}/mail"])
    eventually(lambda: driver.execute_script(WAITS) == "Waiting", "the frame is loading")
    driver.switch_to_window(own_page)
    firefox.use_on(host)
    driver.switch_to_window(page)
    eventually(lambda: driver.execute_script(RUNS), "the helper is there")
