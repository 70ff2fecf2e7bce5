import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RequestError } from '@renderer/bridge/client';
import { SaveQueue, type QueueState } from '@renderer/features/common/saving/save-queue';
import type { ErrorCode } from '@shared/contract/errors';
import type { FieldId } from '@shared/model/ids';
import type { Answer } from '@shared/model/review';

const text = (value: string): Answer => ({ kind: 'text', text: value });
const field = (id: string): FieldId => id as FieldId;
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

interface Sent {
  readonly field: FieldId;
  readonly answer: Answer | null;
  acknowledge(): void;
  refuse(code: ErrorCode): void;
}

/** A queue whose every sent value waits for the test to acknowledge or refuse it. */
function harness() {
  const waiting: Sent[] = [];
  const sent: Sent[] = [];
  const onDisk = new Map<FieldId, Answer | null>();
  const states: QueueState[] = [];
  const queue = new SaveQueue<FieldId, Answer | null, string>({
    send: (id, answer) =>
      new Promise((resolve, reject) => {
        const leave = (): void => void waiting.splice(waiting.indexOf(request), 1);
        const request: Sent = {
          field: id,
          answer,
          acknowledge: () => {
            leave();
            onDisk.set(id, answer);
            resolve('ok');
          },
          refuse: (code) => {
            leave();
            reject(new RequestError({ code, message: 'The disk is full.', detail: null }));
          },
        };
        waiting.push(request);
        sent.push(request);
      }),
    onAck: () => undefined,
    onState: (state) => states.push(state),
  });
  return { queue, waiting, sent, onDisk, states };
}

describe('the save queue', () => {
  it('sends a change at once and is settled only when it is acknowledged', async () => {
    const { queue, waiting } = harness();
    queue.push(field('summary'), text('a'));
    expect(waiting).toHaveLength(1);
    expect(queue.state.phase).toBe('saving');
    waiting[0]?.acknowledge();
    await settle();
    expect(queue.state.phase).toBe('settled');
  });

  it('sends only the newest of the values typed while one is on its way', async () => {
    const { queue, waiting, sent } = harness();
    for (const value of ['a', 'ab', 'abc', 'abcd']) queue.push(field('summary'), text(value));
    waiting[0]?.acknowledge();
    await settle();
    expect(sent.map(({ answer }) => answer)).toEqual([text('a'), text('abcd')]);
    expect(queue.state.phase).toBe('saving');
  });

  it('keeps the value of a failed save and sends it again on request', async () => {
    const { queue, waiting, onDisk } = harness();
    queue.push(field('summary'), text('precious'));
    waiting[0]?.refuse('DISK_FULL');
    await settle();
    expect(queue.state).toMatchObject({ phase: 'failed', error: { code: 'DISK_FULL' } });
    expect(waiting).toHaveLength(0);
    queue.retry();
    expect(queue.state.phase).toBe('failed');
    waiting[0]?.acknowledge();
    await settle();
    expect(onDisk.get(field('summary'))).toEqual(text('precious'));
    expect(queue.state.phase).toBe('settled');
  });

  it('sends what failed again once another field shows that the disk takes writes', async () => {
    const { queue, waiting, onDisk } = harness();
    queue.push(field('summary'), text('kept'));
    waiting[0]?.refuse('DISK_FULL');
    await settle();
    queue.push(field('strengths'), text('new'));
    waiting[0]?.acknowledge();
    await settle();
    waiting[0]?.acknowledge();
    await settle();
    expect(onDisk.get(field('summary'))).toEqual(text('kept'));
    expect(queue.state.phase).toBe('settled');
  });

  it('does not send a value again that was refused for what it is', async () => {
    const { queue, waiting, sent } = harness();
    queue.push(field('summary'), text('bad'));
    waiting[0]?.refuse('ANSWER_INVALID');
    await settle();
    queue.push(field('strengths'), text('good'));
    waiting[0]?.acknowledge();
    await settle();
    expect(sent).toHaveLength(2);
    expect(queue.state.phase).toBe('failed');
  });

  it('is at rest, unsettled, when nothing is on its way and something failed', async () => {
    const { queue, waiting } = harness();
    queue.push(field('summary'), text('a'));
    const rest = queue.whenAtRest();
    waiting[0]?.refuse('DISK_FULL');
    expect(await rest).toBe(false);
  });

  it('loses, reorders and acknowledges nothing wrongly under any edits, delays and failures', async () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ do: fc.constant('type' as const), at: fc.nat(2) }) },
      { weight: 3, arbitrary: fc.record({ do: fc.constant('acknowledge' as const), at: fc.nat(9) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('refuse' as const), at: fc.nat(9) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('retry' as const), at: fc.constant(0) }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const { queue, waiting, sent, onDisk } = harness();
        const typed = new Map<FieldId, number>();
        let count = 0;
        const isAllOnDisk = (): boolean =>
          [...typed].every(
            ([id, value]) => JSON.stringify(onDisk.get(id)) === JSON.stringify(text(`${value}`)),
          );

        for (const { do: act, at } of steps) {
          if (act === 'type') {
            const id = field(['summary', 'strengths', 'weaknesses'][at] ?? 'summary');
            typed.set(id, (count += 1));
            queue.push(id, text(`${count}`));
          } else if (act === 'retry') queue.retry();
          else if (act === 'acknowledge') waiting[at % Math.max(1, waiting.length)]?.acknowledge();
          else waiting[at % Math.max(1, waiting.length)]?.refuse('DISK_FULL');
          await settle();
          // "Saved" is never a lie, and nothing of one field is sent twice at the same time.
          expect(queue.state.phase === 'settled').toBe(isAllOnDisk());
          expect(new Set(waiting.map((request) => request.field)).size).toBe(waiting.length);
        }

        while (queue.state.phase !== 'settled') {
          if (waiting.length === 0) queue.retry();
          waiting[0]?.acknowledge();
          await settle();
        }
        expect(isAllOnDisk()).toBe(true);
        for (const id of typed.keys()) {
          const numbers = sent
            .filter((request) => request.field === id)
            .map(({ answer }) => Number(answer?.kind === 'text' ? answer.text : NaN));
          expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 200 },
    );
  });
});
