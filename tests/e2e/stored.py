"""What the extension keeps on its machine, written and read past its pages."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from tests.e2e.browsers import Chromium

SENDER = {"name": "Priya Nair", "email": "priya.nair@example.com", "phone": "555-0142"}
FIVE = [
    {"name": name, "email": f"{name.lower().replace(' ', '.')}@acme.example"}
    for name in ("Dana Lee", "Omar Haddad", "Mina Park", "Chidi Okafor", "Ana Souza")
]


def card(**changes: object) -> dict[str, Any]:
    """Return an interview card as the extension stores it: three hours ago, with Dana Lee."""
    met = datetime.now() - timedelta(hours=3)
    return {
        "id": "acme",
        "interviewers": [{"name": "Dana Lee", "email": "dana.lee@acme.example"}],
        "company": "Acme",
        "role": "Data Engineer",
        "interviewedAt": f"{met:%Y-%m-%dT%H:%M}",
        "decisionBy": "",
        "topics": [],
        "openQuestions": [],
        "promised": [],
        "written": [],
        "closed": False,
        "quietUntil": 0,
        "remindAt": 0,
        "changed": datetime.now().timestamp() * 1000,
        **changes,
    }


def store(chromium: Chromium, **values: object) -> None:
    """Put things into the storage, as if typed long ago."""
    chromium.worker.evaluate("values => chrome.storage.local.set(values)", values)


def stored(chromium: Chromium) -> dict[str, object]:
    """Return all that the extension keeps."""
    return dict(chromium.worker.evaluate("chrome.storage.local.get()"))


FILL = """async (left) => {
  const used = await chrome.storage.local.getBytesInUse();
  const filler = "x".repeat(chrome.storage.local.QUOTA_BYTES - used - left);
  await chrome.storage.local.set({ filler });
}"""


def fill_up(chromium: Chromium, left: int = 100) -> None:
    """Leave so many bytes of room in the storage."""
    chromium.worker.evaluate(FILL, left)


def make_room(chromium: Chromium) -> None:
    """Take away what the storage was filled up with."""
    chromium.worker.evaluate("chrome.storage.local.remove('filler')")


def cards(chromium: Chromium) -> list[dict[str, Any]]:
    """Return the stored interviews."""
    return list(chromium.worker.evaluate("chrome.storage.local.get('cards')").get("cards", []))
