// The search field. Finder and index are fetched when it is first used; without JavaScript a link to
// all pages stands in its place.

/** @import { Entry, Finder } from "./find.js" */

const search = /** @type {HTMLElement} */ (document.querySelector(".search"));
const input = /** @type {HTMLInputElement} */ (search.querySelector("input"));
const found = /** @type {HTMLElement} */ (search.querySelector(".found"));
const said = /** @type {HTMLElement} */ (search.querySelector("[role=status]"));
/** @type {Promise<Finder | void> | undefined} */
let loading;

async function load() {
  const [{ Finder }, answer] = await Promise.all([
    import("./find.js"),
    fetch(search.dataset.index ?? ""),
  ]);
  return new Finder(await answer.json());
}

/** The finder; where the network failed, the next letter tries again. */
function finder() {
  loading ??= load().catch(() => {
    loading = undefined;
  });
  return loading;
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
  const asked = input.value.trim();
  const ready = await finder();
  if (asked !== input.value.trim()) return;
  const entries = asked && ready ? ready.find(asked) : [];
  const list = document.createElement("ul");
  list.append(...entries.map(item));
  found.replaceChildren(list);
  found.hidden = entries.length === 0;
  const pages = entries.length === 1 ? "page" : "pages";
  const words = `${entries.length || "No"} ${pages} found`;
  said.textContent = asked && (ready ? words : "Search did not load. Type on to try again.");
  said.classList.toggle("for-ears", !asked || entries.length > 0);
}

input.addEventListener("input", show);
input.addEventListener("focus", () => {
  void finder();
});
search.addEventListener("focusout", ({ relatedTarget }) => {
  if (!(relatedTarget instanceof Node && search.contains(relatedTarget))) found.hidden = true;
});
search.addEventListener("keydown", (event) => {
  const stops = [input, ...found.querySelectorAll("a")];
  const at = stops.indexOf(/** @type {HTMLInputElement} */ (document.activeElement));
  if (event.key === "ArrowDown") stops[(at + 1) % stops.length]?.focus();
  else if (event.key === "ArrowUp") stops.at(at - 1)?.focus();
  else if (event.key === "Enter" && at === 0)
    void show().then(() => found.querySelector("a")?.click());
  else if (event.key === "Escape") input.focus();
  else return;
  if (event.key === "Escape") found.hidden = true;
  event.preventDefault();
});
