"""Programs that the tests start: on free ports, awaited by asking, ended as whole groups."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_ASK_EVERY = 0.05
"""Seconds between two questions of `eventually`."""


def free_port() -> int:
    """Return a TCP port of 127.0.0.1 that nothing listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def eventually(question: Callable[[], T], what: str, seconds: float = 15) -> T:
    """Ask until the answer is true and return it.

    An `AssertionError` or `OSError` counts as "not yet". Raises `AssertionError` naming `what`,
    with the last answer, when `seconds` have passed.
    """
    end = time.monotonic() + seconds
    last: object = None
    while time.monotonic() < end:
        try:
            answer = question()
        except (AssertionError, OSError) as not_yet:
            last = not_yet
        else:
            if answer:
                return answer
            last = answer
        time.sleep(_ASK_EVERY)
    raise AssertionError(f"{what}: still not after {seconds:g} s; last answer: {last!r}")


@dataclass(frozen=True, slots=True)
class Owner:
    """The user and group ids that servers run as; None is whoever runs the tests."""

    uid: int | None
    gid: int | None
    groups: tuple[int, ...] = ()
    """Further groups."""

    def take(self, path: Path) -> None:
        """Hand a file or folder over, so that the servers may write in it."""
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid)


@contextlib.contextmanager
def running(
    command: Sequence[str | Path],
    *,
    log: Path,
    ready: Callable[[], object],
    owner: Owner | None = None,
    env: dict[str, str] | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    """Start a program in a session of its own, yield when `ready` answers, end its whole group.

    Raises `AssertionError` with the end of its log when it stops early or is not ready in 15 s.
    """
    owner = owner or Owner(None, None)
    with log.open("ab") as output:
        process = subprocess.Popen(
            [str(word) for word in command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            user=owner.uid,
            group=owner.gid,
            extra_groups=None if owner.uid is None else owner.groups,
            env={**os.environ, **(env or {})},
        )
    try:
        _await(process, ready, log)
        yield process
    finally:
        end(process)


def _await(process: subprocess.Popen[bytes], ready: Callable[[], object], log: Path) -> None:
    name = Path(str(process.args[0] if isinstance(process.args, list) else process.args)).name

    def answer() -> object:
        return process.poll() is not None or ready()

    try:
        eventually(answer, f"{name} is ready")
        assert process.poll() is None, f"{name} stopped with status {process.returncode}"
    except AssertionError as reason:
        tail = log.read_text(errors="replace")[-3000:]
        raise AssertionError(f"{reason}\n{log}:\n{tail}") from None


def end(process: subprocess.Popen[bytes]) -> None:
    """End a program and all that it started: asked first, made to after five seconds."""
    for how, patience in ((signal.SIGTERM, 5), (signal.SIGKILL, 5)):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, how)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(patience)
            break
    # A worker that outlived its parent is still in the group.
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
