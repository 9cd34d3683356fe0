"""Take the picture of the helper anew: `python -m tests.e2e.picture`, after its looks changed.

It shows the practice page with a draft that asks before Send, in light and in dark.
"""

from __future__ import annotations

import tempfile
from base64 import b64decode
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page, expect, sync_playwright

from afterword.places import checkout
from tests.e2e.browsers import chromium
from tests.e2e.practice import practice
from tests.e2e.service import service
from tests.e2e.stored import SENDER, card, store

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SUBJECT = "Thank you – Data Engineer interview"
NOTE = """\
Dear Diana,

Thank you for showing me how your team is moving the nightly loads to streaming. I liked that the \
loading page was finished before the first line of code!!

I would be glad to join Acme as a Data Engineer. I led the same change for a warehouse of forty \
tables, so I could help with [what comes first] in the spring.

I look forward to hearing from you.

Kind regards,
Priya Nair
555-0142"""
WIDTH, HEIGHT = 1144, 696
"""Pixels of the page that are shown."""
ALONE = """
body > :not(main), main > :not(.webmail) { display: none }
#main { margin: 0; padding: 16px }
.webmail { margin: 0; max-inline-size: 720px }
#body { block-size: 440px; overflow: hidden; resize: none }
"""
"""Shows the compose window and nothing else of the page."""
DRESS = """(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}"""
"""Adds the rules; the page's own policy takes no style element."""
SHARP = 1.5
"""Pixels of the picture for one of the page."""
QUALITY = 45


def main() -> None:
    """Write one picture for each colour scheme beside the site's other assets."""
    root = checkout()
    assert root, "This runs from a checkout of the source."
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        place = Path(folder)
        with (
            service(place / "service.log") as address,
            chromium(driver, place / "profile", address) as browser,
        ):
            store(browser, cards=[card()], sender=SENDER)
            for scheme in SCHEMES:
                page = browser.page()
                page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
                page.emulate_media(color_scheme=scheme)
                _pose(page, address)
                _take(page, root / f"site/assets/helper-{scheme}.webp")
                page.close()


def _pose(page: Page, address: str) -> None:
    """Write the draft, open the check and its first finding, and press Send."""
    window = practice(page, address)
    page.evaluate(DRESS, ALONE)
    window.subject.fill(SUBJECT)
    window.write(NOTE)
    window.panel.open("Check")
    window.panel.unfold("Diana")
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_role("button", name="Send anyway")).to_be_visible()


def _take(page: Page, file: Path) -> None:
    clip = {"x": 0, "y": 0, "width": WIDTH, "height": HEIGHT, "scale": SHARP}
    asked = {"format": "webp", "quality": QUALITY, "clip": clip}
    answer = page.context.new_cdp_session(page).send("Page.captureScreenshot", asked)
    file.write_bytes(b64decode(answer["data"]))


if __name__ == "__main__":
    main()
