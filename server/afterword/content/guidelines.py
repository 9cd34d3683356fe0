"""Read and validate guidelines: a page and its examples, each in a folder of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import cast, get_args

from afterword.content import examples, matter, sections
from afterword.content.errors import ContentError
from afterword.content.layers import laid
from afterword.content.model import Agreement, Example, Guideline, Kind, Section, Source
from afterword.content.parts import answer, ids, lead, read, sources
from afterword.names import id_of, is_folder

SECTIONS = ("Why", "Good and bad", "When not", "What the check looks for")
ADVICE_ONLY = "This page is advice only."


def load_guidelines(*folders: Path) -> tuple[Guideline, ...]:
    """Read every `<name>/guideline.md` (and `cases.md`) below `folders`, sorted by id.

    Of two files with one place, that of the later folder counts. Raises ContentError for the
    first file that cannot be used.
    """
    files = laid(folders, "*/*.md")
    homes = {
        name: path
        for name, path in laid(folders, "*").items()
        if path.is_dir() and not name.startswith(("_", "."))
    }
    guidelines = tuple(
        _guideline(
            files.get(f"{name}/guideline.md", home / "guideline.md"), files.get(f"{name}/cases.md")
        )
        for name, home in homes.items()
    )
    _once((check, guideline.path) for guideline in guidelines for check in guideline.checks)
    return guidelines


def check_links(guidelines: Iterable[Guideline]) -> None:
    """Raise ContentError for the first id that leads nowhere: related or shared."""
    known = {guideline.id: guideline for guideline in guidelines}
    checks = {check for guideline in known.values() for check in guideline.checks}
    for guideline in known.values():
        lead(guideline.path, "related", guideline.related, known)
        lead(guideline.path, "shares", guideline.shares, checks)


def _guideline(path: Path, cases: Path | None) -> Guideline:
    folder = path.parent
    if not is_folder(folder.name):
        raise ContentError(folder, 1, "The folder's name is not an id.", "Use greet_by_name.")
    front, text, first = matter.split(path, read(path))
    checks, shares = front.texts("checks"), front.texts("shares", ())
    cut = sections.cut(path, text, first)
    sections.hold(path, cut, SECTIONS, first)
    _passages(path, cut[-1], checks)
    guideline = Guideline(
        id=id_of(folder.name),
        title=front.text("title"),
        answer=answer(front),
        agreement=cast(Agreement, front.choice("agreement", get_args(Agreement))),
        kinds=_some(front, "kinds", get_args(Kind)),
        seed=front.texts("seed"),
        checks=ids(front, "checks", checks),
        shares=ids(front, "shares", shares),
        related=ids(front, "related", front.texts("related", ())),
        reviewed=front.day("reviewed"),
        sources=_some_sources(front),
        sections=cut,
        examples=_examples(path, text, first, checks + shares),
        cases=_examples(cases, read(cases), 1, checks + shares) if cases else (),
        path=path,
    )
    front.close()
    return guideline


def _some(front: matter.Matter, name: str, choices: tuple[str, ...]) -> tuple[str, ...]:
    values = front.texts(name)
    if not values or set(values) - set(choices):
        raise front.fault(name, f"`{name}` is not right.", f"Use some of: {', '.join(choices)}.")
    return values


def _some_sources(front: matter.Matter) -> tuple[Source, ...]:
    found = sources(front)
    if not found:
        raise front.fault("sources", "There is no source.", "Add a [[sources]] table.")
    return found


def _passages(path: Path, section: Section, checks: tuple[str, ...]) -> None:
    """Hold the last section to one `### check-id` for each check of the folder."""
    heads = [
        item
        for item in sections.scan(path, section.markdown, section.line)
        if isinstance(item, sections.Heading)
    ]
    titles = tuple(head.title for head in heads)
    if titles != checks:
        line = next((h.line for h in heads if h.title not in checks), section.line - 1)
        cure = f"Write one ### for each: {', '.join(checks) or 'none'}, in the order of `checks`."
        raise ContentError(path, line, "The ### headings and `checks` differ.", cure)
    if not checks and ADVICE_ONLY not in section.markdown:
        fault = "The page has no check and does not say so."
        raise ContentError(path, section.line, fault, f"Begin with “{ADVICE_ONLY}”")


def _examples(path: Path, text: str, first: int, checks: Collection[str]) -> tuple[Example, ...]:
    found = sections.scan(path, text, first)
    read = examples.read(path, (item for item in found if isinstance(item, sections.Fence)))
    for example in read:
        if example.check and example.check not in checks:
            fault = f"`{example.check}` is in neither `checks` nor `shares`."
            raise ContentError(path, example.line, fault, f"Use one of: {', '.join(checks)}.")
    return read


def _once(owners: Iterable[tuple[str, Path]]) -> None:
    seen: dict[str, Path] = {}
    for check, path in owners:
        if check in seen:
            fault = f"The check {check} belongs to {seen[check].parent.name} already."
            raise ContentError(path, 1, fault, "Name it in `shares` here.")
        seen[check] = path
