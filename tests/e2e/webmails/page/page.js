/**
 * What all rebuilt compose pages do alike: draw a state, run its editor, count autosaves, send.
 *
 * A webmail's `compose.html` holds its own markup in templates:
 *
 * - `<template data-skeleton="new reply">`: the page in these states, or in all others (no value), with one
 *   `<slot name="compose">` where its compose windows go.
 * - `<template data-part="compose">`, `recipient`, `line`, `signature`, `quote`, `frame`: how the
 *   webmail draws each; `<slot name="recipients">` and so on say where. A part for one state alone
 *   has its name behind it: `data-part="compose plain"`.
 * - `{{name}}`, `{{email}}`, `{{subject}}`, `{{line}}` and the webmail's own labels, `{{send}}`.
 *
 * An element with `data-editor="ENGINE"` becomes the body. `data-does="send"` sends, on the events of
 * `data-on`. `data-when-STATE='{"class": "…"}'` sets attributes in one state, from the beginning or
 * once somebody folds or enlarges the window; `data-modal` is a dialog that opens over all else. What
 * has `data-redrawn` is thrown away and drawn anew at every autosave, as frameworks do.
 * `<iframe data-frame="NAME" data-origin="2">` shows the page's skeleton NAME from that origin; the
 * webmail's `frames` name those that lead to its compose windows. Where the body alone is in the last
 * of them, `around` names those that lead to the rest of the message.
 */

/**
 * @typedef {object} Made an editor that was made
 * @property {HTMLElement} element what is edited
 * @property {() => string} html what the editor would send
 * @property {() => void} [remove] for an editor that must know when it goes
 * @property {() => Promise<void>} [settled] when the editor knows that it has the caret, and where
 */

/**
 * @typedef {(place: HTMLElement, html: string, changed: () => void) => Made | Promise<Made>} Make
 *   `changed`: called at each change that the editor itself reports
 */

/**
 * @typedef {object} Compose
 * @property {HTMLElement} root
 * @property {object} mail what it was opened with
 * @property {Made | null} editor
 * @property {string} engine
 * @property {number} saves
 * @property {() => string} outgoing what would be sent now
 * @property {{how: string, subject: string, html: string}[]} sent
 */

const query = new URLSearchParams(location.search);
const state = query.get("state") ?? "new";
const page = readJSON("webmail");
const { mails, states, origins } = readJSON("shared");
const labels = page.labels[query.get("locale") ?? "en"];

const PEOPLE_MS = 50;

/** @type {Compose[]} */
const composes = [];
/** Letters that a shortcut of the page would have taken. */
const shortcuts = [];
/** When a compose window was opened, when our button first stood in it: milliseconds. */
const times = { opened: 0, found: 0 };

const look = async () => (await import("/page/look.js")).look();

globalThis.webmail = { composes, shortcuts, times, open, close, minimise, enlarge, look };

document.documentElement.lang = query.get("locale") ?? "en";
for (const [name, value] of Object.entries(page.body ?? {}))
  document.body.setAttribute(name, value);
document.addEventListener("keydown", (event) => {
  const { target } = event;
  const writes = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  if (!writes && /^[a-z]$/i.test(event.key) && !event.ctrlKey) shortcuts.push(event.key);
});
new MutationObserver(() => {
  // Our panel itself stands outside of the body.
  // In its place; where the body stands apart from the rest, the button floats.
  const button = page.around ? "afterword-panel[data-floating]" : "body afterword-panel";
  if (!times.found && document.querySelector(button)) times.found = performance.now();
}).observe(document, { childList: true, subtree: true });
const skeletonOf = query.get("frame") ?? state;
const isInnermost = query.get("frame") === (page.frames?.at(-1) ?? null);
if (!query.has("late") || !isInnermost) await open();
document.documentElement.dataset.ready = "";

