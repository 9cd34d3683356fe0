"""The service on its real server, as its own program, over real sockets."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from flask import Flask

from afterword.cli.serve import listen, whose
from afterword.settings import Settings

API = "/api/v1"
NOTE = json.dumps({"body": "Dear Dana,\n\nThank you for the interview.\n\nAna"}).encode()
JSON = {"Content-Type": "application/json"}
LIMIT = Settings().max_request_bytes


def start(*arguments: str) -> subprocess.Popen[str]:
    """Start `afterword serve` with its output at hand."""
    command = [sys.executable, "-m", "afterword", "serve", *arguments]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ
    )


def port_of(program: subprocess.Popen[str]) -> int:
    """Wait until the program says where it listens."""
    assert program.stdout
    while line := program.stdout.readline():
        if found := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
            return int(found[1])
    raise AssertionError(program.communicate()[1])


@contextlib.contextmanager
def served(*arguments: str) -> Iterator[int]:
    program = start("--port", "0", *arguments)
    try:
        yield port_of(program)
    finally:
        program.terminate()
        log = program.communicate(timeout=10)[1]
    assert log == "", "no request is worth a line by default, however many wait"


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with served() as number:
        yield number


def connect(port: int) -> HTTPConnection:
    return HTTPConnection("127.0.0.1", port, timeout=20)


def test_one_connection_serves_many_requests(port: int) -> None:
    connection = connect(port)
    connection.connect()
    first = connection.sock
    for _ in range(20):
        connection.request("POST", f"{API}/checks", NOTE, JSON)
        answer = connection.getresponse()
        assert answer.status == 200
        assert json.loads(answer.read())["facts"]["sentences"] == 1
        assert connection.sock is first
    connection.close()


def test_more_connections_than_the_servers_default_are_all_served(port: int) -> None:
    connections = [connect(port) for _ in range(150)]
    for connection in connections:
        connection.request("POST", f"{API}/checks", NOTE, JSON)
    for connection in connections:
        answer = connection.getresponse()
        assert answer.status == 200
        answer.read()
    for connection in connections:
        connection.close()


@pytest.mark.parametrize("host", ["attacker.example", "127.0.0.1.attacker.example:8765", ""])
def test_a_foreign_host_gets_nothing(port: int, host: str) -> None:
    connection = connect(port)
    connection.request("GET", f"{API}/templates", headers={"Host": host})
    answer = connection.getresponse()
    assert answer.status == 421
    assert json.loads(answer.read())["error"]["code"] == "wrong_host"
    connection.close()


@pytest.mark.parametrize("size", [LIMIT + 1, 10 * LIMIT])
def test_a_body_that_is_too_large_is_refused_in_json(port: int, size: int) -> None:
    connection = connect(port)
    connection.request("POST", f"{API}/checks", b" " * size, JSON)
    answer = connection.getresponse()
    assert answer.status == 413
    assert json.loads(answer.read())["error"]["code"] == "too_large"
    connection.close()


def test_a_body_in_chunks_is_read_and_held_to_the_limit(port: int) -> None:
    connection = connect(port)
    connection.request("POST", f"{API}/checks", iter([NOTE[:10], NOTE[10:]]), JSON)
    assert connection.getresponse().read().startswith(b'{"kind"')
    connection.request("POST", f"{API}/checks", (b" " * 1000 for _ in range(2000)), JSON)
    assert connection.getresponse().status == 413
    connection.close()


@pytest.mark.parametrize(
    "request_line",
    [b"GET", b"GET / HTTP/9.9", b"\x00\x01\x02", b"GET /%zz HTTP/1.1", b"BREW / HTTP/1.1"],
)
def test_a_request_that_is_no_http_ends_without_a_trace(port: int, request_line: bytes) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=20) as raw:
        raw.sendall(request_line + b"\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        answer = b"".join(iter(lambda: raw.recv(65536), b""))
    assert b"Traceback" not in answer
    assert b" 500 " not in answer.split(b"\r\n")[0]
    connection = connect(port)
    connection.request("GET", f"{API}/health")
    assert connection.getresponse().status == 200
    connection.close()


def test_the_answer_does_not_name_the_server(port: int) -> None:
    connection = connect(port)
    connection.request("GET", f"{API}/health")
    headers = {name.lower() for name, _ in connection.getresponse().getheaders()}
    connection.close()
    assert not headers & {"server", "via", "x-powered-by", "set-cookie"}


def test_it_says_what_to_do_next_and_stops_when_told() -> None:
    program = start("--port", "0", "--log-level", "info")
    port = port_of(program)
    connection = connect(port)
    connection.request("POST", f"{API}/checks?words=secret", NOTE, JSON)
    assert connection.getresponse().read()
    connection.close()
    program.send_signal(signal.SIGINT)
    assert program.wait(timeout=10) == 0
    assert program.stdout
    assert program.stderr
    with program.stdout, program.stderr:
        out, log = program.stdout.read(), program.stderr.read()
    for word in ("Practice", "chrome://extensions", "about:debugging", "Ctrl+C"):
        assert word in out
    assert re.search(r"INFO POST /api/v1/checks 200 \d+\.\d ms$", log, re.MULTILINE)
    assert "secret" not in log
    assert "Dana" not in log


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])
def test_a_port_in_use_is_said_with_its_cure(port: int, host: str) -> None:
    program = start("--port", str(port), "--host", host)
    out, log = program.communicate(timeout=30)
    assert program.returncode == 2
    assert out == ""
    assert log.splitlines()[0].startswith(f"Error: Port {port} is in use")
    assert f"look at http://127.0.0.1:{port}/." in log
    assert f"--port {port + 1}" in log
    assert "Traceback" not in log


@pytest.mark.parametrize(
    ("host", "words"),
    [
        ("nowhere.invalid", "There is no host named 'nowhere.invalid'. Mend --host."),
        ("", "There is no host named ''. Mend --host."),
        ("203.0.113.1", "cannot listen on 203.0.113.1:0"),
    ],
)
def test_an_address_that_is_not_ours_is_said(host: str, words: str) -> None:
    program = start("--host", host, "--port", "0")
    _, log = program.communicate(timeout=30)
    assert program.returncode == 2
    assert "Traceback" not in log
    assert words in log


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0.0.0.0", "*"])
def test_it_says_whether_other_machines_can_reach_it(app: Flask, host: str) -> None:
    choice = Settings(host=host, port=0, allowed_hosts=("afterword.example.edu", "127.0.0.1"))
    server = listen(app, choice)
    server.close()
    said = " ".join(whose(server, choice).split())
    if host in {"127.0.0.1", "localhost"}:
        assert said == "Your drafts stay on this machine."
    else:
        assert said.startswith("Other machines can reach this service")
        assert "afterword.example.edu, 127.0.0.1." in said
        assert "not encrypted" in said
        assert "stay on this machine" not in said


def test_a_bad_content_file_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "broken.md").write_text("+++\ntitle = \n+++\n", encoding="utf-8")
    program = start("--templates-dir", str(tmp_path))
    _, log = program.communicate(timeout=30)
    assert program.returncode == 2
    assert f"{tmp_path / 'broken.md'}:2: The front matter is not TOML" in log
    assert "Traceback" not in log


def test_no_draft_goes_through_a_file(app: Flask) -> None:
    server = listen(app, Settings(port=0))
    limits = server.adj  # type: ignore[attr-defined]
    server.close()
    assert limits.inbuf_overflow > limits.max_request_body_size
    assert limits.outbuf_overflow > limits.max_request_body_size
    assert limits.connection_limit == Settings().connection_limit
    assert limits.expose_tracebacks is False
