/** What is done once the browser has shown what just changed: a key comes first, then all that we do about it. */

export class AfterFrame {
  isAsked = false;

  /**
   * @param {() => void} task
   * @param {AbortSignal} signal ends it
   */
  constructor(task, signal) {
    this.task = task;
    this.signal = signal;
  }

  /** Do it after the frame that shows the change; asked again before that, it is done once all the same. */
  soon() {
    if (this.isAsked) return;
    this.isAsked = true;
    // A frame is drawn after its callbacks, and a timer comes after both.
    requestAnimationFrame(() => setTimeout(() => this.now()));
  }

  /** Do it now if it was asked for: somebody needs what comes of it. */
  now() {
    if (!this.isAsked) return;
    this.isAsked = false;
    if (!this.signal.aborted) this.task();
  }
}
