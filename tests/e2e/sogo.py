"""A second real webmail: SOGo over a real mail server, with MariaDB and memcached for itself.

All are the distribution's own programs with a configuration of ours, on free ports of 127.0.0.1.
"""

from __future__ import annotations

import contextlib
import grp
import json
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tests import provision
from tests.e2e.mailboxes import PASSWORD, Mailboxes, Person, mailboxes
from tests.e2e.processes import Owner, free_port, running

FRONT = Path(__file__).with_name("sogo_front.py")
_USERS = """
CREATE DATABASE sogo CHARACTER SET utf8mb4;
CREATE TABLE sogo.users (
  c_uid VARCHAR(100) PRIMARY KEY, c_name VARCHAR(100), c_password VARCHAR(100),
  c_cn VARCHAR(100), mail VARCHAR(100)
);
"""
_SMALL = ("--skip-log-bin", "--innodb-buffer-pool-size=16M", "--innodb-log-file-size=4M")


@dataclass(frozen=True, slots=True)
class Database:
    """A running MariaDB that asks for no password."""

    port: int

    def run(self, statements: str) -> None:
        """Run SQL. Raises `CalledProcessError` when it is refused."""
        client = provision.program("mariadb")
        assert client is not None
        subprocess.run(
            [client, "--no-defaults", "--host=127.0.0.1", f"--port={self.port}"],
            input=statements.encode(),
            check=True,
        )

    def table(self, name: str) -> str:
        """Return the address of a table, as SOGo wants it."""
        return f"mysql://sogo:sogo@127.0.0.1:{self.port}/sogo/{name}"


@dataclass(frozen=True, slots=True)
class Sogo:
    """The webmail. `url` is its start page, with a slash at its end."""

    url: str
    post: Mailboxes
    database: Database

    def person(
        self,
        name: str,
        at: str = "example.org",
        *,
        html: bool = False,
        signature: str = "",
        autosave_minutes: int = 0,
    ) -> Person:
        """Make a new mailbox with its own settings in the webmail, so that tests never share one.

        `at` is the host part of the address. `html` writes in the rich text editor, else in the
        plain text field. `signature` is HTML when `html` is, else text. `autosave_minutes` of 0
        saves no draft by itself.
        """
        person = self.post.person(name, at)
        identity = {"email": person.address, "fullName": name, "signature": signature}
        settings = {
            "SOGoMailComposeMessageType": "html" if html else "text",
            "SOGoMailAutoSave": str(autosave_minutes),
            "SOGoMailReplyPlacement": "above",
            "SOGoMailSignaturePlacement": "above",
            "SOGoMailIdentities": [identity | {"isDefault": 1}],
        }
        words = [person.address, person.address, PASSWORD, name, person.address]
        self.database.run(
            f"INSERT INTO sogo.users VALUES ({', '.join(map(_sql, words))});"
            "INSERT INTO sogo.sogo_user_profile (c_uid, c_defaults)"
            f" VALUES ({_sql(person.address)}, {_sql(json.dumps(settings))});"
        )
        return person


def _sql(words: str) -> str:
    """Return words as SQL's text."""
    doubled = words.replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"


@contextlib.contextmanager
def sogo(logs: Path) -> Iterator[Sogo]:
    """Start mail server, database and webmail, yield them, and end them whatever happens.

    What the servers say is left in the folder `logs`.
    """
    with contextlib.ExitStack() as stack:
        post = stack.enter_context(mailboxes(logs))
        database = stack.enter_context(_database(post, logs))
        cache = stack.enter_context(_cache(post.owner, logs))
        url = stack.enter_context(_webmail(post, database, cache, logs))
        yield Sogo(url, post, database)


@contextlib.contextmanager
def _database(post: Mailboxes, logs: Path) -> Iterator[Database]:
    server = provision.program("mariadbd")
    assert server is not None, "MariaDB is not installed"
    data = post.folder / "mariadb"
    _lay_out(data, post.owner, logs / "mariadb-install.log")
    port = free_port()
    with running(
        [
            server,
            "--no-defaults",
            f"--datadir={data}",
            f"--socket={post.folder}/mariadb.sock",
            f"--pid-file={post.folder}/mariadb.pid",
            "--bind-address=127.0.0.1",
            f"--port={port}",
            "--skip-grant-tables",
            *_SMALL,
        ],
        log=logs / "mariadb.log",
        ready=lambda: _listens(port),
        owner=post.owner,
    ):
        database = Database(port)
        database.run(_USERS)
        yield database


