import { toRequestError, type RequestError } from '@renderer/bridge/client';
import type { ErrorCode } from '@shared/contract/errors';

/** Where the changes of a text or form are. `settled`: the newest value of every part was acknowledged. */
export interface QueueState {
  readonly phase: 'settled' | 'saving' | 'failed';
  /** Why the phase is `failed`; it stays until everything that failed was acknowledged. */
  readonly error: RequestError | null;
}

/** What a queue needs. */
export interface SaveQueueOptions<Part extends string, Value, Ack> {
  /** Sends one value; resolves when it is on disk. */
  readonly send: (part: Part, value: Value) => Promise<Ack>;
  readonly onAck: (ack: Ack) => void;
  readonly onState: (state: QueueState) => void;
}

/** The way of one part's values to disk: at most one on its way, and at most the newest one behind it. */
interface Lane<Value> {
  isInFlight: boolean;
  next: { readonly value: Value } | null;
  error: RequestError | null;
}

/** Refusals of the value itself: sending the same value again cannot help. */
const aboutTheValue: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'ANSWER_INVALID',
  'FIELD_NOT_FOUND',
  'REQUEST_MALFORMED',
]);

/**
 * Sends every change at once, without delay. Of each part the newest value wins while an older one is on its way;
 * values of a part are never reordered, and the last one is never dropped: after a failure it is kept until `retry`,
 * a newer value, or the success of another part (which shows that the disk takes writes again) sends it.
 */
export class SaveQueue<Part extends string, Value, Ack> {
  private readonly lanes = new Map<Part, Lane<Value>>();
  private waiters: ((isSettled: boolean) => void)[] = [];

  constructor(private readonly options: SaveQueueOptions<Part, Value, Ack>) {}

  /** The state now. */
  get state(): QueueState {
    const lanes = [...this.lanes.values()];
    const error = lanes.find((lane) => lane.error !== null)?.error ?? null;
    if (error !== null) return { phase: 'failed', error };
    return { phase: lanes.length > 0 ? 'saving' : 'settled', error: null };
  }

  /** Takes the newest value of a part. */
  push(part: Part, value: Value): void {
    const lane = this.lanes.get(part) ?? { isInFlight: false, next: null, error: null };
    this.lanes.set(part, lane);
    lane.next = { value };
    this.pump(part, lane);
    this.publish();
  }

  /** Sends again whatever failed. */
  retry(): void {
    for (const [part, lane] of this.lanes) this.pump(part, lane);
  }

  /** Resolves true once everything is acknowledged, false once something failed and nothing is on its way. */
  async whenAtRest(): Promise<boolean> {
    if (this.isAtRest()) return this.lanes.size === 0;
    return new Promise((resolve) => this.waiters.push(resolve));
  }

  private pump(part: Part, lane: Lane<Value>): void {
    if (lane.isInFlight || lane.next === null) return;
    const { value } = lane.next;
    lane.next = null;
    lane.isInFlight = true;
    this.options.send(part, value).then(
      (ack) => this.acknowledge(part, lane, ack),
      (thrown: unknown) => this.fail(part, lane, value, toRequestError(thrown)),
    );
  }

  private acknowledge(part: Part, lane: Lane<Value>, ack: Ack): void {
    lane.isInFlight = false;
    lane.error = null;
    if (lane.next === null) this.lanes.delete(part);
    this.pump(part, lane);
    for (const [otherPart, other] of this.lanes) {
      if (other.error !== null && !aboutTheValue.has(other.error.code)) this.pump(otherPart, other);
    }
    this.options.onAck(ack);
    this.publish();
  }

  private fail(part: Part, lane: Lane<Value>, value: Value, error: RequestError): void {
    lane.isInFlight = false;
    lane.error = error;
    if (lane.next === null) lane.next = { value };
    else this.pump(part, lane);
    this.publish();
  }

  private isAtRest(): boolean {
    return [...this.lanes.values()].every((lane) => !lane.isInFlight);
  }

  private publish(): void {
    this.options.onState(this.state);
    if (!this.isAtRest()) return;
    const waiters = this.waiters;
    this.waiters = [];
    for (const resolve of waiters) resolve(this.lanes.size === 0);
  }
}
