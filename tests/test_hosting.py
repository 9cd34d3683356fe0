"""What the page on hosting tells an administrator to write down is run as it stands there."""

from __future__ import annotations

import json
import re
import shutil
import ssl
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from http.client import HTTPSConnection
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from afterword import create_app, settings
from tests import provision
from tests.command_line import run
from tests.drafts import NORTHWIND
from tests.e2e import service as afterword
from tests.e2e.parts import need
from tests.e2e.processes import free_port, running

PAGE = Path(__file__).parents[1] / "site/pages/career-centres/hosting.md"
NAME = "afterword.example.edu"
SECRET = "Quetzalcoatl"
ASKED = {"Content-Type": "application/json", "Origin": "chrome-extension://abcdefghijklmnop"}

NGINX = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{}}
http {{
    access_log {folder}/access.log;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    scgi_temp_path {folder}/scgi;
    uwsgi_temp_path {folder}/uwsgi;
    {block}
}}
"""
APACHE = """
ServerRoot {folder}
DefaultRuntimeDir {folder}
PidFile {folder}/apache.pid
ServerName localhost
User www-data
Group www-data
Listen 127.0.0.1:{port}
LoadModule mpm_event_module {modules}/mod_mpm_event.so
LoadModule authz_core_module {modules}/mod_authz_core.so
LoadModule socache_shmcb_module {modules}/mod_socache_shmcb.so
LoadModule ssl_module {modules}/mod_ssl.so
LoadModule proxy_module {modules}/mod_proxy.so
LoadModule proxy_http_module {modules}/mod_proxy_http.so
ErrorLog {folder}/error.log
LogFormat "%h %l %u %t \\"%r\\" %>s %b" common
CustomLog {folder}/access.log common
{block}
"""
"""What a system says around the page's block, a log of all requests included."""


