"""What a test needs beside Python."""

from __future__ import annotations

import pytest

from tests import provision


def need(part: str) -> None:
    """Skip the test where a part that `tests/provision.py` names is missing."""
    if reason := provision.missing(part):
        pytest.skip(reason)
