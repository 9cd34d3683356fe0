/** Whether something moved on the screen, without asking in every frame. */

/**
 * Call `tell` after anything that may have moved or resized `element`.
 *
 * @param {Element} element perhaps in a frame
 * @param {() => void} tell
 * @param {AbortSignal} signal
 */
export function onMoved(element, tell, signal) {
  const windows = new Set([element.ownerDocument.defaultView ?? window, window]);
  let asked = 0;
  const soon = () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(() => signal.aborted || tell());
  };
  for (const view of windows) {
    view.addEventListener("scroll", soon, { capture: true, passive: true, signal });
    view.addEventListener("resize", soon, { passive: true, signal });
  }
  const sizes = new ResizeObserver(soon);
  sizes.observe(element);
  const shifts = watchShift(element, soon);
  signal.addEventListener("abort", () => {
    cancelAnimationFrame(asked);
    sizes.disconnect();
    shifts();
  });
}

/**
 * Notice when the page lays itself out anew and the element stands elsewhere: an observer whose root
 * is cropped to the element's own box reports as soon as it leaves that box.
 *
 * @param {Element} element
 * @param {() => void} tell
 * @returns {() => void} stops it
 */
function watchShift(element, tell) {
  /** @type {IntersectionObserver | null} */
  let observer = null;
  const watch = () => {
    observer?.disconnect();
    const { top, left, right, bottom, width, height } = element.getBoundingClientRect();
    if (!width || !height) return;
    const { clientWidth, clientHeight } = element.ownerDocument.documentElement;
    const crop = [top, clientWidth - right, clientHeight - bottom, left];
    const rootMargin = crop.map((side) => `${-Math.floor(side)}px`).join(" ");
    let first = true;
    observer = new IntersectionObserver(
      () => {
        if (!first) {
          tell();
          watch();
        }
        first = false;
      },
      { root: element.ownerDocument, rootMargin, threshold: [0, 0.5, 0.9, 1] },
    );
    observer.observe(element);
  };
  watch();
  return () => observer?.disconnect();
}
