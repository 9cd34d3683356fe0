"""What the page of a template and the page of an occasion show."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from afterword.content import fill, render
from afterword.content.model import Occasion, Template
from afterword.pages import blanks, notes
from afterword.pages.addresses import link
from afterword.pages.library import Library


def template(template: Template, library: Library) -> dict[str, Any]:
    """Return what the page of a template shows."""
    return {
        "title": template.title,
        "description": f"{template.occasion} An email to fill in. When: {template.usual}.",
        "door": library.door(template.door),
        "guidelines": [library.content.guidelines[id] for id in template.guidelines],
        "occasions": library.using(template),
        **_email(template),
    }


def occasion(occasion: Occasion, library: Library) -> dict[str, Any]:
    """Return what the page of an occasion shows: its first template whole, the others by name."""
    first, *others = (library.content.templates[id] for id in occasion.templates)
    matters, pitfalls, when_not = (
        Markup(render.to_html(section.markdown, link)) for section in occasion.sections
    )
    return {
        "title": occasion.title,
        "description": occasion.answer,
        "occasion": occasion,
        "door": library.door(occasion.door),
        "matters": matters,
        "pitfalls": pitfalls,
        "when_not": when_not,
        "others": others,
        "reviewed": notes.day(occasion.reviewed),
        **_email(first),
    }


def _email(template: Template) -> dict[str, Any]:
    """Return a template as its readers fill it."""
    body = blanks.draw(template, "body")
    return {
        "template": template,
        "subject": blanks.draw(template, "subject"),
        "body": body,
        "optional": 'class="optional"' in body,
        "fields": fill.fields(template),
        "filled": fill.fill(template, fill.examples(template)),
    }
