"""`tests/provision.py`: quick where all is there, and clear where it is not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests import provision
from tests.provision import Part

Ran = list[tuple[str, ...]]


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> Ran:
    """What would be run as root on Debian; nothing is."""
    commands: Ran = []

    def run(command: Sequence[str], *, silent: bool = False) -> bool:
        commands.append(tuple(command))
        return True

    provision._package_lists_are_fresh.cache_clear()
    monkeypatch.setattr(provision, "_run", run)
    monkeypatch.setattr(provision, "_apt", lambda: ("apt-get",))
    return commands


def _part(find: Callable[[], Path | None], **more: object) -> Part:
    return Part("Netscape", find, ("netscape", "netscape-l10n"), "old pages", **more)  # type: ignore[arg-type]


def _appearing_after(calls: int) -> Callable[[], Path | None]:
    answers = iter([None] * calls)
    return lambda: next(answers, Path("/usr/bin/netscape"))


def test_nothing_is_run_where_all_is_there(ran: Ran, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(provision, "PARTS", (_part(lambda: Path("/usr/bin/netscape")),))
    assert provision.main() == 0
    assert ran == []


def test_packages_are_installed_once_the_lists_are_fresh(
    ran: Ran, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = tuple(_part(_appearing_after(1), note="It also plays a tune.") for _ in range(2))
    monkeypatch.setattr(provision, "PARTS", parts)
    assert provision.main() == 0
    install = ("install", "--yes", "--no-install-recommends", "netscape", "netscape-l10n")
    assert ran == [("apt-get", "update"), *[("apt-get", *install)] * 2]
    assert "It also plays a tune." in capsys.readouterr().out


def test_the_other_way_is_taken_where_packages_do_not_help(
    ran: Ran, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = _part(_appearing_after(2), instead=("fetch", "netscape"))
    monkeypatch.setattr(provision, "PARTS", (part,))
    assert provision.main() == 0
    assert ran[-1] == ("fetch", "netscape")


@pytest.mark.parametrize(("ci", "status"), [("true", 1), ("", 0)])
def test_what_is_not_to_be_had_is_said_aloud_and_fails_in_ci(
    ran: Ran,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    ci: str,
    status: int,
) -> None:
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(provision, "PARTS", (_part(lambda: None),))
    assert provision.main() == status
    said = capsys.readouterr().out
    assert "NOT TESTED without Netscape: old pages." in said
    assert "sudo apt install --no-install-recommends netscape netscape-l10n" in said
    assert provision.missing("Netscape") == (
        "Netscape: not installed (apt install netscape netscape-l10n)"
    )


def test_what_no_package_gives_is_made_and_else_says_what_it_needs(
    ran: Ran, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    part = Part("Editors", lambda: None, (), "old pages", ("make", "editors"), needs="npm")
    monkeypatch.setattr(provision, "PARTS", (part,))
    provision.main()
    assert ran == [("make", "editors")]
    assert "To have it: npm" in capsys.readouterr().out
    assert provision.missing("Editors") == "Editors: not installed (npm)"
