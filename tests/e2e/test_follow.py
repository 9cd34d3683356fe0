"""How findings and repairs follow words that change after they were read: the pure modules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Playwright

from tests.e2e.modules import module_page

pytestmark = pytest.mark.browser

Run = Callable[..., Any]

READ = "Dear Diana,\n\nThank you for the talk. It was good.\n\nPriya"
"""What the service read; its finding is about “Diana”."""


@pytest.fixture(scope="module")
def run(playwright: Playwright) -> Iterator[Run]:
    """Run a script in a page that can import the extension's own modules."""
    with module_page(playwright) as page:
        yield lambda script, asked=None: page.evaluate(script, asked)


def span(words: str, text: str = READ) -> dict[str, int]:
    """Return where words stand in a text without signs outside of the first plane."""
    start = text.index(words)
    return {"start": start, "end": start + len(words)}


FOLLOW = """async ([read, sentences, words, text]) => {
  const { Findings } = await import("/content/findings.js");
  const findings = new Findings();
  const finding = (quote) => ({
    check: "misspelt-name", field: "body", quote, span: words[quote], suggestions: [],
  });
  const report = { findings: Object.keys(words).map(finding), sentences };
  findings.take(report, read);
  const shown = findings.standing;
  for (const now of text) findings.follow(now);
  return [shown, findings.standing].map((all) => all.map(({ span, stale }) =>
    stale ? null : text.at(-1).slice(span.start, span.end)));
}"""
"""Where words stand in the end: by what was shown from the beginning, and by what is shown then."""
SENTENCES = [
    {"span": span("Thank you for the talk."), "moves": []},
    {"span": span("It was good."), "moves": []},
]
WORDS = {words: span(words) for words in ("Diana", "talk", "good")}


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ([READ], ["Diana", "talk", "good"]),
        # What is written elsewhere moves what stands behind it, and changes nothing else.
        ([READ + " Nair"], ["Diana", "talk", "good"]),
        ([READ.replace("Dear", "Dear Ms")], [None, "talk", "good"]),
        ([READ.replace("Dear Diana,", "Hello,")], [None, "talk", "good"]),
        # A sentence that is changed says something else; so may one that is written on.
        ([READ.replace("talk.", "talk!")], ["Diana", None, "good"]),
        ([READ.replace("good.", "good. 🙂")], ["Diana", "talk", None]),
        (["So: " + READ], [None, "talk", "good"]),
        # As it was read, it is as it was.
        ([READ.replace("It was", "It is"), READ], ["Diana", "talk", "good"]),
        (["", READ], ["Diana", "talk", "good"]),
        ([READ.replace("Dear", "Dear\n"), READ], ["Diana", "talk", "good"]),
        # Of two line ends the second goes.
        ([READ.replace("\n\nThank", "\nThank")], ["Diana", None, "good"]),
        # Else what was changed once has to be read again.
        ([READ.replace("good", "well"), READ + " Nair"], ["Diana", "talk", None]),
        # An editor may set a line below with the first thing that is pasted.
        ([READ.replace("Dear Diana", "Dear Dana") + "\n"], [None, "talk", "good"]),
        ([READ + "\n", READ.replace("Priya", "Omar")], ["Diana", "talk", "good"]),
    ],
)
def test_a_finding_stays_with_its_words(
    run: Run, texts: list[str], found: list[str | None]
) -> None:
    assert run(FOLLOW, [READ, SENTENCES, WORDS, texts]) == [found, found]


SHOWN = """async ([read, sentences, words, caret]) => {
  const { Findings } = await import("/content/findings.js");
  const findings = new Findings();
  const finding = (quote) => ({
    check: "misspelt-name", field: "body", quote, span: words[quote], suggestions: [],
  });
  const later = { check: "vague-subject", field: "subject", quote: "Hi", span: words.good };
  const report = { findings: [...Object.keys(words).map(finding), later], sentences };
  findings.follow(read);
  findings.take(report, read);
  return findings.shownTo(caret).map(({ finding }) => finding.quote);
}"""
BEGUN = READ.partition(".\n\nPriya")[0]
"""It ends in the middle of the sentence that was written last."""
LAST = BEGUN.index("It was")


@pytest.mark.parametrize(
    ("text", "caret", "shown"),
    [
        (BEGUN, len(BEGUN), ["Diana", "talk", "Hi"]),
        (BEGUN, LAST, ["Diana", "talk", "Hi"]),
        (BEGUN, LAST - 1, ["Diana", "talk", "good", "Hi"]),
        (BEGUN + ".", len(BEGUN) + 1, ["Diana", "talk", "good", "Hi"]),
        (BEGUN + ".”", len(BEGUN) + 2, ["Diana", "talk", "good", "Hi"]),
        (BEGUN + ". ", len(BEGUN) + 2, ["Diana", "talk", "good", "Hi"]),
    ],
)
def test_the_sentence_that_is_being_written_waits_for_its_end(
    run: Run, text: str, caret: int, shown: list[str]
) -> None:
    last = {"span": {"start": LAST, "end": len(text)}, "moves": []}
    assert run(SHOWN, [text, [SENTENCES[0], last], WORDS, caret]) == shown


