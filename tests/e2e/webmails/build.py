"""Install the editors from npm, pinned, and bundle each for a page.

`python -m tests.e2e.webmails.build` does it. Bundles lie in `build/` beside
this file, editors in `node_modules/`; git ignores both.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
BUILD = HERE / "build"
_ENGINES = HERE / "engines"
_LISTS = (HERE / "package.json", HERE / "package-lock.json")
_OPTIONS = (
    "--bundle",
    "--format=esm",
    "--minify",
    "--log-level=warning",
    "--loader:.css=empty",
    "--define:global=globalThis",
    '--define:process.env.NODE_ENV="production"',
)


def built() -> Path | None:
    """Return the folder of the bundles, or None when it is not there or older than its sources."""
    return BUILD if _is_fresh(MODULES, _LISTS) and _is_fresh(BUILD, _sources()) else None


def _sources() -> tuple[Path, ...]:
    return (*_LISTS, *sorted(_ENGINES.rglob("*.js")))


def _is_fresh(folder: Path, sources: Iterable[Path]) -> bool:
    stamp = folder / "made-from"
    return stamp.is_file() and stamp.read_text(encoding="ascii") == _fingerprint(sources)


def _stamp(folder: Path, sources: Iterable[Path]) -> None:
    (folder / "made-from").write_text(_fingerprint(sources), encoding="ascii")


def _fingerprint(sources: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sources:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def main() -> int:
    """Install and bundle; exit status 1 where npm is missing or fails."""
    npm = shutil.which("npm")
    if not npm:
        print("  npm was not found (it comes with Node 20 or newer).")
        return 1
    if not _is_fresh(MODULES, _LISTS):
        quiet = ("--no-audit", "--no-fund", "--loglevel=error")
        if not _run(npm, "ci", *quiet, "--prefix", str(HERE)):
            return 1
        _stamp(MODULES, _LISTS)
    shutil.rmtree(BUILD, ignore_errors=True)
    entries = [str(path) for path in sorted(_ENGINES.glob("*.js"))]
    if not _run(str(MODULES / ".bin" / "esbuild"), *entries, *_OPTIONS, f"--outdir={BUILD}"):
        return 1
    _stamp(BUILD, _sources())
    return 0


def _run(*command: str) -> bool:
    return subprocess.run(command, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
