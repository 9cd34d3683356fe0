"""What was read of the last drafts is forgotten when nobody has asked for a while."""

from __future__ import annotations

import time

from flask import Flask

from afterword.draft import memory

IDLE = 300.0
"""Seconds without a request after which the next one finds nothing remembered."""


def register(app: Flask) -> None:
    """Forget at the first request of any kind that comes after a pause of `IDLE`."""
    last = time.monotonic()

    @app.before_request
    def forget() -> None:
        nonlocal last
        now = time.monotonic()
        if now - last > IDLE:
            memory.forget()
        last = now
