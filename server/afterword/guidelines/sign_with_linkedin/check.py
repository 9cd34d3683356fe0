"""Checks that a follow-up's signature holds the writer's LinkedIn page."""

from collections.abc import Iterator, Mapping

from afterword.draft.draft import Draft
from afterword.draft.model import Kind
from afterword.engine.check import check
from afterword.engine.model import Finding, Level
from afterword.engine.shapes import insert, newline


@check(
    "no-linkedin",
    level=Level.ADVICE,
    summary="The signature does not hold your LinkedIn page.",
    kinds=(Kind.FOLLOW_UP,),
    needs=("sender.linkedin",),
)
def no_linkedin(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Look for any LinkedIn address in the signature, or the writer's own anywhere."""
    page = draft.context.sender.linkedin or ""
    own = page.lower().partition("://")[2] or page.lower()
    if draft.signature_facts.linkedin or own.removeprefix("www.") in draft.text.lower():
        return
    at = draft.signature.span.end if draft.signature else None
    yield Finding(
        "Your details hold a LinkedIn page; the signature does not. It lets them look you up.",
        suggestions=()
        if at is None
        else (insert(at, newline(draft) + page, "Add your LinkedIn page"),),
    )
