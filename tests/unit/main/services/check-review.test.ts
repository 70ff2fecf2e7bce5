import { describe, expect, it } from 'vitest';
import type { PaperNumber } from '@shared/model/ids';
import {
  checkMyReview,
  dismissFinding,
  listDismissedFindings,
  undismissFindings,
} from '@main/services/check-review';
import { answer, completeReview, makeMachine, SIM2SCIENCE, type Machine } from '../../../support/machine';
import { makeScene } from '../../../support/scene';

const input = (paper = 12) => ({ venue: SIM2SCIENCE, paper: paper as PaperNumber });
const check = (machine: Machine, hasToneHints = false) =>
  checkMyReview(machine.deps, { ...input(), hasToneHints });
const say = (machine: Machine, sentence: string): void => {
  const words = Array.from({ length: 40 }, (_, index) => `word${index}`).join(' ');
  answer(machine, 12, 'weaknesses', { kind: 'text', text: `${words}\n${sentence}` });
};
/** The kinds of the notes that are not put aside. */
const open = (machine: Machine): string[] =>
  check(machine).flatMap(({ finding, isDismissed }) => (isDismissed ? [] : [finding.check]));

describe('checking my review', () => {
  it('tells what is required of a review that was not begun, and nothing of anybody else’s', () => {
    const { ada } = makeScene();
    expect(new Set(check(ada).map(({ finding }) => finding.check))).toEqual(new Set(['incomplete']));
  });

  it('knows from the store who I am and which other papers are mine', () => {
    const { ada } = makeScene();
    completeReview(ada, 12);
    say(ada, 'Lindqvist (2019) and paper 7 say so. A joke.');
    expect(open(ada)).toEqual(expect.arrayContaining(['own-name', 'other-paper']));
    expect(open(ada)).not.toContain('tone');
    expect(check(ada, true).map(({ finding }) => finding.check)).toContain('tone');
  });

  it('is refused for a paper that is not mine', () => {
    const { ada } = makeScene();
    const refused = expect.objectContaining({ code: 'PAPER_NOT_FOUND' }) as Error;
    expect(() => checkMyReview(ada.deps, { ...input(31), hasToneHints: false })).toThrow(refused);
    expect(() =>
      dismissFinding(ada.deps, { ...input(31), finding: `tone:summary:${'0'.repeat(16)}` }),
    ).toThrow(refused);
  });
});

describe('a note that was put aside', () => {
  it('stays away over a restart, comes back when its sentence changes, and when all are shown again', () => {
    const { ada } = makeScene();
    completeReview(ada, 12);
    say(ada, 'By Lindqvist.');
    const found = check(ada).find(({ finding }) => finding.check === 'own-name');
    dismissFinding(ada.deps, { ...input(), finding: found?.key ?? '' });
    const again = makeMachine(ada.folder, ada.identity);
    expect(open(again)).not.toContain('own-name');
    say(again, 'By Lindqvist, as everybody knows.');
    expect(open(again)).toContain('own-name');
    say(again, 'By Lindqvist.');
    expect(open(again)).not.toContain('own-name');
    undismissFindings(again.deps, input());
    expect(open(again)).toContain('own-name');
    expect(listDismissedFindings(again.deps, input())).toEqual([]);
  });

  it('is remembered for its paper only, and the newest two hundred of a paper', () => {
    const { ada } = makeScene();
    for (let index = 0; index < 250; index += 1) {
      ada.setNow(new Date(Date.parse('2026-05-10T09:00:00Z') + index * 1000).toISOString());
      dismissFinding(ada.deps, {
        ...input(),
        finding: `tone:summary:${index.toString(16).padStart(16, '0')}`,
      });
    }
    const kept = listDismissedFindings(ada.deps, input());
    expect(kept).toHaveLength(200);
    expect(kept[0]).toBe(`tone:summary:${(50).toString(16).padStart(16, '0')}`);
    expect(listDismissedFindings(ada.deps, input(7))).toEqual([]);
  });
});
