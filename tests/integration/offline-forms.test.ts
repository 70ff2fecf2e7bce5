import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AppError } from '@shared/contract/errors';
import type { FieldId, PaperNumber, VenueId } from '@shared/model/ids';
import type { Answer } from '@shared/model/review';
import { quiet } from '@main/services/deps';
import { openPaper, readLibrary } from '@main/services/library';
import { fillForms, writeForms } from '@main/services/paper-forms';
import { compareForm, takeFromForm } from '@main/services/read-back-form';
import { answerField, markReady } from '@main/services/save-draft';
import { startFromForm } from '@main/services/start-from-form';
import { makeMachine, type Machine } from '../support/machine';
import { makePdf } from '../support/pdf';

const HOTCRP = join('tests', 'fixtures', 'offline-forms', 'hotcrp', 'sim2science.txt');
const EASYCHAIR = join('tests', 'fixtures', 'offline-forms', 'easychair', 'review-form.txt');
const ADA = { name: 'Ada Lindqvist', email: 'ada@example.org' };

function writePdfs(machine: Machine, ...names: readonly string[]): string {
  const folder = join(machine.folder, 'pdfs');
  mkdirSync(folder, { recursive: true });
  for (const name of names) writeFileSync(join(folder, name), makePdf(name));
  return folder;
}

function start(
  machine: Machine,
  formPath: string,
  pdfs: readonly string[],
  shortName = 'Sim2Science',
): VenueId {
  return startFromForm(machine.deps, { formPath, pdfPaths: pdfs, shortName, reviewer: ADA }, quiet).venue;
}

/** A desk with the two papers of the HotCRP form. */
function startHotcrp(): { readonly machine: Machine; readonly venue: VenueId } {
  const machine = makeMachine();
  const folder = writePdfs(machine, 'sim2science-paper12.pdf', 'sim2science-paper31.pdf');
  return { machine, venue: start(machine, HOTCRP, [folder]) };
}

function say(machine: Machine, venue: VenueId, paper: number, field: string, answer: Answer): void {
  answerField(machine.deps, { venue, paper: paper as PaperNumber, field: field as FieldId, answer });
}

function both(machine: Machine, venue: VenueId): string {
  return fillForms(machine.deps, { venue, papers: [12, 31] as PaperNumber[] }).text;
}

function refusedWith(act: () => unknown): AppError {
  try {
    act();
  } catch (error) {
    return error as AppError;
  }
  throw new Error('it was not refused');
}

describe('a venue started from a form', () => {
  it('has the form, the papers with their titles and PDFs, and what the form said already as drafts', () => {
    const { machine, venue } = startHotcrp();
    const library = readLibrary(machine.deps, { venue });
    expect(library.me.roles).toEqual(['reviewer']);
    expect(library.papers.map(({ number, status }) => [number, status])).toEqual([
      [12, 'not-started'],
      [31, 'draft'],
    ]);
    expect(openPaper(machine.deps, { venue, paper: 31 as PaperNumber }).draft.answers).toEqual({
      'overall-merit': { kind: 'rating', value: 4 },
      'a-question-whose-name-is-so-long': {
        kind: 'text',
        text: 'An emulator that says where it was not trained.',
      },
    });
  });

  it('writes an untouched form back to the character', () => {
    const { machine, venue } = startHotcrp();
    const filled = both(machine, venue);
    const given = readFileSync(HOTCRP, 'utf8');
    expect(filled.replaceAll('\nNot ready\n', '\nReady\n')).toBe(given);
  });

  it('takes more papers of the same form later, and leaves the drafts alone', () => {
    const machine = makeMachine();
    const folder = writePdfs(machine, 'p12.pdf', 'p31.pdf');
    const text = readFileSync(HOTCRP, 'utf8');
    const at = text.lastIndexOf('==+== =====');
    const preamble = text.slice(0, text.indexOf('==+== ====='));
    const one = join(machine.folder, 'one.txt');
    const two = join(machine.folder, 'two.txt');
    writeFileSync(one, text.slice(0, at));
    writeFileSync(two, preamble + text.slice(at));
    const venue = start(machine, one, [join(folder, 'p12.pdf')]);
    say(machine, venue, 12, 'comments-for-authors', { kind: 'text', text: 'Mine.' });
    const again = start(machine, two, [join(folder, 'p31.pdf')]);
    start(machine, one, [join(folder, 'p12.pdf')]);
    expect(again).toBe(venue);
    expect(readLibrary(machine.deps, { venue }).papers.map(({ number }) => number)).toEqual([12, 31]);
    const { answers } = openPaper(machine.deps, { venue, paper: 12 as PaperNumber }).draft;
    expect(answers['comments-for-authors' as FieldId]).toEqual({ kind: 'text', text: 'Mine.' });
  });

  it('is refused, with nothing written, when PDFs are missing, doubtful or none, naming each', () => {
    const machine = makeMachine();
    const folder = writePdfs(machine, '12.pdf', '12-copy.pdf');
    writeFileSync(join(folder, '31.pdf'), 'not a PDF');
    const { code, detail } = refusedWith(() => start(machine, HOTCRP, [folder]));
    expect(code).toBe('FORM_INVALID');
    expect(detail?.split('\n')).toEqual(['paper 12 could be 12-copy.pdf or 12.pdf', '31.pdf is not a PDF']);
    expect(machine.deps.stores.list()).toEqual([]);
  });

  it('is refused under a name that another form has', () => {
    const { machine } = startHotcrp();
    const text = readFileSync(HOTCRP, 'utf8').replaceAll('Comments for PC', 'Secret comments');
    const other = join(machine.folder, 'other.txt');
    writeFileSync(other, text);
    const folder = join(machine.folder, 'pdfs');
    expect(refusedWith(() => start(machine, other, [folder])).code).toBe('VENUE_EXISTS');
    expect(start(machine, other, [folder], 'Sim2Science round 2')).toBe('hotcrp-sim2science-round-2');
  });

  it('comes from EasyChair too, and goes back with one step uncommented', () => {
    const machine = makeMachine();
    const folder = writePdfs(machine, 'whatever.pdf');
    const venue = start(machine, EASYCHAIR, [folder], 'MISSPEC');
    say(machine, venue, 10, 'overall-evaluation', { kind: 'rating', value: -1 });
    say(machine, venue, 10, 'review', { kind: 'text', text: '*** careful\n--- indeed' });
    const { text, notes } = fillForms(machine.deps, { venue, papers: [10 as PaperNumber] });
    expect(text).toContain('\n -1 (weak reject)\n');
    expect(text).toContain('\n *** careful\n --- indeed\n');
    expect(notes).toHaveLength(1);
  });
});

