/** Where a window stands among the frames of its tab, as every frame of the tab can tell. */

/**
 * @param {Window} view
 * @returns {number[]} `[]` for the page itself, `[0, 2]` for the third frame in its first
 */
export function pathOf(view) {
  /** @type {number[]} */
  const path = [];
  for (let inner = view; inner !== inner.parent; inner = inner.parent) {
    path.unshift(indexIn(inner.parent, inner));
  }
  return path;
}

/**
 * @param {Window} view
 * @param {Window | null} frame
 * @returns {number} -1 where it is not one of its frames
 */
export function indexIn(view, frame) {
  return Array.from({ length: view.length }, (_, index) => view[index]).indexOf(
    /** @type {Window} */ (frame),
  );
}