LEFT = """async ([read, sentences, spans]) => {
  const { Findings } = await import("/content/findings.js");
  const findings = new Findings();
  const report = (found) => ({ sentences, findings: found.map((span) => ({
    check: "misspelt-name", field: "body", quote: "Diana", span, suggestions: [],
  })) });
  findings.take(report(spans), read);
  findings.leave(findings.standing[0]);
  findings.take(report(spans), read);
  const again = findings.standing.map(({ span }) => span.start);
  findings.forget();
  findings.take(report(spans), read);
  return [again, findings.standing.length];
}"""


def test_what_is_left_stays_left_in_this_draft_and_its_like_is_told(run: Run) -> None:
    text = "Dear Diana, dear Diana,\n\nThank you."
    first, second = ({"start": at, "end": at + 5} for at in (5, 17))
    assert run(LEFT, [text, [], [first, second]]) == [[17], 2]


STEPS = """async ([span, was, edits, body, read]) => {
  const { stepsOf } = await import("/content/edits.js");
  const quote = read.slice(was.start, was.end);
  const steps = stepsOf({ finding: { span: was, quote }, span }, edits, body, read);
  return steps?.reduce((text, { start, end, text: put }) =>
    text.slice(0, start) + put + text.slice(end), body) ?? null;
}"""
DANA = {**WORDS["Diana"], "text": "Dana"}


@pytest.mark.parametrize(
    ("edits", "body", "words", "repaired"),
    [
        ([DANA], READ, "Diana", READ.replace("Diana", "Dana")),
        ([DANA], "So: " + READ, "Diana", "So: " + READ.replace("Diana", "Dana")),
        # On several lines, each where it stands.
        (
            [DANA, {**WORDS["good"], "text": "very good"}],
            READ,
            "Diana",
            READ.replace("Diana", "Dana").replace("good", "very good"),
        ),
        ([{**DANA, "text": ""}], READ, "Diana", READ.replace("Diana", "")),
        # Elsewhere words may have moved by another distance.
        ([DANA, {**WORDS["good"], "text": "very good"}], "So: " + READ, "Diana", None),
        # Where something else stands, nothing is repaired.
        ([DANA], READ.replace("Diana", "Doris"), "Doris", None),
        ([DANA], "So: " + READ, None, None),
    ],
)
def test_a_repair_reaches_its_own_words_or_none(
    run: Run, edits: list[Any], body: str, words: str | None, repaired: str | None
) -> None:
    here = span(words, body) if words else None
    assert run(STEPS, [here, WORDS["Diana"], edits, body, READ]) == repaired


CARET = """async ([caret, edit]) => {
  const { indexAfter } = await import("/content/edits.js");
  return indexAfter(caret, edit);
}"""


@pytest.mark.parametrize(("caret", "moved"), [(0, 0), (5, 5), (7, 9), (10, 9), (11, 10), (20, 19)])
def test_the_caret_stays_or_moves_with_the_words(run: Run, caret: int, moved: int) -> None:
    assert run(CARET, [caret, {"start": 5, "end": 10, "text": "Dana"}]) == moved


PART = """async ([draft, kept]) => {
  const { partOf } = await import("/content/lost_draft.js");
  return partOf(draft, kept);
}"""
KEPT = (
    "Dear Dana,\n\nThank you for the talk today. It was good to see your team at work.\n\n"
    "Priya Nair"
)


@pytest.mark.parametrize(
    ("subject", "body", "part"),
    [
        ("Thanks", "Dear Dana,\n\nThank you for the talk today.", "less"),
        ("Thanks ", "It was  good to see your team at work.", "less"),
        # As much of it, or nearly.
        ("Thanks", KEPT, "all"),
        ("Thanks", KEPT.replace("Priya Nair", ""), "all"),
        ("Thanks", KEPT.replace("Dana", "Diana"), "all"),
        # Another message: under another subject, or of other words.
        ("Hello", KEPT, ""),
        ("Hello", "Dear Dana,\n\nThank you for the talk today.", ""),
        ("Thanks", "Dear Omar,\n\nCould you call me?", ""),
        ("Thanks", KEPT.replace("Dana", "Omar").replace("your team", "the others"), ""),
        ("Thanks", "Dear Dana,", ""),
        ("Thanks", "", ""),
    ],
)
def test_a_draft_that_came_back_is_held_against_what_was_kept(
    run: Run, subject: str, body: str, part: str
) -> None:
    draft, kept = {"subject": subject, "body": body}, {"subject": "Thanks", "body": KEPT}
    assert run(PART, [draft, kept]) == part
    one_line = {"subject": "Thanks", "body": "Thank you for the talk today, Dana."}
    assert run(PART, [draft, one_line]) == ""