describe('a filled form read back', () => {
  it('that nobody edited differs in nothing, whatever the review holds', () => {
    const { machine, venue } = startHotcrp();
    const cited = '> “x” [p. 4](referee:annotation/a-0123456789abcdef)\n\n\\==+== y\n==+== End Review\n\n';
    say(machine, venue, 12, 'comments-for-authors', { kind: 'text', text: cited });
    say(machine, venue, 12, 'overall-merit', { kind: 'rating', value: 2 });
    say(machine, venue, 12, 'best-paper', { kind: 'choice', option: 'option-1' as FieldId });
    markReady(machine.deps, { venue, paper: 12 as PaperNumber });
    const path = join(machine.folder, 'filled.txt');
    writeForms(machine.deps, { venue, papers: [12 as PaperNumber], path });
    const { differences, papers, notes } = compareForm(machine.deps, { venue, path });
    expect([differences, papers, notes]).toEqual([[], [12], []]);
  });

  it('shows what was edited, takes what is chosen, and loses neither text', () => {
    const { machine, venue } = startHotcrp();
    say(machine, venue, 12, 'comments-for-authors', { kind: 'text', text: 'Mine.' });
    const path = join(machine.folder, 'edited.txt');
    const edited = both(machine, venue)
      .replace('\nMine.\n', '\nTheirs.\n')
      .replace('\n4. Accept\n', '\n2\n')
      .replace('(Your choice here)', '5. Strong accept');
    writeFileSync(path, edited);
    const { differences, digest } = compareForm(machine.deps, { venue, path });
    expect(differences.map(({ paper, field, mine, theirs }) => [paper, field, mine, theirs])).toEqual([
      [12, 'overall-merit', null, '5'],
      [12, 'comments-for-authors', 'Mine.', 'Theirs.'],
      [31, 'overall-merit', '4', '2'],
    ]);
    const taken = takeFromForm(machine.deps, {
      venue,
      path,
      digest,
      choices: [
        { paper: 12 as PaperNumber, field: 'comments-for-authors' as FieldId, take: 'both' },
        { paper: 12 as PaperNumber, field: 'overall-merit' as FieldId, take: 'theirs' },
      ],
    });
    expect(taken.changed).toBe(2);
    expect(openPaper(machine.deps, { venue, paper: 12 as PaperNumber }).draft.answers).toEqual({
      'overall-merit': { kind: 'rating', value: 5 },
      'comments-for-authors': { kind: 'text', text: 'Mine.\n\nTheirs.' },
    });
    const kept = openPaper(machine.deps, { venue, paper: 31 as PaperNumber }).draft.answers;
    expect(kept['overall-merit' as FieldId]).toEqual({ kind: 'rating', value: 4 });
  });

  it('names what it cannot place: another paper, a question that is not asked, a wrong score, a scratchpad', () => {
    const { machine, venue } = startHotcrp();
    const path = join(machine.folder, 'odd.txt');
    writeFileSync(
      path,
      readFileSync(HOTCRP, 'utf8')
        .replaceAll('#12', '#99')
        .replace('4. Accept\n\n==*==', 'Mumps\n\n==*==')
        .replace(/Comments for PC(?![\s\S]*Comments for PC)[^]*?\n\n/, 'Novelty\n\nGreat.\n\n'),
    );
    const { notes, differences } = compareForm(machine.deps, { venue, path });
    // Of what was not understood nothing is offered, least of all that there is no answer.
    expect(differences.map(({ field }) => field)).not.toContain('overall-merit');
    expect(notes).toHaveLength(4);
    expect(notes.join('\n')).toMatch(/Mumps[^]*paper 99[^]*Novelty[^]*scratchpad/);
  });

  it('is not taken when it changed after it was compared', () => {
    const { machine, venue } = startHotcrp();
    const path = join(machine.folder, 'edited.txt');
    writeFileSync(path, both(machine, venue).replace('4. Accept', '2'));
    const { digest } = compareForm(machine.deps, { venue, path });
    writeFileSync(path, both(machine, venue).replace('4. Accept', '1'));
    const choices = [
      { paper: 31 as PaperNumber, field: 'overall-merit' as FieldId, take: 'theirs' as const },
    ];
    expect(refusedWith(() => takeFromForm(machine.deps, { venue, path, digest, choices })).code).toBe(
      'FORM_CHANGED',
    );
  });
});
