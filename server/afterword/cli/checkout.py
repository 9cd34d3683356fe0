"""The checkout of the source, for commands that write into it or run what only it holds."""

from __future__ import annotations

from pathlib import Path

from afterword import places
from afterword.cli.problem import Problem


def checkout() -> Path:
    """Return the folder of the source around this package. Raises Problem where there is none."""
    if root := places.checkout():
        return root
    raise Problem("There is no checkout around this package. Run this in one of the source.")
