"""What a screen reader is told: words that come into a region which was there before them."""

from __future__ import annotations

from playwright.sync_api import Page

_LISTEN = """() => {
  window.heard = [];
  const look = (root) => {
    for (const part of root.querySelectorAll("*")) {
      if (part.shadowRoot) look(part.shadowRoot);
      if (!part.matches("[role=status]") || !part.checkVisibility()) continue;
      const hear = () => window.heard.push(part.textContent.trim());
      new MutationObserver(hear).observe(part, { childList: true, subtree: true });
    }
  };
  look(document);
}"""


def listen(page: Page) -> None:
    """Listen to the regions that are there now."""
    page.evaluate(_LISTEN)


def heard(page: Page) -> list[str]:
    """Return what was said in them since."""
    return list(page.evaluate("window.heard"))
