"""Find what the tests need outside Python, and install what is missing.

`python -m tests.provision` runs before pytest in `make test`. The tests ask the functions here
where each program lies, and skip with a reason when it could not be had (with `CI=true` that
reason is a failure, see `tests/conftest.py`).
"""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.webmails.build import built

_PHP_MODULES = ("pdo_sqlite", "mbstring", "dom", "intl")


@dataclass(frozen=True, slots=True)
class Sogo:
    """Where an installed SOGo lies."""

    server: Path
    public: Path
    """What a web server shows of it without asking it."""


@dataclass(frozen=True, slots=True)
class Installed:
    """Where an installed Roundcube keeps what a second configuration of it needs."""

    public: Path
    """What its web server shows."""
    tables: Path
    """The SQL that makes an empty SQLite database."""
    defaults: Path
    """The folder of `defaults.inc.php` and `mimetypes.php`."""


def chromium() -> Path | None:
    """Return a Chromium that loads unpacked extensions; branded Chrome no longer does."""
    found = _program("chromium", "chromium-browser", "google-chrome-for-testing")
    return found or _playwright_chromium()


def _program(*names: str) -> Path | None:
    """Return the first program found; not a snap, which may not read a profile in `/tmp`."""
    paths = (Path(path) for name in names if (path := shutil.which(name)))
    return next((path for path in paths if "snap" not in path.resolve().parts), None)


def _playwright_chromium() -> Path | None:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.exists() else None


def firefox() -> Path | None:
    """Return Firefox, the long-term edition first: it takes unsigned temporary add-ons."""
    return _program("firefox-esr", "firefox")


def php() -> Path | None:
    """Return PHP's command line with all modules that Roundcube asks for."""
    found = shutil.which("php")
    if not found:
        return None
    listed = subprocess.run([found, "-m"], capture_output=True, text=True, check=False)
    modules = listed.stdout.lower().split()
    return Path(found) if all(module in modules for module in _PHP_MODULES) else None


def program(name: str) -> Path | None:
    """Return a program, a server too, which is not in an ordinary user's search path."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    return Path(found) if found else None


def dovecot() -> Path | None:
    """Return the IMAP server."""
    return program("dovecot")


APACHE_MODULES = Path("/usr/lib/apache2/modules")
"""Where Debian keeps what a configuration of Apache loads."""


def apache() -> Path | None:
    """Return Debian's Apache; PHP brings it along."""
    found = program("apache2") if program("openssl") else None
    return found if APACHE_MODULES.exists() else None


def nginx() -> Path | None:
    """Return the other web server of the page on hosting."""
    return program("nginx") if program("openssl") else None


def sogo() -> Sogo | None:
    """Return Debian's SOGo, if its settings may be read."""
    server = program("sogod")
    if not server:
        return None
    public = Path("/usr/lib/GNUstep/SOGo/WebServerResources")
    readable = os.access("/etc/sogo/sogo.conf", os.R_OK)  # or it does not start
    return Sogo(server, public) if readable and public.exists() else None


def second_webmail() -> Path | None:
    """Return SOGo's server when all of the webmail's parts are there."""
    parts = map(program, ("mariadbd", "mariadb", "mariadb-install-db", "memcached", "dovecot"))
    installed = sogo()
    return installed.server if installed and all(parts) else None


def roundcube() -> Installed | None:
    """Return Debian's Roundcube."""
    installed = Installed(
        public=Path("/var/lib/roundcube/public_html"),
        tables=Path("/usr/share/roundcube/SQL/sqlite.initial.sql"),
        defaults=Path("/etc/roundcube"),
    )
    parts = (
        installed.public / "index.php",
        installed.tables,
        installed.defaults / "defaults.inc.php",
    )
    return installed if all(part.exists() for part in parts) else None


def webmail() -> Path | None:
    """Return Roundcube's public folder when all of the webmail's parts are there."""
    installed = roundcube()
    return installed.public if installed and php() and dovecot() else None


def editors() -> Path | None:
    """Return the folder of the editors that the rebuilt compose pages use."""
    return built()


