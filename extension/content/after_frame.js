/** What is done once the browser has shown what just changed: a key comes first, then all that we do about it. */

/** The next frame is drawn by then, unless the page is busy; to ask for it would cost the key itself. */
const FRAME_MS = 20;
/** A page that is never at rest does not keep us waiting for longer. */
const LATEST_MS = 100;

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
    // Whatever the page has to do then, the next key too, comes first.
    setTimeout(() => requestIdleCallback(() => this.now(), { timeout: LATEST_MS }), FRAME_MS);
  }

  /** Do it now if it was asked for: somebody needs what comes of it. */
  now() {
    if (!this.isAsked) return;
    this.isAsked = false;
    if (!this.signal.aborted) this.task();
  }
}
