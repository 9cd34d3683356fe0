/** Whether notes count as written by themselves once they were sent: only where the person said so. */

import { load, save } from "../browser.js";

const KEY = "countSent";

/** @returns {Promise<boolean>} */
export const countsSent = () => load(KEY, false);

/** @param {boolean} on @returns {Promise<boolean>} whether there was room to keep it */
export const countSent = (on) => save(KEY, on);
