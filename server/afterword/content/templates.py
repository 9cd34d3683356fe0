"""Read and validate templates: one email with blanks in each file."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import cast, get_args

from afterword.content import fill, matter
from afterword.content.errors import ContentError
from afterword.content.layers import laid
from afterword.content.model import (
    USUAL_STEP,
    Door,
    Step,
    Template,
    TemplateField,
    TemplateKind,
)
from afterword.content.parts import ids, lead, place, read
from afterword.content.slots import SlotError
from afterword.names import id_of, is_folder


def load_templates(*folders: Path) -> tuple[Template, ...]:
    """Read every `<name>.md` in `folders`, by door and rank; a later folder's file counts.

    Raises ContentError for the first file that cannot be used.
    """
    return tuple(sorted(map(_template, laid(folders, "*.md").values()), key=place))


def check_links(templates: Iterable[Template], guidelines: Collection[str]) -> None:
    """Raise ContentError for the first guideline of a template that is not there."""
    for template in templates:
        lead(template.path, "guidelines", template.guidelines, guidelines)


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
