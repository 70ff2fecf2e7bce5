import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '@shared/model/review';
import { stepVersion, type GrowingVersion } from '@shared/rules/answer-versions';

const START_MS = Date.parse('2026-05-10T09:00:00Z');
const words = (count: number): string =>
  Array.from({ length: count }, (_, index) => `word${index}`).join(' ');
const text = (value: string): Answer | null => (value === '' ? null : { kind: 'text', text: value });
const score = (value: number): Answer => ({ kind: 'rating', value });

interface Kept {
  answer: Answer | null;
  growing: GrowingVersion;
}

/** Plays changes through, each so many seconds after the one before, and answers the versions that are left. */
function play(changes: readonly (readonly [seconds: number, answer: Answer | null])[]): (Answer | null)[] {
  const versions: Kept[] = [];
  let nowMs = START_MS;
  let from: Answer | null = null;
  for (const [seconds, to] of changes) {
    nowMs += seconds * 1000;
    const newest = versions.at(-1);
    const step = stepVersion(newest?.growing, versions.at(-2)?.growing, { from, to, nowMs });
    from = to;
    if (step === null) continue;
    const how = {
      changedAtMs: nowMs,
      removedChars: step.removedChars,
      isCutting: step.isCutting,
      isKept: false,
    };
    if (step.act === 'begin' || newest === undefined) {
      versions.push({ answer: to, growing: { sinceMs: nowMs, ...how } });
      continue;
    }
    const [before] = step.act === 'mend' ? versions.splice(-2, 1) : [newest];
    Object.assign(newest, { answer: to, growing: { sinceMs: before?.growing.sinceMs ?? nowMs, ...how } });
  }
  return versions.map(({ answer }) => answer);
}

/** A text typed letter by letter, one a tenth of a second, from what is there. */
function typed(value: string, before = ''): (readonly [number, Answer | null])[] {
  return Array.from(value, (_, index) => [0.1, text(`${before}${value.slice(0, index + 1)}`)] as const);
}

/** A text taken back letter by letter down to a length. */
function erased(value: string, length: number): (readonly [number, Answer | null])[] {
  return Array.from(
    { length: value.length - length },
    (_, index) => [0.1, text(value.slice(0, value.length - 1 - index))] as const,
  );
}

describe('the versions of a text', () => {
  it('are one for what is typed without a pause, and another after a minute', () => {
    expect(play(typed('A clear paper.'))).toEqual([text('A clear paper.')]);
    expect(play([...typed('One.'), [61, text('One. T')], ...typed('wo.', 'One. T')])).toEqual([
      text('One.'),
      text('One. Two.'),
    ]);
  });

  it('are one in five minutes where nobody pauses', () => {
    const minutes = Array.from({ length: 12 }, (_, index) => [55, text(words(index + 1))] as const);
    expect(play(minutes).length).toBe(2);
  });

  it('leave out a slip that was mended', () => {
    const slip = [...typed('A claer'), ...erased('A claer', 4), ...typed('ear paper.', 'A cl')];
    expect(play(slip)).toEqual([text('A clear paper.')]);
  });

  it('keep a paragraph that was taken out at once, and one that was taken out letter by letter', () => {
    const long = words(40);
    expect(
      play([
        [0, text(long)],
        [1, null],
        [1, text('New.')],
      ]),
    ).toEqual([text(long), text('New.')]);
    expect(play([[0, text(long)], ...erased(long, 3), ...typed('k', 'wor')])).toEqual([
      text(long),
      text('work'),
    ]);
  });

  it('keep what a paste replaced', () => {
    expect(
      play([
        [0, text(words(20))],
        [1, text(`${words(60)}!`.replaceAll('word', 'other'))],
      ]).length,
    ).toBe(2);
  });

  it('keep a text before it is changed word for word without a pause', () => {
    const before = words(60);
    const changes = Array.from({ length: 60 }, (_, index) => {
      const changed = before.split(' ').map((word, at) => (at <= index ? `thing${at}` : word));
      return [index === 0 ? 61 : 0.5, text(changed.join(' '))] as const;
    });
    const versions = play([[0, text(before)], ...changes]);
    expect(versions[0]).toEqual(text(before));
    expect(versions.length).toBe(3);
  });

  it('hold every text that stood for more than a minute, whatever is done', () => {
    const change = fc.tuple(
      fc.constantFrom(0.2, 5, 30, 61, 400),
      fc.constantFrom('', 'a', words(3), words(30), `${words(30)} and more`, words(200), 'other'),
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 40 }), (changes) => {
        const versions = play(changes.map(([seconds, value]) => [seconds, text(value)] as const));
        const stood = changes.filter(
          ([, value], index) => value !== '' && (changes[index + 1]?.[0] ?? 61) > 60,
        );
        expect(versions).toEqual(expect.arrayContaining(stood.map(([, value]) => text(value))));
        // Where nothing was ever written there is no version, and what stands is nothing.
        expect(versions.at(-1) ?? null).toEqual(text(changes.at(-1)?.[1] ?? ''));
      }),
      { numRuns: 500 },
    );
  });

  it('lose at most 200 characters of what stood for less than a minute', () => {
    const size = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(fc.array(size, { maxLength: 30 }), (sizes) => {
        const all = 'abcdefghij'.repeat(30);
        const versions = play(sizes.map((length) => [1, text(all.slice(0, length))] as const));
        const longest = Math.max(0, ...sizes);
        const kept = Math.max(0, ...versions.map((one) => (one?.kind === 'text' ? one.text.length : 0)));
        expect(longest - kept).toBeLessThanOrEqual(200);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the versions of a choice', () => {
  it('are what stood for five seconds, not what the arrows went over', () => {
    expect(
      play([
        [0, score(1)],
        [1, score(2)],
        [1, score(3)],
        [6, score(4)],
        [1, null],
      ]),
    ).toEqual([score(3), score(4), null]);
  });
});

describe('a change', () => {
  it('that changes nothing is no version, and a clock that steps back begins one', () => {
    expect(
      play([
        [0, text('a')],
        [1, text('a')],
        [-5, text('ab')],
      ]),
    ).toEqual([text('a'), text('ab')]);
  });

  it('of what was kept begins a version', () => {
    const kept = { sinceMs: 0, changedAtMs: 0, removedChars: 0, isCutting: false, isKept: true };
    expect(stepVersion(kept, undefined, { from: text('a'), to: text('ab'), nowMs: 1 })?.act).toBe('begin');
  });
});
