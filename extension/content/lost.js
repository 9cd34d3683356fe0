/** Whether a draft that came back after a crash is all of the message that was kept, or less of it. */

/** As many words in a row are not the same by chance, and as few may have gone in a repair. */
const TELLING = 5;

/**
 * Whether `draft` is an earlier state of `kept`: under the same subject it has words of it, and fewer.
 *
 * @param {{subject: string, body: string}} draft
 * @param {{subject: string, body: string}} kept
 */
export function isLessOf(draft, kept) {
  if (flat(draft.subject) !== flat(kept.subject)) return false;
  const [here, all] = [flat(draft.body), flat(kept.body)];
  if (count(all) - count(here) < TELLING) return false;
  const sentences = kept.body.split(/\n+|(?<=[.!?])\s+/).map(flat);
  const shared = sentences.some((one) => count(one) >= TELLING && here.includes(one));
  return shared || (count(here) >= TELLING && all.startsWith(here));
}

/** All on one line. @param {string} text */
const flat = (text) => text.replace(/\s+/g, " ").trim();

/** How many words a flat text has. @param {string} text */
const count = (text) => text.split(" ").length;
