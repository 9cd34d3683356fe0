/** Where things stand on the screen: whether they moved, and how to bring them into sight. */

/**
 * Call `tell` after anything that may have moved or resized `element`, or a frame that it stands in.
 *
 * @param {Element} element
 * @param {() => void} tell
 * @param {AbortSignal} signal
 */
export function onMoved(element, tell, signal) {
  const view = element.ownerDocument.defaultView ?? window;
  const frame = frameOf(view);
  if (frame) onMoved(frame, tell, signal);
  let asked = 0;
  const soon = () => {
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(() => signal.aborted || tell());
  };
  view.addEventListener("scroll", soon, { capture: true, passive: true, signal });
  view.addEventListener("resize", soon, { passive: true, signal });
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

/**
 * A box inside of a frame, in the coordinates of the top window.
 *
 * @param {DOMRect} box
 * @param {Window} view the window that it was measured in
 * @returns {DOMRect}
 */
export function inTopWindow(box, view) {
  const frame = frameOf(view);
  return frame ? inTopWindow(besideFrame(box, frame), view.parent) : box;
}

/**
 * Where words stand in the top window; null where they are scrolled out of sight.
 *
 * @param {DOMRect} words
 * @param {Element} element that they stand in
 * @returns {DOMRect | null}
 */
export function inSight(words, element) {
  const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
  const there = root.elementsFromPoint(words.x + words.width / 2, words.y + words.height / 2);
  if (!there.some((one) => element.contains(one))) return null;
  const frame = frameOf(viewOf(element));
  return frame ? inSight(besideFrame(words, frame), frame) : words;
}

/**
 * Scroll whatever scrolls around words until they can be seen; focus and selection stay.
 *
 * @param {() => DOMRect} words where they stand now
 * @param {Element} element that they stand in
 */
export function reveal(words, element) {
  const view = viewOf(element);
  for (const box of around(element)) {
    const isPage = box === view.document.scrollingElement;
    const seen = isPage ? new DOMRect(0, 0, 0, view.innerHeight) : box.getBoundingClientRect();
    const { top, bottom } = words();
    if (top < seen.top || bottom > seen.bottom)
      box.scrollBy({ top: top - seen.top - box.clientHeight / 3, behavior: "instant" });
  }
  const frame = frameOf(view);
  if (frame) reveal(() => besideFrame(words(), frame), frame);
}

/** The boxes that may cut off or scroll an element, itself first. @param {Element} element */
export function* around(element) {
  const { scrollingElement } = element.ownerDocument;
  let isFree = false;
  for (let box = /** @type {Element | null} */ (element); box; box = box.parentElement) {
    const { position } = getComputedStyle(box);
    // What is placed by a box further out does not stand in this one; yet it goes along with the page.
    if (isFree && position === "static" && box !== scrollingElement) continue;
    yield box;
    if (position === "fixed") return;
    isFree = position === "absolute";
  }
}

/** @param {Element} element */
const viewOf = (element) => /** @type {Window} */ (element.ownerDocument.defaultView);

/** The frame that shows a window in one of ours. @param {Window} view */
const frameOf = (view) => (view === window ? null : view.frameElement);

/** A box inside of a frame, in the window around. @param {DOMRect} box @param {Element} frame */
function besideFrame({ x, y, width, height }, frame) {
  const outer = frame.getBoundingClientRect();
  const { paddingLeft, paddingTop } = getComputedStyle(frame);
  const left = frame.clientLeft + parseFloat(paddingLeft) + x;
  const top = frame.clientTop + parseFloat(paddingTop) + y;
  // What is around it may be enlarged.
  const scale = outer.width / /** @type {HTMLElement} */ (frame).offsetWidth;
  return new DOMRect(
    outer.left + left * scale,
    outer.top + top * scale,
    width * scale,
    height * scale,
  );
}
