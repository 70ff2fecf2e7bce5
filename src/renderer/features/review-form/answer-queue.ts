import { toRequestError, type RequestError } from '@renderer/bridge/client';
import type { ErrorCode } from '@shared/contract/errors';
import type { FieldId } from '@shared/model/ids';
import type { Answer } from '@shared/model/review';

/** Where the changes of a form are. `settled`: the newest value of every field was acknowledged. */
export interface QueueState {
  readonly phase: 'settled' | 'saving' | 'failed';
  /** Why the phase is `failed`; it stays until everything that failed was acknowledged. */
  readonly error: RequestError | null;
}

/** What a queue needs. */
export interface AnswerQueueOptions<Ack> {
  /** Sends one value; resolves when it is on disk. */
  readonly send: (field: FieldId, answer: Answer | null) => Promise<Ack>;
  readonly onAck: (ack: Ack) => void;
  readonly onState: (state: QueueState) => void;
}

/** The way of one field's values to disk: at most one on its way, and at most the newest one behind it. */
interface Lane {
  isInFlight: boolean;
  next: { readonly answer: Answer | null } | null;
  error: RequestError | null;
}

/** Refusals of the value itself: sending the same value again cannot help. */
const aboutTheAnswer: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'ANSWER_INVALID',
  'FIELD_NOT_FOUND',
  'REQUEST_MALFORMED',
]);

/**
 * Sends every change at once, without delay. Of each field the newest value wins while an older one is on its way;
 * values of a field are never reordered, and the last one is never dropped: after a failure it is kept until `retry`,
 * a newer value, or the success of another field (which shows that the disk takes writes again) sends it.
 */
export class AnswerQueue<Ack> {
  private readonly lanes = new Map<FieldId, Lane>();
  private waiters: ((isSettled: boolean) => void)[] = [];

  constructor(private readonly options: AnswerQueueOptions<Ack>) {}

  /** The state now. */
  get state(): QueueState {
    const lanes = [...this.lanes.values()];
    const error = lanes.find((lane) => lane.error !== null)?.error ?? null;
    if (error !== null) return { phase: 'failed', error };
    return { phase: lanes.length > 0 ? 'saving' : 'settled', error: null };
  }

  /** Takes the newest value of a field; null clears the answer. */
  push(field: FieldId, answer: Answer | null): void {
    const lane = this.lanes.get(field) ?? { isInFlight: false, next: null, error: null };
    this.lanes.set(field, lane);
    lane.next = { answer };
    this.pump(field, lane);
    this.publish();
  }

  /** Sends again whatever failed. */
  retry(): void {
    for (const [field, lane] of this.lanes) this.pump(field, lane);
  }

  /** Resolves true once everything is acknowledged, false once something failed and nothing is on its way. */
  async whenAtRest(): Promise<boolean> {
    if (this.isAtRest()) return this.lanes.size === 0;
    return new Promise((resolve) => this.waiters.push(resolve));
  }

  private pump(field: FieldId, lane: Lane): void {
    if (lane.isInFlight || lane.next === null) return;
    const { answer } = lane.next;
    lane.next = null;
    lane.isInFlight = true;
    this.options.send(field, answer).then(
      (ack) => this.acknowledge(field, lane, ack),
      (thrown: unknown) => this.fail(field, lane, answer, toRequestError(thrown)),
    );
  }

  private acknowledge(field: FieldId, lane: Lane, ack: Ack): void {
    lane.isInFlight = false;
    lane.error = null;
    if (lane.next === null) this.lanes.delete(field);
    this.pump(field, lane);
    for (const [otherField, other] of this.lanes) {
      if (other.error !== null && !aboutTheAnswer.has(other.error.code)) this.pump(otherField, other);
    }
    this.options.onAck(ack);
    this.publish();
  }

  private fail(field: FieldId, lane: Lane, answer: Answer | null, error: RequestError): void {
    lane.isInFlight = false;
    lane.error = error;
    if (lane.next === null) lane.next = { answer };
    else this.pump(field, lane);
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
