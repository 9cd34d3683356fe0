// Search in a prebuilt index, loaded when the field is first used. Without JavaScript the
// footer's "All pages" does the same job.

/** @typedef {{title: string, path: string, section: string, names: string, words: string}} Entry */
/** @typedef {{synonyms: Record<string, string>, entries: Entry[]}} Index */

const search = /** @type {HTMLElement} */ (document.querySelector(".search"));
const input = /** @type {HTMLInputElement} */ (search.querySelector("input"));
const found = /** @type {HTMLElement} */ (search.querySelector(".found"));
const status = /** @type {HTMLElement} */ (search.querySelector("[role=status]"));
/** @type {Promise<Index> | undefined} */
let loading;

/** @param {string} text */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether `a` becomes `b` with at most `limit` keys typed wrongly. @param {string} a @param {string} b @param {number} limit */
function near(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return false;
  let [older, row] = [/** @type {number[]} */ ([]), [...Array(b.length + 1).keys()]];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + Number(a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], older[j - 2] + 1);
    }
    [older, row] = [row, next];
  }
  return row[b.length] <= limit;
}

/** How well a word is met by these words: 3 whole, 2 as a beginning, 1 with a slip. @param {string} word @param {string[]} words */
function met(word, words) {
  if (words.includes(word)) return 3;
  if (words.some((other) => other.startsWith(word))) return 2;
  const limit = word.length > 7 ? 2 : Number(word.length > 3);
  return Number(limit > 0 && words.some((other) => near(word, other, limit)));
}

/** @param {Index} index @param {string} query @returns {Entry[]} */
function find(index, query) {
  let text = ` ${plain(query).replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  for (const [said, meant] of Object.entries(index.synonyms)) text = text.replaceAll(` ${said} `, ` ${meant} `);
  const words = text.split(" ").filter(Boolean);
  const scored = index.entries.map((entry) => {
    const [names, rest] = [entry.names.split(" "), entry.words.split(" ")];
    const scores = words.map((word) => Math.max(4 * met(word, names), met(word, rest)));
    // A word that is nowhere on a page costs as much as one that stands in its text brings.
    return { entry, score: scores.reduce((sum, score) => sum + (score || -3), 0) };
  });
  return scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score).slice(0, 8).map(({ entry }) => entry);
}

async function show() {
  loading ??= fetch(/** @type {string} */ (search.dataset.index)).then((answer) => answer.json());
  const index = await loading;
  const entries = find(index, input.value);
  const list = document.createElement("ul");
  for (const { title, path, section } of entries) {
    const [item, link, small] = [document.createElement("li"), document.createElement("a"), document.createElement("small")];
    link.href = search.dataset.root + path;
    small.textContent = section;
    link.append(title, small);
    item.append(link);
    list.append(item);
  }
  found.replaceChildren(list);
  found.hidden = !input.value.trim() || !entries.length;
  status.textContent = input.value.trim() ? `${entries.length || "No"} ${entries.length === 1 ? "page" : "pages"} found` : "";
  status.classList.toggle("for-ears", entries.length > 0 || !input.value.trim());
}

input.addEventListener("input", show);
search.addEventListener("focusout", (event) => {
  if (!search.contains(/** @type {Node | null} */ (event.relatedTarget))) found.hidden = true;
});
search.addEventListener("keydown", (event) => {
  const stops = [input, ...found.querySelectorAll("a")];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) stops[(stops.indexOf(/** @type {any} */ (document.activeElement)) + step + stops.length) % stops.length].focus();
  else if (event.key === "Enter" && document.activeElement === input) /** @type {HTMLElement | undefined} */ (stops[1])?.click();
  else if (event.key === "Escape") { found.hidden = true; input.focus(); } else return;
  event.preventDefault();
});
