/** Whether a compose window is folded away: still there, and not to be seen. */

/** @import { Adapter } from "../webmail/contract.js" */

/** @param {HTMLElement} root @param {Adapter} adapter */
export function isFolded(root, adapter) {
  return adapter.minimised?.(root) || adapter.editor(root)?.checkVisibility() === false;
}
