"""A real webmail: Roundcube over a real mail server.

It is the distribution's own with a configuration of ours, on a free port of 127.0.0.1.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests import provision
from tests.e2e.mailboxes import Mailboxes, Person, mailboxes, write
from tests.e2e.processes import free_port, running


@dataclass(frozen=True, slots=True)
class Roundcube:
    """The webmail. `url` is its start page, with a slash at its end."""

    url: str
    post: Mailboxes

    def person(
        self,
        name: str,
        at: str = "example.org",
        *,
        html: bool = False,
        signature: str = "",
        autosave_seconds: int = 0,
    ) -> Person:
        """Make a new mailbox with its own settings in the webmail, so that tests never share one.

        `at` is the host part of the address. `html` writes in the rich text editor, else in the
        plain text field. `signature` is HTML when `html` is, else text. `autosave_seconds` of 0
        saves no draft by itself.
        """
        person = self.post.person(name, at)
        preferences = {
            # 1: always, 0: never; a reply to a note in HTML is written in the same way.
            "htmleditor": int(html),
            "draft_autosave": autosave_seconds,
            "reply_mode": 1,  # above the quote, where both signature and quote are below the caret
            "sig_below": False,
        }
        with contextlib.closing(sqlite3.connect(self.post.folder / "roundcube.db")) as db, db:
            user = db.execute(
                "INSERT INTO users (username, mail_host, created, language, preferences)"
                " VALUES (?, '127.0.0.1', datetime('now'), 'en_US', ?)",
                (person.address, _php(preferences)),
            ).lastrowid
            db.execute(
                "INSERT INTO identities (user_id, changed, standard, name, email, signature,"
                " html_signature) VALUES (?, datetime('now'), 1, ?, ?, ?, ?)",
                (user, person.name, person.address, signature, int(html)),
            )
        return person


def _php(values: dict[str, int | bool]) -> str:
    """Write settings as Roundcube keeps them: PHP's serialised array."""
    items = "".join(
        f's:{len(key)}:"{key}";' + (f"b:{value:d};" if isinstance(value, bool) else f"i:{value};")
        for key, value in values.items()
    )
    return f"a:{len(values)}:{{{items}}}"


@contextlib.contextmanager
def roundcube(logs: Path) -> Iterator[Roundcube]:
    """Start mail server and webmail, yield them, and end them whatever happens.

    What the servers say is left in the folder `logs`.
    """
    with mailboxes(logs) as post, _webmail(post, logs) as url:
        yield Roundcube(url, post)


@contextlib.contextmanager
def _webmail(post: Mailboxes, logs: Path) -> Iterator[str]:
    installed = provision.roundcube()
    php = provision.php()
    assert installed is not None and php is not None, "Roundcube is not installed"
    folder, owner = post.folder, post.owner
    for name in ("config", "temp"):
        (folder / name).mkdir()
        owner.take(folder / name)
    with contextlib.closing(sqlite3.connect(folder / "roundcube.db")) as db:
        db.executescript(installed.tables.read_text(encoding="utf-8"))
    owner.take(folder / "roundcube.db")
    for name in ("defaults.inc.php", "mimetypes.php"):
        shutil.copy(installed.defaults / name, folder / "config" / name)
    write(folder / "config" / "config.inc.php", _webmail_config(post), owner)
    url = f"http://127.0.0.1:{free_port()}/"

    def answers() -> bool:
        with urllib.request.urlopen(url, timeout=5) as page:
            return b"rcmloginuser" in page.read()

    with running(
        [php, "-S", url.removeprefix("http://").rstrip("/"), "-t", installed.public],
        log=logs / "roundcube.log",
        ready=answers,
        owner=owner,
        env={"PHP_CLI_SERVER_WORKERS": "4", "ROUNDCUBE_CONFIG_DIR": f"{folder}/config"},
    ):
        yield url


def _webmail_config(post: Mailboxes) -> str:
    return f"""<?php
$config['db_dsnw'] = 'sqlite:///{post.folder}/roundcube.db?mode=0600';
$config['imap_host'] = '127.0.0.1:{post.imap_port}';
$config['smtp_host'] = '127.0.0.1:{post.smtp_port}';
$config['smtp_user'] = '';
$config['smtp_pass'] = '';
$config['des_key'] = 'twentyfour-letters-here!';
$config['log_driver'] = 'stdout';
$config['temp_dir'] = '{post.folder}/temp/';
$config['mime_types'] = '{post.folder}/config/mimetypes.php';
$config['drafts_mbox'] = 'Drafts';
$config['sent_mbox'] = 'Sent';
$config['trash_mbox'] = 'Trash';
$config['plugins'] = [];
$config['skin'] = 'elastic';
$config['enable_spellcheck'] = false;
$config['enable_installer'] = false;
"""
