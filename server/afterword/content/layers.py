"""Content laid over content: of two files with one place, the one of the later folder counts."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


def laid(folders: Iterable[Path], pattern: str) -> dict[str, Path]:
    """Return the files that match `pattern` by their place below their folder, sorted by place.

    A folder that is not there holds no files: a pack need not have one of each.
    """
    found = {
        path.relative_to(folder).as_posix(): path
        for folder in folders
        for path in folder.glob(pattern)
    }
    return dict(sorted(found.items()))
