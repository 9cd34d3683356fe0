"""What the extension costs the page that it runs in: `on`, and `off` once it has left that page.

Both are tabs of one Chromium, timed in turn, so that only what they differ by is the extension's.
Keys are typed with the panel folded and with it open, and in two tabs that the extension left: what
those two differ by is noise.
"""

from __future__ import annotations

import json
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page, sync_playwright

from afterword.cli.extension import FOREIGN, write
from tests import provision
from tests.bench.aims import Aim
from tests.bench.drafts import drafts
from tests.e2e.browsers import EXTENSION, Chromium, chromium
from tests.e2e.practice import practice

ROUNDS = 6
BURSTS = 10
TURNS = 12
SETTLE_MS = 1000
WORDS = 300
TYPED = " loads that run every night"
PACES = {"typed": 80, "held down": 33}
"""Milliseconds from key to key: 150 words a minute, and what a key repeats at."""
TRACED = ("toplevel", "rail")
"""Its tasks and its keys alone: to trace more would cost whoever does more."""
FRAME = "ScheduledActionSendBeginMainFrame"
"""The task that draws a frame of the page and hands it over."""
BLANKS = ("[your company]", "[next step]", "[their team]", "[your city]", "[the role]", "[a topic]")

INBOX = """<!doctype html><title>Mail</title><main role="main"><h1>Inbox</h1>
<input aria-label="Search"><table><tbody></tbody></table></main>"""
BURST = """async (bursts) => {
  const table = () => document.querySelector("main").appendChild(document.createElement("table"));
  const rows = document.querySelector("tbody") ?? table().createTBody();
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
STEADY = ("--disable-features=NavigationPredictor",)
"""It looks where the links of some tabs are, in a second frame after most keys."""
LEAVE = "document.dispatchEvent(new CustomEvent('afterword-leave'))"


ALL = ("TaskDuration",)
"""Painting too: marks cost more there than scripts do."""
UNPAINTED = ("ScriptDuration", "LayoutDuration", "RecalcStyleDuration")
"""Where nothing of ours is painted, and what the page paints would drown it."""


@dataclass(frozen=True, slots=True)
class Tab:
    """An open page and what its main thread is asked through."""

    page: Page
    session: CDPSession

    def spent(self, *parts: str) -> float:
        """Return the milliseconds of the processor that these took the main thread so far."""
        told = self.session.send("Performance.getMetrics")["metrics"]
        return 1000 * sum(float(metric["value"]) for metric in told if metric["name"] in parts)


def tab(page: Page) -> Tab:
    """Begin to count what a page does."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    return Tab(page, session)


def inbox(browser: Chromium, service: str) -> Tab:
    """Open a webmail without a compose window, at an address that the extension runs at."""
    page = browser.page()
    address = f"{service}/practice/inbox"
    page.route(address, lambda route: route.fulfill(body=INBOX, content_type="text/html"))
    page.goto(address)
    return tab(page)


def compose(browser: Chromium, service: str, *, html: bool = True) -> Tab:
    """Open a compose window with a draft of 300 words in it."""
    window = practice(browser.page(), service, html=html)
    text = " ".join(" ".join(drafts(9, 7)).split(" ")[:WORDS])
    window.body.fill(f"{text}\n\nThank you for the interview on the [role] team.")
    window.panel.open("Check")
    window.panel.finding("[role]").first.wait_for()
    return tab(window.page)


def fold(side: Tab) -> None:
    """Fold the panel to its button."""
    side.page.get_by_role("button", name="Fold the panel").click()


@contextmanager
def browser(service: str) -> Iterator[Chromium]:
    """Start Chromium with the extension."""
    with (
        tempfile.TemporaryDirectory(prefix="afterword-bench-") as profile,
        sync_playwright() as driver,
        chromium(driver, Path(profile), service, switches=STEADY) as running,
    ):
        yield running


def bursts(on: Tab, off: Tab) -> float:
    """Return the milliseconds that the extension adds to one burst of changes."""
    added = []
    for _ in range(ROUNDS):
        spent = {}
        for side in (on, off):
            side.page.bring_to_front()
            before = side.spent(*UNPAINTED)
            side.page.evaluate(BURST, BURSTS)
            spent[side] = (side.spent(*UNPAINTED) - before) / BURSTS
        added.append(spent[on] - spent[off])
    return statistics.median(added)


def checks(on: Tab, off: Tab) -> float:
    """Return the milliseconds that a changed word takes to be read, asked about and marked anew."""
    added = []
    for blank in BLANKS:
        spent = {}
        for side in (on, off):
            side.page.bring_to_front()
            before = side.spent(*ALL)
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
            spent[side] = side.spent(*ALL) - before
        added.append(spent[on] - spent[off])
    return statistics.median(added)