/** Draw the state's compose windows. */
async function open() {
  const skeleton = fill(template("skeleton", skeletonOf), labels);
  const slot = skeleton.querySelector("slot[name=compose]");
  const names = states[state].map((name) => query.get("mail") ?? name);
  const windows = slot ? names.map((name) => draw(mails[name])) : [];
  slot?.replaceWith(...windows.map(({ fragment }) => fragment));
  for (const frame of skeleton.querySelectorAll("iframe[data-frame]")) aim(frame);
  Object.assign(times, { opened: performance.now(), found: 0 });
  document.body.prepend(skeleton);
  if (state !== "minimised") for (const { root } of windows) showOverAll(root);
  await Promise.all(windows.map((drawn) => start(drawn)));
}

/** Take all compose windows away, as after a discard. */
function close() {
  for (const { root, editor } of composes.splice(0)) {
    editor?.remove?.();
    root.remove();
  }
}

/**
 * Fold a compose window away, or unfold it: to its title, to nothing that is seen, or, where the
 * webmail closes it and makes it anew, to what was written in it.
 *
 * @param {boolean} on
 * @param {number} [number] of the window
 */
async function minimise(on, number = 0) {
  const compose = composes[number];
  const { root, editor } = compose;
  if (page.folded === "closed") {
    if (on) {
      const place = document.createComment("");
      Object.assign(compose, { place, written: editor.html() });
      editor.remove?.();
      root.replaceWith(place);
    } else {
      const drawn = draw(compose.mail);
      compose.place.replaceWith(drawn.fragment);
      await start(drawn, compose, compose.written);
    }
  } else if (root.matches("[data-modal]")) {
    if (on) root.close();
    else showOverAll(root);
  } else change(root, "minimised", on);
}

/** Let the first compose window fill the page, or not. @param {boolean} on */
function enlarge(on) {
  const { root } = composes[0];
  change(root, "full-screen", on);
  // Where the page has another place for it, it moves there as it is.
  const place = document.querySelector("template[data-skeleton~=full-screen]");
  if (!place) return;
  if (on) {
    const large = template("skeleton", "full-screen");
    root.replaceWith(Object.assign(document.createElement("slot"), { name: "small" }));
    large.querySelector("slot[name=compose]").replaceWith(root);
    document.body.append(large);
  } else document.querySelector("slot[name=small]").replaceWith(root);
}

/** Give a window the attributes that it has in a state, or those from before. */
function change(root, name, on) {
  const wanted = `data-when-${name}`;
  for (const element of [root, ...root.querySelectorAll(`[${wanted}]`)]) {
    for (const [key, value] of Object.entries(JSON.parse(element.getAttribute(wanted) ?? "{}"))) {
      const before = `before-${name}-${key}`;
      if (on && element.hasAttribute(key)) element.setAttribute(before, element.getAttribute(key));
      if (on) element.setAttribute(key, value);
      else if (element.hasAttribute(before))
        element.setAttribute(key, element.getAttribute(before));
      else element.removeAttribute(key);
    }
  }
}

/** A dialog that makes the rest of the page inert. @param {HTMLElement} root */
function showOverAll(root) {
  if (root.matches("[data-modal]")) root.showModal();
}

/** @param {object} mail */
function draw(mail) {
  const fragment = fill(template("part", "compose", query.get("frame") ?? state, state), {
    ...labels,
    subject: mail.subject,
  });
  const people = mail.recipients.map((person) =>
    fill(template("part", "recipient", person.name ? state : "unnamed"), {
      ...labels,
      ...person,
      address: person.name ? `${person.name} <${person.email}>` : person.email,
    }),
  );
  const line = document.createComment("");
  put(fragment, "recipients", line);
  for (const element of fragment.querySelectorAll(`[data-when-${state}]`)) {
    const attributes = JSON.parse(element.getAttribute(`data-when-${state}`));
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  }
  return {
    fragment,
    root: fragment.firstElementChild,
    mail,
    addressed: () => line.replaceWith(...people),
  };
}

/**
 * Make the editor of a compose window that is on the page.
 *
 * @param {ReturnType<typeof draw>} drawn
 * @param {Compose} [compose] the window, if it is one made anew
 * @param {string} [written] what was written in it
 */
