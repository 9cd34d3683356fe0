// A small compose window to try the helper in. Nothing leaves this page; the draft is kept in
// memory only, and "Send" shows the message instead of sending it.

/** @template {HTMLElement} T @param {string} id @returns {T} */
const byId = (id) => /** @type {T} */ (document.getElementById(id));

const compose = /** @type {HTMLFormElement} */ (document.querySelector("form.webmail"));
const title = byId("compose-title");
const saved = byId("saved");
const rich = byId("body");
const plain = /** @type {HTMLTextAreaElement} */ (byId("plain-body"));
const plainText = /** @type {HTMLInputElement} */ (byId("plain-text"));
const subject = /** @type {HTMLInputElement} */ (byId("subject"));

const SIGNATURE = ["Priya Nair", "555-0142", "priya.nair@example.com"];
const TODAY = new Date().toLocaleDateString("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
});
const QUOTE = {
  subject: "Re: Your interview",
  lead: `On ${TODAY}, Dana Lee <dana.lee@acme.example> wrote:`,
  lines: [
    "Hello Priya,",
    "Thank you for coming in today. We will decide by the end of next week. If anything comes to mind before then, write to me.",
    "Dana",
  ],
};

/** A line as webmails write it: a division, with a break where it is empty. @param {string} text */
function line(text) {
  const division = document.createElement("div");
  division.append(text || document.createElement("br"));
  return division;
}

function signature() {
  const block = document.createElement("div");
  block.dataset.signature = "";
  block.append(line("-- "), ...SIGNATURE.map(line));
  return block;
}

function quote() {
  const block = document.createElement("blockquote");
  block.setAttribute("type", "cite");
  block.append(...QUOTE.lines.map(line));
  const lead = line(QUOTE.lead);
  lead.className = "moz-cite-prefix";
  return [lead, block];
}

/** @param {boolean} reply */
function start(reply) {
  title.textContent = reply ? "Reply to Dana Lee" : "New message";
  compose.setAttribute("aria-label", title.textContent);
  subject.value = reply ? QUOTE.subject : "";
  rich.replaceChildren(line(""), line(""), signature(), ...(reply ? [line(""), ...quote()] : []));
  const quoted = reply ? ["", QUOTE.lead, ...QUOTE.lines.map((text) => `> ${text}`)] : [];
  plain.value = ["", "", "-- ", ...SIGNATURE, ...quoted].join("\n");
  saved.textContent = "";
  byId("sent").hidden = true;
}

/**
 * The words of a rich body as mail programs write its plain text part: a line for each block,
 * quoted lines behind `> `.
 * @param {Node} node
 * @param {string[]} lines
 * @param {string} prefix
 */
function write(node, lines, prefix = "") {
  for (const child of node.childNodes) {
    if (child instanceof Text) lines[lines.length - 1] += child.data.replace(/\u00a0/g, " ");
    else if (child instanceof HTMLBRElement) lines.push(prefix);
    else if (child instanceof HTMLElement) {
      const inner = child.matches("blockquote") ? `> ${prefix}` : prefix;
      const block = child.matches("div, p, blockquote, ul, ol, li, pre");
      if (block && lines.at(-1) !== prefix) lines.push(prefix);
      if (inner !== prefix) lines[lines.length - 1] = inner;
      write(child, lines, inner);
      if (inner !== prefix && lines.at(-1) === inner) lines[lines.length - 1] = prefix;
      if (block && lines.at(-1) !== prefix) lines.push(prefix);
    }
  }
  return lines;
}

const text = () => write(rich, [""]).join("\n").trimEnd();

function setPlain() {
  const on = plainText.checked;
  if (on) plain.value = text();
  else rich.replaceChildren(...plain.value.split("\n").map(line));
  rich.hidden = on;
  plain.hidden = !on;
}

let pause = 0;
function autosave() {
  // Once, not at every key.
  if (saved.textContent !== "Saving…") saved.textContent = "Saving…";
  clearTimeout(pause);
  pause = setTimeout(() => {
    saved.textContent = "Draft saved";
  }, 800);
}

/** @param {Event} event */
function send(event) {
  event.preventDefault();
  const to = /** @type {HTMLInputElement} */ (compose.elements.namedItem("to")).value;
  const body = plainText.checked ? plain.value : text();
  byId("sent-text").textContent = `To: ${to}\nSubject: ${subject.value}\n\n${body}`;
  byId("sent-html").textContent = plainText.checked
    ? "A plain text message has no HTML."
    : rich.innerHTML;
  byId("sent").hidden = false;
  byId("sent-title").focus();
}

start(false);
compose.addEventListener("submit", send);
compose.addEventListener("input", autosave);
plainText.addEventListener("input", (event) => event.stopPropagation());
plainText.addEventListener("change", setPlain);
byId("new-message").addEventListener("click", () => start(false));
byId("reply").addEventListener("click", () => start(true));