@dataclass(slots=True)
class Keys:
    """What the keys of one tab cost its main thread, in milliseconds of the processor, by turns."""

    shown: list[float] = field(default_factory=list)
    """From a key to the end of the frame that shows it, a median. By the clock it would be the wait
    for the screen's next frame too, and whatever else the computer does."""
    busy: list[float] = field(default_factory=list)
    """A key, with all that follows it."""

    def over(self, *others: Keys) -> float:
        """Return how many times longer a key takes, by turns that were timed side by side."""
        return _times(self.shown, [other.shown for other in others])

    def busier(self, *others: Keys) -> float:
        """Return how many times more of the main thread a key takes, with all that follows it."""
        return _times(self.busy, [other.busy for other in others])

    def __str__(self) -> str:
        return f"{statistics.median(self.shown):.2f}, busy {statistics.median(self.busy):.2f}"


def _times(own: list[float], others: list[list[float]]) -> float:
    beside = map(statistics.fmean, zip(*others, strict=True))
    return statistics.median(one / other for one, other in zip(own, beside, strict=True))


def shown(events: list[dict[str, Any]]) -> list[float]:
    """Return the milliseconds that the main thread takes from each key to the end of its frame."""
    pressed = [
        event
        for event in events
        if event["name"].endswith("HandleInputEvent") and event["args"].get("type") == "KeyDown"
    ]
    threads = {(event["pid"], event["tid"]) for event in pressed}
    tasks = sorted(
        (event["ts"], event["ts"] + event["dur"], event["tdur"], event["args"].get("src_func"))
        for event in events
        if event["name"].endswith("RunTask") and (event["pid"], event["tid"]) in threads
        if "tdur" in event
    )
    keys = sorted(event["ts"] for event in pressed)
    times = []
    for key, next_key in zip(keys, [*keys[1:], float("inf")], strict=True):
        since = [task for task in tasks if key < task[1] and task[0] < next_key]
        frame = next((at for at, task in enumerate(since) if task[3] == FRAME), None)
        if frame is not None:  # else the next key was quicker
            times.append(sum(task[2] for task in since[: frame + 1]) / 1000)
    return times


def keys(running: Chromium, tabs: Sequence[Tab], body: str, pace: int) -> list[Keys]:
    """Type in each tab in turn, from another one on each time; a turn is shorter than a drift."""
    browser = running.context.browser
    assert browser
    told = [Keys() for _ in tabs]
    for turn in range(TURNS):
        for place in range(len(tabs)):
            which = (turn + place) % len(tabs)
            side, of = tabs[which], told[which]
            side.page.bring_to_front()
            side.page.locator(body).press("Control+End")
            # The first keys after a change of tabs are slower than the others.
            side.page.keyboard.type("and", delay=pace)
            side.page.wait_for_timeout(pace)
            browser.start_tracing(page=side.page, categories=TRACED)
            before = side.spent(*ALL)
            side.page.keyboard.type(TYPED, delay=pace)
            side.page.wait_for_timeout(pace)
            of.busy.append((side.spent(*ALL) - before) / len(TYPED))
            of.shown.append(
                statistics.median(shown(json.loads(browser.stop_tracing())["traceEvents"]))
            )
            # What is asked about the words is answered before the next tab is timed.
            side.page.wait_for_timeout(SETTLE_MS)
    return told


def typing(running: Chromium, service: str) -> Iterator[Aim]:
    """Hold what a key takes until its frame is drawn to what it takes without the extension."""
    print("\nFrom key to frame, the main thread's milliseconds; busy: with all that follows a key")
    for html, name in ((True, "rich"), (False, "plain")):
        tabs = [compose(running, service, html=html) for _ in range(4)]
        fold(tabs[0])
        for left in tabs[2:]:
            left.page.evaluate(LEAVE)
        for side in tabs:
            # After each key the browser looks what is below the pointer.
            side.page.mouse.move(5, 5)
        for how, pace in PACES.items():
            *helped, off, again = keys(running, tabs, "#body" if html else "#plain-body", pace)
            print(f"{name}, {how}, without it: {off}\n{'again: ':>22}{again}")
            print(f"{'off / off: ':>22}{again.over(off):.2f} x, busy {again.busier(off):.2f} x")
            for panel, on in zip(("folded", "open"), helped, strict=True):
                print(f"{f'panel {panel}: ':>22}{on}, {on.busier(off, again):.2f} x")
                what = f"extension, key to frame, {name}, {how}, panel {panel}"
                yield Aim(what, on.over(off, again), 1.05)
        for side in tabs:
            side.page.close()


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
        fold(on)
        yield Aim("extension, a burst beside a marked message", bursts(on, off), 2, "ms")
        yield from typing(running, service)
