"""Our service, or one of the frames beside it, as a program of its own on a free port."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int) -> None:
    """Return as soon as something listens on the port."""
    for _ in range(2000):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.005)
    raise RuntimeError(f"nothing listens on port {port}")


@contextmanager
def server(
    name: str, log: int = subprocess.DEVNULL
) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """Start our service or one of the frames on a free port; `log` takes what it logs."""
    port = free_port()
    command = (
        [sys.executable, "-m", "afterword", "serve", "--port", str(port)]
        if name == "afterword"
        else [sys.executable, "-m", "tests.bench.servers", name, str(port)]
    )
    compiled = os.environ | {"PYTHONDONTWRITEBYTECODE": ""}  # as where a person starts it
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=log, env=compiled)
    try:
        wait_for(port)
        yield port, process
    finally:
        process.kill()
        process.wait()
