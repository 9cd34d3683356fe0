"""The search for requests that break something starts with what `make fuzz` installs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_search_needs_no_browser() -> None:
    code = "import sys; sys.modules['playwright'] = None; import tests.fuzz.service"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