@dataclass(frozen=True, slots=True)
class Part:
    """Something that tests need, and how to come by it."""

    name: str
    find: Callable[[], Path | None]
    packages: tuple[str, ...]
    """Debian's names."""
    purpose: str
    instead: tuple[str, ...] = ()
    """A command for where Debian's packages are not to be had."""
    note: str = ""
    """What else the packages do to the machine."""
    needs: str = ""
    """What a person must have where no Debian package is to be named."""

    def remedy(self, install: str = "apt install") -> str:
        """Return what a person can do to have it."""
        return self.needs or f"{install} {' '.join(self.packages)}"


PARTS = (
    Part(
        "Chromium",
        chromium,
        ("chromium",),
        "the extension and the site in a browser",
        (sys.executable, "-m", "playwright", "install", "chromium"),
    ),
    Part(
        "Roundcube, dovecot and PHP",
        webmail,
        (
            "roundcube-core",
            "roundcube-sqlite3",
            "php-cli",
            "php-sqlite3",
            "php-mbstring",
            "php-xml",
            "php-intl",
            "dovecot-imapd",
        ),
        "the stories in a real webmail",
        note=(
            "The tests start a mail server of their own. Debian starts another one when it installs"
            " dovecot; to stop that: sudo systemctl disable --now dovecot"
        ),
    ),
    Part(
        "SOGo, dovecot and MariaDB",
        second_webmail,
        ("sogo", "memcached", "mariadb-server-core", "mariadb-client-core", "dovecot-imapd"),
        "the stories in a second real webmail",
        note=(
            "Debian starts SOGo and memcached when it installs them; to stop that:"
            " sudo systemctl disable --now sogo memcached. Who is not root must be of the group"
            " that may read SOGo's settings: sudo adduser $USER sogo"
        ),
    ),
    Part("Apache", apache, ("apache2-bin", "openssl"), "what the page on hosting says of it"),
    Part(
        "nginx",
        nginx,
        ("nginx", "openssl"),
        "what the page on hosting says of it",
        note=(
            "Debian starts nginx when it installs it; to stop that:"
            " sudo systemctl disable --now nginx"
        ),
    ),
    Part("Firefox", firefox, ("firefox-esr",), "the extension in Firefox"),
    Part(
        "The editors of webmails",
        editors,
        (),
        "the extension in rebuilt compose pages with their real editors",
        (sys.executable, "-m", "tests.e2e.webmails.build"),
        needs="npm, which comes with Node 20 or newer; then: python -m tests.e2e.webmails.build",
    ),
)


def missing(name: str) -> str | None:
    """Return why a part cannot be used, or None when it is there."""
    part = next(part for part in PARTS if part.name == name)
    if part.find():
        return None
    return f"{part.name}: not installed ({part.remedy()})"


@functools.cache
def _apt() -> tuple[str, ...] | None:
    """Return the words that run apt-get with the rights to install, or None."""
    if not shutil.which("apt-get"):
        return None
    quiet = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq")
    if os.getuid() == 0:
        return quiet
    sudo = shutil.which("sudo")
    allowed = sudo and _run((sudo, "-n", "true"), silent=True)
    return ("sudo", "-n", *quiet) if allowed else None


@functools.cache
def _package_lists_are_fresh(apt: tuple[str, ...]) -> bool:
    return _run((*apt, "update"))


def _install(part: Part) -> bool:
    apt = _apt() if part.packages else None
    if apt and _package_lists_are_fresh(apt):
        command = (*apt, "install", "--yes", "--no-install-recommends", *part.packages)
        if _run(command) and part.find():
            return True
    return bool(part.instead) and _run(part.instead) and part.find() is not None


def _run(command: Sequence[str], *, silent: bool = False) -> bool:
    if not silent:
        print(f"  {' '.join(command)}", flush=True)
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL if silent else None,
        check=False,
    )
    return done.returncode == 0


def main() -> int:
    """Make every part available; exit status 1 in CI when one is not."""
    absent = []
    for part in PARTS:
        if part.find():
            continue
        print(f"{part.name} is needed for {part.purpose}. Installing:")
        if not _install(part):
            absent.append(part)
        elif part.note:
            print(f"  {part.note}")
    for part in absent:
        print(f"NOT TESTED without {part.name}: {part.purpose}.")
        print(f"  To have it: {part.remedy('sudo apt install --no-install-recommends')}")
    return 1 if absent and os.environ.get("CI") == "true" else 0


if __name__ == "__main__":
    sys.exit(main())
