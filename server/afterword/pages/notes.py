"""Examples drawn as emails on paper, the weak note beside the strong one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from markupsafe import Markup, escape

from afterword.content import render, sections
from afterword.content.model import Example, Guideline, Section
from afterword.engine.model import Check, Level
from afterword.engine.wording import spoken

Headers = Mapping[str, tuple[str, ...]]

_WEAK, _STRONG = "weak", "strong"
_DIFFERENT = "Underlined: what is different."


@dataclass(frozen=True, slots=True)
class Note:
    """One example, ready to be drawn."""

    verdict: str
    """`weak` or `strong`."""
    stop: bool
    """Whether the weakness is one that may hold a send."""
    label: str
    caption: Markup
    """The words of the page that introduce it."""
    envelope: tuple[tuple[str, Markup], ...]
    subject: Markup | None
    body: Markup
    remark: str


def rows(
    guideline: Guideline, section: Section, checks: Mapping[str, Check], link: render.Link
) -> tuple[list[list[Note]], Markup]:
    """Draw the section "Good and bad": rows of one or two notes, and the words after the last.

    Each strong note is compared with the weak one that it stands beside.
    """
    drawn: list[list[Note]] = []
    weak: Example | None = None
    cells, after = _cells(guideline, section)
    for words, example in cells:
        caption = Markup(render.to_html(words, link))
        if example.check:
            weak = example
            drawn.append([_weak(example, checks[example.check], caption)])
            continue
        note = _strong(example, weak, caption)
        if drawn and len(drawn[-1]) == 1:
            drawn[-1].append(note)
        else:
            drawn.append([note])
        weak = None
    return drawn, Markup(render.to_html(after, link))


def _cells(guideline: Guideline, section: Section) -> tuple[list[tuple[str, Example]], str]:
    """Return each example of a section with the Markdown before it, and what follows the last."""
    by_line = {example.line: example for example in guideline.examples}
    lines = section.markdown.split("\n")
    cells, at = [], 0
    for item in sections.scan(guideline.path, section.markdown, section.line):
        if isinstance(item, sections.Fence) and item.line in by_line:
            start = item.line - section.line
            cells.append(("\n".join(lines[at:start]).strip(), by_line[item.line]))
            at = start + len(item.lines) + 2
    return cells, "\n".join(lines[at:])


def _weak(example: Example, check: Check, caption: Markup) -> Note:
    stop = check.level is Level.STOP
    if example.marks:
        remark = f"Underlined: {check.summary[0].lower()}{check.summary[1:]}"
    else:
        remark = check.summary
    return Note(
        verdict=_WEAK,
        stop=stop,
        label="Weak: settle this before you send" if stop else "Weak",
        caption=caption,
        envelope=tuple((name, escape(value)) for name, value in _envelope(example.headers)),
        subject=_subject(example, render.ranges_of(example.marks, "subject"), _WEAK),
        body=_body(example, render.ranges_of(example.marks, "body"), _WEAK),
        remark=remark,
    )


def _strong(example: Example, weak: Example | None, caption: Markup) -> Note:
    body = render.changed(weak.body, example.body) if weak else []
    subject = render.changed(weak.subject or "", example.subject or "") if weak else []
    before = dict(_envelope(weak.headers)) if weak and (body or _one_note(weak, example)) else {}
    envelope = tuple(_row(name, value, before) for name, value in _envelope(example.headers))
    different = body or subject or any("<mark>" in value for _, value in envelope)
    return Note(
        verdict=_STRONG,
        stop=False,
        label="Strong" if example.verdict == "good" else "Strong: the same note, mended",
        caption=caption,
        envelope=envelope,
        subject=_subject(example, subject, _STRONG),
        body=_body(example, body, _STRONG),
        remark=_DIFFERENT if different else "",
    )


def _one_note(weak: Example, strong: Example) -> bool:
    return weak.body == strong.body


def _row(name: str, value: str, before: Mapping[str, str]) -> tuple[str, Markup]:
    if not before or before.get(name) == value:
        return name, escape(value)
    return name, Markup(render.line(value, [(0, len(value))], _STRONG))


def _subject(example: Example, ranges: Sequence[tuple[int, int]], tag: str) -> Markup | None:
    if example.subject is None:
        return None
    return Markup(render.line(example.subject, ranges, tag))


def _body(example: Example, ranges: Sequence[tuple[int, int]], tag: str) -> Markup:
    return Markup(render.letter(example.body, ranges, tag))


def _envelope(headers: Headers) -> Iterator[tuple[str, str]]:
    """Yield the lines above an email that help to read it: people, interview, times, promises."""
    if sender := _first(headers, "sender"):
        yield "From", sender
    if people := headers.get("to") or headers.get("interviewer"):
        yield "To", ", ".join(people)
    if headers.get("to") and _names(headers["to"]) != _names(headers.get("interviewer", ())):
        yield "Interviewer", ", ".join(headers.get("interviewer", ())) or "not known"
    if interview := _interview(headers):
        yield "Interview", interview
    if promised := _first(headers, "decision-by"):
        yield "Answer promised", day(date.fromisoformat(promised))
    yield from _list(headers, "Open question", "open-question")
    yield from _list(headers, "Promised", "promised")
    if other := _joined(headers, "other-interviewer", "other-role", "other-company"):
        yield "Other interview", other
    if (count := _first(headers, "attachments")) and count != "0":
        yield "Attachments", count
    if now := _first(headers, "now"):
        yield "Sent", moment(datetime.fromisoformat(now))


def _first(headers: Headers, name: str) -> str:
    return headers.get(name, ("",))[0]


def _list(headers: Headers, title: str, name: str) -> Iterator[tuple[str, str]]:
    if values := headers.get(name):
        yield title, "; ".join(values)


def _joined(headers: Headers, *names: str) -> str:
    return ", ".join(value for name in names if (value := _first(headers, name)))


def _names(people: Sequence[str]) -> list[str]:
    return [person.partition("<")[0].strip() for person in people]


def _interview(headers: Headers) -> str:
    parts = [_joined(headers, "role", "company")]
    if when := _first(headers, "interviewed"):
        parts.append(moment(datetime.fromisoformat(when)))
    return "; ".join(part for part in parts if part)


def day(value: date) -> str:
    """Return a date in words: Tuesday 3 March 2026."""
    return f"{spoken(value)} {value.year}"


def moment(value: datetime) -> str:
    """Return a date and time in words: Tuesday 3 March 2026, 14:00."""
    return f"{day(value)}, {value:%H:%M}"
