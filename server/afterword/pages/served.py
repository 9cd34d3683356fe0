"""The content that the running app serves."""

from __future__ import annotations

from flask import current_app

from afterword.pages.library import Library

KEY = "afterword.pages"


def served() -> Library:
    """Return the content that the running app serves."""
    library: Library = current_app.extensions[KEY]
    return library
