/** A part of the settings: a title, what it is about, what can be set. */

import { element } from "../design/element.js";

/**
 * Something that can be drawn anew in its place, with what is stored then.
 *
 * @param {() => Promise<HTMLElement>} draw
 * @returns {Promise<{node: HTMLElement, renew: () => Promise<void>}>} `node`: as it stands now
 */
export async function renewable(draw) {
  const drawn = {
    node: await draw(),
    async renew() {
      const anew = await draw();
      drawn.node.replaceWith(anew);
      drawn.node = anew;
    },
  };
  return drawn;
}

/** @param {string} title @param {string} about @param {...(Node | string)} content */
export function section(title, about, ...content) {
  const heading = element("h2", {}, title);
  return element("section", {}, heading, element("p", { class: "about" }, about), ...content);
}
