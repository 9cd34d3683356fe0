"""What a screen reader is told: words that come into a region which was there before them."""

from __future__ import annotations

from playwright.sync_api import Page

_LISTEN = """() => {
  window.heard = [];
  const roots = new Set(), regions = new Set();
  const learn = (root) => {
    if (!roots.has(root)) watcher.observe(root, { childList: true, subtree: true });
    roots.add(root);
    for (const part of root.querySelectorAll("*")) {
      if (part.shadowRoot) learn(part.shadowRoot);
      if (part.matches("[role=status]") && part.checkVisibility()) regions.add(part);
    }
  };
  const watcher = new MutationObserver((changes) => {
    const at = ({ target }) => target.closest?.("[role=status]");
    for (const region of new Set(changes.map(at)))
      if (regions.has(region)) window.heard.push(region.textContent.trim());
    learn(document);
  });
  learn(document);
}"""


def listen(page: Page) -> None:
    """Listen to the regions that are there, and from their coming on to those that come later."""
    page.evaluate(_LISTEN)


def heard(page: Page) -> list[str]:
    """Return what was said in them since."""
    return list(page.evaluate("window.heard"))
