"""A draft stays where it is: no log, no file, no other machine ever gets a word of it."""

from __future__ import annotations

import ast
import logging
import socket
import tempfile
import time
from pathlib import Path

import pytest
from flask.testing import FlaskClient

import afterword
from afterword import create_app
from afterword.api.memory import IDLE
from afterword.draft import memory
from afterword.settings import Settings
from tests.command_line import run
from tests.drafts import with_broken

API = "/api/v1"
SECRET = "Quetzalcoatl"
PACKAGE = Path(afterword.__file__).parent
REQUEST = {
    "subject": f"Thank you, {SECRET}",
    "body": f"Dear {SECRET},\n\nThank you for the interview at {SECRET}.\n\nAna {SECRET}",
    "interview": {"company": SECRET, "topics": [SECRET], "interviewers": [{"name": SECRET}]},
    "sender": {"name": SECRET},
    "recipients": [{"name": SECRET, "email": f"{SECRET}@example.com"}],
    "answers": {"topic": SECRET},
}


def use(client: FlaskClient) -> None:
    """Ask all that can be asked, rightly and wrongly, with the secret in every place."""
    client.post(f"{API}/checks", json=REQUEST)
    client.post(f"{API}/checks", json={**REQUEST, "kind": SECRET})
    client.post(f"{API}/checks", json={"body": SECRET, "attachments": SECRET})
    client.post(f"{API}/checks", data=SECRET, content_type="application/json")
    client.post(f"{API}/checks", data=SECRET, content_type=f"text/{SECRET}")
    client.post(f"{API}/checks?{SECRET}={SECRET}", json=REQUEST, headers={"X-Note": SECRET})
    client.post(f"{API}/templates/thank-you-one-interviewer/draft", json=REQUEST)
    client.post(f"{API}/templates/{SECRET}/draft", json=REQUEST)
    client.get(f"{API}/guidelines/{SECRET}?q={SECRET}")
    client.get(f"/{SECRET}/?q={SECRET}")
    client.get("/", environ_overrides={"HTTP_HOST": f"{SECRET}.example"})
    client.get("/", headers={"Origin": f"https://{SECRET}.example"})


def test_the_log_has_method_route_status_and_time_alone(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with caplog.at_level(logging.DEBUG, logger="afterword"):
        use(create_app(Settings(log_level="debug")).test_client())
    lines = [record.getMessage() for record in caplog.records if record.name == "afterword"]
    assert SECRET.lower() not in caplog.text.lower()
    assert any(line.startswith("POST /api/v1/checks 200 ") for line in lines)
    assert any(line.startswith("GET /api/v1/guidelines/<id> 404 ") for line in lines)
    for line in lines:
        method, route, status, spent, unit = line.split(" ")
        assert method in {"GET", "POST"}
        assert route == "-" or route.startswith("/")
        assert status.isdigit()
        assert float(spent) >= 0
        assert unit == "ms"


def test_a_fault_of_ours_is_logged_by_its_place_alone(
    client: FlaskClient, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(subject: str, body: str, context: object) -> None:
        raise ValueError(f"{subject} {body} {context}")

    monkeypatch.setattr("afterword.api.checks.parse", fail)
    with caplog.at_level(logging.DEBUG):
        client.post(f"{API}/checks", json=REQUEST)
    assert "ValueError at " in caplog.text
    assert f"{Path(__file__).name}:" in caplog.text
    assert SECRET.lower() not in caplog.text.lower()


def test_a_check_that_breaks_is_logged_by_its_place_alone(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = with_broken("shouting")
    monkeypatch.setattr("afterword.engine.registry.load", lambda: broken)
    client = create_app().test_client()
    with caplog.at_level(logging.DEBUG):
        answer = client.post(f"{API}/checks", json=REQUEST | {"kind": "thank-you"})
    assert answer.status_code == 200
    (record,) = [record for record in caplog.records if record.name == "afterword"]
    assert record.levelname == "ERROR"
    assert record.getMessage().startswith("the check shouting could not run: ValueError at ")
    assert "drafts.py:" in record.getMessage()
    assert SECRET.lower() not in caplog.text.lower()


def test_by_default_a_request_is_not_logged_at_all(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        use(client)
    assert [record for record in caplog.records if record.name == "afterword"] == []


@pytest.fixture
def no_way_out(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Record and refuse every way to another machine or to the disk."""
    tried: list[object] = []

    def refuse(*arguments: object, **_: object) -> None:
        tried.append(arguments)
        raise OSError("refused by the test")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for name in ("TemporaryFile", "NamedTemporaryFile", "mkstemp", "mkdtemp"):
        monkeypatch.setattr(tempfile, name, refuse)
    monkeypatch.setattr(Path, "write_text", refuse)
    monkeypatch.setattr(Path, "write_bytes", refuse)
    return tried


def test_the_service_asks_nobody_and_writes_nothing(
    client: FlaskClient, no_way_out: list[object]
) -> None:
    use(client)
    assert no_way_out == []


def test_the_command_line_asks_nobody_and_writes_nothing(no_way_out: list[object]) -> None:
    assert run("check", "-", "--kind", "thank-you", text=REQUEST["body"]).exit_code == 1
    drafted = run("draft", "thank-you-one-interviewer", "--answer", f"topic={SECRET}")
    assert SECRET in drafted.stdout
    assert no_way_out == []


def test_no_module_can_make_a_request() -> None:
    clients = {"http.client", "urllib.request", "requests", "httpx", "aiohttp", "smtplib", "ftplib"}
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = {alias.name for alias in node.names} if isinstance(node, ast.Import) else set()
            if isinstance(node, ast.ImportFrom):
                names = {node.module or ""} | {f"{node.module}.{a.name}" for a in node.names}
            assert not names & (clients | {"socket"}), f"{path}:{node.lineno}"


def test_what_was_read_is_forgotten_after_a_pause(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory.forget()
    assert remembered() == 0
    client.post(f"{API}/checks", json=REQUEST)
    kept = remembered()
    assert kept > 0
    client.get(f"{API}/health")
    assert remembered() == kept
    later = time.monotonic() + IDLE + 1
    monkeypatch.setattr(time, "monotonic", lambda: later)
    client.get(f"{API}/health")
    assert remembered() == 0


def remembered() -> int:
    """Count the answers that are kept of texts."""
    return sum(memory.sizes())
