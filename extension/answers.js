/** Whether an answer of the service has the promised shape. What fails is never shown or used. */

import { isObject, isText, listOf } from "./values.js";

/** @param {(item: unknown) => boolean} each @returns {(value: unknown) => boolean} */
const maybe = (each) => (value) => value === null || value === undefined || each(value);

/** @param {Record<string, (value: unknown) => boolean>} fields @returns {(value: unknown) => boolean} */
const shape = (fields) => (value) =>
  isObject(value) && Object.entries(fields).every(([name, holds]) => holds(value[name]));

/** @param {...string} words @returns {(value: unknown) => boolean} */
const oneOf =
  (...words) =>
  (value) =>
    isText(value) && words.includes(value);

/**
 * A path below the service's own address: what follows must not name another host.
 *
 * @param {unknown} value
 */
const isPath = (value) => isText(value) && /^\/(?!\/)/.test(value);

const offset = Number.isSafeInteger;
const span = shape({ start: offset, end: offset });
const edit = shape({ start: offset, end: offset, text: isText });
const blank = shape({ in: oneOf("subject", "body"), span });
const level = oneOf("stop", "advice");

const finding = shape({
  check: isText,
  guideline: isText,
  level,
  message: isText,
  field: oneOf("subject", "body"),
  span: maybe(span),
  quote: maybe(isText),
  suggestions: listOf(shape({ label: isText, edits: listOf(edit) })),
  help_url: isPath,
  covered_by: maybe(isText),
});

const template = shape({
  id: isText,
  title: isText,
  occasion: isText,
  door: oneOf("had-an-interview", "waiting", "got-an-answer"),
  kind: oneOf("thank-you", "follow-up", "courtesy"),
  step: isText,
  order: Number.isFinite,
  fields: listOf(
    shape({ name: isText, source: isText, question: isText, blank: isText, example: isText }),
  ),
  subject: isText,
  body: isText,
});

export const isReport = shape({
  kind: oneOf("thank-you", "follow-up", "courtesy", "other"),
  outcomes: listOf(shape({ check: isText, level, status: isText })),
  findings: listOf(finding),
  sentences: listOf(shape({ span, moves: listOf(isText) })),
});

export const isDraft = shape({ subject: isText, body_text: isText, blanks: listOf(blank) });
export const isTemplates = shape({ templates: listOf(template) });
export const isGuideline = shape({
  id: isText,
  title: isText,
  answer: isText,
  sections: listOf(shape({ title: isText, markdown: isText })),
  sources: listOf(shape({ title: isText, url: isText, year: Number.isFinite, base: isText })),
  help_url: isPath,
});

/** @param {(value: unknown) => boolean} name @param {(value: unknown) => boolean} each */
const mapOf = (name, each) => (/** @type {unknown} */ value) =>
  isObject(value) && Object.entries(value).every(([key, item]) => name(key) && each(item));

/** @param {RegExp} pattern */
const like = (pattern) => (/** @type {unknown} */ value) => isText(value) && pattern.test(value);

const isWebAddress = like(/^https?:\/\//);

/** Its colours become a style sheet: nothing but colours may be in them. */
const host = shape({
  name: isText,
  short_name: isText,
  url: isWebAddress,
  colours: mapOf(oneOf("light", "dark"), mapOf(like(/^[a-z-]+$/), like(/^#[0-9a-f]{6}$/))),
  links: listOf(shape({ title: isText, url: isWebAddress })),
});

export const isHealth = shape({
  status: isText,
  version: isText,
  thresholds: maybe(mapOf(isText, Number.isFinite)),
  host: maybe(host),
});
