/** The lines of a body, for an editor that keeps a model of lines and not the markup it was given. */

/** @param {string} html @returns {string[]} */
export function linesOf(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const blocks = [...body.querySelectorAll("div, p, blockquote")];
  return blocks
    .filter((block) => !block.querySelector("div, p, blockquote"))
    .map((block) => block.textContent ?? "");
}
