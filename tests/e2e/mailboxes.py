"""A real mail server in a folder of its own: dovecot keeps the mail, and what is sent arrives.

Dovecot is the distribution's own program with a configuration of ours, on a free port of
127.0.0.1. What is sent through SMTP is appended by IMAP to the inbox of every recipient, so a
message "arrived" when the recipient can fetch it.
"""

from __future__ import annotations

import contextlib
import email
import email.policy
import getpass
import grp
import imaplib
import itertools
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller

from tests import provision
from tests.e2e.processes import Owner, eventually, free_port, running

PASSWORD = "a-long-walk-home"
"""Everyone's password: dovecot's static passdb knows every user."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a mailbox; `address` is also the login name."""

    name: str
    address: str
    password: str = PASSWORD

    def __str__(self) -> str:
        return f"{self.name} <{self.address}>"


@dataclass(frozen=True, slots=True)
class Mailboxes:
    """A running mail server, and the folder and owner of all that belongs to it."""

    imap_port: int
    smtp_port: int
    folder: Path
    owner: Owner
    _number: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def person(self, name: str, at: str = "example.org") -> Person:
        """Make a new mailbox, so that tests never share one; `at` is the host of its address."""
        return Person(name, f"{name.split(maxsplit=1)[0].lower()}.{next(self._number)}@{at}")

    def mail(self, person: Person, mailbox: str = "INBOX") -> list[EmailMessage]:
        """Fetch by IMAP all messages of one mailbox, oldest first."""
        with self._imap(person.address) as imap:
            _ok(imap.select(mailbox, readonly=True))
            numbers = _ok(imap.search(None, "UNDELETED"))[0].split()
            raw = [_ok(imap.fetch(number, "(BODY.PEEK[])"))[0][1] for number in numbers]
        return [_parse(message) for message in raw]

    def arrived(self, person: Person, count: int = 1) -> list[EmailMessage]:
        """Wait until `count` messages are in the person's inbox and return them."""

        def inbox() -> list[EmailMessage]:
            messages = self.mail(person)
            return messages if len(messages) >= count else []

        return eventually(inbox, f"{count} message(s) for {person.address}")

    def draft(self, person: Person, words: str) -> EmailMessage:
        """Wait for a saved draft whose text holds `words` and return it."""

        def saved() -> EmailMessage | None:
            drafts = self.mail(person, "Drafts")
            return next((draft for draft in drafts if words in str(draft)), None)

        found = eventually(saved, f"a draft with {words!r}")
        assert found is not None
        return found

    def deliver(self, message: EmailMessage, person: Person) -> None:
        """Put a message into a person's inbox, to be read and answered."""
        self.append(person.address, message.as_bytes(policy=email.policy.SMTP))

    def append(self, address: str, raw: bytes) -> None:
        """Put a message as it is sent into the inbox of an address."""
        with self._imap(address) as imap:
            _ok(imap.append("INBOX", "", None, raw))

    @contextlib.contextmanager
    def _imap(self, address: str) -> Iterator[imaplib.IMAP4]:
        with imaplib.IMAP4("127.0.0.1", self.imap_port, timeout=10) as imap:
            imap.login(address, PASSWORD)
            yield imap


def _ok(answer: tuple[str, list[Any]]) -> list[Any]:
    status, data = answer
    assert status == "OK", data
    return data


def _parse(raw: bytes) -> EmailMessage:
    return email.message_from_bytes(raw, policy=email.policy.default)


class _Delivery:
    """SMTP's receiving end: hands every message to each recipient's mailbox by IMAP."""

    def __init__(self) -> None:
        self.mailboxes: Mailboxes | None = None

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        assert self.mailboxes is not None
        for address in envelope.rcpt_tos:
            self.mailboxes.append(address, envelope.content)
        return "250 OK"


