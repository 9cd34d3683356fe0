/**
 * Copies of messages that were about to be sent when Afterword asked something: kept until the
 * webmail's own window is closed, at most until the browser is. For the background alone.
 */

import { inTurn, keepForSession, keptForSession } from "./browser.js";

/**
 * @typedef {object} KeptDraft
 * @property {string} id of the compose window
 * @property {string} site
 * @property {string} subject
 * @property {string} body without the webmail's signature
 * @property {number} at in milliseconds since 1970
 * @property {number | null} tab
 * @property {number} frame of the tab
 */

const KEY = "drafts";
const MOST = 5;
const turn = inTurn();

/** @param {KeptDraft} draft in place of an earlier copy of the same window */
export const keepDraft = (draft) => change(draft.id, (others) => [draft, ...others].slice(0, MOST));

/** @param {string} id */
export const forgetDraft = (id) => change(id, (others) => others);

/** @param {string} id of a window @param {(others: KeptDraft[]) => KeptDraft[]} edit */
function change(id, edit) {
  return turn(async () => {
    const others = (await all()).filter((draft) => draft.id !== id);
    await keepForSession(KEY, edit(others));
  });
}

/**
 * The copies of a site whose compose windows are not there any more.
 *
 * @param {string} site
 */
export async function lostDrafts(site) {
  const drafts = (await all()).filter((draft) => draft.site === site);
  const open = await Promise.all(drafts.map(isOpen));
  return drafts.filter((_, index) => !open[index]);
}

/** @returns {Promise<KeptDraft[]>} the latest first */
function all() {
  return keptForSession(KEY, []);
}

/** @param {KeptDraft} draft */
async function isOpen({ id, tab, frame }) {
  if (tab === null) return false;
  try {
    return Boolean(
      await chrome.tabs.sendMessage(tab, { kind: "has-draft", id }, { frameId: frame }),
    );
  } catch {
    return false;
  }
}
