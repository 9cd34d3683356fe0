"""What axe finds on a page that keeps somebody out."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_STANDARDS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]


def looked_at(page: Page, *within: str) -> dict[str, Any]:
    """Return axe's whole answer, about elements of these names alone where any are named."""
    context = {"include": list(within)} if within else None
    answer: dict[str, Any] = Axe().run(page, context, {"runOnly": _STANDARDS}).response
    assert answer["passes"], "axe found nothing to look at"
    return answer


def barriers(page: Page, *within: str) -> list[str]:
    """Return each barrier that axe finds there, in words."""
    return [
        f"{fault['id']}: {node['html']} {node['failureSummary']}"
        for fault in looked_at(page, *within)["violations"]
        for node in fault["nodes"]
    ]
