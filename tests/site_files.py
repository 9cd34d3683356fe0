"""A built site, read back as its visitors' browsers would."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urljoin, urlsplit

_EMPTY = {"meta", "link", "input", "br", "hr", "img", "path", "circle", "source"}
_LOADING = {
    ("link", "href"),
    ("script", "src"),
    ("img", "src"),
    ("iframe", "src"),
    ("use", "href"),
}


@dataclass
class Document(HTMLParser):
    """What one page says of itself."""

    path: str
    """Its address on the site, such as `/guidelines/`."""
    html: str
    lang: str | None = None
    title: str = ""
    headings: list[tuple[int, str]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    """Addresses that a browser fetches by itself."""
    later: list[str] = field(default_factory=list)
    """Those of pictures, which it fetches once they are nearly in view."""
    inline: list[str] = field(default_factory=list)
    """Styles, scripts and handlers that a strict policy refuses."""
    text: str = ""

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)
        self._open: list[str] = []
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the tag loads, links to, or breaks."""
        values = {name: value or "" for name, value in attrs}
        if tag not in _EMPTY:
            self._open.append(tag)
        if tag == "html":
            self.lang = values.get("lang")
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if "id" in values:
            self.ids.append(values["id"])
        loading = [values[name] for kind, name in _LOADING if kind == tag and name in values]
        lazy = values.get("loading") == "lazy"
        self.loaded += [] if lazy else loading
        self.later += loading if lazy else [values["srcset"]] if tag == "source" else []
        self.inline += [f"<{tag} {name}>" for name in values if name == "style" or name[:2] == "on"]
        if tag == "style" or (tag == "script" and "src" not in values):
            self.inline.append(f"<{tag}>")
        if tag[0] == "h" and tag[1:].isdigit():
            self.headings.append((int(tag[1:]), ""))

    def handle_endtag(self, tag: str) -> None:
        """Leave the tag; a page whose tags do not nest is broken."""
        if tag not in _EMPTY:
            assert self._open, f"{self.path}: </{tag}> closes nothing"
            assert self._open.pop() == tag, f"{self.path}: </{tag}> does not nest"

    def handle_data(self, data: str) -> None:
        """Collect words, and those of headings and title apart."""
        self.text += data
        inner = self._open[-1] if self._open else ""
        if inner == "title" and "svg" not in self._open:
            self.title += data
        if any(tag[0] == "h" and tag[1:].isdigit() for tag in self._open):
            level, words = self.headings[-1]
            self.headings[-1] = (level, words + data)

    def target(self, address: str) -> tuple[str, str]:
        """Return the site path and the fragment that an address on this page leads to."""
        url = urlsplit(urljoin(f"http://site{self.path}", address))
        return unquote(url.path), unquote(url.fragment)


def read(directory: Path) -> dict[str, Document]:
    """Return every page of a built site by its address."""
    pages = {}
    for file in sorted(directory.rglob("*.html")):
        path = "/" + file.relative_to(directory).as_posix().removesuffix("index.html")
        pages[path] = Document(path, file.read_text(encoding="utf-8"))
    return pages


def file(directory: Path, path: str) -> Path:
    """Return the file that a static host sends for a site path."""
    return directory / normpath(path.lstrip("/") + ("index.html" if path.endswith("/") else ""))


_IMPORT = re.compile(r'^(?:import|\} from) ?(?:.* from )?"(\.[^"]+)"', re.MULTILINE)
_FETCHED = re.compile(r'new URL\("([\w.-]+)", import\.meta\.url\)')


def imports(module: Path) -> list[Path]:
    """Return the files that a script loads by itself."""
    code = module.read_text(encoding="utf-8")
    return [
        (module.parent / name).resolve() for name in _IMPORT.findall(code) + _FETCHED.findall(code)
    ]


def first_load(directory: Path, document: Document) -> int:
    """Return the bytes, not compressed, of a page with all that it loads by itself."""
    waiting = [file(directory, document.target(name)[0]).resolve() for name in document.loaded]
    loaded: set[Path] = set()
    while waiting:
        if (found := waiting.pop()) not in loaded:
            loaded.add(found)
            waiting += imports(found) if found.suffix == ".js" else []
    return len(document.html.encode()) + sum(found.stat().st_size for found in loaded)
