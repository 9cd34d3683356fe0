/** Has a draft read whenever its words come to rest, and knows what there is to show of it. */

/** @import { ChecksRequest, Kind, Report } from "../shared/api" */
/** @import { Noted } from "../shared/content/report.js" */
/** @import { View } from "../shared/content/view.js" */
/** @import { Service } from "./service.js" */

import { Findings } from "../shared/content/findings.js";

/** As in the panel: long enough not to judge half a sentence, short enough to feel present. */
const PAUSE_MS = 700;

export class Reading {
  /** @type {View["phase"]} */
  phase = "empty";
  /** The service's own words where it refused. */
  reason = "";
  /** @type {Report | null} */
  report = null;
  /** The text that the report is about. */
  body = "";
  subject = "";
  /** @type {Kind | "auto"} */
  #kind = "auto";
  /** In step with the words as they stand. */
  #findings = new Findings();
  /** What was asked last. */
  #asked = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {Service} service
   * @param {(kind: Kind | "auto") => ChecksRequest} request what is to be read, as it stands
   * @param {() => void} onChange called when there is something else to show
   */
  constructor(service, request, onChange) {
    this.service = service;
    this.request = request;
    this.onChange = onChange;
  }

  get findings() {
    return this.phase === "report" ? this.#findings.standing : [];
  }

  /** The sentences that are as they were read. */
  get sentences() {
    return this.report ? this.#findings.sentences : [];
  }

  /** The finding as it stands now: typing moves its words. @param {Noted} item */
  current(item) {
    return this.findings.find(({ id }) => id === item.id) ?? { ...item, stale: true };
  }

  /** @param {Noted} item */
  leave(item) {
    this.#findings.leave(item);
    this.onChange();
  }

  /** The person says what it is. @param {Kind} kind */
  readAs(kind) {
    this.#kind = kind;
    this.soon(0);
  }

  /** @param {number} [pause] */
  soon(pause = PAUSE_MS) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#read(), pause);
  }

  /** Go along with the words: what was found in a changed sentence goes at once. @param {string} body */
  follow(body) {
    if (this.#findings.follow(body)) this.soon();
  }

  async #read() {
    const request = this.request(this.#kind);
    if (!request.body.trim()) return this.#forget();
    const { now: _now, ...lasting } = request;
    const key = JSON.stringify(lasting);
    if (key === this.#asked) return;
    this.#asked = key;
    if (!this.report) this.#show("reading");
    const answer = await this.service.check(request);
    if (key !== this.#asked) return;
    if (answer.state === "ok") return this.#take(answer.value, request);
    this.#asked = "";
    this.reason = answer.state === "refused" ? answer.message : "";
    this.#show(answer.state);
  }

  /** @param {Report} report @param {ChecksRequest} of */
  #take(report, { body, subject }) {
    this.#findings.take(report, body);
    Object.assign(this, { report, body, subject });
    // They may have moved on while they were read.
    this.follow(this.request(this.#kind).body);
    this.#show(report.kind === "other" ? "other" : "report");
  }

  /** The draft is empty: the next words are another one. */
  #forget() {
    this.#asked = "";
    this.#kind = "auto";
    this.#findings.forget();
    this.report = null;
    this.#show("empty");
  }

  /** @param {View["phase"]} phase */
  #show(phase) {
    this.phase = phase;
    this.onChange();
  }
}
