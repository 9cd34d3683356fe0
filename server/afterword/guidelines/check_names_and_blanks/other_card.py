"""Finds the facts of another interview in a draft: its firm, its role, its people."""

from collections.abc import Iterator
from itertools import chain

from afterword.draft.draft import Draft
from afterword.draft.lines import holds
from afterword.draft.memory import remember
from afterword.draft.model import Interview, Span
from afterword.engine.model import Field
from afterword.guidelines.check_names_and_blanks import other_firm, other_people, other_role


def facts(draft: Draft, field: Field, text: str) -> dict[Span, str | None]:
    """Return where `text` has a fact of another card alone, with this card's fact if known.

    `text` is what stands in `field`, whole. A place that two cards claim is the first one's.
    """
    found: dict[Span, str | None] = {}
    low = text.lower()
    for other in draft.context.other_interviews:
        if _may_be_named(other, text, low):
            for span, right in _facts_of(draft, other, field, text):
                found.setdefault(span, right)
    return found


def _may_be_named(other: Interview, text: str, low: str) -> bool:
    """Tell at once that nothing of a card is in a text, as most often; `low` is it in lower case.

    A firm is looked for with its capitals.
    """
    firm = other_firm.short(other.company)
    people = tuple([person.name for person in other.interviewers])
    return bool(firm and firm in text) or holds(low, _words(other.role, people))


@remember(32)
def _words(role: str | None, people: tuple[str, ...]) -> tuple[str, ...]:
    """Return in lower case the role of a card and the words of its people's names."""
    words = [word for word in " ".join(people).lower().split() if len(word) > 1]
    return tuple(filter(None, ((role or "").lower(), *words)))


def _facts_of(
    draft: Draft, other: Interview, field: Field, text: str
) -> Iterator[tuple[Span, str | None]]:
    card = draft.context.interview
    return chain(
        ((span, card.company) for span in other_firm.named(draft, other, field, text)),
        ((span, card.role) for span in other_role.named(draft, other, field, text)),
        other_people.named(draft, other, field, text),
    )
