"""The command `afterword` as a person calls it; what it does not catch fails the test."""

from __future__ import annotations

from click.testing import CliRunner, Result

from afterword.cli import main


def run(
    *words: object, text: str | bytes | None = None, charset: str = "utf-8", **environ: str
) -> Result:
    """Run the command with these arguments, `text` as its standard input, and more environment.

    What is read and printed is in `charset`.
    """
    runner = CliRunner(charset, environ)
    return runner.invoke(main, list(map(str, words)), input=text, catch_exceptions=False)
