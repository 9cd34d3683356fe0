"""The pages of the site as routes, so that every link between them is made by `url_for`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from flask import (
    Blueprint,
    Response,
    current_app,
    jsonify,
    render_template,
    request,
    send_from_directory,
)
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from afterword.content import matter
from afterword.content.errors import ContentError
from afterword.content.model import Guideline, Occasion, Page, Template
from afterword.content.parts import read
from afterword.pages import host, moved, shared
from afterword.pages.addresses import address, asset, link
from afterword.pages.library import Library

# Markdown, difflib and the drawing modules are imported where a page is drawn: a service that is
# asked for checks first must answer within half a second of its start.

KEY = "afterword.pages"

Draw = TypeVar("Draw", bound=Callable[..., ResponseReturnValue])
VIEWS: dict[Callable[..., ResponseReturnValue], str] = {}
"""Each function that draws, and where it stands; hand-written pages have rules of their own."""


def stands_at(path: str) -> Callable[[Draw], Draw]:
    """Let a function draw what stands at `path`; its name is the endpoint."""

    def declare(draw: Draw) -> Draw:
        VIEWS[draw] = path
        return draw

    return declare


def blueprint(library: Library, directory: Path) -> Blueprint:
    """Return the site as a blueprint; `directory` holds its layouts and assets.

    Raises ContentError for a page or a layout that is not there, and as `pages.moved` says.
    """
    _written(library, directory / "pages")
    _laid_out(library, directory / "layouts")
    site = Blueprint(
        "site",
        __name__,
        template_folder=str(directory / "layouts"),
        static_folder=str(directory / "assets"),
        static_url_path="/assets",
    )
    for draw, path in VIEWS.items():
        site.add_url_rule(path, draw.__name__, draw)
    for own in without_view(library):
        site.add_url_rule(own.address, "page", page, defaults={"slug": own.slug})
    for name in shared.FILES:
        site.add_url_rule(
            f"/assets/shared/{name}", "shared_file", shared_file, defaults={"name": name}
        )
    addresses = moved.load(directory)
    for at, row in enumerate(addresses):
        site.add_url_rule(row.old, f"moved_{at}", partial(moved_page, row.new))
    moved.check(addresses, paths(library))
    host.register(site, library.brand)
    site.record(lambda state: state.app.extensions.update({KEY: library}))
    site.app_context_processor(_frame)
    return site


def without_view(library: Library) -> Iterator[Page]:
    """Yield the hand-written pages that have no view function of their own below."""
    own = set(VIEWS.values())
    return (page for page in library.content.pages.values() if page.address not in own)


def texts(library: Library) -> dict[str, Path]:
    """Return the file that each page is written in, by the address of the page."""
    known = library.content
    lists: tuple[tuple[str, Mapping[str, Guideline | Occasion | Template]], ...] = (
        (VIEWS[guideline], known.guidelines),
        (VIEWS[occasion], known.occasions),
        (VIEWS[template], known.templates),
    )
    many = {
        path.replace("<id>", id): one.path for path, found in lists for id, one in found.items()
    }
    return many | {page.address: page.path for page in known.pages.values()}


def paths(library: Library) -> frozenset[str]:
    """Return the address of every page."""
    views = {path for path in VIEWS.values() if path.endswith("/") and "<" not in path}
    return frozenset(views | texts(library).keys())


def _written(library: Library, folder: Path) -> None:
    """Hold the site to the hand-written pages that views below draw. Raises ContentError."""
    known = {page.address for page in library.content.pages.values()}
    for view in (start, guidelines, templates, occasions):
        if VIEWS[view] not in known:
            file = folder / f"{VIEWS[view].strip('/') or 'index'}.md"
            raise ContentError(file, 1, "The file is missing.", "Write it, or mend `site_dir`.")


def _laid_out(library: Library, layouts: Path) -> None:
    """Hold each page to a layout that is there. Raises ContentError."""
    known = sorted(path.stem for path in layouts.glob("[!_]*.html"))
    for page in library.content.pages.values():
        if page.layout not in known:
            front, _, _ = matter.split(page.path, read(page.path))
            cure = f"Use one of: {', '.join(known)}."
            raise front.fault("layout", f"There is no layout `{page.layout}`.", cure)


def served() -> Library:
    """Return the content that the running app serves."""
    library: Library = current_app.extensions[KEY]
    return library


def _frame() -> dict[str, Any]:
    return {
        "address": address,
        "asset": asset,
        "link": link,
        "brand": served().brand,
        "frozen": current_app.config.get("AFTERWORD_FROZEN", False),
        "navigation": [_entry(page.short_title, page.address) for page in served().menu],
        "footer": [
            *(_entry(page.title, page.address) for page in served().footer),
            _entry("All pages", VIEWS[index]),
        ],
    }


def _entry(title: str, path: str) -> dict[str, str | None]:
    current = None
    if request.path == path:
        current = "page"
    elif request.path.startswith(path):
        current = "true"
    return {"title": title, "address": link(path), "current": current}


@stands_at("/")
def start() -> str:
    """Draw the start page: three doors, the week after an interview, all guidelines."""
    return _page("index")


@stands_at("/guidelines/")
def guidelines() -> str:
    """Draw the list of all guidelines."""
    return _page("guidelines")


@stands_at("/templates/")
def templates() -> str:
    """Draw the list of all templates by door."""
    return _page("templates")


@stands_at("/guidelines/<id>/")
def guideline(id: str) -> str:
    """Draw one guideline."""
    found = served().content.guidelines.get(id)
    if found is None:
        raise NotFound
    from afterword.pages import advice  # noqa: PLC0415 - see the top of the file

    return render_template("guideline.html", **advice.guideline(found, served()))


@stands_at("/templates/<id>/")
def template(id: str) -> str:
    """Draw one template with its blanks and its questions."""
    found = served().content.templates.get(id)
    if found is None:
        raise NotFound
    from afterword.pages import emails  # noqa: PLC0415 - see the top of the file

    return render_template("template.html", **emails.template(found, served()))


@stands_at("/occasions/")
def occasions() -> str:
    """Draw the list of all occasions by door."""
    return _page("occasions")


@stands_at("/occasions/<id>/")
def occasion(id: str) -> str:
    """Draw one occasion with its email."""
    found = served().content.occasions.get(id)
    if found is None:
        raise NotFound
    from afterword.pages import emails  # noqa: PLC0415 - see the top of the file

    return render_template("occasion.html", **emails.occasion(found, served()))


@stands_at("/all/")
def index() -> str:
    """Draw the list of all pages, which stands in for search where there is no JavaScript."""
    from afterword.pages import entries  # noqa: PLC0415 - see the top of the file

    sections: dict[str, list[dict[str, str]]] = {}
    for entry in entries.entries(served().content):
        here = {"title": entry.title, "address": link(f"/{entry.path}")}
        sections.setdefault(entry.section, []).append(here)
    return render_template(
        "index.html",
        title="All pages",
        description="Every page of this site by title.",
        sections=[
            {"id": f"section-{at}", "title": title, "entries": entries}
            for at, (title, entries) in enumerate(sections.items(), 1)
        ],
    )


@stands_at("/search-index.json")
def search_index() -> Response:
    """Answer the index that the search field reads."""
    from afterword.pages import entries, search_index  # noqa: PLC0415 - see the top of the file

    return jsonify(search_index.build(entries.entries(served().content)))


@stands_at("/assets/shared/words.json")
def shared_words() -> Response:
    """Answer the words of the extension's panel."""
    return jsonify(shared.words())


def shared_file(name: str) -> Response:
    """Answer a module of the extension that a page of the site uses too."""
    return send_from_directory(shared.extension(), name)


@stands_at("/404.html")
def not_found_page() -> str:
    """Draw the page that static hosts show for an address that leads nowhere."""
    return not_found()


def page(slug: str) -> str:
    """Draw one hand-written page."""
    return _page(slug)


def moved_page(new: str) -> Response:
    """Lead on to where a page stands now; a static host can only do so by a page."""
    page = render_template("moved.html", title="This page has moved", new=link(new))
    if current_app.config.get("AFTERWORD_FROZEN", False):
        return Response(page)
    return Response(page, 301, {"Location": link(new)})


def not_found() -> str:
    """Draw the page for an address that leads nowhere."""
    return render_template(
        "not_found.html",
        title="This page is not here",
        description="The address leads nowhere.",
    )


def _page(slug: str) -> str:
    from afterword.pages import written  # noqa: PLC0415 - see the top of the file

    found = served().content.pages[slug]
    return render_template(f"{found.layout}.html", **written.page(found, served()))