async function start({ root, mail, addressed }, compose, written) {
  if (compose) compose.root = root;
  else {
    compose = { root, mail, editor: null, saves: 0, sent: [] };
    composes.push(compose);
  }
  for (const input of root.querySelectorAll("[data-subject]")) input.value = mail.subject;
  listen(compose, root);
  // A webmail looks its people up first.
  await new Promise((resolve) => setTimeout(resolve, PEOPLE_MS));
  addressed();
  const place = root.querySelector("[data-editor]");
  if (!place) return letterElsewhere(compose);
  const engine = query.get("engine") ?? place.dataset.editor;
  compose.engine = engine;
  const { make } = await import(`/build/${engine}.js`);
  const body = written ?? (engine === "textarea" ? plainBody(mail) : richBody(mail));
  const model = page.late ? lateModel() : null;
  compose.editor = await make(inFrame(place), body, () => {
    compose.saves += 1;
    model?.changed();
    tellPageAround(compose);
    for (const part of root.querySelectorAll("[data-redrawn]")) redraw(part);
  });
  model?.follow(compose.editor);
  compose.outgoing = model?.html ?? compose.editor.html;
  tellPageAround(compose);
  const { ownerDocument } = compose.editor.element;
  if (ownerDocument !== document) chord(ownerDocument, compose);
}

/** The body of this window is in another page: what is sent is what that page last told. */
function letterElsewhere(compose) {
  let html = "";
  addEventListener("message", ({ data }) => {
    html = data.html;
  });
  compose.outgoing = () => html;
}

/** @param {Compose} compose */
function tellPageAround({ editor }) {
  if (page.around && editor) parent.postMessage({ html: editor.html() }, "*");
}

/** Where an editor is made: in a frame that the page writes itself, or where it stands. */
function inFrame(place) {
  if (place.tagName !== "IFRAME") return place;
  const inside = place.contentDocument;
  const { innerHTML } = document.querySelector("template[data-part=frame]");
  inside.open();
  inside.write(innerHTML);
  inside.close();
  return inside.querySelector("[data-body]") ?? inside.body;
}

/** @param {Compose} compose @param {HTMLElement} root */
function listen(compose, root) {
  root.addEventListener("input", ({ target, isTrusted }) => {
    if (isTrusted && target.matches?.("[data-subject]")) compose.saves += 1;
  });
  for (const type of ["click", "mousedown"]) {
    root.addEventListener(type, (event) => {
      const control = event.target.closest("[data-does]");
      if (!control || (control.dataset.on ?? "click") !== type) return;
      event.preventDefault();
      if (control.dataset.does === "send") send(compose, type);
    });
  }
  for (const control of root.querySelectorAll("[data-does][role=button]")) {
    control.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") send(compose, "key");
    });
  }
  chord(root, compose);
}

/** @param {EventTarget} target @param {Compose} compose */
function chord(target, compose) {
  if (!page.chord) return;
  target.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send(compose, "chord");
  });
}

/** @param {Compose} compose @param {string} how */
function send({ root, outgoing, sent }, how) {
  const subject = root.querySelector("[data-subject]")?.value ?? "";
  sent.push({ how, subject, html: outgoing() });
}

/** What is sent where the words of an editor are taken over after a pause, or when it is left. */
function lateModel() {
  let html = "";
  let timer = 0;
  let take = () => {};
  return {
    html: () => html,
    changed() {
      clearTimeout(timer);
      timer = setTimeout(() => take(), page.late);
    },
    follow({ element, html: now }) {
      take = () => {
        html = now();
      };
      take();
      element.addEventListener("focusout", take);
    },
  };
}

/** A framework draws a part anew: what others put into it is gone. */
function redraw(part) {
  const own = [...part.childNodes].filter((node) => !node.localName?.includes("-"));
  part.replaceChildren(...own);
}

