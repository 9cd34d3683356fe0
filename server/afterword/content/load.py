"""Read and validate the content files: guidelines, templates and pages.

Everything is read once, when the service starts; the first fault is raised as a ContentError that
names the file, the line and the cure.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import cast, get_args

from afterword.content import examples, fill, matter, sections
from afterword.content.errors import ContentError
from afterword.content.layers import laid
from afterword.content.model import (
    USUAL_STEP,
    Agreement,
    Door,
    Example,
    Guideline,
    Kind,
    Page,
    Section,
    Source,
    Step,
    Template,
    TemplateField,
    TemplateKind,
)
from afterword.content.parts import answer, ids, lead, read, sources
from afterword.content.slots import SlotError
from afterword.names import ID, id_of, is_folder

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


def load_templates(*folders: Path) -> tuple[Template, ...]:
    """Read every `<name>.md` in `folders`, by door and rank; a later folder's file counts.

    Raises ContentError for the first file that cannot be used.
    """
    templates = [_template(path) for path in laid(folders, "*.md").values()]
    doors = get_args(Door)
    return tuple(sorted(templates, key=lambda t: (doors.index(t.door), t.order, t.id)))


def load_pages(*folders: Path) -> tuple[Page, ...]:
    """Read every `*.md` at any depth below `folders`, by section, rank and slug.

    Of two files with one place, that of the later folder counts. Raises ContentError for the
    first file that cannot be used.
    """
    pages = [_page(path, place) for place, path in laid(folders, "**/*.md").items()]
    return tuple(sorted(pages, key=lambda page: (page.section, page.order, page.slug)))


def check_links(guidelines: Iterable[Guideline], templates: Iterable[Template]) -> None:
    """Raise ContentError for the first id that leads nowhere: related, shared or shown."""
    known = {guideline.id: guideline for guideline in guidelines}
    checks = {check for guideline in known.values() for check in guideline.checks}
    for guideline in known.values():
        lead(guideline.path, "related", guideline.related, known)
        lead(guideline.path, "shares", guideline.shares, checks)
    for template in templates:
        lead(template.path, "guidelines", template.guidelines, known)


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


def _template(path: Path) -> Template:
    if not is_folder(path.stem):
        raise ContentError(path, 1, "The file's name is not an id.", "Use thank_you_panel.md.")
    front, text, first = matter.split(path, read(path))
    subject, body, body_line = _email(path, text, first)
    kind = cast(TemplateKind, front.choice("kind", get_args(TemplateKind)))
    template = Template(
        id=id_of(path.stem),
        title=front.text("title"),
        occasion=front.text("occasion"),
        door=cast(Door, front.choice("door", get_args(Door))),
        kind=kind,
        step=cast(Step, front.choice("step", get_args(Step), USUAL_STEP[kind])),
        order=front.integer("order"),
        earliest=front.text("earliest"),
        usual=front.text("usual"),
        latest=front.text("latest"),
        guidelines=ids(front, "guidelines", front.texts("guidelines")),
        fields=tuple(_field(table) for table in front.tables("fields")),
        subject=subject,
        body=body,
        path=path,
    )
    front.close()
    try:
        fill.validate(template)
    except SlotError as error:
        line = body_line + error.line if error.part == "body" else body_line - 2
        raise ContentError(path, line, error.fault, error.cure) from None
    return template


def _field(table: matter.Matter) -> TemplateField:
    field = TemplateField(
        table.text("name"), table.text("question"), table.text("blank"), table.text("example")
    )
    table.close()
    if not re.fullmatch(r"[a-z]+(?:_[a-z]+)*", field.name):
        raise table.fault("name", f"{field.name!r} is no field's name.", "Use letters and _.")
    if set(field.blank) & set("[]{}"):
        raise table.fault("blank", "The `blank` has brackets.", "They are drawn around it.")
    return field


def _email(path: Path, text: str, first: int) -> tuple[str, str, int]:
    """Return subject, body, and the line that the body begins on."""
    lines = text.split("\n")
    if not lines[0].startswith("Subject: "):
        fault = "The email does not begin with its subject."
        raise ContentError(path, first, fault, "Write `Subject: …` right below the +++.")
    if len(lines) < 3 or lines[1].strip():
        fault = "There is no empty line below the subject."
        raise ContentError(path, first + 1, fault, "Leave one, then write the email.")
    body = "\n".join(lines[2:]).rstrip()
    if not body:
        raise ContentError(path, first + 2, "The email has no text.", "Write it.")
    return lines[0].removeprefix("Subject: ").strip(), body, first + 2


def _page(path: Path, place: str) -> Page:
    slug = place.removesuffix(".md")
    if not all(map(ID.fullmatch, slug.split("/"))):
        raise ContentError(path, 1, "The file's path is not an address.", "Use why/say-thanks.md.")
    front, text, _ = matter.split(path, read(path))
    title = front.text("title")
    page = Page(
        slug=slug,
        title=title,
        description=front.text("description"),
        section=front.text("section"),
        order=front.integer("order"),
        aliases=front.texts("aliases", ()),
        layout=front.text("layout", "page"),
        short_title=front.text("short_title", title),
        menu=front.rank("menu"),
        footer=front.rank("footer"),
        markdown=text,
        path=path,
    )
    front.close()
    return page


def _some(front: matter.Matter, name: str, choices: tuple[str, ...]) -> tuple[str, ...]:
    values = front.texts(name)
    if not values or set(values) - set(choices):
        raise front.fault(name, f"`{name}` is not right.", f"Use some of: {', '.join(choices)}.")
    return values


def _once(owners: Iterable[tuple[str, Path]]) -> None:
    seen: dict[str, Path] = {}
    for check, path in owners:
        if check in seen:
            fault = f"The check {check} belongs to {seen[check].parent.name} already."
            raise ContentError(path, 1, fault, "Name it in `shares` here.")
        seen[check] = path
