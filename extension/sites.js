/**
 * The sites where the helper runs because the person said so: for each a registered content script,
 * for the site's own origin and for those of its frames. For the background and the popup.
 */

import { inTurn, load, save } from "./browser.js";
import { giveBack } from "./service.js";
import { covers, originOf, patternOf } from "./webmail/origins.js";

/**
 * @typedef {object} Site
 * @property {string} site match pattern of the page itself
 * @property {string[]} origins match patterns of all that it is made of, its own among them
 */

const LOADER = "content/loader.js";
const ID = "site:";
/** Asked for, but not answered when the asking page was closed. */
const WANTED = "wanted";
/** The sites once more: a browser forgets all registered scripts when the extension is updated. */
const USED = "sites";
/** A permission is heard of by the part that asked for it, and by the background. */
const turn = inTurn();

/** @returns {Promise<Site[]>} */
export async function sites() {
  const scripts = await chrome.scripting.getRegisteredContentScripts();
  return scripts
    .filter(({ id }) => id.startsWith(ID))
    .map(({ id, matches = [] }) => ({ site: id.slice(ID.length), origins: matches }));
}

/**
 * Run on every page and frame of these origins from now on, and at once where they are open. Needs
 * their permission.
 *
 * @param {Site} wanted
 */
export const useOnSite = (wanted) => turn(() => use(wanted));

/** @param {Site} wanted */
async function use({ site, origins }) {
  const known = (await sites()).find((one) => one.site === site);
  const matches = [...new Set([...(known?.origins ?? [site]), ...origins])];
  const script = scriptOf(site, matches);
  if (known) await chrome.scripting.updateContentScripts([script]);
  else await chrome.scripting.registerContentScripts([script]);
  await keep();
  await unwant(site);
  await start([...new Set([site, ...matches])]);
}

/** Start at once where pages of these origins are open. @param {string[]} origins */
async function start(origins) {
  for (const tab of await chrome.tabs.query({ url: origins })) {
    if (tab.id === undefined) continue;
    const target = { tabId: tab.id, allFrames: true };
    const script = { target, files: [LOADER], injectImmediately: true };
    // A tab that shows an error page cannot take a script; the next page of that site will.
    await chrome.scripting.executeScript(script).catch(() => {});
  }
}

async function keep() {
  await save(USED, await sites());
}

/** Run again wherever the extension ran before it was updated. */
export const useAgain = () =>
  turn(async () => {
    const known = (await sites()).map(({ site }) => site);
    for (const { site, origins } of await load(USED, /** @type {Site[]} */ ([]))) {
      if (known.includes(site)) continue;
      const script = scriptOf(site, origins);
      // One that the browser takes no more keeps no other from it.
      const again = chrome.scripting.registerContentScripts([script]).then(() => start(origins));
      await again.catch(() => {});
    }
  });

/** @param {string} site @param {string[]} matches @returns {chrome.scripting.RegisteredContentScript} */
const scriptOf = (site, matches) => ({
  id: ID + site,
  matches,
  js: [LOADER],
  allFrames: true,
  runAt: "document_start",
  persistAcrossSessions: true,
});

/** @param {string} site */
export const leaveSite = (site) =>
  turn(async () => {
    const left = (await sites()).find((one) => one.site === site);
    if (!left) return;
    await chrome.scripting.unregisterContentScripts({ ids: [ID + site] });
    await keep();
    await giveBack({ origins: left.origins });
  });

/** The prompt may close the popup that asked, so the answer is heard in the background. */
export async function permissionsAdded() {
  for (const wanted of await allWanted()) {
    if (await chrome.permissions.contains({ origins: wanted.origins })) await useOnSite(wanted);
  }
}

/** @param {string[]} taken match patterns */
export const permissionsRemoved = (taken) => turn(() => leaveOrigins(taken));

/** @param {string[]} taken */
async function leaveOrigins(taken) {
  for (const { site, origins } of await sites()) {
    const matches = origins.filter((pattern) => !taken.includes(pattern));
    if (matches.length === origins.length) continue;
    if (matches.some((pattern) => covers(pattern, originOf(site)))) {
      await chrome.scripting.updateContentScripts([scriptOf(site, matches)]);
    } else {
      await chrome.scripting.unregisterContentScripts({ ids: [ID + site] });
    }
    await keep();
  }
}

/**
 * The site that a page belongs to, as the settings name it: what is chosen for a site holds in all that
 * it is made of.
 *
 * @param {string} url
 */
export async function siteAt(url) {
  const all = await sites();
  const own = patternOf(url);
  const known =
    all.find(({ site }) => site === own) ??
    all.find(({ origins }) => origins.some((pattern) => covers(pattern, url)));
  return originOf(known?.site ?? own);
}

/** Whether the helper runs on pages or frames of this origin. @param {string} origin */
export async function runsIn(origin) {
  return (await sites()).some(({ origins }) => origins.some((known) => covers(known, origin)));
}

/**
 * Ask to run in a frame too, where a message of the sender's page is written. The question comes
 * before anything else: a click counts only at once. Firefox lets nobody ask from here; there the
 * popup asks.
 *
 * @param {string} origin of the frame
 * @param {string} page that the frame stands in
 * @returns {Promise<"allowed" | "declined" | "in-popup">}
 */
export async function allowFrame(origin, page) {
  const origins = [patternOf(origin)];
  const asked = chrome.permissions.request({ origins }).catch(async () => {
    return (await chrome.permissions.contains({ origins })) || null;
  });
  const all = await sites();
  const around = all.find((one) => one.origins.some((known) => covers(known, page)));
  const wanted = { site: around?.site ?? patternOf(page), origins };
  const answer = await asked;
  if (answer === null) await want(wanted);
  if (answer) await useOnSite(wanted);
  return answer === null ? "in-popup" : answer ? "allowed" : "declined";
}

/** Remember what was asked for. @param {Site} wanted */
export async function want(wanted) {
  await save(WANTED, [...(await allWanted()), wanted]);
}

/** Forget what was asked for on a site. @param {string} site */
export async function unwant(site) {
  const others = (await allWanted()).filter((one) => one.site !== site);
  await save(WANTED, others);
}

/** @returns {Promise<Site[]>} */
export function allWanted() {
  return load(WANTED, []);
}
