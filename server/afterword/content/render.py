"""Markdown and examples to HTML for the site. Raw HTML in Markdown is shown, never obeyed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from html import escape

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from afterword.content.model import Mark

Link = Callable[[str], str]
"""Turns a site path (`/glossary/#draft`) into the address to print; raises LookupError."""

Values = Mapping[str, int | float]
"""Thresholds by option name (`max-words`)."""

_THRESHOLD = re.compile(r"\{([a-z][a-z0-9.-]*)\}")
_CHECK_HEADING = re.compile(r"^### +([a-z][a-z0-9-]*) *$", re.MULTILINE)
_NOT_IN_ANCHOR = re.compile(r"[^a-z0-9]+")
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_WORDS = re.compile(r"\S+")
_PARAGRAPH_BREAK = re.compile(r"\n[ \t]*\n\s*")

# Below this share of equal words two notes differ too much for a word-by-word comparison to help.
_COMPARABLE = 0.4
# Changed words with so few equal ones between them read as one change.
_BRIDGE = 4


def anchor(heading: str) -> str:
    """Return the fragment of a heading: lower case, dashes, nothing else."""
    return _NOT_IN_ANCHOR.sub("-", heading.lower()).strip("-")


def fill_thresholds(markdown: str, values: Values, page: str) -> str:
    """Put the value of each `{option-name}` into the text of the page at the site path `page`.

    Raises LookupError for a name that is unknown.
    """

    def value(match: re.Match[str]) -> str:
        name = match[1]
        if name not in values:
            known = ", ".join(sorted(values)) or "none"
            raise LookupError(f"{page} names {{{name}}}, which is no threshold; there are: {known}")
        return f"{values[name]:g}"

    return _THRESHOLD.sub(value, markdown)


def split_checks(markdown: str) -> tuple[str, dict[str, str]]:
    """Part a section at its `### check-id` headings: the words before, then Markdown by check."""
    before, *rest = _CHECK_HEADING.split(markdown)
    return before, dict(zip(rest[::2], rest[1::2], strict=True))


def _heading_open(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
) -> str:
    tokens[at].attrSet("id", anchor(_plain(tokens[at + 1])))
    return renderer.renderToken(tokens, at, options, env)


def _table_open(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
) -> str:
    # A wide table scrolls by itself, also by keyboard, instead of widening the page.
    return '<div class="scroll" role="group" aria-label="Table" tabindex="0"><table>\n'


def _table_close(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
) -> str:
    return "</table></div>\n"


def _link_open(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
) -> str:
    address = str(tokens[at].attrGet("href") or "")
    if address.startswith("/"):
        tokens[at].attrSet("href", env["link"](address))
    elif not address.startswith("#"):
        tokens[at].attrSet("rel", "noreferrer")
    return renderer.renderToken(tokens, at, options, env)


def _text(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
) -> str:
    # A browser would break a date at its hyphens; of `time` it knows what it is.
    return _DAY.sub(r"<time>\g<0></time>", escape(tokens[at].content, quote=False))


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.add_render_rule("heading_open", _heading_open)
    parser.add_render_rule("table_open", _table_open)
    parser.add_render_rule("table_close", _table_close)
    parser.add_render_rule("link_open", _link_open)
    parser.add_render_rule("text", _text)
    return parser


_PARSER = _parser()


def _plain(inline: Token) -> str:
    return "".join(token.content for token in inline.children or ())


def to_html(markdown: str, link: Link) -> str:
    """Return `markdown` as HTML: headings get anchors, site paths go through `link`."""
    return str(_PARSER.render(markdown, {"link": link}))


def inline(markdown: str, link: Link) -> str:
    """Return one line of Markdown as HTML, without a paragraph around it."""
    return str(_PARSER.renderInline(markdown, {"link": link}))


def plain_text(markdown: str) -> str:
    """Return the words of `markdown` without marks, addresses and fences, for the search index."""
    tokens = _PARSER.parse(markdown)
    return " ".join(_plain(token) for token in tokens if token.type == "inline")


def _same(text: str) -> list[str]:
    """Words as they count for a comparison: without case and final marks."""
    return [word.casefold().strip(".,;:!?") for word in _WORDS.findall(text)]


def changed(before: str, after: str) -> list[tuple[int, int]]:
    """Return the ranges of `after` (code points) that are not in `before`, word by word.

    Empty when the two have so little in common that marking the rest would mark nearly all.
    """
    spans = [match.span() for match in _WORDS.finditer(after)]
    matcher = SequenceMatcher(None, _same(before), _same(after), autojunk=False)
    if matcher.ratio() < _COMPARABLE:
        return []
    runs: list[tuple[int, int]] = []
    for kind, _, _, start, end in matcher.get_opcodes():
        if kind not in {"replace", "insert"}:
            continue
        if (
            runs
            and start - runs[-1][1] <= _BRIDGE
            and "\n\n" not in after[spans[runs[-1][1] - 1][1] : spans[start][0]]
        ):
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return [(spans[start][0], spans[end - 1][1]) for start, end in runs]


def _marked(text: str, start: int, end: int, ranges: Sequence[tuple[int, int]], label: str) -> str:
    """Return `text[start:end]` with its ranges in <mark>, each followed by a word: never colour."""
    pieces, at = [], start
    for range_start, range_end in ranges:
        first, last = max(range_start, start), min(range_end, end)
        if first >= last:
            continue
        pieces.append(escape(text[at:first]))
        pieces.append(
            f'<mark>{escape(text[first:last])}</mark><small class="tag">{escape(label)}</small>'
        )
        at = last
    pieces.append(escape(text[at:end]))
    return "".join(pieces)


def letter(text: str, ranges: Sequence[tuple[int, int]] = (), label: str = "") -> str:
    """Return an email body as HTML paragraphs; `ranges` (code points) are marked and labelled."""
    paragraphs, at = [], 0
    for gap in [*_PARAGRAPH_BREAK.finditer(text), None]:
        end = gap.start() if gap else len(text)
        if text[at:end].strip():
            paragraphs.append(f"<p>{_marked(text, at, end, ranges, label)}</p>")
        at = gap.end() if gap else end
    return "\n".join(paragraphs)


def line(text: str, ranges: Sequence[tuple[int, int]] = (), label: str = "") -> str:
    """Return one line, a subject for example, with its ranges marked and labelled."""
    return _marked(text, 0, len(text), ranges, label)


def ranges_of(marks: Sequence[Mark], field: str) -> list[tuple[int, int]]:
    """Return the ranges of the marks in one field, in rising order."""
    return sorted((mark.start, mark.end) for mark in marks if mark.field == field)
