"""What a subject line tells of the email that it stands over."""

from __future__ import annotations

import re

_REPLY = re.compile(r"\s*(?:re|fwd?|aw|wg|sv|rif|tr|rv)\s*(?:\[\d+\])?:", re.IGNORECASE)
"""“Re:” and “Fwd:”, as webmails write them in several languages, perhaps with a count."""


def is_reply(subject: str) -> bool:
    """Say whether an email answers or passes on another one, which then chose the words."""
    return _REPLY.match(subject) is not None