def _lay_out(data: Path, owner: Owner, log: Path) -> None:
    """Make the folder of an empty database."""
    program = provision.program("mariadb-install-db")
    assert program is not None, "MariaDB is not installed"
    command = [program, "--no-defaults", f"--datadir={data}", "--skip-test-db"]
    with log.open("wb") as output:
        subprocess.run(
            command, user=owner.uid, group=owner.gid, stdout=output, stderr=output, check=True
        )


@contextlib.contextmanager
def _cache(owner: Owner, logs: Path) -> Iterator[int]:
    program = provision.program("memcached")
    assert program is not None, "memcached is not installed"
    port = free_port()
    with running(
        [program, "-l", "127.0.0.1", "-p", str(port)],
        log=logs / "memcached.log",
        ready=lambda: _listens(port),
        owner=owner,
    ):
        yield port


def _listens(port: int) -> bool:
    with socket.create_connection(("127.0.0.1", port), timeout=1):
        return True


@contextlib.contextmanager
def _webmail(post: Mailboxes, database: Database, cache: int, logs: Path) -> Iterator[str]:
    installed = provision.sogo()
    assert installed is not None, "SOGo is not installed"
    port, shown = free_port(), free_port()
    (post.folder / "spool").mkdir()
    post.owner.take(post.folder / "spool")
    settings = {"-WOPort": f"127.0.0.1:{port}", **_settings(post, database, cache)}

    def answers() -> bool:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/SOGo/", timeout=5) as page:
            return b"SOGo.MainUI" in page.read()

    with (
        running(
            [installed.server, *(word for pair in settings.items() for word in pair)],
            log=logs / "sogo.log",
            ready=answers,
            owner=_reader_of_settings(post.owner),
            env={"HOME": str(post.folder)},
        ),
        running(
            [sys.executable, FRONT, str(shown), str(port), installed.public],
            log=logs / "sogo-front.log",
            ready=lambda: _listens(shown),
        ),
    ):
        yield f"http://127.0.0.1:{shown}/SOGo/"


def _reader_of_settings(owner: Owner) -> Owner:
    """SOGo wants to read its file of settings, which is its group's, though all is given here."""
    return owner if owner.uid is None else replace(owner, groups=(grp.getgrnam("sogo").gr_gid,))


def _settings(post: Mailboxes, database: Database, cache: int) -> dict[str, str]:
    """Return options, which count more than what its own file of settings says."""
    users = (
        f'{{type = sql; id = people; viewURL = "{database.table("users")}";'
        " canAuthenticate = YES; isAddressBook = NO; userPasswordAlgorithm = plain;}"
    )
    return {
        "-SOGoProfileURL": database.table("sogo_user_profile"),
        "-OCSFolderInfoURL": database.table("sogo_folder_info"),
        "-OCSSessionsFolderURL": database.table("sogo_sessions_folder"),
        "-MySQL4Encoding": "utf8mb4",
        "-SOGoUserSources": f"({users})",
        "-SOGoIMAPServer": f"imap://127.0.0.1:{post.imap_port}",
        "-SOGoSMTPServer": f"smtp://127.0.0.1:{post.smtp_port}",
        "-SOGoMailingMechanism": "smtp",
        "-SOGoMailSpoolPath": str(post.folder / "spool"),
        "-SOGoMemcachedHost": f"127.0.0.1:{cache}",
        "-SOGoSentFolderName": "Sent",
        "-SOGoDraftsFolderName": "Drafts",
        "-SOGoTrashFolderName": "Trash",
        "-SOGoLanguage": "English",
        "-SOGoTimeZone": "UTC",
        "-WONoDetach": "YES",
        "-WOLogFile": "-",
        "-WOPidFile": f"{post.folder}/sogo.pid",
        "-WOWorkersCount": "2",
    }
