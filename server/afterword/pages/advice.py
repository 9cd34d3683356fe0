"""What the page of a guideline shows."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from afterword.content import render
from afterword.content.model import Agreement, Guideline
from afterword.engine.model import Check
from afterword.pages import notes
from afterword.pages.addresses import address, link
from afterword.pages.library import Library

AGREEMENT: dict[Agreement, tuple[str, str, str]] = {
    "consensus": ("●●●", "Agreed", "Nearly all the advice that we compared says the same."),
    "mixed": ("●●○", "Mixed", "Published advice is split, or the evidence points both ways."),
    "habit": ("●○○", "Habit", "A custom that is often repeated; nobody has shown that it matters."),
}
KINDS = {"thank-you": "thank-you notes", "follow-up": "follow-up emails"}
FACTS = {
    "now": "the time",
    "subject": "a subject",
    "recipients": "the recipients",
    "attachments": "the number of attachments",
    "other_interviews": "your other interviews",
    "earlier_notes": "your earlier notes",
    "interview.interviewers": "the interviewers",
    "interview.company": "the company",
    "interview.role": "the role",
    "interview.interviewed_at": "the time of the interview",
    "interview.decision_by": "the date they named",
    "interview.topics": "what you talked about",
    "interview.open_questions": "the open questions",
    "interview.promised": "what you promised",
    "sender.name": "your name",
    "sender.email": "your address",
    "sender.phone": "your phone number",
    "sender.linkedin": "your LinkedIn address",
}


def guideline(guideline: Guideline, library: Library) -> dict[str, Any]:
    """Return what the page of a guideline shows."""
    why, examples, when_not, looks_for = guideline.sections
    checks = {id: library.check(id) for id in (*guideline.checks, *guideline.shares)}
    rows, after = notes.rows(guideline, examples, checks, link)
    before, by_check = render.split_checks(looks_for.markdown)
    dots, name, words = AGREEMENT[guideline.agreement]
    return {
        "title": guideline.title,
        "description": guideline.answer,
        "guideline": guideline,
        "kinds": " and ".join(KINDS[kind] for kind in guideline.kinds),
        "rows": rows,
        "after": after,
        "why": Markup(render.to_html(why.markdown, link)),
        "agreement": {"dots": dots, "name": name, "words": words},
        "when_not": Markup(render.to_html(when_not.markdown, link)),
        "looks_for": Markup(render.to_html(before, link)),
        "checks": [_check(checks[id], by_check[id], guideline) for id in guideline.checks],
        "shares": [_shared(id, library) for id in guideline.shares],
        "templates": library.shown_by(guideline),
        "related": [library.content.guidelines[id] for id in guideline.related],
        "reviewed": notes.day(guideline.reviewed),
    }


def _check(check: Check, markdown: str, guideline: Guideline) -> dict[str, Any]:
    values = {name: option.default for name, option in check.options.items()}
    text = render.fill_thresholds(markdown, values, f"/guidelines/{guideline.id}/#{check.id}")
    return {
        "id": check.id,
        "summary": check.summary,
        "level": str(check.level),
        "needs": _needs(check),
        "waits": check.awaits_blanks,
        "html": Markup(render.to_html(text, link)),
        "limits": [
            {"value": f"{option.default:g}", "unit": option.unit, "help": option.help}
            for option in check.options.values()
        ],
    }


def _needs(check: Check) -> str:
    return ", ".join(" or ".join(FACTS[path] for path in need.split("|")) for need in check.needs)


def _shared(id: str, library: Library) -> dict[str, str]:
    where = address("site.guideline", id=library.owner[id])
    return {"id": id, "address": f"{where}#{id}", "summary": library.check(id).summary}
