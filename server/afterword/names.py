"""How ids are written, and the names of the folders and files that hold what they stand for."""

from __future__ import annotations

import re

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
"""What an address, a page or a check is called by, such as `greet-by-name`."""


def id_of(name: str) -> str:
    """Return the id of a folder, or of a file without its ending: its name with dashes."""
    return name.replace("_", "-")


def folder_of(id: str) -> str:
    """Return the name for the folder or the file of an id: what Python can import."""
    return id.replace("-", "_")


def is_folder(name: str) -> bool:
    """Say whether a folder or a file of this name stands for an id."""
    return "-" not in name and ID.fullmatch(id_of(name)) is not None
