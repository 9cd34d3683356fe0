"""A template drawn with its blanks and its optional words visible."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from markupsafe import Markup

from afterword.content import fill
from afterword.content.model import Part, Template, TemplateField
from afterword.content.slots import Segment, Slot, parse


def draw(template: Template, part: Part) -> Markup:
    """Return one part of a template as HTML: a span for each blank and each optional segment.

    The words that stand instead of a segment follow it, hidden; the page's script shows them
    when it copies a note whose blank stayed open.
    """
    fields = {field.name: field for field in fill.fields(template)}
    return Markup("".join(_item(item, fields) for item in parse(part, getattr(template, part))))


def _item(item: str | Slot | Segment, fields: Mapping[str, TemplateField]) -> str:
    if isinstance(item, Segment):
        drawn = f'<span class="optional">{_run(item.main, fields)}</span>'
        if item.other is not None:
            drawn += f'<span class="otherwise" hidden>{_run(item.other, fields)}</span>'
        return drawn
    return _run((item,), fields)


def _run(items: Iterable[str | Slot], fields: Mapping[str, TemplateField]) -> str:
    return "".join(
        _blank(fields[item.name]) if isinstance(item, Slot) else escape(item, quote=False)
        for item in items
    )


def _blank(field: TemplateField) -> str:
    return (
        f'<span class="blank" data-slot="{field.name}">[{escape(field.blank, quote=False)}]</span>'
    )
