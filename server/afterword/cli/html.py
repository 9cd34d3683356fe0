"""The text of an HTML mail, as its reader sees it."""

from __future__ import annotations

from html.parser import HTMLParser

BLOCKS = {"p", "div", "li", "tr", "blockquote", "h1", "h2", "h3", "ul", "ol", "table"}
CELLS = {"td", "th"}
UNSEEN = {"style", "script", "title"}


def text_of(html: str) -> str:
    """Return the words of an HTML mail, a line for each block."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = [line.strip() for line in "".join(reader.out).split("\n")]
    return "\n".join(lines).strip("\n")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.out: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNSEEN:
            self._unseen += 1
        if tag in BLOCKS:
            self._break()
        if tag in CELLS:
            self._space()
        if tag == "br" or (tag == "p" and self.out):
            self.out.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        if tag in BLOCKS:
            self._break()

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        if data[:1].isspace():
            self._space()
        if words := " ".join(data.split()):
            self.out.append(words + " " * data[-1:].isspace())

    def _space(self) -> None:
        """Part two words, once, but not at the start of a line."""
        if self.out and self.out[-1][-1:] not in {"\n", " "}:
            self.out.append(" ")

    def _break(self) -> None:
        if self.out and not self.out[-1].endswith("\n"):
            self.out.append("\n")
