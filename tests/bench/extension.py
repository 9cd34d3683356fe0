"""What the extension costs the page that it runs in: `on`, and `off` once it has left that page.

Both are tabs of one Chromium, timed in turn, so that only what they differ by is the extension's.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import CDPSession, Page, sync_playwright

from afterword.cli.extension import FOREIGN, write
from tests import provision
from tests.bench.aims import Aim
from tests.bench.drafts import drafts
from tests.e2e.browsers import EXTENSION, Chromium, chromium
from tests.e2e.practice import practice

ROUNDS = 6
BURSTS = 10
KEYS = 60
WORDS = 300
BLANKS = ("[your company]", "[next step]", "[their team]", "[your city]", "[the role]", "[a topic]")

INBOX = """<!doctype html><title>Mail</title><main role="main"><h1>Inbox</h1>
<input aria-label="Search"><table><tbody></tbody></table></main>"""
BURST = """async (bursts) => {
  const rows = document.querySelector("tbody");
  for (let burst = 0; burst < bursts; burst++) {
    rows.replaceChildren();
    for (let row = 0; row < 500; row++) {
      const made = rows.insertRow();
      for (const words of ["Dana Lee", "Your interview", "Tuesday"]) {
        made.insertCell().append(Object.assign(document.createElement("span"), {
          textContent: `${words} ${burst} ${row}`, role: "link", tabIndex: -1,
        }));
      }
    }
    // Longer than the pause after which the extension looks at what changed.
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}"""
LATENCY = """() => {
  window.latencies = [];
  addEventListener("keydown", ({ timeStamp }) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => latencies.push(performance.now() - timeStamp);
      port2.postMessage(null);
    });
  }, true);
}"""
"""From a key that is pressed to the end of the frame that shows it, in milliseconds."""
LEAVE = "document.dispatchEvent(new CustomEvent('afterword-leave'))"


@dataclass(frozen=True, slots=True)
class Tab:
    """An open page and what its main thread is asked through."""

    page: Page
    session: CDPSession

    def busy(self) -> float:
        """Return the milliseconds that scripts, styles and layout have taken so far."""
        told = self.session.send("Performance.getMetrics")["metrics"]
        spent = {metric["name"]: metric["value"] for metric in told}
        parts = ("ScriptDuration", "LayoutDuration", "RecalcStyleDuration")
        return 1000 * float(sum(spent[part] for part in parts))


def tab(page: Page) -> Tab:
    """Begin to count what a page does."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    return Tab(page, session)


def inbox(browser: Chromium, service: str) -> Tab:
    """Open a webmail without a compose window, at an address that the extension runs at."""
    page = browser.page()
    address = f"{service}/practice/inbox"
    page.route(address, lambda route: route.fulfill(body=INBOX, content_type="text/html"))
    page.goto(address)
    return tab(page)


def compose(browser: Chromium, service: str) -> Tab:
    """Open a compose window with a draft of 300 words in it."""
    window = practice(browser.page(), service)
    text = " ".join(" ".join(drafts(9, 7)).split(" ")[:WORDS])
    window.body.fill(f"{text}\n\nThank you for the interview on the [role] team.")
    window.panel.open("Check")
    window.panel.finding("[role]").first.wait_for()
    return tab(window.page)


@contextmanager
def browser(service: str) -> Iterator[Chromium]:
    """Start Chromium with the extension."""
    with (
        tempfile.TemporaryDirectory(prefix="afterword-bench-") as profile,
        sync_playwright() as driver,
        chromium(driver, Path(profile), service) as running,
    ):
        yield running


def bursts(on: Tab, off: Tab) -> float:
    """Return the milliseconds that the extension adds to one burst of changes."""
    added = []
    for _ in range(ROUNDS):
        spent = {}
        for side in (on, off):
            side.page.bring_to_front()
            before = side.busy()
            side.page.evaluate(BURST, BURSTS)
            spent[side] = (side.busy() - before) / BURSTS
        added.append(spent[on] - spent[off])
    return statistics.median(added)


def checks(on: Tab, off: Tab) -> float:
    """Return the milliseconds that a changed word takes to be read, asked about and marked anew."""
    added = []
    for blank in BLANKS:
        spent = {}
        for side in (on, off):
            side.page.bring_to_front()
            before = side.busy()
            side.page.evaluate(
                """blank => {
                  const body = document.querySelector("#body");
                  const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
                  while (texts.nextNode() && !texts.currentNode.data.includes("on the ["));
                  const text = texts.currentNode;
                  text.data = text.data.replace(/\\[.*\\]/, blank);
                  body.dispatchEvent(new InputEvent("input", { bubbles: true }));
                }""",
                blank,
            )
            if side is on:
                side.page.wait_for_function(
                    """blank => [...CSS.highlights].some(([, ranges]) =>
                      [...ranges].some((range) => String(range) === blank))""",
                    arg=blank,
                    polling=100,
                )
            else:
                side.page.wait_for_timeout(1000)
            spent[side] = side.busy() - before
        added.append(spent[on] - spent[off])
    return statistics.median(added)


def keys(on: Tab, off: Tab) -> tuple[float, float]:
    """Return the mean latency of a key with the extension and without, in milliseconds."""
    latencies: dict[Tab, list[float]] = {on: [], off: []}
    for side in (on, off):
        side.page.evaluate(LATENCY)
    for turn in range(ROUNDS):
        for side in (on, off) if turn % 2 else (off, on):
            side.page.bring_to_front()
            side.page.locator("#body").press("Control+End")
            side.page.evaluate("latencies.length = 0")
            side.page.keyboard.type("the loads that run every night " * (KEYS // 30), delay=25)
            latencies[side] += side.page.evaluate("latencies")
    return statistics.fmean(latencies[on]), statistics.fmean(latencies[off])


def packed(name: str) -> float:
    """Return the size of a zip for a store, in KB of a thousand bytes."""
    with tempfile.TemporaryDirectory(prefix="afterword-bench-") as folder:
        path = Path(folder) / "extension.zip"
        write(path, EXTENSION, name)
        return path.stat().st_size / 1000


def costs(service: str) -> Iterator[Aim]:
    """Hold what the extension costs to its aims; `service` is the address of a running one."""
    for name in FOREIGN:
        yield Aim(f"extension, packed for {name}", packed(name), 150, "KB")
    if reason := provision.missing("Chromium"):
        print(f"extension: its time in a page is left out. {reason}")
        return
    with browser(service) as running:
        quiet, left = inbox(running, service), inbox(running, service)
        left.page.evaluate(LEAVE)
        yield Aim("extension, a burst of changes in an inbox", bursts(quiet, left), 2, "ms")
        on, off = compose(running, service), compose(running, service)
        off.page.evaluate(LEAVE)
        yield Aim(f"extension, check to mark, {WORDS} words", checks(on, off), 16, "ms")
        with_it, without = keys(on, off)
    print(f"\nFrom key to frame: {with_it:.1f} ms with the extension, {without:.1f} ms without")
    yield Aim("extension, from key to frame, on / off", with_it / without, 1.05)
