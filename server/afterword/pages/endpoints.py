"""What draws each page of the site, and at which address it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from flask import Response, current_app, jsonify, render_template, send_from_directory
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from afterword.pages import shared
from afterword.pages.addresses import link
from afterword.pages.served import served

# Markdown, difflib and the drawing modules are imported where a page is drawn: a service that is
# asked for checks first must answer within half a second of its start.

Draw = TypeVar("Draw", bound=Callable[..., ResponseReturnValue])
VIEWS: dict[Callable[..., ResponseReturnValue], str] = {}
"""Each function that draws, and where it stands; hand-written pages have rules of their own."""


def stands_at(path: str) -> Callable[[Draw], Draw]:
    """Let a function draw what stands at `path`; its name is the endpoint."""

    def declare(draw: Draw) -> Draw:
        VIEWS[draw] = path
        return draw

    return declare


@stands_at("/")
def start() -> str:
    """Draw the start page: three doors, the two weeks after an interview, all guidelines."""
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
