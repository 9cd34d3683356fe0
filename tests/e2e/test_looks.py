"""Nothing is cut, nobody is kept out: in each language and direction, narrow and enlarged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import FloatRect, Page, ViewportSize, expect

from tests.e2e.barriers import barriers
from tests.e2e.browsers import EXTENSION, Chromium
from tests.e2e.fake_mail import fake_mail
from tests.e2e.languages import Spoken, spoken
from tests.e2e.panel import Panel
from tests.e2e.processes import eventually
from tests.e2e.stored import FIVE, card, store

pytestmark = pytest.mark.browser

LANGUAGES = pytest.mark.parametrize("language", ["en", "de", "rtl"])
SIZES: dict[str, ViewportSize] = {
    "wide": {"width": 1400, "height": 900},
    "320 px": {"width": 320, "height": 640},
    # A window of 1280 by 1024 at 400 %.
    "400 %": {"width": 320, "height": 256},
}
NOTE = (
    "Hi Diana,\n\nThank you for the interview!! I enjoyed what you said about streaming loads, and"
    " how your team moved them. I am very interested in the role at [company name], and my three"
    " years with Kafka would help your team.\n\nI look forward to hearing from you.\n\n"
    "Kind regards,\nPriya Nair"
)
PHONE = "form { width: auto !important } body { margin: 8px !important }"

NARROW = """() => [...document.querySelectorAll("select")].flatMap((select) => {
  const { offsetWidth, value } = select;
  select.style.width = "max-content";
  const wanted = select.offsetWidth;
  select.style.width = "";
  return wanted > offsetWidth ? [value] : [];
})"""
"""Choices of the settings whose words do not fit."""

CUT = """() => {
  const found = [];
  const fields = "input, textarea, select, .for-ears, .for-ears *, svg *";
  const look = (root) => {
    for (const part of root.querySelectorAll("*")) {
      if (part.shadowRoot) look(part.shadowRoot);
      if (root === document && location.protocol !== "chrome-extension:") continue;
      if (part.matches(fields) || !part.checkVisibility()) continue;
      const { left, right, width } = part.getBoundingClientRect();
      if (!width || getComputedStyle(part).display === "inline") continue;
      const outside = left < -1 || right > innerWidth + 1;
      const cut = part.clientWidth > 0 && part.scrollWidth > part.clientWidth + 1;
      if (outside || cut) found.push(`${part.localName}.${part.className}: ${part.textContent}`);
    }
  };
  look(document);
  return found;
}"""
"""Parts of ours that stick out of the window, or whose words stick out of them sideways."""


SIZES_OF_WORDS = """() => [...document.body.querySelectorAll("*")].flatMap((part) => {
  const { fontSize, width } = getComputedStyle(part);
  if (part.matches("[type=checkbox]")) return [parseFloat(width)];
  const says = [...part.childNodes].some(({ nodeType }) => nodeType === Node.TEXT_NODE);
  return says ? [parseFloat(fontSize)] : [];
})"""
"""How high the words of its own pages are, and how wide the boxes that are ticked."""

LETTERS = "size => { document.documentElement.style.fontSize = size }"


@LANGUAGES
def test_nothing_is_cut_and_nobody_kept_out(
    chromium_factory: Callable[..., Chromium], service: str, tmp_path: Path, language: str
) -> None:
    say = spoken(language, tmp_path)
    chromium = chromium_factory(service, say.extension, say.language)
    for states in (panel_states, panel_of_five, bubble_and_question, kept_words, desk, settings):
        for state, page in states(chromium, say):
            for size, box in SIZES.items():
                page.set_viewport_size(box)
                assert cut(page) == [], f"{state}, {size}"
                # The letters of the third are no words of ours, and wider than they would be.
                if state == "settings" and language != "rtl":
                    assert page.evaluate(NARROW) == [], size
            page.set_viewport_size(SIZES["wide"])
            assert barriers_of_ours(page) == [], state


def cut(page: Page) -> list[str]:
    """Return what is cut once the page is laid out."""
    page.evaluate("() => new Promise(requestAnimationFrame)")
    return list(page.evaluate(CUT))


def barriers_of_ours(page: Page) -> list[str]:
    """Return what axe finds in all that is ours on the page."""
    ours = ["afterword-panel", "afterword-bubble", "afterword-question"]
    return barriers(page, *(name for name in ours if page.locator(name).count()))


def test_words_of_its_own_pages_grow_with_the_text_size_of_the_browser(
    chromium: Chromium, service: str
) -> None:
    say = Spoken(EXTENSION, "en")
    for states in (desk, settings):
        for state, page in states(chromium, say):
            usual = page.evaluate(SIZES_OF_WORDS)
            # As somebody has it who chose very large letters: 24 px where others have 16.
            page.evaluate(LETTERS, "24px")
            grown = page.evaluate(SIZES_OF_WORDS)
            assert grown == pytest.approx([size * 1.5 for size in usual], rel=0.01), state
            page.set_viewport_size({"width": 540, "height": 600})
            assert cut(page) == [], state
            page.evaluate(LETTERS, "")


SIZES_IN_OURS = """() => {
  const roots = [...document.querySelectorAll("*")].flatMap((part) => part.shadowRoot ?? []);
  const parts = roots.flatMap((root) => [...root.querySelectorAll("p, h2, h3, button, label")]);
  const seen = parts.filter((part) => part.textContent && part.checkVisibility());
  return seen.map((part) => [part.textContent, parseFloat(getComputedStyle(part).fontSize)]);
}"""
"""How high the words of ours are on a page."""


def test_words_of_the_panel_grow_with_the_text_size_of_the_browser(
    chromium_factory: Callable[..., Chromium], service: str
) -> None:
    say = Spoken(EXTENSION, "en")

    def sizes(letters: int) -> dict[str, dict[str, float]]:
        switches = [f"--blink-settings=defaultFontSize={letters}"]
        chromium = chromium_factory(service, switches=switches)
        found = {}
        for states in (panel_states, bubble_and_question):
            for state, page in states(chromium, say):
                found[state] = dict(page.evaluate(SIZES_IN_OURS))
                for width in (540, 1400):
                    page.set_viewport_size({"width": width, "height": 900})
                    assert cut(page) == [], f"{state}, {letters}, {width}"
        return found

    usual, grown = sizes(16), sizes(24)
    for state, words in usual.items():
        stay = words.keys() & grown[state].keys()  # some are there for a moment only
        assert len(stay) > len(words) / 2, state
        larger = {key: grown[state][key] for key in stay}
        assert larger == pytest.approx({key: 1.5 * words[key] for key in stay}, rel=0.01), state


FAINT = """() => {
  const found = [];
  const channel = (part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => channel(part / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const clear = /^rgba\\(.*, 0\\)$/;
  const around = (part) => part.parentElement ?? part.getRootNode().host;
  const ground = (part) => {
    if (!part) return "rgb(255, 255, 255)";
    const { backgroundColor } = getComputedStyle(part);
    return clear.test(backgroundColor) ? ground(around(part)) : backgroundColor;
  };
  const controls = "input:not([type=checkbox], [type=radio]), select, textarea, button";
  let seen = 0;
  const look = (root) => {
    for (const part of root.querySelectorAll("*")) {
      if (part.shadowRoot) look(part.shadowRoot);
      if (root === document && location.protocol !== "chrome-extension:") continue;
      if (!part.matches(controls) || !part.checkVisibility()) continue;
      const { borderTopColor, borderTopWidth } = getComputedStyle(part);
      const bare = borderTopWidth === "0px" || clear.test(borderTopColor);
      if (bare && part.matches("button")) continue;
      seen += 1;
      const below = ground(around(part));
      const edge = Math.max(ratio(borderTopColor, below), ratio(ground(part), below));
      if (edge < 3) found.push(`${part.localName}.${part.className}: ${edge.toFixed(2)}`);
    }
  };
  look(document);
  return [seen, found];
}"""
"""How many controls with an edge there are, and those whose edge is hardly seen."""


def test_fields_and_buttons_are_seen_by_their_edges(chromium: Chromium, service: str) -> None:
    say = Spoken(EXTENSION, "en")
    looked_at = 0
    for states in (panel_states, bubble_and_question, desk, settings):
        for state, page in states(chromium, say):
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                seen, faint = page.evaluate(FAINT)
                assert faint == [], f"{state}, {scheme}"
                looked_at += seen
    assert looked_at


def test_an_example_in_a_field_is_read_as_well_as_its_label(
    chromium: Chromium, service: str
) -> None:
    page = compose(chromium)
    open_tab(page, "insert")
    page.locator(".template").first.click()
    # Axe looks at the label, and cannot look at an example.
    look = """field => {
      const { color, opacity } = getComputedStyle(field, "::placeholder");
      return [color, opacity, getComputedStyle(field.labels[0].querySelector("span")).color];
    }"""
    fields = page.locator(".insert [placeholder]")
    expect(fields).not_to_have_count(0)
    for field in fields.all():
        colour, opacity, label = field.evaluate(look)
        assert (colour, opacity) == (label, "1")


def compose(chromium: Chromium, *, note: str = "") -> Page:
    """Open a compose window and write a note; wait until it was read."""
    page = chromium.page()
    page.emulate_media(reduced_motion="reduce")
    fake_mail(page, style=PHONE)
    if note:
        page.get_by_label("Body").focus()
        page.keyboard.type(note)
        expect(page.locator("afterword-panel .count[data-level=stop]")).to_be_visible()
    return page


def open_tab(page: Page, name: str) -> None:
    """Unfold the panel and choose a tab."""
    page.locator(".opener").click()
    page.locator(f"#tab-{name}").click()


def panel_states(chromium: Chromium, say: Spoken) -> Iterator[tuple[str, Page]]:
    """The panel, from nothing written to what was found in the inserted draft."""
    other = card(id="g", company="Globex Financial Services", role="Senior Data Analyst")
    store(chromium, cards=[card(), other], sender={"name": "Priya Nair"})
    page = compose(chromium)
    open_tab(page, "check")
    yield "nothing written", page
    page.locator("#tab-insert").click()
    expect(page.locator(".template").first).to_be_visible()
    yield "occasions", page
    page.locator(".template").first.click()
    page.locator(".insert summary").first.click()
    yield "card", page
    page.get_by_role("button", name=say.words("preview"), exact=True).click()
    expect(page.locator(".preview")).to_be_visible()
    yield "preview", page
    page.get_by_role("button", name=say.words("insertDraft")).click()
    page.locator(".finding .head").first.click()
    page.get_by_role("button", name=say.words("why"), exact=True).click()
    expect(page.get_by_role("link", name=say.words("readMore"))).to_be_visible()
    page.get_by_label(say.words("movesSwitch")).check()
    yield "findings", page
    page.close()


def panel_of_five(chromium: Chromium, say: Spoken) -> Iterator[tuple[str, Page]]:
    """Five people, two notes that are the same."""
    at = datetime.now().timestamp() * 1000
    same = (
        "Dear all,\n\nThank you for the interview. I enjoyed our talk about the data platform and"
        " how your team moved it to streaming. I am very interested in the role.\n\n"
        "Kind regards,\nPriya"
    )
    notes = [{"step": "thank", "to": who["email"], "at": at, "text": same} for who in FIVE[:2]]
    endless = {"name": "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "email": ""}
    panel = [*FIVE[:4], endless]
    store(chromium, cards=[card(interviewers=panel, company=endless["name"], written=notes)])
    page = compose(chromium)
    open_tab(page, "insert")
    page.locator(".template").first.click()
    expect(page.get_by_text(say.words("alikeBoth"))).to_be_visible()
    yield "panel of five", page
    page.close()


def bubble_and_question(chromium: Chromium, say: Spoken) -> Iterator[tuple[str, Page]]:
    """The bubble beside a word, and the question beside Send."""
    store(chromium, cards=[card()])
    page = compose(chromium, note=NOTE)
    page.keyboard.press("Control+Home")
    for _ in "Hi D":
        page.keyboard.press("ArrowRight")
    found = page.locator("afterword-bubble")
    found.get_by_role("button", name=say.words("why"), exact=True).click()
    expect(found.get_by_role("link")).to_be_visible()
    yield "bubble on a mark", page
    page.locator("#send").click()
    asked = page.get_by_role("alertdialog")
    expect(asked.get_by_role("button", name=say.words("fix"), exact=True)).to_be_focused()
    yield "question", page
    page.close()


def kept_words(chromium: Chromium, say: Spoken) -> Iterator[tuple[str, Page]]:
    """A message that went away while it was asked about, and came back with fewer words."""
    store(chromium, cards=[card()])
    page = compose(chromium, note=NOTE)
    page.locator("#send").click()
    expect(page.get_by_role("alertdialog")).to_be_visible()
    fake_mail(page, style=PHONE, saved=NOTE.partition("I enjoyed")[0])
    open_tab(page, "check")
    expect(page.get_by_role("region", name=say.words("lostWords"))).to_be_visible()
    yield "kept words", page
    page.close()


def desk(chromium: Chromium, say: Spoken) -> Iterator[tuple[str, Page]]:
    """The popup: interviews at each step, what is behind More, and the form."""
    now = datetime.now()
    at = now.timestamp() * 1000
    thanked = [{"step": "thank", "to": "", "at": at, "text": ""}]
    long_ago = f"{now - timedelta(days=12):%Y-%m-%dT%H:%M}"
    company = "Donaudampfschifffahrtsgesellschaft"
    endless = [FIVE[0], {"name": company * 3, "email": f"{company}.{company}@acme.example"}]
    store(
        chromium,
        cards=[
            card(interviewers=FIVE),
            card(id="b", interviewedAt=long_ago, written=thanked, remindAt=at + 9e6),
            card(id="c", interviewedAt=long_ago, company=company, role="Softwareentwicklerin"),
            card(id="d", written=thanked, promised=["the runbook that we talked about"]),
            card(id="e", interviewedAt=""),
            card(id="f", quietUntil=at + 9e7),
            card(id="g", closed=True, company=company * 2),
            card(id="h", interviewers=endless, company=company * 3),
        ],
    )
    page = chromium.page()
    page.goto(f"{chromium.extension_url}popup/popup.html")
    page.evaluate("import('/popup/popup.js')")  # at its end all parts are drawn
    expect(page.get_by_text(say.words("statusOn"))).to_be_visible()
    for more in page.locator("details > summary").all():
        if more.is_visible():
            more.click()
    yield "desk", page
    page.get_by_role("button", name=say.words("addInterview")).click()
    page.locator("form summary").click()
    yield "form", page
    page.close()


def settings(chromium: Chromium, say: Spoken) -> Iterator[tuple[str, Page]]:
    """The settings, with what they ask."""
    page = chromium.page()
    page.goto(f"{chromium.extension_url}options/options.html")
    page.get_by_label(say.words("serviceAddress"), exact=True).fill("http://otherwise.example:8765")
    page.get_by_role("button", name=say.words("test"), exact=True).click()
    page.get_by_role("button", name=say.words("deleteAll")).click()
    expect(page.locator(".consent")).to_contain_text("otherwise.example")
    yield "settings", page
    page.close()


def test_each_direction_keeps_to_itself_where_words_are_written_the_other_way(
    chromium_factory: Callable[..., Chromium], service: str, tmp_path: Path
) -> None:
    say = spoken("rtl", tmp_path)
    chromium = chromium_factory(service, say.extension, say.language)
    store(chromium, cards=[card()])
    page = compose(chromium)
    open_tab(page, "insert")
    page.locator(".template").first.click()
    usual = page.locator(".when span")
    # In one piece, and read from the left.
    expect(usual).to_have_attribute("dir", "ltr")
    assert usual.evaluate("part => part.getClientRects().length") == 1
    settings = chromium.page()
    settings.goto(f"{chromium.extension_url}options/options.html")
    for field, words in {"sender_phone": "+49 30 1234", "serviceAddress": "[::1]:8765"}.items():
        typed = settings.get_by_label(say.words(field), exact=True)
        typed.fill(words)
        assert typed.evaluate("field => getComputedStyle(field).direction") == "ltr"


def test_the_keyboard_goes_along_to_the_preview(chromium: Chromium, service: str) -> None:
    store(chromium, cards=[card()])
    page = compose(chromium)
    open_tab(page, "insert")
    page.locator(".template").first.press("Enter")
    page.get_by_role("button", name="Preview", exact=True).press("Enter")
    expect(page.locator(".preview")).to_be_visible()
    # Its heading is the one of the step before: heard again, it would tell of no other step.
    expect(page.get_by_role("region", name="Preview")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".insert h3")).to_be_focused()
    assert page.evaluate(FOCUSED)["seen"]


def test_what_must_be_settled_and_what_is_advice_stand_on_a_line_each(
    chromium: Chromium, service: str
) -> None:
    store(chromium, cards=[card()])
    page = compose(chromium, note=NOTE)
    open_tab(page, "check")
    stops, advice = Panel(page).headline.inner_text().splitlines()
    assert stops == "2 things before you send,"
    assert advice.endswith(" worth a look")


@pytest.mark.parametrize("size", ["wide", "320 px"])
def test_the_way_on_has_room_and_hides_no_field(
    chromium: Chromium, service: str, size: str
) -> None:
    page = compose(chromium)
    page.set_viewport_size(SIZES[size])
    open_tab(page, "insert")
    page.locator(".template").first.click()
    preview = page.get_by_role("button", name="Preview", exact=True)
    email = page.get_by_label("Your email", exact=True)
    page.get_by_label("Your phone", exact=True).press("Tab")
    expect(email).to_be_focused()
    panel, button, field = (
        part.bounding_box() for part in (page.locator(".panel"), preview, email)
    )
    assert panel and button and field
    assert button["y"] + button["height"] + 12 <= panel["y"] + panel["height"]
    assert field["y"] + field["height"] <= button["y"]


FOCUSED = """() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(at);
  const seen = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  const root = at.getRootNode().host?.localName ?? "";
  return { root, part: `${at.localName}.${at.className}`, seen, outlineColor };
}"""


def test_the_focus_is_seen_in_forced_colours(chromium: Chromium, service: str) -> None:
    store(chromium, cards=[card()])
    page = compose(chromium, note=NOTE)
    page.emulate_media(forced_colors="active")
    open_tab(page, "check")
    page.locator(".finding .head").first.click()
    page.locator("#tab-check").focus()
    ground = "() => getComputedStyle(document.body).backgroundColor"
    canvas = page.evaluate(ground)
    seen = []
    for tab in ("check", "insert"):
        page.locator(f"#tab-{tab}").click()
        expect(
            page.locator({"check": ".finding", "insert": ".template"}[tab]).first
        ).to_be_visible()
        for _ in range(7):
            page.keyboard.press("Tab")
            at = page.evaluate(FOCUSED)
            if at["root"] != "afterword-panel":
                break
            assert at["seen"], at
            assert at["outlineColor"] != canvas, at
            seen.append(at["part"])
    assert {"button.head", "button.template"} <= set(seen)


def test_tabs_are_read_above_one_line_in_forced_colours(chromium: Chromium, service: str) -> None:
    store(chromium, cards=[card()])
    page = compose(chromium)
    page.emulate_media(forced_colors="active")
    open_tab(page, "check")
    ink = page.evaluate("() => getComputedStyle(document.body).color")
    look = """tabs => tabs.map((tab) => {
      const { color, backgroundColor } = getComputedStyle(tab);
      return [color, backgroundColor];
    })"""
    # Nothing of theirs covers the line that they stand on.
    assert page.get_by_role("tab").evaluate_all(look) == [[ink, "rgba(0, 0, 0, 0)"]] * 2


def test_kinds_of_marks_are_told_apart_in_forced_colours(chromium: Chromium, service: str) -> None:
    store(chromium, cards=[card()])
    page = compose(chromium, note=NOTE)
    page.emulate_media(forced_colors="active")
    style = """(body, name) =>
      getComputedStyle(body, `::highlight(afterword-${name})`).textDecorationStyle"""
    body = page.get_by_label("Body")
    lines = [body.evaluate(style, name) for name in ("stop", "blank", "advice")]
    assert lines == ["solid", "dashed", "dotted"]
    colour = """(body, name) => [getComputedStyle(body).color,
      getComputedStyle(body, `::highlight(afterword-${name})`).textDecorationColor]"""
    for name in ("stop", "blank", "advice"):
        words, line = body.evaluate(colour, name)
        assert line == words, name
    # Tints could not be told apart: none is drawn, and the panel says why.
    open_tab(page, "check")
    page.get_by_label("What each sentence does").check()
    expect(page.get_by_text("sentences cannot be tinted")).to_be_visible()
    drawn = page.evaluate("[...CSS.highlights.keys()].map((name) => name.slice(10))")
    assert set(drawn) <= {"stop", "blank", "advice", "open"}


def test_the_legend_has_the_colours_of_a_light_draft_on_a_dark_screen_too(
    chromium: Chromium, service: str
) -> None:
    page = compose(chromium, note=NOTE)
    open_tab(page, "check")
    page.get_by_label("What each sentence does").check()
    swatches = page.locator(".legend .swatch")
    expect(swatches).not_to_have_count(0)

    def seen() -> list[bytes]:
        boxes = [swatch.bounding_box() for swatch in swatches.all()]
        inside = [(box["x"] + 4, box["y"] + 4) for box in boxes if box]
        clips = [FloatRect(x=x, y=y, width=8, height=10) for x, y in inside]
        return [page.screenshot(clip=clip) for clip in clips]

    light = seen()
    page.emulate_media(color_scheme="dark")
    assert seen() == light


def test_controls_of_the_panel_are_dark_on_a_dark_screen(chromium: Chromium, service: str) -> None:
    page = chromium.page()
    page.emulate_media(color_scheme="dark")
    fake_mail(page)
    schemes = page.locator("afterword-panel").evaluate_all(
        "hosts => hosts.map((host) => getComputedStyle(host).colorScheme)"
    )
    assert set(schemes) == {"light dark"}


LOOKS = """() => {
  const look = (part) => {
    const style = getComputedStyle(part);
    // Where it stands is the page's own.
    const said = [...style].filter((name) => !/^(--|top|right|bottom|left|inset)/.test(name));
    return said.map((name) => `${name}: ${style.getPropertyValue(name)}`).join("; ");
  };
  const hosts = [...document.querySelectorAll("afterword-panel")];
  return hosts.flatMap((host) => [host, ...host.shadowRoot.querySelectorAll("*")].map(look));
}"""


def test_what_a_page_says_of_all_its_elements_is_not_said_of_ours(
    chromium: Chromium, service: str
) -> None:
    def opened(style: str) -> Page:
        mail = fake_mail(chromium.page(), style=style)
        mail.panel.open("Insert")
        expect(mail.panel.button("I had an interview")).to_be_visible()
        return mail.page

    words = "font: italic 30px monospace; letter-spacing: 9px; color: red; text-align: right"
    boxes = "float: left; opacity: 0.3; margin: 9px; overflow: hidden; user-select: none"
    plain, styled = opened(""), opened(f"* {{ {words}; {boxes} }}")
    # Each is drawn in its own time.
    eventually(
        lambda: styled.evaluate(LOOKS) == plain.evaluate(LOOKS), "each part looks the same on both"
    )
