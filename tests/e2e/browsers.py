"""Chromium and Firefox with the unpacked extension, each with a new profile."""

from __future__ import annotations

import contextlib
import json
import shutil
import socket
import warnings
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Error, Page, Playwright, Worker

from afterword.cli.extension import write as pack
from tests import provision
from tests.e2e.processes import free_port, running

with warnings.catch_warnings():
    # One of its dependencies asks for the name of the Linux distribution in a deprecated way.
    warnings.simplefilter("ignore", DeprecationWarning)
    from marionette_driver.addons import Addons
    from marionette_driver.geckoinstance import DesktopInstance, GeckoInstance
    from marionette_driver.marionette import Marionette

EXTENSION = Path(__file__).parents[2] / "extension"

_PATIENCE_MS = 15_000
_FIREFOX_ID = "afterword@afterword.example"
_FIREFOX_UUID = "5e1c5bb4-8b0c-4a8f-9f0e-0c3f9d2b7a11"
"""Fixed by a preference, so that the extension's own pages have a known address."""


@dataclass(frozen=True, slots=True)
class Chromium:
    """A running Chromium with the extension in it."""

    context: BrowserContext
    worker: Worker
    """The extension's background."""

    @property
    def extension_url(self) -> str:
        """The extension's own origin, with a slash at its end."""
        return self.worker.url.partition("/background")[0] + "/"

    def page(self) -> Page:
        """Open a new tab."""
        return self.context.new_page()

    def popup_over(self, page: Page) -> Page:
        """Open the popup in a tab, with `page` as the tab that is looked at."""
        popup = self.page()
        popup.goto(f"{self.extension_url}popup/popup.html")
        page.bring_to_front()
        popup.reload()
        return popup

    def use_on(self, page: Page) -> None:
        """Press "Use on this site" in the popup, for the site that `page` shows."""
        popup = self.popup_over(page)
        # It closes itself, perhaps before the key is up again.
        with popup.expect_event("close"), contextlib.suppress(Error):
            popup.get_by_role("button", name="Use on this site").press("Enter")


@contextlib.contextmanager
def chromium(
    playwright: Playwright,
    profile: Path,
    service: str,
    extension: Path = EXTENSION,
    language: str = "en-US",
    *,
    switches: Sequence[str] = (),
) -> Iterator[Chromium]:
    """Start Chromium with the unpacked extension and tell it the address of the service."""
    program = provision.chromium()
    assert program is not None, "Chromium is not installed"
    _allow_reloads(profile)
    context = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=program,
        headless=True,
        locale="en-US",
        viewport={"width": 1400, "height": 900},
        args=[
            f"--lang={language}",
            f"--disable-extensions-except={extension}",
            f"--load-extension={extension}",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            *switches,
        ],
    )
    context.set_default_timeout(_PATIENCE_MS)
    try:
        workers = context.service_workers
        worker = workers[0] if workers else context.wait_for_event("serviceworker")
        worker.evaluate("address => chrome.storage.local.set({service: {address}})", service)
        yield Chromium(context, worker)
    finally:
        context.close()


def allowed_on(site: str, copy: Path) -> Path:
    """Copy the extension for somebody who allowed it a site; no test can answer the prompt."""
    return allowed(copy, "host_permissions", site)


def allowed(copy: Path, key: str, permission: str) -> Path:
    """Copy the extension with one permission more."""
    shutil.copytree(EXTENSION, copy)
    path = copy / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest[key].append(permission)
    path.write_text(json.dumps(manifest), encoding="utf-8")
    return copy


def _allow_reloads(profile: Path) -> None:
    """An unpacked extension that is loaded anew stays off without the developer mode."""
    preferences = profile / "Default/Preferences"
    preferences.parent.mkdir(parents=True, exist_ok=True)
    if not preferences.exists():
        preferences.write_text(json.dumps({"extensions": {"ui": {"developer_mode": True}}}))


@dataclass(frozen=True, slots=True)
class Firefox:
    """A running Firefox with the extension as a temporary add-on."""

    marionette: Marionette

    @property
    def extension_url(self) -> str:
        """The extension's own origin, with a slash at its end."""
        return f"moz-extension://{_FIREFOX_UUID}/"

    def install(self, folder: Path) -> None:
        """Pack the extension into a folder and install it for a time, or as an update."""
        packed = folder / "afterword-firefox.zip"
        pack(packed, EXTENSION, "firefox")
        data = b64encode(packed.read_bytes()).decode()
        Addons(self.marionette).install(data=data, temp=True)

    def store(self, key: str, value: object) -> None:
        """Put a value into the extension's storage, from one of its own pages."""
        script = "await chrome.storage.local.set({[asked.key]: asked.value})"
        self._own_page(script, key=key, value=value)

    def use_on(self, url: str) -> None:
        """Do what "Use on this site" does once the popup's button is pressed."""
        script = "await chrome.runtime.sendMessage({kind: 'use-on-site', payload: asked})"
        pattern = f"http://{urlsplit(url).hostname}/*"
        self._own_page(script, site=pattern, origins=[pattern])

    def options(self) -> None:
        """Go to the extension's options."""
        self.marionette.navigate(self.extension_url + "options/options.html")

    def run(self, script: str, **asked: object) -> Any:
        """Run a script in the extension's page at hand, which finds `asked`; return its answer."""
        return self.marionette.execute_async_script(
            f"const [asked, done] = arguments; (async () => {{ {script} }})().then(done);",
            script_args=(asked,),
            sandbox=None,
        )

    def _own_page(self, script: str, **asked: object) -> None:
        self.options()
        self.run(script, **asked)


@contextlib.contextmanager
def firefox(folder: Path, service: str) -> Iterator[Firefox]:
    """Start Firefox on a new profile in `folder` and install the packed extension for a time.

    The extension is told the address of the service.

    The driver could start Firefox too, but would leave processes and sockets behind.
    """
    program = provision.firefox()
    assert program is not None, "Firefox is not installed"
    port = free_port()
    profile = folder / "profile"
    profile.mkdir(parents=True)
    (profile / "user.js").write_text(_firefox_preferences(port), encoding="utf-8")
    # System access lets the driver open the extension's own pages.
    driven = ("-headless", "-marionette", "-remote-allow-system-access", "-no-remote")
    command: list[str | Path] = [program, *driven, "-profile", profile]

    def listens() -> bool:
        with socket.create_connection(("127.0.0.1", port), timeout=1):
            return True

    with running(command, log=folder / "firefox.log", ready=listens):
        marionette = Marionette(port=port)
        marionette.start_session()
        try:
            running_firefox = Firefox(marionette)
            running_firefox.install(folder)
            running_firefox.store("service", {"address": service})
            yield running_firefox
        finally:
            marionette.delete_session()


def _firefox_preferences(port: int) -> str:
    """Return a `user.js`: the driver's preferences, which also keep Firefox from calling home."""
    preferences: dict[str, object] = {
        **GeckoInstance.required_prefs,
        **DesktopInstance.desktop_prefs,
        "app.normandy.enabled": False,
        # Nobody is there to answer; the test of a refusal would be the browser's own.
        "extensions.webextOptionalPermissionPrompts": False,
        "extensions.webextensions.uuids": json.dumps({_FIREFOX_ID: _FIREFOX_UUID}),
        "marionette.port": port,
        "network.trr.mode": 5,
    }
    nowhere = "127.0.0.1:9"
    return "".join(
        f"user_pref({json.dumps(name)}, {json.dumps(value)});\n".replace("%(server)s", nowhere)
        for name, value in preferences.items()
    )
