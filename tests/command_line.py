"""The command `afterword` as a person calls it; what it does not catch fails the test."""

from __future__ import annotations

from click.testing import CliRunner, Result

from afterword.cli import main


def run(*words: object, text: str | bytes | None = None) -> Result:
    """Run the command with these arguments and `text` as its standard input."""
    return CliRunner().invoke(main, list(map(str, words)), input=text, catch_exceptions=False)
