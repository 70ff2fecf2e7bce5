import { app, dialog } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CRASH_INTERVAL_MS, recoverWindow } from '@main/shell/window-recovery';
import { makeFakeWindow, type FakeWindow } from './fake-window';

vi.mock('electron', () => ({ app: { quit: vi.fn() }, dialog: { showMessageBox: vi.fn() } }));

const ask = vi.mocked(dialog.showMessageBox);
const answer = (response: number): void => void ask.mockResolvedValue({ response, checkboxChecked: false });
const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
let fake: FakeWindow;
let nowMs: number;

beforeEach(() => {
  ask.mockReset();
  vi.mocked(app.quit).mockReset();
  nowMs = 5;
  fake = makeFakeWindow();
  recoverWindow(fake.window, () => nowMs);
});

describe('a page that has died', () => {
  it.each(['crashed', 'oom', 'killed', 'abnormal-exit'])('is loaded again: %s', (reason) => {
    fake.die(reason);
    expect(fake.acts).toEqual(['reload']);
    expect(ask).not.toHaveBeenCalled();
  });

  it('is left alone when it went as it should', () => {
    fake.die('clean-exit');
    expect(fake.acts).toEqual([]);
  });

  it('is not loaded without end: at the second time within a minute a person decides', async () => {
    answer(0);
    fake.die('crashed');
    nowMs += CRASH_INTERVAL_MS - 1;
    fake.die('crashed');
    expect(fake.acts).toEqual(['reload']);
    await settled();
    expect(ask.mock.lastCall).toMatchObject([fake.window, { buttons: ['Reload', 'Quit'] }]);
    expect(fake.acts).toEqual(['reload', 'reload']);
    answer(1);
    fake.die('crashed');
    await settled();
    expect(app.quit).toHaveBeenCalledOnce();
    expect(fake.acts).toEqual(['reload', 'reload']);
  });

  it('is loaded again without a question when the last time was long ago', () => {
    fake.die('crashed');
    nowMs += CRASH_INTERVAL_MS + 1;
    fake.die('crashed');
    expect(fake.acts).toEqual(['reload', 'reload']);
  });
});

describe('a page that hangs', () => {
  it('is waited for, or ended and loaded again, as a person says', async () => {
    answer(0);
    fake.emit('unresponsive');
    await settled();
    expect(fake.acts).toEqual([]);
    answer(1);
    fake.emit('unresponsive');
    await settled();
    expect(fake.acts).toEqual(['crash']);
    fake.die('killed');
    expect(fake.acts).toEqual(['crash', 'reload']);
  });

  it('takes the question away when it answers again', () => {
    ask.mockReturnValue(new Promise(() => undefined));
    fake.emit('unresponsive');
    const options = ask.mock.lastCall?.[1 as 0] as unknown as { readonly signal: AbortSignal };
    expect(options.signal.aborted).toBe(false);
    fake.emit('responsive');
    expect(options.signal.aborted).toBe(true);
  });
});
