import { beforeEach, describe, expect, it } from 'vitest';
import { RequestError } from '@renderer/bridge/client';
import { createReviewSession, type ReviewSession } from '@renderer/features/review-form/review-session';
import { withAnswer } from '@renderer/features/review-form/answer-values';
import type { Draft } from '@shared/contract/library';
import type { FieldId, Sha256 } from '@shared/model/ids';
import type { Answer, Answers } from '@shared/model/review';
import { draftOf, venue } from './form-fixture';

const summary = 'summary' as FieldId;
const strengths = 'strengths' as FieldId;
const text = (words: string): Answer => ({ kind: 'text', text: words });

const version = 'c'.repeat(64) as Sha256;
const theirs: Answers = { [summary]: text('from the laptop') };

/** Main, which does what it is asked at once and in order; what it answers arrives when a test says. */
let onDisk: Answers;
let clock: string;
let arrivals: (() => void)[];
let session: ReviewSession;

const told = (): Promise<Draft> => {
  const draft = draftOf(onDisk, clock);
  return new Promise((resolve) => arrivals.push(() => resolve(draft)));
};
/** Lets the answers on their way arrive, in this order of their asking. */
async function arrive(...order: readonly number[]): Promise<void> {
  const waiting = arrivals;
  arrivals = [];
  for (const index of order) waiting[index]?.();
  await new Promise((resolve) => setTimeout(resolve));
}

beforeEach(() => {
  onDisk = {};
  clock = '2026-05-10T12:00:00.000Z';
  arrivals = [];
  session = createReviewSession(venue.form, draftOf({}, null), {
    read: told,
    answer: (field, answer) => {
      onDisk = withAnswer(onDisk, field, answer);
      return told();
    },
    markReady: told,
    takeBack: told,
    takeVersion: (_version, taken) => {
      if (taken === 'theirs') onDisk = theirs;
      return told();
    },
    restore: (field, number) => {
      onDisk = withAnswer(onDisk, field, text(`version ${number}`));
      return told();
    },
  });
});

const state = () => session.store.getState();

describe('what was saved', () => {
  it('is what the newest request was told, also when the clock has stepped back', async () => {
    session.edit(summary, text('one'));
    await arrive(0);
    clock = '2016-05-10T12:00:00.000Z';
    session.edit(summary, text('two'));
    await arrive(0);
    expect(state().saving.phase).toBe('settled');
    expect(state().draft).toEqual(draftOf({ [summary]: text('two') }, clock));
  });

  it('is not what an older request was told that answers late', async () => {
    session.edit(summary, text('one'));
    session.edit(strengths, text('two'));
    await arrive(1, 0);
    expect(state().draft.answers).toEqual({ [summary]: text('one'), [strengths]: text('two') });
  });
});

describe('a draft from elsewhere', () => {
  it('is taken over as it is on disk now, whatever its time', async () => {
    session.edit(summary, text('mine'));
    await arrive(0);
    clock = '2016-05-10T12:00:00.000Z';
    onDisk = { [summary]: text('by script') };
    void session.adopt(draftOf(onDisk, clock));
    await arrive(0);
    expect(state().answers).toEqual({ [summary]: text('by script') });
    expect(state().draft.savedAt).toBe(clock);
  });

  it('that is older than what was saved since changes nothing, though the clock says it is newer', async () => {
    const stale = draftOf({}, '2036-05-10T12:00:00.000Z');
    session.edit(summary, text('typed since'));
    await arrive(0);
    void session.adopt(stale);
    await arrive(0);
    expect(state().answers).toEqual({ [summary]: text('typed since') });
  });

  it('never takes the place of what is being typed, and comes in when that is saved', async () => {
    const elsewhere = { [strengths]: text('by script') };
    onDisk = elsewhere;
    void session.adopt(draftOf(elsewhere, clock));
    session.edit(summary, text('typed'));
    await arrive(1, 0);
    expect(state().answers).toEqual({ [summary]: text('typed') });
    void session.adopt(state().draft);
    await arrive(0);
    expect(state().answers).toEqual({ [summary]: text('typed'), [strengths]: text('by script') });
  });

  it('that says the same is not asked for again', async () => {
    session.edit(summary, text('one'));
    await arrive(0);
    await session.adopt(draftOf({ [summary]: text('one') }, clock));
    expect(arrivals).toEqual([]);
  });

  it('that cannot be read leaves everything as it is', async () => {
    const broken = createReviewSession(venue.form, draftOf({ [summary]: text('kept') }, clock), {
      read: () => Promise.reject(new Error('no')),
      answer: told,
      markReady: told,
      takeBack: told,
      takeVersion: told,
      restore: told,
    });
    await broken.adopt(draftOf({}, null));
    expect(broken.store.getState().answers).toEqual({ [summary]: text('kept') });
  });
});

describe('a version of another computer', () => {
  it('takes the place of the draft, and undo brings back every field that it replaced', async () => {
    session.edit(summary, text('mine'));
    session.edit(strengths, text('mine too'));
    await arrive(0, 1);
    const done = session.takeVersion(version, 'theirs');
    await arrive(0);
    await arrive(0);
    await done;
    expect(state().answers).toEqual(theirs);
    session.undo();
    session.undo();
    expect(state().answers).toEqual({ [summary]: text('mine'), [strengths]: text('mine too') });
    await arrive(0, 1);
    expect(onDisk).toEqual({ [summary]: text('mine'), [strengths]: text('mine too') });
  });

  it('is decided about only once what was typed is on disk', async () => {
    session.edit(summary, text('typed'));
    const done = session.takeVersion(version, 'mine');
    await new Promise((resolve) => setTimeout(resolve));
    expect(arrivals).toHaveLength(1);
    await arrive(0);
    expect(arrivals).toHaveLength(1);
    await arrive(0);
    await done;
    expect(state().answers).toEqual({ [summary]: text('typed') });
  });

  it('waits where something could not be saved, and says why', async () => {
    const failing = createReviewSession(venue.form, draftOf({}, null), {
      read: told,
      answer: () => Promise.reject(new RequestError({ code: 'DISK_FULL', message: 'Full.', detail: null })),
      markReady: told,
      takeBack: told,
      takeVersion: () => Promise.reject(new Error('must not be asked')),
      restore: () => Promise.reject(new Error('must not be asked')),
    });
    failing.edit(summary, text('precious'));
    await expect(failing.takeVersion(version, 'theirs')).rejects.toThrow('Full.');
    expect(failing.store.getState().answers).toEqual({ [summary]: text('precious') });
  });
});

describe('an earlier version that is restored', () => {
  it('comes after what was typed, is shown, and goes with one undo', async () => {
    session.edit(summary, text('typed'));
    const done = session.restore(summary, 3);
    await arrive(0);
    await arrive(0);
    await done;
    expect(state().answers).toEqual({ [summary]: text('version 3') });
    session.undo();
    expect(state().answers).toEqual({ [summary]: text('typed') });
  });
});

describe('an earlier text', () => {
  it('comes back without taking the place of what was typed while it was on its way', async () => {
    session.edit(summary, text('mine'));
    await arrive(0);
    const done = session.restore(strengths, 1);
    await new Promise((resolve) => setTimeout(resolve));
    const [restored] = arrivals;
    session.edit(summary, text('mine, and more'));
    restored?.();
    await done;
    const expected = { [summary]: text('mine, and more'), [strengths]: text('version 1') };
    expect(state().answers).toEqual(expected);
    await arrive(0, 1);
    expect(state().answers).toEqual(expected);
    expect(onDisk).toEqual(expected);
  });
});
