"""Where something was raised, in words that quote nothing of a draft."""

from __future__ import annotations

import traceback


def where(error: Exception) -> str:
    """Return an error's type and its last places, the nearest first: `ValueError at file:line ← …`.

    Its message is left out: it may quote the draft.
    """
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    places = " ← ".join(f"{frame.filename}:{frame.lineno}" for frame in reversed(frames))
    return f"{type(error).__name__} at {places}"
