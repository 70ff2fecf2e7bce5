import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AnnotationContent } from '@shared/model/annotation';
import type { AnnotationId, PaperNumber } from '@shared/model/ids';
import { fromWebAnnotation, toWebAnnotation, webAnnotationSchema } from '@shared/anchor/web-annotation';
import { generateIdentity } from '@main/bundle/keys';
import {
  annotate,
  describeMyAnnotations,
  listMyAnnotations,
  removeAnnotation,
} from '@main/services/annotate';
import { readConsolidatedPaper } from '@main/services/consolidation';
import { openPaper } from '@main/services/library';
import { editJson, resign, takeApart, pack } from '../support/craft-bundle';
import {
  completeReview,
  exportTo,
  importAll,
  makeMachine,
  makeOrganizer,
  SIM2SCIENCE,
  type Machine,
} from '../support/machine';
import { expectRefused } from '../support/refusal';

const venue = SIM2SCIENCE;
const paper = 7 as PaperNumber;
const idOf = (digit: string): AnnotationId => `a-${digit.repeat(16)}` as AnnotationId;

function contentOn(machine: Machine, changes: Partial<AnnotationContent> = {}): AnnotationContent {
  return {
    kind: 'highlight',
    meaning: 'weakness',
    comment: 'Is $\\sigma$ known?',
    visibility: 'chairs',
    pdf: openPaper(machine.deps, { venue, paper }).paper.pdf.sha256,
    pages: [
      { page: 1, quads: [[72, 700.25, 300, 700.25, 72, 688, 300, 688]] },
      { page: 2, quads: [[72, 740, 200.5, 740, 72, 728, 200.5, 728]] },
    ],
    pageLabel: '1',
    quote: { exact: 'the noise is known', prefix: 'we assume that ', suffix: ' and constant' },
    ...changes,
  };
}

const mark = (machine: Machine, digit: string, changes: Partial<AnnotationContent> = {}): void => {
  annotate(machine.deps, { venue, paper, id: idOf(digit), content: contentOn(machine, changes) });
};
const marksOf = (machine: Machine) => listMyAnnotations(machine.deps, { venue, paper });
const seenBy = (machine: Machine) =>
  readConsolidatedPaper(machine.deps, { venue, paper }).annotations.map(({ annotation }) => annotation);

/** Ada, with a complete review of paper 7 on two computers of one key, and the organizer. */
function makeScene(): {
  organizer: Machine;
  laptop: Machine;
  desktop: Machine;
  send(machine: Machine, name: string): string;
} {
  const { machine: organizer, bundleOf } = makeOrganizer();
  const key = generateIdentity();
  const [laptop, desktop] = [makeMachine(undefined, key), makeMachine(undefined, key)];
  for (const machine of [laptop, desktop]) importAll(machine, bundleOf('Ada Lindqvist'));
  completeReview(laptop, 7);
  return {
    organizer,
    laptop,
    desktop,
    send: (machine, name) => exportTo(machine, join(machine.folder, `${name}.referee`), [7]).path,
  };
}

describe('an annotation', () => {
  it('is kept with its place and quote, changed whole, removed, and brought back by its id', () => {
    const { laptop } = makeScene();
    mark(laptop, '1');
    mark(laptop, '2', { pages: [{ page: 1, quads: [[72, 710, 300, 710, 72, 700, 300, 700]] }] });
    expect(marksOf(laptop).map(({ id }) => id)).toEqual([idOf('2'), idOf('1')]);
    mark(laptop, '1', { comment: 'Changed.' });
    expect(marksOf(laptop)[1]).toMatchObject({ version: 2, content: { comment: 'Changed.' } });
    removeAnnotation(laptop.deps, { venue, paper, id: idOf('1') });
    expect(marksOf(laptop)).toHaveLength(1);
    mark(laptop, '1');
    expect(marksOf(laptop)[1]).toMatchObject({ version: 4, content: { comment: 'Is $\\sigma$ known?' } });
  });

  it('is refused on another PDF than the paper’s', () => {
    const { laptop } = makeScene();
    expect(() => mark(laptop, '1', { pdf: 'a'.repeat(64) as AnnotationContent['pdf'] })).toThrow(
      'another PDF',
    );
  });

  it('travels as a W3C annotation that says the same', () => {
    const { laptop } = makeScene();
    mark(laptop, '1');
    const [annotation] = marksOf(laptop);
    if (annotation === undefined) throw new Error('no annotation');
    const web = webAnnotationSchema.parse(JSON.parse(JSON.stringify(toWebAnnotation(annotation))));
    expect(fromWebAnnotation(web, paper)).toEqual({ isRetracted: false, annotation });
    expect(JSON.stringify(toWebAnnotation(annotation, true))).not.toContain('noise');
  });
});

