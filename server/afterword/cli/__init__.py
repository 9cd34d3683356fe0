"""The command `afterword`. Each command is a module of its own, loaded when it is called."""

from __future__ import annotations

import gc
import io
import sys
from importlib import import_module
from typing import Any

import click

from afterword.cli.problem import problems
from afterword.version import VERSION

COMMANDS = {
    "check": "afterword.cli.check",
    "demo": "afterword.cli.demo",
    "draft": "afterword.cli.draft",
    "extension": "afterword.cli.extension",
    "guidelines": "afterword.cli.lists",
    "new": "afterword.cli.new",
    "openapi": "afterword.cli.openapi",
    "pack": "afterword.cli.pack",
    "serve": "afterword.cli.serve",
    "settings": "afterword.cli.lists",
    "site": "afterword.cli.site",
    "templates": "afterword.cli.lists",
}


class Commands(click.Group):
    """Loads a command when it is needed, and says what stopped it in one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return one command, or None for a name that is not known."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[cmd_name]), cmd_name)
        return command

    def main(self, *args: Any, **more: Any) -> Any:
        """Begin, with an output that writes a sign which its encoding lacks by its number."""
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="backslashreplace")
        return super().main(*args, **more)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        # Nothing that a command loads becomes garbage: without the collector it starts faster.
        gc.disable()
        try:
            with problems():
                return super().invoke(ctx)
        finally:
            gc.enable()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="afterword")
def main() -> None:
    """Templates and checks for the emails that follow a job interview."""
