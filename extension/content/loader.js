/**
 * The one classic script: a content script cannot be a module, so it imports one.
 *
 * It runs before the page's own scripts, because only the first listener on the window can keep
 * keys that are typed in the panel from the page's shortcuts.
 *
 * The imported modules must be web accessible, file by file. `use_dynamic_url` does not work for them:
 * in Chromium 156 the first module loads, but what it imports is looked up under the extension's
 * fixed address and refused. So a page where Afterword could run can find out that it is installed.
 */
(() => {
  const here = /** @type {typeof globalThis & {afterword?: AbortController}} */ (globalThis);
  if (here.afterword && !here.afterword.signal.aborted) return;

  // A copy from before an update of the extension is still here, and nobody answers it any more.
  document.dispatchEvent(new CustomEvent("afterword-leave"));
  const life = new AbortController();
  const { signal } = life;
  here.afterword = life;
  document.addEventListener("afterword-leave", () => life.abort(), { signal });

  /** @type {Set<(event: KeyboardEvent) => void>} */
  const keys = new Set();
  for (const type of /** @type {const} */ (["keydown", "keypress", "keyup"])) {
    const tell = (/** @type {KeyboardEvent} */ event) => {
      for (const hear of keys) hear(event);
    };
    window.addEventListener(type, tell, { capture: true, signal });
  }

  const started = import(chrome.runtime.getURL("content/main.js")).then(({ start }) =>
    start(life, keys),
  );
  /** @param {unknown} message @param {unknown} _sender @param {(found: boolean) => void} reply */
  const hear = (message, _sender, reply) => {
    started.then((main) => reply(main.hear(message)));
    return true;
  };
  chrome.runtime.onMessage.addListener(hear);
  signal.addEventListener("abort", () => chrome.runtime?.onMessage?.removeListener(hear));
})();
