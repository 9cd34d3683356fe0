"""What stops a command, said in one line instead of a trace."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import click

from afterword.content.errors import ContentError
from afterword.engine.registry import RegistryError
from afterword.settings import SettingsError


class Problem(click.ClickException):
    """A command that cannot go on; the message names the cure. Ends with status 2."""

    exit_code = 2


@contextmanager
def problems() -> Iterator[None]:
    """Turn faults in settings, content and checks, and what the disk refuses, into a Problem."""
    try:
        yield
    except (ContentError, RegistryError, SettingsError) as error:
        raise Problem(str(error)) from None
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise  # whoever reads the output has enough, which click takes quietly
        why = error.strerror or str(error) or "nothing says why"  # one without a number has none
        if error.filename is None:
            raise Problem(f"This could not be read or written: {why}.") from None
        raise Problem(f"{error.filename} cannot be used: {why}.") from None
