"""Where our files are: in the installed package, or in a checkout of the source around it."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent
ROOT = PACKAGE.parent.parent
"""The folder of the source, where the package stands in one; ask `checkout` whether it does."""


def checkout() -> Path | None:
    """Return the checkout of the source around this package, or None where it is installed."""
    return ROOT if (ROOT / "pyproject.toml").exists() else None


def beside(name: str) -> Path:
    """Return a folder that stands beside the package in a checkout, and packed as `_name` in it."""
    packed = PACKAGE / f"_{name}"
    return packed if packed.is_dir() else ROOT / name
