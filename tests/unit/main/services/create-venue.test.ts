import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '@shared/contract/errors';
import { createVenue } from '@main/services/create-venue';
import { quiet } from '@main/services/deps';
import { SIM2SCIENCE } from '../../../support/machine';
import { makePdf } from '../../../support/pdf';
import { listFiles } from '../../../support/store-state';
import { expectRefusal, makeFiles, refusal } from '../../../support/venue-scene';

describe('a venue file', () => {
  const built = readFileSync('resources/venues/sim2science-2026.json', 'utf8');

  function createWith(text: string): ReturnType<typeof makeFiles> {
    const scene = makeFiles();
    const venuePath = join(scene.machine.folder, 'venue.json');
    writeFileSync(venuePath, text);
    return { ...scene, create: () => createVenue(scene.machine.deps, { venuePath, ...scene.files }, quiet) };
  }

  it.each([
    ['not JSON', 'Sim2Science', 'venue.json is not JSON'],
    ['empty', '', 'venue.json is not JSON'],
    ['another kind of file', '{"format":"referee-venue/2"}', 'format'],
    [
      'with a member that it does not have',
      built.replace('"id": "sim2science-2026"', '"id": "sim2science-2026", "isAdmin": true'),
      'isAdmin',
    ],
    ['with a date that does not exist', built.replace('2026-05-15', '2026-05-32'), 'dates.2.date'],
    [
      'with a form whose overall rating is no rating',
      built.replace('"overallField": "overall"', '"overallField": "summary"'),
      'overallField must name a rating field',
    ],
  ])('is refused when it is %s', (_what, text, problem) => {
    expectRefusal(createWith(text), 'VENUE_FILE_INVALID', 'venue.json', problem);
  });

  it('may begin with a byte-order mark', () => {
    const scene = createWith(`\ufeff${built}`);
    scene.create();
    expect(scene.machine.deps.stores.list()).toEqual([SIM2SCIENCE]);
  });

  it('is refused when it is not there', () => {
    const { machine, files } = makeFiles();
    const create = (): unknown =>
      createVenue(machine.deps, { venuePath: '/nowhere/venue.json', ...files }, quiet);
    expect(create).toThrow(expect.objectContaining({ code: 'FILE_UNREADABLE' }));
  });
});

describe('a venue', () => {
  it('is refused when it is here already, and stays as it was', () => {
    const { machine, files, create } = makeFiles();
    create();
    const before = listFiles(machine.folder);
    expect(() => createVenue(machine.deps, { venuePath: null, ...files }, quiet)).toThrow(
      expect.objectContaining({ code: 'VENUE_EXISTS' }),
    );
    expect(listFiles(machine.folder)).toEqual(before);
  });

  it('is not half made when a person cancels', () => {
    const scene = makeFiles();
    let steps = 0;
    const checkpoint = (): void => {
      steps += 1;
      if (steps === 3) throw new AppError('CANCELLED', 'Cancelled.');
    };
    const create = (): void => {
      createVenue(scene.machine.deps, { venuePath: null, ...scene.files }, { ...quiet, checkpoint });
    };
    expect(refusal({ ...scene, create }).code).toBe('CANCELLED');
  });

  it('keeps one copy of a PDF that two papers share', () => {
    const { machine, files, create } = makeFiles();
    writeFileSync(join(files.pdfFolder, 'p12.pdf'), makePdf('Paper 7'));
    create();
    const { folder } = machine.deps.stores.open(SIM2SCIENCE);
    expect(Object.keys(listFiles(join(folder, 'blobs')))).toHaveLength(2);
  });
});
