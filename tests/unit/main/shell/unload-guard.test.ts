import { dialog } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GRACE_MS, guardUnsaved } from '@main/shell/unload-guard';
import { makeFakeWindow, type FakeWindow } from './fake-window';

vi.mock('electron', () => ({ dialog: { showMessageBoxSync: vi.fn(() => 0) } }));

const ask = vi.mocked(dialog.showMessageBoxSync);
let fake: FakeWindow;

beforeEach(() => {
  vi.useFakeTimers();
  ask.mockReset().mockReturnValue(0);
  fake = makeFakeWindow();
  guardUnsaved(fake.window);
});

afterEach(() => {
  vi.useRealTimers();
});

const waitForGrace = (): void => void vi.advanceTimersByTime(GRACE_MS + 1);

describe('a page with a change that is not on disk', () => {
  it('that is reloaded is reloaded again, never closed', () => {
    expect(fake.object()).toBe(false);
    waitForGrace();
    expect(fake.acts).toEqual(['reload']);
    expect(ask).not.toHaveBeenCalled();
  });

  it('that is closed is closed again', () => {
    fake.emit('close');
    expect(fake.object()).toBe(false);
    waitForGrace();
    expect(fake.acts).toEqual(['close']);
  });

  it.each([
    ['close', 'Close and lose the change'],
    ['reload', 'Reload and lose the change'],
  ])('asks a person at the second %s, and does what they say', (wanted, words) => {
    for (const [choice, isLetGo] of [
      [0, false],
      [1, true],
    ] as const) {
      ask.mockReturnValue(choice);
      if (wanted === 'close') fake.emit('close');
      fake.object();
      waitForGrace();
      expect(fake.object()).toBe(isLetGo);
      expect(ask.mock.lastCall).toMatchObject([fake.window, { buttons: ['Keep open', words] }]);
    }
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('is waited for again at the next reload, when the last one went through', () => {
    fake.object();
    waitForGrace();
    fake.emitOfPage('did-navigate');
    fake.object();
    expect(ask).not.toHaveBeenCalled();
    waitForGrace();
    expect(fake.acts).toEqual(['reload', 'reload']);
  });

  it('is not closed by a reload after a person kept it open', () => {
    fake.emit('close');
    fake.object();
    waitForGrace();
    fake.object();
    fake.acts.length = 0;
    fake.object();
    waitForGrace();
    expect(fake.acts).toEqual(['reload']);
  });

  it('is asked about once though closing is asked for twice while it is waited for', () => {
    fake.emit('close');
    fake.object();
    fake.emit('close');
    fake.object();
    expect(ask).not.toHaveBeenCalled();
    waitForGrace();
    expect(fake.acts).toEqual(['close']);
  });
});
