import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SearchedPapers } from '@shared/contract/search';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { AppError } from '@shared/contract/errors';
import { quiet } from '@main/services/deps';
import { createVenue } from '@main/services/create-venue';
import { indexPapers } from '@main/services/index-papers';
import { openSample } from '@main/services/sample';
import { readSearchScope, searchPapers } from '@main/services/search-papers';
import { blobPath } from '@main/store/blobs';
import { closeSearchIndexes, SEARCH_FILE, withSearchIndex } from '@main/store/search-database';
import { beginSource } from '@main/store/search-index';
import { getPaper } from '@main/store/papers';
import { makeApplication } from '../support/application';
import { importAll, makeMachine, makeOrganizer, SIM2SCIENCE, type Machine } from '../support/machine';
import { makePdf } from '../support/pdf';
import { writeVenueFiles } from '../support/venue-files';

const readerPath = resolve('src/main/text/page-reader-thread.ts');
const venue = SIM2SCIENCE;
const SAMPLE_VENUE = 'sim2science-2026-sample' as VenueId;

/** A computer whose search index is closed when the test ends. */
function closing(machine: Machine): Machine {
  onTestFinished(() => {
    closeSearchIndexes();
  });
  return machine;
}

const index = (machine: Machine, of = venue, control = quiet) =>
  indexPapers(machine.deps, { venue: of, readerPath }, control);

/** What is found, as `paper:page`. */
function find(machine: Machine, query: string, papers: SearchedPapers = 'all', of = venue): string[] {
  const answer = searchPapers(machine.deps, { venue: of, papers, query, limit: 50 });
  return answer.papers.flatMap(({ paper, hits }) => hits.map(({ page }) => `${paper}:${page ?? 'about'}`));
}

/** An organizer of papers 7, 12 and 31 with these PDFs. */
function makeVenue(pdfs: Readonly<Record<number, Buffer | string>>): Machine {
  const machine = closing(makeMachine());
  const files = writeVenueFiles(machine.folder);
  for (const [number, pdf] of Object.entries(pdfs))
    writeFileSync(join(files.pdfFolder, `p${number}.pdf`), pdf);
  createVenue(machine.deps, { venuePath: null, ...files }, quiet);
  return machine;
}

const folderOf = (machine: Machine): string => machine.deps.stores.open(venue).folder;
const pdfOf = (machine: Machine, number: number) => {
  const paper = getPaper(machine.deps.stores.open(venue).db, number as PaperNumber);
  if (paper === undefined) throw new Error(`no paper ${number}`);
  return paper.pdf.sha256;
};

