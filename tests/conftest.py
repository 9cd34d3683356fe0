"""What holds for all tests: nothing is left out silently, and in CI nothing is left out at all."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Generator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings

from afterword import create_app

# A busy machine is no fault of the program, so no deadline; `make bench` looks at time.
settings.register_profile("afterword", deadline=None)
settings.load_profile("afterword")


@pytest.fixture(scope="session")
def app() -> Flask:
    """The service with its default settings."""
    return create_app()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A client of that service, without a network."""
    return app.test_client()


_Report = pytest.TestReport | pytest.CollectReport


def _reason(report: _Report) -> str:
    last = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
    return str(last).removeprefix("Skipped: ")


def _refused_in_ci(report: _Report) -> _Report:
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("CI") == "true":
        report.longrepr = f"left out, and with CI=true nothing may be: {_reason(report)}"
        report.outcome = "failed"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, _Report, _Report]:
    """Turn a skipped test into a failed one in CI."""
    return _refused_in_ci((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, _Report, _Report]:
    """Do the same for a file that skips as a whole."""
    return _refused_in_ci((yield))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say aloud what was not tested."""
    reasons = Counter(_reason(report) for report in terminalreporter.getreports("skipped"))
    if not reasons:
        return
    terminalreporter.section("NOT TESTED HERE", sep="!", red=True, bold=True)
    for reason, count in reasons.most_common():
        terminalreporter.line(f"{count} left out: {reason}")
    terminalreporter.line("`make test` installs what is missing where it may.")
