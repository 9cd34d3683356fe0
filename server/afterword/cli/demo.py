"""`afterword demo`: an installed Chromium with the extension, on the practice page."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import threading
from dataclasses import replace
from pathlib import Path

import click
from flask import Flask

from afterword import create_app
from afterword.api import log
from afterword.cli.checkout import checkout
from afterword.cli.problem import Problem
from afterword.cli.serve import Server, address, listen
from afterword.settings import Settings

BROWSERS = ("chromium", "chromium-browser", "brave-browser", "microsoft-edge")
"""Browsers that load an unpacked extension by an argument; branded Chrome no longer does."""


@click.command()
@click.option("--browser", metavar="PROGRAM", help="The browser to start.")
def demo(browser: str | None) -> None:
    """Open a Chromium with the extension.

    It shows the practice page, with a profile of its own that is gone afterwards.
    """
    extension = checkout() / "extension"
    program = shutil.which(browser) if browser else _first(BROWSERS)
    if program is None:
        looked = browser or ", ".join(BROWSERS)
        raise Problem(f"No Chromium was found ({looked}). Install one, or name it with --browser.")
    choice = Settings()
    log.start(choice.log_level)
    server = start(create_app(choice), choice)
    threading.Thread(target=server.run, daemon=True).start()
    click.echo("Close the browser to end.")
    with tempfile.TemporaryDirectory(prefix="afterword-demo-") as profile:
        ended = subprocess.run(arguments(program, extension, profile, address(server)), check=False)
    if ended.returncode > 0:
        raise Problem(
            f"{program} did not start (exit status {ended.returncode}); it says why above."
            " Name another browser with --browser."
        )


def start(app: Flask, choice: Settings) -> Server:
    """Return a server for the practice page, at any port where `make run` has taken its own."""
    try:
        return listen(app, choice)
    except Problem:
        click.echo(f"Port {choice.port} is taken, so the helper asks the service that runs there.")
        return listen(app, replace(choice, port=0))


def arguments(program: str, extension: Path, profile: str, at: str) -> list[str]:
    """Return the command that starts the browser."""
    return [
        program,
        f"--user-data-dir={profile}",
        f"--load-extension={extension}",
        f"--disable-extensions-except={extension}",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-default-browser-check",
        "--no-first-run",
        f"{at}/practice/",
    ]


def _first(programs: tuple[str, ...]) -> str | None:
    return next(filter(None, map(shutil.which, programs)), None)
