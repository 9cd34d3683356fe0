"""`afterword serve`: the service and the site on this machine."""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Protocol, TypeVar

import click
from flask import Flask
from waitress import create_server  # type: ignore[import-untyped]

from afterword import create_app, places, settings
from afterword.api import log
from afterword.cli.problem import Problem
from afterword.settings import TABLE, Setting, Settings

SPARE = 16
"""Bodies up to this many times the limit are read, so that they too get an answer in JSON."""

SELDOM = 20_000
"""Objects made between two collections; Python's 700 makes the slowest calls half as long again."""

TURN = 0.0001
"""Seconds for which one thread may compute while another one waits. With Python's 0.005 the thread
that reads the connections comes round so late that of 256 some wait four turns, not one."""

C = TypeVar("C", bound=Callable[..., object])


class Server(Protocol):
    """What is used of waitress's server."""

    effective_host: str
    effective_port: int

    def run(self) -> None:
        """Serve until the process is told to stop."""

    def close(self) -> None:
        """Close all sockets."""


def options(command: C) -> C:
    """Give a command one option for each setting, and --config."""
    for setting in reversed(TABLE):
        command = _option(setting)(command)
    file = click.Path(dir_okay=False, path_type=Path)
    return click.option("--config", type=file, help="Settings file in TOML [AFTERWORD_CONFIG].")(
        command
    )


def _option(setting: Setting) -> Callable[[C], C]:
    kind: click.ParamType[Any] = click.STRING
    if isinstance(setting.default, int):
        kind = click.INT
    elif isinstance(setting.default, Path):
        kind = click.Path(path_type=Path)
    return click.option(
        f"--{setting.name.replace('_', '-')}",
        type=kind,
        multiple=isinstance(setting.default, tuple),
        metavar=setting.unit.upper(),
        help=f"{setting.help} [{setting.variable}; default: {setting.shown}]",
    )


def chosen(config: Path | None, values: dict[str, Any]) -> Settings:
    """Return the settings from file, environment and the options that were given."""
    given = {name: value for name, value in values.items() if value not in {None, ()}}
    return settings.load(config, os.environ, **given)


@click.command()
@options
def serve(config: Path | None, **values: Any) -> None:
    """Start the service and the site."""
    choice = chosen(config, values)
    log.start(choice.log_level)
    server = listen(create_app(choice), choice)
    click.echo(welcome(address(server), whose(server, choice)))
    steady()
    sys.setswitchinterval(TURN)
    try:
        server.run()
    finally:
        server.close()


def steady() -> None:
    """Let garbage collection leave alone what is loaded by now, and come round less often.

    What a request makes is gone with it, but for a few hundred objects that refer to each other.
    """
    gc.freeze()
    gc.set_threshold(SELDOM)
    gc.enable()


def listen(app: Flask, choice: Settings) -> Server:
    """Return a server that listens, not yet running. Raises Problem when the port is taken."""
    room = choice.max_request_bytes * SPARE
    try:
        server: Server = create_server(
            app,
            host=choice.host,
            port=choice.port,
            threads=choice.threads,
            connection_limit=choice.connection_limit,
            channel_timeout=choice.channel_timeout,
            max_request_body_size=room,
            # A larger body or answer would go through a file: drafts never touch the disk.
            inbuf_overflow=room + 1,
            outbuf_overflow=room + 1,
            ident=None,
        )
    except OSError as error:
        raise Problem(_refusal(error, choice)) from None
    except ValueError:  # which waitress raises for a host that no name server knows
        raise Problem(f"There is no host named {choice.host!r}. Mend --host.") from None
    return server


def address(server: Server) -> str:
    """Return the web address that a server answers at."""
    return _web(*_listening(server)[0])


def _listening(server: Server) -> list[tuple[str, int]]:
    """Return each host and port that a server listens at."""
    several: list[tuple[str, int]] = getattr(server, "effective_listen", [])
    return several or [(server.effective_host, server.effective_port)]


def whose(server: Server, choice: Settings) -> str:
    """Return where drafts go: a server may listen for other machines, too."""
    if all(ip_address(host).is_loopback for host, _ in _listening(server)):
        return "Your drafts stay on this machine."
    return f"""\
Other machines can reach this service, under these names alone (`allowed_hosts`):
  {", ".join(choice.allowed_hosts)}.
  What they send comes to this machine, not encrypted, for one answer. Nothing of it is
  stored or logged."""


def _web(host: str, port: int) -> str:
    """Return the web address of a port, on this machine where it is that of every network."""
    name = "127.0.0.1" if host in {"0.0.0.0", "::"} else host
    return f"http://[{name}]:{port}" if ":" in name else f"http://{name}:{port}"


def welcome(at: str, drafts: str) -> str:
    """Return what a person who starts the service needs to know next, and where drafts go."""
    root = places.checkout()
    where = root / "extension" if root else "the folder `extension` of the source"
    return f"""
Afterword is ready.

  Read      {at}/
  Practice  {at}/practice/

  To use it in your webmail, load the extension:
    Chrome, Edge, Chromium   open chrome://extensions, switch on Developer mode,
                             choose Load unpacked, and take {where}
    Firefox                  open about:debugging#/runtime/this-firefox,
                             choose Load Temporary Add-on, and take manifest.json there;
                             Firefox forgets it when it closes

  {drafts}
  Stop with Ctrl+C.
"""


def _refusal(error: OSError, choice: Settings) -> str:
    where = f"{choice.host}:{choice.port}"
    if error.errno == errno.EADDRINUSE:
        other = choice.port % 65535 + 1
        return (
            f"Port {choice.port} is in use, perhaps by Afterword itself: look at"
            f" {_web(choice.host, choice.port)}/."
            f" Else choose another: afterword serve --port {other}"
        )
    if error.errno == errno.EACCES:
        return f"This account may not listen on {where}. Choose a port above 1023 with --port."
    return f"The service cannot listen on {where}: {error.strerror or error}. Mend --host."
