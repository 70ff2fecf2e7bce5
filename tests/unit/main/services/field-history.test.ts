import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AnswerVersion } from '@shared/contract/field-history';
import type { FieldId, PaperNumber, Sha256 } from '@shared/model/ids';
import type { Answer } from '@shared/model/review';
import { listAnswerVersions, readAnswerVersion, restoreAnswerVersion } from '@main/services/field-history';
import { openPaper } from '@main/services/library';
import { answerField, markReady, takeBack } from '@main/services/save-draft';
import { takeVersion } from '@main/services/take-version';
import { transact } from '@main/store/database';
import { listVersions } from '@main/store/answer-versions';
import { readAnswers } from '../../../support/answers';
import {
  answer,
  completeReview,
  exportTo,
  importAll,
  makeMachine,
  SIM2SCIENCE,
  type Machine,
} from '../../../support/machine';
import { makeScene } from '../../../support/scene';

const input = (paper: number, field = 'summary') => ({
  venue: SIM2SCIENCE,
  paper: paper as PaperNumber,
  field: field as FieldId,
});
const text = (value: string): Answer => ({ kind: 'text', text: value });
const write = (machine: Machine, value: string, paper = 12): void =>
  answer(machine, paper, 'summary', text(value));
const versionsOf = (machine: Machine, paper = 12): readonly AnswerVersion[] =>
  listAnswerVersions(machine.deps, input(paper));
const textsOf = (machine: Machine, paper = 12): (Answer | null)[] =>
  versionsOf(machine, paper).map(({ id }) =>
    readAnswerVersion(machine.deps, { ...input(paper), version: id }),
  );
const momentsOf = (machine: Machine, paper = 12): string[][] =>
  versionsOf(machine, paper).map(({ moments }) => moments.map(({ kind }) => kind));

/** Lets the clock of a computer stand at a minute after nine. */
const at = (machine: Machine, minutes: number): void =>
  machine.setNow(new Date(Date.parse('2026-05-10T09:00:00Z') + minutes * 60_000).toISOString());

describe('the history of a field', () => {
  it('holds what stood before each pause, newest first, with its words and times', () => {
    const { ada } = makeScene();
    write(ada, 'One.');
    at(ada, 0.5);
    write(ada, 'One. Two.');
    at(ada, 10);
    write(ada, 'One. Two. Three.');
    expect(versionsOf(ada)).toMatchObject([
      { since: '2026-05-10T09:10:00.000Z', changedAt: '2026-05-10T09:10:00.000Z', wordCount: 3 },
      { since: '2026-05-10T09:00:00.000Z', changedAt: '2026-05-10T09:00:30.000Z', wordCount: 2 },
    ]);
    expect(textsOf(ada)).toEqual([text('One. Two. Three.'), text('One. Two.')]);
  });

  it('is on disk when saving returns, and apart for each field and paper', () => {
    const { ada } = makeScene();
    write(ada, 'Twelve.');
    answer(ada, 12, 'strengths', text('Strong.'));
    const other = makeMachine(ada.folder, ada.identity);
    expect(textsOf(other)).toEqual([text('Twelve.')]);
    expect(textsOf(other, 7).length).toBe(1);
    expect(listAnswerVersions(other.deps, input(12, 'overall'))).toEqual([]);
  });

  it('keeps a text that was cleared', () => {
    const { ada } = makeScene();
    write(ada, 'A whole paragraph that somebody clears by mistake, all at once.');
    answerField(ada.deps, { ...input(12), answer: null });
    expect(versionsOf(ada).map(({ isCleared }) => isCleared)).toEqual([true, false]);
    expect(textsOf(ada)[0]).toBeNull();
    expect(
      restoreAnswerVersion(ada.deps, { ...input(12), version: versionsOf(ada)[1]?.id ?? 0 }).answers,
    ).toEqual({
      summary: text('A whole paragraph that somebody clears by mistake, all at once.'),
    });
  });

  it('counts what is replaced key by key, though not every key is written to the history', () => {
    const { ada } = makeScene();
    for (let step = 0; step <= 8; step += 1) {
      at(ada, step / 60);
      write(ada, `${'b'.repeat(29 * step)}${'a'.repeat(400 - 29 * step)}`);
    }
    expect(versionsOf(ada)).toHaveLength(2);
    expect(versionsOf(ada)[1]?.changedAt).toBe('2026-05-10T09:00:06.000Z');
  });

  it('says when a version was marked ready, taken back and exported, and keeps it as it was then', () => {
    const { ada } = makeScene();
    completeReview(ada, 12);
    at(ada, 0.1);
    exportTo(ada, join(ada.folder, 'out.referee'), [12]);
    const exported = readAnswers(ada, 12)['summary'];
    at(ada, 0.2);
    write(ada, `${exported?.kind === 'text' ? exported.text : ''} And a word more.`);
    at(ada, 0.3);
    takeBack(ada.deps, input(12));
    expect(momentsOf(ada)).toEqual([['taken-back'], ['ready', 'exported']]);
    expect(textsOf(ada)[1]).toEqual(exported);
    at(ada, 0.4);
    markReady(ada.deps, input(12));
    expect(momentsOf(ada)).toEqual([
      ['taken-back', 'ready'],
      ['ready', 'exported'],
    ]);
  });

  it('says nothing of an export whose file could not be written', () => {
    const { ada, review } = makeScene();
    completeReview(ada, 12);
    expect(() => exportTo(ada, join(review, 'below-a-file.referee'), [12])).toThrow();
    expect(momentsOf(ada)).toEqual([['ready']]);
  });
});