/** @param {HTMLIFrameElement} frame */
function aim(frame) {
  const { frame: name, origin = "1" } = frame.dataset;
  const inner = new URLSearchParams(query);
  inner.set("frame", name);
  const [, folder, webmail] = location.pathname.split("/");
  const path = [folder, webmail, frame.dataset.path ?? ""].join("/");
  frame.src = `${origins[origin]}/${path}?${inner}`;
}

function plainBody({ paragraphs, quote }) {
  const own = paragraphs.length ? paragraphs.join("\n\n") : "";
  const answered = quote.map((line) => `> ${line}`).join("\n");
  const below = quote.length ? `\n\nOn Tuesday, Dana Lee wrote:\n${answered}` : "";
  return `${own}\n\n-- \nPriya Nair${below}`;
}

/** The body as this webmail itself would have made it, or as it was changed since. */
function richBody(mail) {
  if (mail.body) return mail.body;
  const body = template("part", "body", mail.quote.length ? "" : "fresh");
  const line = template("part", "line");
  const words = mail.paragraphs.map((words) => fill(line.cloneNode(true), { line: words }));
  const blank = () => fill(template("part", "blank"), {});
  // Where a paragraph is a `p`, its margin is the empty line.
  const apart = line.firstElementChild.tagName !== "P";
  const lines = words.flatMap((part, number) => (number && apart ? [blank(), part] : [part]));
  if (mail.html) lines.push(document.createRange().createContextualFragment(mail.html));
  put(body, "lines", ...(lines.length ? lines : [blank()]));
  put(body, "signature", fill(template("part", "signature"), labels));
  put(body, "quote", ...(mail.quote.length ? [quoted(mail.quote)] : []));
  const box = document.createElement("div");
  box.append(body);
  return box.innerHTML.trim();
}

/** @param {string[]} lines */
function quoted(lines) {
  const quote = fill(template("part", "quote"), labels);
  const line = template("part", "line");
  put(quote, "lines", ...lines.map((words) => fill(line.cloneNode(true), { line: words })));
  return quote;
}

/** @param {DocumentFragment} fragment @param {string} name @param {...Node} nodes */
function put(fragment, name, ...nodes) {
  fragment.querySelector(`slot[name=${name}]`)?.replaceWith(...nodes);
}

/**
 * A copy of the template for this, the one for the state before the one for all.
 *
 * @param {"skeleton" | "part"} kind
 * @param {string} name
 * @param {...string} variants
 * @returns {DocumentFragment}
 */
function template(kind, name, ...variants) {
  const one =
    kind === "part"
      ? [...variants.map((variant) => `${name} ${variant}`), name]
          .map((part) => document.querySelector(`template[data-part="${part}"]`))
          .find((found) => found)
      : (document.querySelector(`template[data-skeleton~="${name}"]`) ??
        document.querySelector(`template[data-skeleton=""]`));
  if (!one) throw new Error(`compose.html has no ${kind} ${name}`);
  return trimmed(document.importNode(one.content, true));
}

/** Without the white space that only makes the file readable. @param {DocumentFragment} fragment */
function trimmed(fragment) {
  for (const end of ["firstChild", "lastChild"]) {
    while (fragment[end]?.nodeType === Node.TEXT_NODE && !fragment[end].data.trim())
      fragment[end].remove();
  }
  return fragment;
}

/**
 * Put values in place of `{{name}}`, in text and in attributes.
 *
 * @param {DocumentFragment} fragment
 * @param {Record<string, string>} values
 */
function fill(fragment, values) {
  const put = (/** @type {string} */ text) =>
    text.replace(/\{\{([\w-]+)\}\}/g, (whole, name) => values[name] ?? whole);
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_ALL);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === Node.TEXT_NODE) node.data = put(node.data);
    for (const attribute of node.attributes ?? []) attribute.value = put(attribute.value);
  }
  return fragment;
}

/** @param {string} id */
function readJSON(id) {
  return JSON.parse(document.getElementById(id).textContent);
}
