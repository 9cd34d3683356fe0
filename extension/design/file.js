/** Handing a made file to the person, as a download of the page. */

/**
 * @param {string} name
 * @param {string} type
 * @param {string} content
 */
export function saveFile(name, type, content) {
  const href = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  Object.assign(link, { href, download: name });
  link.click();
  // Some browsers read it only once the click is over.
  setTimeout(() => URL.revokeObjectURL(href));
}