describe('restoring a version', () => {
  it('keeps what stood as a version, however little differs and however fast it was', () => {
    const { ada } = makeScene();
    write(ada, 'One.');
    at(ada, 2);
    write(ada, 'One. Two.');
    const [, old] = versionsOf(ada);
    restoreAnswerVersion(ada.deps, { ...input(12), version: old?.id ?? 0 });
    expect(readAnswers(ada, 12)['summary']).toEqual(text('One.'));
    expect(textsOf(ada)).toEqual([text('One.'), text('One. Two.'), text('One.')]);
    write(ada, 'One. Again.');
    expect(textsOf(ada)).toContainEqual(text('One. Two.'));
  });

  it('is refused for a version that is not there, of another field, or that the form does not take', () => {
    const { ada } = makeScene();
    write(ada, 'One.');
    const [first] = versionsOf(ada);
    const version = first?.id ?? 0;
    const refused = expect.objectContaining({ code: 'VERSION_NOT_FOUND' }) as Error;
    expect(() => restoreAnswerVersion(ada.deps, { ...input(12), version: version + 1000 })).toThrow(refused);
    expect(() => readAnswerVersion(ada.deps, { ...input(12, 'strengths'), version })).toThrow(refused);
    expect(() => readAnswerVersion(ada.deps, { ...input(7), version })).toThrow(refused);
    expect(() => listAnswerVersions(ada.deps, input(31))).toThrow(
      expect.objectContaining({ code: 'PAPER_NOT_FOUND' }) as Error,
    );
  });
});

describe('a version of another computer that is taken over', () => {
  it('leaves what it replaced in the history', () => {
    const { ada, assignment } = makeScene();
    const laptop = makeMachine(undefined, ada.identity);
    importAll(laptop, assignment);
    write(laptop, 'Written on the laptop.', 7);
    exportTo(laptop, join(laptop.folder, 'laptop.referee'), [7], true);
    write(ada, 'Written on the tower.', 7);
    importAll(ada, join(laptop.folder, 'laptop.referee'));
    const [other] = openPaper(ada.deps, input(7)).otherVersions;
    takeVersion(ada.deps, {
      venue: SIM2SCIENCE,
      paper: 7 as PaperNumber,
      version: other?.hash as Sha256,
      take: 'theirs',
    });
    expect(textsOf(ada, 7).slice(0, 2)).toEqual([
      text('Written on the laptop.'),
      text('Written on the tower.'),
    ]);
    expect(listAnswerVersions(ada.deps, input(7, 'overall')).map(({ isCleared }) => isCleared)).toEqual([
      true,
      false,
    ]);
  });
});

describe('a long history', () => {
  it('is thinned out from its old end, and keeps what was marked ready and what stands', () => {
    const { ada } = makeScene();
    completeReview(ada, 12);
    const ready = readAnswers(ada, 12)['summary'];
    const { db } = ada.deps.stores.open(SIM2SCIENCE);
    transact(db, () => {
      for (let index = 1; index <= 900; index += 1) {
        at(ada, index * 2);
        write(ada, `${ready?.kind === 'text' ? ready.text : ''} ${index}`);
      }
    });
    const kept = textsOf(ada);
    expect(kept.length).toBeLessThanOrEqual(400);
    expect(kept.length).toBeGreaterThan(250);
    expect(kept.at(-1)).toEqual(ready);
    expect(kept[0]).toEqual(readAnswers(ada, 12)['summary']);
    expect(kept[1]).toEqual(text(`${ready?.kind === 'text' ? ready.text : ''} 899`));
    const { id } = db.prepare('SELECT review AS id FROM drafts WHERE paper = 12').get() as { id: never };
    expect(listVersions(db, id, 'summary' as FieldId).length).toBe(kept.length);
  });
});
