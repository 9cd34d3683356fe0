"""The table of settings, and where a value may come from."""

from __future__ import annotations

from pathlib import Path

import pytest

from afterword.settings import CONFIG, TABLE, Setting, Settings, SettingsError, load
from tests.command_line import run


def write(folder: Path, text: str) -> Path:
    file = folder / "afterword.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_defaults_are_for_one_person_on_one_machine() -> None:
    settings = load(None, {})
    assert settings == Settings()
    assert (settings.host, settings.port) == ("127.0.0.1", 8765)
    assert set(settings.allowed_hosts) == {"127.0.0.1", "localhost", "[::1]"}
    assert settings.site_dir.is_dir()


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name)
def test_every_setting_is_described_everywhere(row: Setting) -> None:
    assert row.help.endswith(".")
    assert row.help[0].isupper()
    assert row.unit
    printed = run("settings").output
    assert f"| `{row.name}` | {row.shown} | {row.unit} | {row.help} | `{row.variable}` |" in printed
    helped = " ".join(run("serve", "--help").output.split())
    assert f"--{row.name.replace('_', '-')} " in helped
    assert row.variable in helped


def test_a_later_source_goes_before_an_earlier_one(tmp_path: Path) -> None:
    file = write(tmp_path, 'port = 1001\nthreads = 2\nhost = "localhost"\n')
    environ = {CONFIG: str(file), "AFTERWORD_PORT": "1002", "AFTERWORD_THREADS": "3", "PORT": "9"}
    settings = load(None, environ, port=1003, host=None)
    assert (settings.host, settings.threads, settings.port) == ("localhost", 3, 1003)
    (tmp_path / "other").mkdir()
    other = write(tmp_path / "other", "port = 7\n")
    assert load(other, {CONFIG: str(file)}).port == 7


def test_values_are_read_in_their_own_type(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    file = write(tmp_path, 'templates_dir = "mine"\nallowed_hosts = ["a.example", "b.example"]\n')
    settings = load(file, {})
    assert settings.templates_dir == tmp_path.resolve() / "mine"
    assert settings.allowed_hosts == ("a.example", "b.example")
    environ = {
        "AFTERWORD_ALLOWED_HOSTS": " a.example, ,b.example ",
        "AFTERWORD_SITE_DIR": str(tmp_path),
    }
    settings = load(None, environ)
    assert settings.allowed_hosts == ("a.example", "b.example")
    assert settings.site_dir == tmp_path.resolve()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("port = ", "not TOML"),
        (f"port = {'[' * 5000}", "inside one another"),
        (f"port{'.a' * 5000} = 1", "inside one another"),
        (f"port = {'1' * 5000}", "not TOML: a number in it is too long."),
        (f"port = 0x{'f' * 5000}", "not TOML: the number in `port` is too long."),
        (r'pack = ["a\u0000b"]', r"the text in `pack` holds the character \u0000"),
        (r'site_dir = "a\u0000b"', r"the text in `site_dir` holds the character \u0000"),
        ('port = "8765"', "`port` is '8765', not a whole number"),
        ("port = true", "`port` is True, not a whole number"),
        ("port = 1.5", "not a whole number"),
        ("port = 65536", "use 0 to 65535"),
        ("threads = 0", "`threads` is 0; use 1 to 256"),
        ("connection_limit = 1001", "use 1 to 1000"),
        ("host = 1", "`host` is 1, not a text"),
        ('allowed_hosts = "localhost"', "Write allowed_hosts = ["),
        ("allowed_hosts = [1]", "`allowed_hosts` is not a list of texts"),
        ('allowed_hosts = [""]', "is not right: '' has to be a name without a port"),
        ('allowed_hosts = ["a.example:80"]', "'a.example:80' has to be a name without a port"),
        ('allowed_hosts = ["https://a.example"]', "'https://a.example' has to be a name"),
        ('extension_origins = ["*"]', "'*' has to be an origin without a path"),
        ('extension_origins = ["https://a.example/"]', "has to be an origin without a path"),
        ("site_dir = 1", "`site_dir` is 1, not the path of a folder"),
        ('site_dir = "none"', "/none, and no folder is there"),
        ('log_level = "loud"', "use one of: debug, info, warning, error"),
        ("prot = 1", "`prot` is not a setting"),
    ],
)
def test_a_value_that_cannot_be_used_is_named(tmp_path: Path, text: str, words: str) -> None:
    file = write(tmp_path, text)
    with pytest.raises(SettingsError) as caught:
        load(file, {})
    assert str(caught.value).startswith(f"{file}: ")
    assert words in str(caught.value)
    result = run("serve", "--config", tmp_path / "afterword.toml")
    assert result.exit_code == 2
    assert words in " ".join(result.output.split())


def test_the_source_of_a_value_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    file = write(tmp_path, "port = -1\n")
    with pytest.raises(SettingsError, match=r"^AFTERWORD_PORT: `port` is 65536; use 0 to 65535"):
        load(file, {"AFTERWORD_PORT": "65536"})
    with pytest.raises(SettingsError, match=r"^--port: `port` is 65537; use 0 to 65535"):
        load(file, {"AFTERWORD_PORT": "65536"}, port=65537)
    with pytest.raises(SettingsError, match=r"^--log-level: `log_level` is 'loud'"):
        load(None, {}, log_level="loud")
    assert load(file, {}, port=0).port == 0


def test_a_file_may_be_saved_as_windows_does_it(tmp_path: Path) -> None:
    assert load(write(tmp_path, "\ufeffport = 1001\r\n"), {}).port == 1001


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        load(tmp_path / "none.toml", {})


def test_a_number_in_the_environment_must_be_one() -> None:
    with pytest.raises(SettingsError, match="AFTERWORD_PORT is 'http'"):
        load(None, {"AFTERWORD_PORT": "http"})
