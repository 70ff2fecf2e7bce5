import { describe, expect, it } from 'vitest';
import { countActiveTime, IDLE_AFTER_MS } from '@renderer/features/plan/active-time';

/** Looks every 5 seconds from one instant to another. */
function lookOn(
  time: ReturnType<typeof countActiveTime>,
  fromMs: number,
  toMs: number,
  hasFocus = true,
): void {
  for (let at = fromMs + 5_000; at <= toMs; at += 5_000) time.look(at, hasFocus);
}

describe('the time at a paper', () => {
  it('goes on for two minutes after the last input, and not longer', () => {
    const time = countActiveTime(0);
    lookOn(time, 0, 10 * 60_000);
    expect(time.take()).toBe(IDLE_AFTER_MS);
    time.noteInput(10 * 60_000 + 1_000);
    lookOn(time, 10 * 60_000, 11 * 60_000);
    expect(time.take()).toBe(60_000);
    expect(time.take()).toBe(0);
  });

  it('stands still while the window is not in front', () => {
    const time = countActiveTime(0);
    lookOn(time, 0, 30_000, false);
    lookOn(time, 30_000, 60_000);
    expect(time.take()).toBe(30_000);
  });

  it('counts nothing of the hours that the computer slept', () => {
    const time = countActiveTime(0);
    lookOn(time, 0, 30_000);
    time.noteInput(8 * 3_600_000);
    time.look(8 * 3_600_000 + 1_000, true);
    lookOn(time, 8 * 3_600_000 + 1_000, 8 * 3_600_000 + 11_000);
    expect(time.take()).toBe(40_000);
  });
});
