/** The service that serves this page, where there is one: a static host has none. */

/** @import { ChecksRequest, Guideline, Report } from "../shared/api" */

/**
 * @typedef {{state: "ok", value: T} | {state: "offline"} | {state: "strange"}
 *   | {state: "refused", message: string}} Answer
 * @template T
 */

export class Service {
  /** @param {string} root the address of the start page */
  constructor(root) {
    this.address = new URL(root, location.href).href;
  }

  /** Whether a service answers beside this page. */
  async isThere() {
    const answer = await this.#ask("health", { cache: "no-store" });
    return answer.state === "ok" && /** @type {any} */ (answer.value).status === "ok";
  }

  /** @param {ChecksRequest} request @returns {Promise<Answer<Report>>} */
  check(request) {
    const headers = { "Content-Type": "application/json" };
    return this.#ask("checks", { method: "POST", headers, body: JSON.stringify(request) });
  }

  /** @param {string} id @returns {Promise<Answer<Guideline>>} */
  guideline(id) {
    return this.#ask(`guidelines/${id}`);
  }

  /** @param {string} what @param {RequestInit} [how] @returns {Promise<Answer<any>>} */
  async #ask(what, how) {
    let answer;
    try {
      answer = await fetch(`${this.address}api/v1/${what}`, { credentials: "omit", ...how });
    } catch {
      return { state: "offline" };
    }
    const value = await answer.json().catch(() => null);
    if (answer.ok && value) return { state: "ok", value };
    const message = value?.error?.message;
    return message ? { state: "refused", message } : { state: "strange" };
  }
}
