/** Load a classic script of an editor that finds its own parts by its address. */

/** @param {string} address @returns {Promise<void>} */
export function script(address) {
  return new Promise((resolve, reject) => {
    const tag = document.createElement("script");
    tag.src = address;
    tag.onload = () => resolve();
    tag.onerror = () => reject(new Error(`${address} did not load`));
    document.head.append(tag);
  });
}