@contextlib.contextmanager
def mailboxes(logs: Path) -> Iterator[Mailboxes]:
    """Start the mail server, yield it, and end it whatever happens.

    What it says is left in the folder `logs`.
    """
    # A short path: dovecot's sockets lie in it, and their names may not pass 108 bytes.
    folder = Path(tempfile.mkdtemp(prefix="afterword-"))
    owner = _server_owner()
    owner.take(folder)
    try:
        with contextlib.ExitStack() as stack:
            imap_port = stack.enter_context(_dovecot(folder, owner, logs))
            delivery = _Delivery()
            smtp = Controller(delivery, hostname="127.0.0.1", port=free_port())
            smtp.start()
            stack.callback(smtp.stop)
            delivery.mailboxes = Mailboxes(imap_port, smtp.port, folder, owner)
            yield delivery.mailboxes
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _server_owner() -> Owner:
    """Dovecot refuses to read mail as root, so root starts the servers as `nobody`."""
    if os.getuid() != 0:
        return Owner(None, None)
    nobody = pwd.getpwnam("nobody")
    return Owner(nobody.pw_uid, nobody.pw_gid)


def write(path: Path, text: str, owner: Owner) -> None:
    """Write a file that the servers may read."""
    path.write_text(text, encoding="utf-8")
    owner.take(path)


@contextlib.contextmanager
def _dovecot(folder: Path, owner: Owner, logs: Path) -> Iterator[int]:
    program = provision.dovecot()
    assert program is not None, "dovecot is not installed"
    asked = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    port = free_port()
    config = folder / "dovecot.conf"
    write(config, _dovecot_config(folder, owner, port, asked.stdout), owner)

    def greets() -> bool:
        with socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
            return connection.recv(64).startswith(b"* OK")

    with running(
        [program, "-F", "-c", config], log=logs / "dovecot.log", ready=greets, owner=owner
    ):
        yield port


def _dovecot_config(folder: Path, owner: Owner, port: int, version: str) -> str:
    user = getpass.getuser() if owner.uid is None else pwd.getpwuid(owner.uid).pw_name
    group = grp.getgrgid(os.getgid() if owner.gid is None else owner.gid).gr_name
    spoken = _DOVECOT_2_3 if version.startswith("2.3") else _DOVECOT_2_4
    return (spoken + _DOVECOT).format(
        folder=folder, user=user, group=group, port=port, password=PASSWORD
    )


_DOVECOT = """
protocols = imap
listen = 127.0.0.1
base_dir = {folder}/run
state_dir = {folder}/run
log_path = /dev/stderr
ssl = no
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = 1
namespace inbox {{
  inbox = yes
  mailbox Drafts {{
    auto = subscribe
    special_use = \\Drafts
  }}
  mailbox Sent {{
    auto = subscribe
    special_use = \\Sent
  }}
  mailbox Trash {{
    auto = subscribe
    special_use = \\Trash
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
"""

_DOVECOT_2_3 = """
disable_plaintext_auth = no
mail_location = maildir:~/Maildir
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/mail/%u
}}
"""

# The two versions must stand first, and 2.4 refuses the older names above.
_DOVECOT_2_4 = """
dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
auth_allow_cleartext = yes
mail_driver = maildir
mail_path = ~/Maildir
passdb static {{
  password = {password}
}}
userdb static {{
  fields {{
    uid = {user}
    gid = {group}
    home = {folder}/mail/%{{user}}
  }}
}}
"""


def plain_text(message: EmailMessage) -> str:
    """Return a message's text part with the soft line ends of `format=flowed` (RFC 3676) undone."""
    part = message.get_body(("plain",))
    assert part is not None
    text = ""
    for line in part.get_content().replace("\r\n", "\n").split("\n"):
        # A space after the marks of a quote belongs to them.
        words = line.lstrip(">").removeprefix(" ")
        flows = words.endswith(" ") and line != "-- "
        text += line if flows else f"{line}\n"
    return text.rstrip("\n")


def html_text(message: EmailMessage) -> str:
    """Return the markup of a message's HTML part."""
    part = message.get_body(("html",))
    assert part is not None, "there is no HTML part"
    return str(part.get_content())
