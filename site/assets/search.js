// Search in a prebuilt index, loaded when the field is first used. Without JavaScript the
// footer's "All pages" does the same job.

/** @typedef {{title: string, path: string, section: string, names: string, words: string}} Entry */
/** @typedef {{synonyms: Record<string, string>, entries: Entry[]}} Index */

const search = /** @type {HTMLElement} */ (document.querySelector(".search"));
const input = /** @type {HTMLInputElement} */ (search.querySelector("input"));
const found = /** @type {HTMLElement} */ (search.querySelector(".found"));
const said = /** @type {HTMLElement} */ (search.querySelector("[role=status]"));
/** @type {Promise<Index> | undefined} */
let loading;

/** Whether a slip of the keys, or two in a long word, leads from `a` to `b`. @param {string} a @param {string} b */
function near(a, b) {
  const slips = a.length > 7 ? 2 : Number(a.length > 3);
  /** @type {(i: number, j: number, left: number) => boolean} */
  const same = (i, j, left) => {
    while (i < a.length && a[i] === b[j]) [i, j] = [i + 1, j + 1];
    if (i === a.length) return b.length - j <= left;
    if (left === 0) return false;
    if (a[i] === b[j + 1] && a[i + 1] === b[j] && same(i + 2, j + 2, left - 1)) return true;
    return same(i + 1, j + 1, left - 1) || same(i + 1, j, left - 1) || same(i, j + 1, left - 1);
  };
  return slips > 0 && Math.abs(a.length - b.length) <= slips && same(0, 0, slips);
}

/** How well a word is met: 3 as it is, 2 as a beginning, 1 with a slip. @param {string} word @param {string} words */
function met(word, words) {
  const all = words.split(" ");
  if (all.includes(word)) return 3;
  return all.some((other) => other.startsWith(word))
    ? 2
    : Number(all.some((other) => near(word, other)));
}

/** @param {Index} index @param {string} query */
function find({ synonyms, entries }, query) {
  const plain = query.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  let text = ` ${plain.replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  for (const [word, meant] of Object.entries(synonyms))
    text = text.replaceAll(` ${word} `, ` ${meant} `);
  const words = text.split(" ").filter(Boolean);
  // A word that is nowhere on a page costs as much as one that stands in its text brings.
  /** @param {Entry} entry @param {string} word */
  const worth = (entry, word) => Math.max(4 * met(word, entry.names), met(word, entry.words)) || -3;
  return entries
    .map((entry) => ({ entry, score: words.reduce((sum, word) => sum + worth(entry, word), 0) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, 8)
    .map(({ entry }) => entry);
}

/** @param {Entry} entry */
function item({ title, path, section }) {
  const link = Object.assign(document.createElement("a"), { href: search.dataset.root + path });
  link.append(title, Object.assign(document.createElement("small"), { textContent: section }));
  const row = document.createElement("li");
  row.append(link);
  return row;
}

async function show() {
  loading ??= fetch(search.dataset.index ?? "").then((answer) => answer.json());
  const asked = input.value.trim();
  const entries = asked ? find(await loading, asked) : [];
  if (asked !== input.value.trim()) return;
  const list = document.createElement("ul");
  list.append(...entries.map(item));
  found.replaceChildren(list);
  found.hidden = entries.length === 0;
  const pages = entries.length === 1 ? "page" : "pages";
  said.textContent = asked && `${entries.length || "No"} ${pages} found`;
  said.classList.toggle("for-ears", !asked || entries.length > 0);
}

input.addEventListener("input", show);
search.addEventListener("focusout", ({ relatedTarget }) => {
  if (!(relatedTarget instanceof Node && search.contains(relatedTarget))) found.hidden = true;
});
search.addEventListener("keydown", (event) => {
  const stops = [input, ...found.querySelectorAll("a")];
  const at = stops.indexOf(/** @type {HTMLInputElement} */ (document.activeElement));
  if (event.key === "ArrowDown") stops[(at + 1) % stops.length]?.focus();
  else if (event.key === "ArrowUp") stops.at(at - 1)?.focus();
  else if (event.key === "Enter" && at === 0) stops[1]?.click();
  else if (event.key === "Escape") input.focus();
  else return;
  if (event.key === "Escape") found.hidden = true;
  event.preventDefault();
});
