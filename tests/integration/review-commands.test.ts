import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildProgram } from '@main/cli/program';
import { answer, completeReview, type Machine } from '../support/machine';
import { makeApplication } from '../support/application';
import { makeScene } from '../support/scene';

/** Runs a command on somebody's computer, whose own program is closed meanwhile. */
async function on(
  machine: Machine,
  ...args: readonly string[]
): Promise<{ readonly status: number; readonly out: string; readonly err: string }> {
  machine.deps.stores.close();
  let out = '';
  let err = '';
  const open = (folder: string) => makeApplication(folder).application;
  const run = buildProgram({
    openApplication: open,
    openReader: open,
    temporaryFolder: () => join(machine.folder, 'temporary'),
    isTerminal: false,
    stopSignal: () => new AbortController().signal,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  const status = await run([...args, '--store', join(machine.folder, 'data')]);
  return { status, out, err };
}

const text = (value: string) => ({ kind: 'text', text: value }) as const;
const words = Array.from({ length: 40 }, (_, index) => `word${index}`).join(' ');

describe('referee review check', () => {
  it('tells what is missing and ends with 1, then notes only and ends with 0', async () => {
    const { ada } = makeScene();
    expect(await on(ada, 'review', 'check', '12')).toMatchObject({
      status: 1,
      out: expect.stringContaining('required  Summary: missing.') as string,
    });
    completeReview(ada, 12);
    answer(ada, 12, 'strengths', text(`${words}\nBy Lindqvist. A joke.`));
    const { status, out } = await on(ada, 'review', 'check', '12');
    expect([status, out]).toEqual([
      0,
      expect.stringContaining('note      Strengths holds part of your name'),
    ]);
    expect(out).not.toContain('joke');
    expect((await on(ada, 'review', 'check', '12', '--tone')).out).toContain('“A joke”');
  });

  it('puts notes aside by their numbers and shows them again', async () => {
    const { ada } = makeScene();
    completeReview(ada, 12);
    answer(ada, 12, 'strengths', text(`${words}\nBy Lindqvist.`));
    const { out } = await on(ada, 'review', 'check', '12', '--dismiss', '1');
    expect(out).not.toContain('Lindqvist');
    expect(out).toContain('1 put aside: --all shows them.');
    expect((await on(ada, 'review', 'check', '12', '--all')).out).toContain('aside     Strengths holds');
    expect((await on(ada, 'review', 'check', '12', '--show-again')).out).toContain(
      'note      Strengths holds',
    );
    expect((await on(ada, 'review', 'check', '12', '--dismiss', 'x')).status).toBe(2);
  });
});

describe('referee review history and restore', () => {
  it('lists versions, shows one, and brings it back beside what stood', async () => {
    const { ada } = makeScene();
    answer(ada, 12, 'summary', text('The first try.'));
    ada.setNow('2026-05-10T09:30:00Z');
    answer(ada, 12, 'summary', text('The second try.'));
    const listed = await on(ada, 'review', 'history', '12', 'summary');
    const lines = listed.out.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^ +\d+ {2}2026-05-10T09:30:00.000Z {2}3 words +stands now$/);
    expect(lines).toHaveLength(2);
    const version = /\d+/.exec(lines[1] ?? '')?.[0] ?? '';
    expect((await on(ada, 'review', 'history', '12', 'summary', '--show', version)).out).toBe(
      'The first try.\n',
    );
    expect(await on(ada, 'review', 'restore', '12', 'summary', version)).toMatchObject({ status: 0 });
    expect((await on(ada, 'review', 'show', '12')).out).toContain('summary: The first try.');
    expect((await on(ada, 'review', 'history', '12', 'summary')).out.trimEnd().split('\n')).toHaveLength(3);
  });

  it('refuses a version that is not there, in a sentence', async () => {
    const { ada } = makeScene();
    answer(ada, 12, 'summary', text('One.'));
    const { status, err } = await on(ada, 'review', 'restore', '12', 'summary', '99999');
    expect([status, err]).toEqual([1, expect.stringContaining('has no version 99999 any more')]);
    expect((await on(ada, 'review', 'restore', '12', 'summary', 'first')).status).toBe(2);
  });
});

describe('referee review scores', () => {
  it('shows my scores by step with the papers that got them', async () => {
    const { ada } = makeScene();
    answer(ada, 12, 'overall', { kind: 'rating', value: 2 });
    const { out } = await on(ada, 'review', 'scores', '--field', 'overall');
    expect(out).toMatch(/ 4 {2}Weak accept: .*: 1\n {6}#7 /);
    expect(out).toMatch(/ 2 {2}Reject: .*: 1\n {6}#12 /);
    expect((await on(ada, 'review', 'scores')).out).toContain('not scored: #12');
  });

  it('names the ratings there are when asked for another', async () => {
    const { ada } = makeScene();
    const { status, err } = await on(ada, 'review', 'scores', '--field', 'summary');
    expect([status, err]).toEqual([1, expect.stringContaining('It has: soundness, significance')]);
  });
});