describe('annotations in a review bundle', () => {
  it('reach the chairs if they are for them, and nobody else', () => {
    const { organizer, laptop, send } = makeScene();
    mark(laptop, '1');
    mark(laptop, '2', { visibility: 'mine', comment: 'Private thought.' });
    const path = send(laptop, 'one');
    importAll(organizer, path);
    expect(seenBy(organizer)).toEqual(marksOf(laptop).filter(({ content }) => content.visibility !== 'mine'));
    expect(Buffer.concat([...takeApart(path).files.values()]).toString()).not.toContain('Private thought');
  });

  it('are taken back when they are removed or made private, also by bundles that come in the wrong order', () => {
    const { organizer, laptop, send } = makeScene();
    mark(laptop, '1');
    mark(laptop, '2');
    const one = send(laptop, 'one');
    removeAnnotation(laptop.deps, { venue, paper, id: idOf('1') });
    mark(laptop, '2', { visibility: 'mine' });
    expect(openPaper(laptop.deps, { venue, paper }).draft.status).toBe('changed');
    const two = send(laptop, 'two');
    importAll(organizer, two);
    importAll(organizer, one);
    expect(seenBy(organizer)).toEqual([]);
    expect(openPaper(laptop.deps, { venue, paper }).draft.status).toBe('exported');
  });

  it('go with their writer to another computer, where what was taken back stays private', () => {
    const { laptop, desktop, send } = makeScene();
    mark(laptop, '1');
    mark(laptop, '2');
    importAll(desktop, send(laptop, 'one'));
    expect(marksOf(desktop)).toEqual(marksOf(laptop));
    mark(laptop, '2', { visibility: 'mine' });
    expect(importAll(desktop, send(laptop, 'two')).rows).toMatchObject([{ outcome: 'updated' }]);
    expect(marksOf(desktop).find(({ id }) => id === idOf('2'))?.content.visibility).toBe('mine');
  });

  it.each([
    ['another person’s', { creator: 'urn:referee:person:p-0000000000000000' }],
    ['one that says half', { body: [] }],
    ['one under another id', { id: `urn:referee:annotation:${idOf('9')}` }],
  ])('are refused when they are not the author’s own: %s', (_what, change) => {
    const { organizer, laptop, send } = makeScene();
    mark(laptop, '1');
    const parts = takeApart(send(laptop, 'one'));
    const name = [...parts.files.keys()].find((path) => path.startsWith('data/annotations/')) ?? '';
    editJson(parts, name, (web) => ({ ...web, ...change }));
    resign(parts, laptop.identity);
    expectRefused(organizer, pack(join(laptop.folder, 'crafted.referee'), parts), 'BUNDLE_INVALID', name);
  });
});

it('tells a person’s own notes as Markdown, from the first page on, those that nobody else reads too', () => {
  const { laptop } = makeScene();
  const quads = [[72, 300, 200, 300, 72, 288, 200, 288]];
  mark(laptop, '1', { pages: [{ page: 2, quads }], pageLabel: null, visibility: 'mine', comment: '' });
  mark(laptop, '2');
  const { markdown, noteCount } = describeMyAnnotations(laptop.deps, { venue, paper });
  expect(noteCount).toBe(2);
  expect(markdown.split('\n\n').slice(1)).toEqual([
    '## pp. 1–2: Weakness',
    '> the noise is known',
    'Is $\\sigma$ known?',
    '## p. 2: Weakness',
    '> the noise is known\n',
  ]);
});