describe('searching all papers', () => {
  it('finds words of the sample’s papers on the pages where they are printed', async () => {
    const machine = closing(makeMachine());
    openSample(machine.deps, {}, quiet);
    const { read, scope } = await index(machine, SAMPLE_VENUE);
    expect({ read, scope }).toEqual({
      read: 4,
      scope: { total: 4, indexed: 4, withoutText: [], unreadable: [] },
    });
    expect(find(machine, '"tempering widens"', 'mine', SAMPLE_VENUE)).toContain('7:1');
    const answer = searchPapers(machine.deps, {
      venue: SAMPLE_VENUE,
      papers: 'mine',
      query: 'posterior',
      limit: 50,
    });
    expect(answer.papers.length).toBeGreaterThan(0);
    for (const { text, marks } of answer.papers.flatMap(({ hits }) => hits)) {
      expect(marks.length).toBeGreaterThan(0);
      for (const [from, to] of marks) expect(text.slice(from, to).toLowerCase()).toContain('posterior');
    }
    const cut = searchPapers(machine.deps, {
      venue: SAMPLE_VENUE,
      papers: 'mine',
      query: 'posterior',
      limit: 2,
    });
    expect(cut.isCut).toBe(true);
    expect(cut.papers.flatMap(({ hits }) => hits)).toHaveLength(2);
  });

  it('notes what cannot be read and why, searches the rest, and tries none of it again', async () => {
    const machine = makeVenue({
      7: makePdf('about decay rates'),
      12: makePdf('cut').subarray(0, 60),
      31: makePdf(''),
    });
    const report = await index(machine);
    expect(report).toEqual({
      read: 2,
      scope: { total: 3, indexed: 1, withoutText: [31], unreadable: [{ paper: 12, why: 'broken' }] },
    });
    expect(find(machine, 'decay')).toEqual(['7:1']);
    expect(find(machine, 'abstract 12')).toEqual(['12:about']);
    expect((await index(machine)).read).toBe(0);
  });

  it('goes on where it was stopped', async () => {
    const machine = makeVenue({
      7: makePdf('first words'),
      12: makePdf('second words'),
      31: makePdf('third words'),
    });
    const countIndexed = (): number => readSearchScope(machine.deps, { venue, papers: 'all' }).indexed;
    const stopping = {
      progress: () => undefined,
      checkpoint: () => {
        if (countIndexed() === 1) throw new AppError('CANCELLED', 'Cancelled.');
      },
    };
    await expect(index(machine, venue, stopping)).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(countIndexed()).toBe(1);
    expect((await index(machine)).read).toBe(2);
    expect(find(machine, 'words').toSorted()).toEqual(['12:1', '31:1', '7:1']);
  });

  it('gives a PDF up in which the application ended twice', async () => {
    const machine = makeVenue({});
    for (let attempt = 0; attempt < 2; attempt += 1)
      withSearchIndex(folderOf(machine), (db) => beginSource(db, pdfOf(machine, 12)));
    const { read, scope } = await index(machine);
    expect(read).toBe(2);
    expect(scope.unreadable).toEqual([{ paper: 12, why: 'broken' }]);
  });

  it('makes a lost index anew, and leaves the store beside it alone', async () => {
    const machine = makeVenue({ 7: makePdf('about decay rates') });
    await index(machine);
    const folder = folderOf(machine);
    rmSync(join(folder, SEARCH_FILE));
    expect(find(machine, 'decay')).toEqual([]);
    await index(machine);
    expect(find(machine, 'decay')).toEqual(['7:1']);
  });

  it('keeps no text of bytes that are not the paper’s', async () => {
    const machine = makeVenue({ 7: makePdf('about decay rates') });
    const path = blobPath(folderOf(machine), pdfOf(machine, 7));
    const whole = readFileSync(path);
    writeFileSync(path, makePdf('about other things'));
    expect((await index(machine)).scope.indexed).toBe(2);
    expect(find(machine, 'other')).toEqual([]);
    writeFileSync(path, whole);
    await index(machine);
    expect(find(machine, 'decay')).toEqual(['7:1']);
  });

  it('shows a reviewer their own papers only, and refuses them all', async () => {
    const { bundleOf } = makeOrganizer();
    const ada = closing(makeMachine());
    importAll(ada, bundleOf('Ada Lindqvist'));
    await index(ada);
    expect(find(ada, 'paper', 'mine').map((hit) => hit.split(':')[0])).toEqual(
      expect.arrayContaining(['7', '12']),
    );
    expect(() => find(ada, 'paper', 'all')).toThrow(/Only chairs and organizers/);
  });
});

describe('the application', () => {
  it('indexes by a job and answers by routes, and leaves nothing open', async () => {
    const { application, folder } = makeApplication();
    const value = async (route: Parameters<typeof application.router>[0], input: unknown) => {
      const result = await application.router(route, input);
      if (!result.ok) throw new Error(result.error.message);
      return result.value as never;
    };
    expect(await application.jobs.whenEnded(await value('sample.open', {}))).toMatchObject({
      status: 'done',
    });
    const job = await value('search.index', { venue: SAMPLE_VENUE });
    expect(await application.jobs.whenEnded(job)).toMatchObject({ status: 'done', result: { read: 4 } });
    const answer = await value('search.papers', {
      venue: SAMPLE_VENUE,
      papers: 'mine',
      query: 'tempering',
      limit: 9,
    });
    expect(answer).toMatchObject({ papers: [{ paper: 7 }], isCut: false, plainWords: 'tempering' });
    application.close();
    expect(existsSync(join(folder, 'venues', SAMPLE_VENUE, `${SEARCH_FILE}-wal`))).toBe(false);
  });
});
