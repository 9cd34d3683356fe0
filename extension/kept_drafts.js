/**
 * Copies of messages that were about to be sent when Afterword asked something: kept until the
 * webmail's own window is closed, at most until the browser is. For the background alone.
 */

import { keepForSession, keptForSession } from "./browser.js";

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

/** @param {KeptDraft} draft in place of an earlier copy of the same window */
export async function keepDraft(draft) {
  await keepForSession(
    KEY,
    [draft, ...(await all()).filter(({ id }) => id !== draft.id)].slice(0, MOST),
  );
}

/** @param {string} id */
export async function forgetDraft(id) {
  await keepForSession(
    KEY,
    (await all()).filter((draft) => draft.id !== id),
  );
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
