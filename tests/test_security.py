"""Who may ask the service, and what its answers may do."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from afterword import create_app
from afterword.settings import Settings

API = "/api/v1"
CHROME = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"
FIREFOX = "moz-extension://6d2b9f1e-04a1-4c0a-9d51-3f2f4f0f9a10"


@pytest.mark.parametrize("path", ["/", "/assets/style.css", f"{API}/health", f"{API}/nothing"])
@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8765", None),
        ("localhost:1", None),
        ("LOCALHOST", None),
        ("[::1]:8765", None),
        ("attacker.example", 421),
        ("attacker.example:8765", 421),
        ("127.0.0.1.attacker.example", 421),
        ("localhost.attacker.example:8765", 421),
        ("attacker.example#127.0.0.1", 421),
        ("127.0.0.1@attacker.example", 421),
        ("127.0.0.1:8765:8765", 421),
        ("127.0.0.1:port", 421),
        ("[::1", 421),
        ("", 421),
    ],
)
def test_a_name_that_was_bound_to_this_machine_gets_nothing(
    client: FlaskClient, path: str, host: str, status: int | None
) -> None:
    answer = client.get(path, environ_overrides={"HTTP_HOST": host}, buffered=True)
    if status is None:
        assert answer.status_code in {200, 404}
    else:
        assert answer.status_code == status
        assert answer.json["error"]["code"] == "wrong_host"
        assert "allowed_hosts" in answer.json["error"]["message"]


@pytest.mark.parametrize(
    ("origin", "served"),
    [
        (CHROME, True),
        (FIREFOX, True),
        ("http://localhost", True),
        ("http://127.0.0.1", False),
        ("http://localhost:8080", False),
        ("https://localhost", False),
        ("https://mail.example", False),
        ("https://chrome-extension.example", False),
        (f"{CHROME}.example/", False),
        (f"https://mail.example/?{CHROME}", False),
        ("chrome-extension://", False),
        ("safari-web-extension://abc", False),
        ("null", False),
        ("", False),
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_only_the_extension_and_the_own_site_may_ask(
    client: FlaskClient, origin: str, served: bool, method: str
) -> None:
    path = f"{API}/templates" if method == "GET" else f"{API}/checks"
    answer = client.open(path, method=method, json={"body": ""}, headers={"Origin": origin})
    assert answer.status_code == (200 if served else 403)
    allowed = answer.headers.get("Access-Control-Allow-Origin")
    assert allowed == (origin if origin in {CHROME, FIREFOX} else None)
    if not served:
        assert answer.json["error"]["code"] == "foreign_origin"
        assert "`extension_origins`" in answer.json["error"]["message"]


def preflight(client: FlaskClient, origin: str) -> dict[str, str]:
    answer = client.options(
        f"{API}/checks",
        headers={
            "Origin": origin,
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type",
            "Access-Control-Request-Private-Network": "true",
        },
    )
    return dict(answer.headers) | {"Status": str(answer.status_code)}


@pytest.mark.parametrize("origin", [CHROME, FIREFOX])
def test_a_browser_that_asks_first_is_told_yes(client: FlaskClient, origin: str) -> None:
    headers = preflight(client, origin)
    assert headers["Status"] == "200"
    assert headers["Access-Control-Allow-Origin"] == origin
    assert "POST" in headers["Access-Control-Allow-Methods"]
    assert "content-type" in headers["Access-Control-Allow-Headers"].lower()
    assert headers["Access-Control-Allow-Private-Network"] == "true"
    assert "Access-Control-Allow-Credentials" not in headers
    assert "Origin" in headers["Vary"]


def test_another_page_that_asks_first_is_told_no(client: FlaskClient) -> None:
    headers = preflight(client, "https://mail.example")
    assert headers["Status"] == "403"
    assert not [name for name in headers if name.startswith("Access-Control")]


def test_a_host_may_name_its_own_origins_and_names() -> None:
    settings = Settings(extension_origins=(CHROME,), allowed_hosts=("afterword.example",))
    client = create_app(settings).test_client()

    def ask(origin: str, host: str = "afterword.example") -> int:
        headers = {"Origin": origin, "Host": host}
        return client.get(f"{API}/health", headers=headers).status_code

    assert ask(CHROME) == 200
    assert ask(CHROME + "x") == 403
    assert ask(FIREFOX) == 403
    assert ask("http://afterword.example") == 200
    assert ask(CHROME, "localhost") == 421


def test_a_host_may_keep_all_extensions_out() -> None:
    client = create_app(Settings(extension_origins=())).test_client()
    assert client.get(f"{API}/health", headers={"Origin": CHROME}).status_code == 403
    assert client.get(f"{API}/health").status_code == 200


@pytest.mark.parametrize(
    ("path", "policy"),
    [
        ("/", "default-src 'self'"),
        ("/nothing/", "default-src 'self'"),
        ("/practice/", "default-src 'self'"),
        ("/assets/style.css", "default-src 'self'"),
        (f"{API}/health", "default-src 'none'"),
        (f"{API}/nothing", "default-src 'none'"),
    ],
)
def test_every_answer_says_what_it_may_do(client: FlaskClient, path: str, policy: str) -> None:
    headers = client.get(path, buffered=True).headers
    csp = headers["Content-Security-Policy"]
    assert csp.startswith(policy)
    assert "frame-ancestors" in csp
    assert "unsafe" not in csp
    assert "http" not in csp
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("/helper", "/helper/"),
        ("/helper?from=a//b", "/helper/?from=a//b"),
        ("/guidelines//be-concise/", "/guidelines/be-concise/"),
    ],
)
def test_a_redirect_keeps_to_the_scheme_that_the_browser_used(
    client: FlaskClient, path: str, leads_to: str
) -> None:
    """Behind a web server with TLS, the service itself is asked in plain HTTP."""
    answer = client.get(path)
    assert (answer.status_code, answer.headers["Location"]) == (308, leads_to)


def test_no_answer_sets_a_cookie_or_may_be_kept(app: Flask) -> None:
    client = app.test_client()
    body = {"body": "Dear Dana,\n\nThank you.\n\nAna"}
    for answer in (
        client.get("/"),
        client.get(f"{API}/templates"),
        client.post(f"{API}/checks", json=body),
        client.post(f"{API}/templates/thank-you-one-interviewer/draft", json={}),
        client.post(f"{API}/checks", json={}),
    ):
        assert "Set-Cookie" not in answer.headers
        assert "Cookie" not in answer.headers.get("Vary", "")
        if answer.request.method == "POST":
            assert answer.headers["Cache-Control"] == "no-store"
