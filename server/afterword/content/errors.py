"""What is said when a content file cannot be used."""

from __future__ import annotations

from pathlib import Path


class ContentError(Exception):
    """One fault in one content file: where it stands, what it is, and how to mend it."""

    def __init__(self, path: Path, line: int, fault: str, cure: str) -> None:
        super().__init__(f"{path}:{line}: {fault} {cure}")
        self.path = path
        self.line = line
        self.fault = fault
        self.cure = cure
