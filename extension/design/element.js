/** Making elements without a line of HTML: words only ever become text. */

/**
 * Make an element. Functions become listeners (`onclick`), `true` an empty attribute, `false`, null
 * and undefined nothing; children that are null or false are left out.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else if (name === "value" && "value" in made) made.value = value;
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(name, String(value));
    }
  }
  made.append(
    ...children.filter((child) => child !== null && child !== undefined && child !== false),
  );
  return made;
}

/** A paragraph. @param {string} words */
export function paragraph(words) {
  return element("p", {}, words);
}

/**
 * A button that sends no form.
 *
 * @param {string} label
 * @param {() => void} onclick
 * @param {string} [look] its class
 * @param {keyof typeof PATHS} [sign] an icon before its label
 */
export function button(label, onclick, look, sign) {
  return element(
    "button",
    { type: "button", class: look, onclick },
    sign ? icon(sign) : null,
    label,
  );
}

/**
 * A button that shows a sign alone: its label is heard, and read where the pointer rests.
 *
 * @param {string} label
 * @param {() => void} onclick
 * @param {string} look its class beside `quiet`
 * @param {keyof typeof PATHS} sign
 */
export function signButton(label, onclick, look, sign) {
  return element(
    "button",
    { type: "button", class: `quiet ${look}`, title: label, onclick },
    icon(sign),
    element("span", { class: "for-ears" }, label),
  );
}

const SVG = "http://www.w3.org/2000/svg";

/** The mark: a closing quotation mark that is also a comma. */
const MARK = [
  "M7.2 2.5a3.7 3.7 0 0 1 3.7 3.8c0 3.7-2 6.5-5.3 8.1l-.9-1.5c1.5-.9 2.5-1.9 2.9-3.1A3.7 3.7 0 1 1 7.2 2.5z",
  "M17.2 9.6a3.7 3.7 0 0 1 3.7 3.8c0 3.7-2 6.5-5.3 8.1l-.9-1.5c1.5-.9 2.5-1.9 2.9-3.1a3.7 3.7 0 1 1-.4-7.3z",
];

const PATHS = {
  mark: MARK,
  stop: ["M12 3 22 20H2z M11 9h2v6h-2z M11 16.5h2v2h-2z"],
  advice: ["M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zm0 3a5 5 0 1 1 0 10 5 5 0 0 1 0-10z"],
  blank: ["M4 6v12h5v-2H6V8h3V6z M20 6v12h-5v-2h3V8h-3V6z"],
  done: ["M4 12.5 6 10.5 10 14.5 18.5 6 20.5 8 10 18.5z"],
  close: [
    "M6 4.5 12 10.5 18 4.5 19.5 6 13.5 12 19.5 18 18 19.5 12 13.5 6 19.5 4.5 18 10.5 12 4.5 6z",
  ],
  add: ["M11 4h2v7h7v2h-7v7h-2v-7H4v-2h7z"],
  back: ["M14.5 5 16 6.5 10.5 12 16 17.5 14.5 19 7.5 12z"],
};

/**
 * An icon; always with words beside it, so that it says nothing to a screen reader.
 *
 * @param {keyof typeof PATHS} name
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  svg.setAttribute("class", "icon");
  for (const data of PATHS[name]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", data);
    path.setAttribute("fill-rule", "evenodd");
    svg.append(path);
  }
  return svg;
}
