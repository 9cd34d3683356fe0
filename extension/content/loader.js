/**
 * The one classic script: a content script cannot be a module, so it imports one.
 *
 * It runs before the page's own scripts, because only the first listener on the window can keep
 * keys that are typed in the panel from the page's shortcuts, or ask before a message is sent. It
 * does nothing by itself: until a compose window is found nobody hears what it tells.
 *
 * The imported modules must be web accessible, file by file. `use_dynamic_url` does not work for them:
 * in Chromium 156 the first module loads, but what it imports is looked up under the extension's
 * fixed address and refused. So a page where Afterword could run can find out that it is installed.
 */
(() => {
  /** Keys, and the parts of a press: some buttons send before it is a click. */
  const TYPES = [
    ..."keydown keypress keyup".split(" "),
    ..."pointerdown mousedown pointerup mouseup click".split(" "),
  ];
  const here = /** @type {typeof globalThis & {afterword?: AbortController}} */ (globalThis);
  if (here.afterword && !here.afterword.signal.aborted) return;

  // A copy from before an update of the extension is still here, and nobody answers it any more.
  document.dispatchEvent(new CustomEvent("afterword-leave"));
  const life = new AbortController();
  const { signal } = life;
  here.afterword = life;
  document.addEventListener("afterword-leave", () => life.abort(), { signal });

  /** @type {Set<(event: Event) => void>} */
  const hears = new Set();
  const tell = (/** @type {Event} */ event) => {
    for (const hear of hears) hear(event);
  };
  /** @param {Window} view this window, or one of a frame @param {AbortSignal} end */
  const listen = (view, end) => {
    for (const type of TYPES) view.addEventListener(type, tell, { capture: true, signal: end });
  };
  listen(window, signal);

  const started = import(chrome.runtime.getURL("content/main.js")).then(({ start }) =>
    start(life, hears, listen),
  );
  /** @param {{kind: string}} message @param {unknown} _sender @param {(found: boolean) => void} reply */
  const hear = (message, _sender, reply) => {
    // One frame alone answers such a question; and one that is still loading, as some are for ever, none.
    if (message.kind === "around" || document.readyState === "loading") return false;
    started.then((main) => reply(main.hear(message)));
    return true;
  };
  chrome.runtime.onMessage.addListener(hear);
  signal.addEventListener("abort", () => chrome.runtime?.onMessage?.removeListener(hear));
})();
