// Fills the blanks of one template and copies it. All of it stays in this page.

const letter = /** @type {HTMLElement} */ (document.getElementById("letter"));
const subject = /** @type {HTMLElement} */ (document.getElementById("subject"));
const form = /** @type {HTMLFormElement} */ (document.querySelector("form.questions"));
const actions = /** @type {HTMLElement} */ (document.querySelector(".actions"));
const said = /** @type {HTMLElement} */ (actions.querySelector("[role=status]"));

/** Marks the place of words that were left out. */
const DROPPED = "\0";

/** What was typed for a slot, or nothing. @param {string | undefined} slot */
function answer(slot) {
  const input = form.elements.namedItem(slot ?? "");
  return input instanceof HTMLInputElement ? input.value.trim() : "";
}

/** Shows the answers in the blanks; a blank without one shows itself again. */
function fill() {
  for (const blank of /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll(".blank")
  )) {
    blank.dataset.blank ??= blank.textContent ?? "";
    const value = answer(blank.dataset.slot);
    blank.textContent = value || blank.dataset.blank;
    blank.classList.toggle("filled", Boolean(value));
  }
}

/**
 * The text as it should be pasted: optional words stay only when all their blanks are filled,
 * else the words that stand in for them; a line that this leaves empty goes too.
 * @param {HTMLElement} part
 */
function words(part) {
  const copy = /** @type {HTMLElement} */ (part.cloneNode(true));
  for (const optional of copy.querySelectorAll(".optional")) {
    const other = optional.nextElementSibling?.matches(".otherwise")
      ? optional.nextElementSibling
      : null;
    if (optional.querySelector(".blank:not(.filled)"))
      optional.replaceWith(other?.textContent ?? DROPPED);
    other?.remove();
  }
  /** @type {string[]} */
  const kept = [];
  let gap = false;
  for (const line of (copy.textContent ?? "").split("\n")) {
    const text = line.replace(/ ?\0(?=$|[ .,;:!?])/g, "").replaceAll(DROPPED, "");
    if (line.includes(DROPPED) && !text.trim()) gap = !kept.at(-1)?.trim();
    else if (!gap || text.trim()) {
      kept.push(text);
      gap = false;
    }
  }
  return kept.join("\n").trim();
}

/** @param {string} which */
async function copy(which) {
  const part = which === "subject" ? subject : letter;
  const text = words(part);
  try {
    await navigator.clipboard.writeText(text);
    const blanks = (text.match(/\[[^\]]+\]/g) ?? []).length;
    const left =
      blanks === 0
        ? ""
        : blanks === 1
          ? " One blank is still open."
          : ` ${blanks} blanks are still open.`;
    said.textContent = `Copied the ${which === "subject" ? "subject" : "email"}.${left}`;
  } catch {
    getSelection()?.selectAllChildren(part);
    said.textContent =
      "Your browser did not allow copying. The text is selected: press Ctrl+C or ⌘C.";
  }
}

form.addEventListener("input", fill);
form.addEventListener("submit", (event) => event.preventDefault());
actions.addEventListener("click", (event) => {
  const button = /** @type {Element} */ (event.target).closest("button");
  if (button) copy(button.dataset.copy ?? "letter");
});
fill();
