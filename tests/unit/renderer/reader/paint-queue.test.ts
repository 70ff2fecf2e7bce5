import { describe, expect, it } from 'vitest';
import { PaintQueue } from '@renderer/reader/engine/paint-queue';

const unending = new AbortController().signal;
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('the queue of thumbnails', () => {
  it('does one thing at a time, in order, and goes on after a failure', async () => {
    const queue = new PaintQueue(() => Promise.resolve());
    const log: string[] = [];
    const work = (name: string, fails = false) =>
      queue.add(async () => {
        log.push(`${name} begins`);
        await settle();
        log.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      }, unending);
    const all = await Promise.allSettled([work('a'), work('b', true), work('c')]);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(all.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('never begins what is no longer wanted', async () => {
    const queue = new PaintQueue(() => Promise.resolve());
    const gone = new AbortController();
    let hasBegun = false;
    const first = queue.add(settle, unending);
    const second = queue.add(() => {
      hasBegun = true;
      return Promise.resolve();
    }, gone.signal);
    gone.abort();
    await first;
    await expect(second).rejects.toThrow();
    expect(hasBegun).toBe(false);
  });

  it('waits while something more urgent is at work', async () => {
    let finishUrgent = (): void => undefined;
    const urgent = new Promise<void>((resolve) => {
      finishUrgent = resolve;
    });
    let hasBegun = false;
    const done = new PaintQueue(() => urgent).add(() => {
      hasBegun = true;
      return Promise.resolve();
    }, unending);
    await settle();
    expect(hasBegun).toBe(false);
    finishUrgent();
    await done;
    expect(hasBegun).toBe(true);
  });
});
