/** Of which sort a value is that comes from outside. */

/** @param {unknown} value @returns {value is Record<string, unknown>} */
export const isObject = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {unknown} value @returns {value is string} */
export const isText = (value) => typeof value === "string";

/** @param {(item: unknown) => boolean} each @returns {(value: unknown) => boolean} */
export const listOf = (each) => (value) => Array.isArray(value) && value.every(each);
