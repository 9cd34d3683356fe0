/** Why a finding matters: the first words of its guideline, unfolded below it. */

/** @import { Finding, Guideline } from "../../api" */

import { ask, text } from "../../browser.js";
import { element, paragraph } from "../../design/element.js";
import { firstWhy, SERVICE } from "./words.js";

/**
 * Unfold the reason, or fold it again.
 *
 * @param {Finding} finding
 * @param {string} service address of the service, whose site has the whole guideline
 * @param {HTMLElement} body what it unfolds in
 * @param {HTMLElement} opener the button that was pressed
 */
export async function showWhy(finding, service, body, opener) {
  const shown = body.querySelector(".why");
  shown?.remove();
  opener.setAttribute("aria-expanded", String(!shown));
  if (shown) return;
  const answer = await ask("guideline", { id: finding.guideline });
  if (!body.isConnected || body.querySelector(".why")) return;
  const words = answer.state === "ok" ? reason(answer.value) : [paragraph(text("whyMissing"))];
  const link = element(
    "a",
    { href: service + finding.help_url, target: "_blank", rel: "noopener" },
    text("readMore"),
  );
  body.append(element("div", { class: "why" }, ...words, link));
}

/** @param {Guideline} guideline @returns {Node[]} */
function reason({ sections, answer, sources: [source] }) {
  const why = element("p", SERVICE, firstWhy(sections) || answer);
  if (!source) return [why];
  const words = text("source", source.title, source.year);
  return [why, element("p", { ...SERVICE, class: "source" }, words)];
}
