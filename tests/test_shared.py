"""What several tests share stands in a module of its own, not in one of them."""

from __future__ import annotations

import re
from pathlib import Path

TESTS = Path(__file__).parent
IMPORTED = re.compile(
    r"^\s*(?:from|import) (?:tests|\.)[\w.]*\btest_|import .*\btest_", re.MULTILINE
)


def test_no_module_imports_from_a_test() -> None:
    modules = [path for depth in ("*.py", "*/*.py", "*/*/*.py") for path in TESTS.glob(depth)]
    assert modules
    found = {path.name: IMPORTED.findall(path.read_text(encoding="utf-8")) for path in modules}
    assert {name: lines for name, lines in found.items() if lines} == {}
