/** How long to wait before the service is asked again that did not answer: 3, 6, 12, 24, then 30 seconds. */

const FIRST_MS = 3000;
const MOST_MS = 30_000;

export class Pauses {
  #next = FIRST_MS;

  next() {
    const pause = this.#next;
    this.#next = Math.min(pause * 2, MOST_MS);
    return pause;
  }
}