def block(beginning: str) -> str:
    """Return the page's block of code that begins so."""
    blocks = re.findall(r"^```\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S)
    return next(str(code) for code in blocks if code.startswith(beginning))


@dataclass(frozen=True, slots=True)
class Front:
    """A running web server with the service behind it."""

    port: int
    folder: Path
    """Of its configuration, logs and temporary files."""
    trusted: ssl.SSLContext

    def ask(
        self, method: str, path: str, body: bytes | None = None, host: str = NAME
    ) -> tuple[int, Mapping[str, str], Any]:
        """Return status, headers and what the JSON says, if it is any."""
        connection = HTTPSConnection("127.0.0.1", self.port, timeout=20, context=self.trusted)
        connection.request(method, path, body, {**ASKED, "Host": host})
        answer = connection.getresponse()
        words = answer.read()
        connection.close()
        is_json = answer.headers["Content-Type"] == "application/json"
        return answer.status, answer.headers, json.loads(words) if is_json else None


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The port of the service, which runs with the page's settings and a pack."""
    folder = tmp_path_factory.mktemp("service")
    file = folder / "afterword.toml"
    file.write_text(block("allowed_hosts"), encoding="utf-8")
    shutil.copytree(NORTHWIND, folder / "example-university")
    options = ("--config", str(file))
    with afterword.service(folder / "service.log", None, *options) as address:
        yield address.rpartition(":")[2]


@pytest.fixture(scope="module", params=["nginx", "Apache"])
def front(
    request: pytest.FixtureRequest, behind: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Front]:
    """Each web server with the page's block for it."""
    need(request.param)
    folder, port = tmp_path_factory.mktemp("front"), free_port()
    pem = _certificate(folder)
    around, begins = (NGINX, "server {") if request.param == "nginx" else (APACHE, "<VirtualHost")
    own = {
        "*:443": f"127.0.0.1:{port}",
        " 443 ": f" 127.0.0.1:{port} ",
        ":8765": f":{behind}",
        "/etc/ssl/afterword": str(pem.with_suffix("")),
    }
    code = block(begins)
    for theirs, ours in own.items():
        code = code.replace(theirs, ours)
    file = folder / "server.conf"
    modules = provision.APACHE_MODULES
    text = around.format(folder=folder, port=port, modules=modules, block=code)
    file.write_text(text, encoding="utf-8")
    trusted = ssl.create_default_context(cafile=str(pem))
    trusted.check_hostname = False  # it is asked for by number
    server = Front(port, folder, trusted)
    with running(_command(request.param, file), log=folder / "log", ready=lambda: _ready(server)):
        yield server


def _certificate(folder: Path) -> Path:
    """Make a certificate; its key lies beside it."""
    pem = folder / "afterword.pem"
    made = ["-out", pem, "-keyout", pem.with_suffix(".key"), "-subj", f"/CN={NAME}", "-nodes"]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", *made]
    subprocess.run(command, check=True, capture_output=True)
    return pem


def _command(name: str, file: Path) -> list[str | Path]:
    if name == "nginx":
        return [provision.nginx() or name, "-c", file]
    return [provision.apache() or name, "-D", "FOREGROUND", "-f", file]


def _ready(server: Front) -> bool:
    return server.ask("GET", "/api/v1/health")[0] == 200


def test_the_settings_admit_the_site_itself(tmp_path: Path) -> None:
    file = tmp_path / "afterword.toml"
    file.write_text(block("allowed_hosts"), encoding="utf-8")
    client = create_app(replace(settings.load(file, {}), pack=())).test_client()
    answer = client.get("/api/v1/health", headers={"Host": NAME, "Origin": f"https://{NAME}"})
    assert answer.get_json()["status"] == "ok"


def test_service_and_site_answer_behind_a_web_server(front: Front) -> None:
    _, _, says = front.ask("GET", "/api/v1/health")
    assert (says["status"], says["host"]["short_name"]) == ("ok", "Northwind Careers")
    status, headers, _ = front.ask("GET", "/helper")
    assert (status, headers["Location"]) == (308, "/helper/")
    # The name that was asked for is handed on.
    status, _, says = front.ask("GET", "/api/v1/health", host="attacker.example")
    assert (status, says["error"]["code"]) == (421, "wrong_host")


def test_a_long_draft_passes_a_web_server_and_leaves_no_trace(front: Front) -> None:
    words = f"Dear {SECRET},\n\nThank you for the interview.\n\n" * 3000
    body = json.dumps({"body": words}).encode()
    assert front.ask("POST", f"/api/v1/checks?{SECRET}", body)[0] == 200
    status, _, says = front.ask("POST", "/api/v1/checks", b" " * 1_000_001)
    assert (status, says["error"]["code"]) == (413, "too_large")
    written = {path.name: path.read_bytes() for path in front.folder.rglob("*") if path.is_file()}
    assert not written.get("access.log")
    assert b"temporary file" not in written["error.log"]
    assert not [name for name, content in written.items() if SECRET.encode() in content]


def test_browsers_can_read_the_policies_and_the_update_file() -> None:
    for beginning in ('{"ExtensionSettings"', '{"policies"'):
        assert "force_installed" in json.dumps(json.loads(block(beginning)))
    updates = ET.fromstring(block("<gupdate"))
    policy = json.loads(block('{"ExtensionSettings"'))["ExtensionSettings"]
    assert [app.get("appid") for app in updates] == list(policy)


def test_firefox_is_told_one_id_and_finds_what_it_installs_and_updates(tmp_path: Path) -> None:
    _, *words = block(".venv/bin/afterword extension").split()
    packed = run(*[tmp_path if word == "dist" else word for word in words])
    assert packed.exit_code == 0, packed.output
    with zipfile.ZipFile(tmp_path / "afterword-firefox.zip") as archive:
        manifest = json.loads(archive.read("manifest.json"))
    gecko = manifest["browser_specific_settings"]["gecko"]
    updates = json.loads(block('{"addons"'))["addons"][gecko["id"]]["updates"]
    policy = json.loads(block('{"policies"'))["policies"]["ExtensionSettings"][gecko["id"]]
    assert updates == [{"version": manifest["version"], "update_link": policy["install_url"]}]
    assert gecko["update_url"].rpartition("/")[2] in PAGE.read_text(encoding="utf-8")
