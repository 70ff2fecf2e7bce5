/** Does one piece of work at a time, in the order asked for; work that is no longer wanted is never begun. */
export class PaintQueue {
  readonly #waiting: (() => Promise<void>)[] = [];
  readonly #whenIdle: () => Promise<void>;
  #isAtWork = false;

  /** `whenIdle` resolves when something more urgent than this queue is done. */
  constructor(whenIdle: () => Promise<void>) {
    this.#whenIdle = whenIdle;
  }

  /**
   * Adds work to the end.
   * @throws the signal's reason when it is aborted before the work begins, else whatever the work throws
   */
  add<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.push(async () => {
        if (!signal.aborted) await this.#whenIdle();
        if (signal.aborted) reject(signal.reason as Error);
        else await work().then(resolve, reject);
      });
      if (!this.#isAtWork) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#isAtWork = true;
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) await next();
    this.#isAtWork = false;
  }
}
