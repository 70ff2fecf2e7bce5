import { writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { AppError, type ErrorCode } from '@shared/contract/errors';
import { createVenue } from '@main/services/create-venue';
import { quiet } from '@main/services/deps';
import { makeMachine, type Machine } from './machine';
import { listFiles } from './store-state';
import { writeVenueFiles, type VenueFiles } from './venue-files';

/** Tables to put in the place of good ones. */
export interface Tables {
  readonly papers?: string | Buffer;
  readonly assignments?: string | Buffer;
}

/** An organizer's files with some of them replaced. */
export function makeFiles(tables: Tables = {}): { machine: Machine; files: VenueFiles; create(): void } {
  const machine = makeMachine();
  const files = writeVenueFiles(machine.folder);
  if (tables.papers !== undefined) writeFileSync(files.papersPath, tables.papers);
  if (tables.assignments !== undefined) writeFileSync(files.assignmentsPath, tables.assignments);
  return {
    machine,
    files,
    create: () => {
      createVenue(machine.deps, { venuePath: null, ...files }, quiet);
    },
  };
}

/** How a venue is refused; nothing may be left of it. */
export function refusal({ machine, create }: ReturnType<typeof makeFiles>): AppError {
  const before = listFiles(machine.folder);
  try {
    create();
  } catch (error) {
    expect(listFiles(machine.folder)).toEqual(before);
    expect(machine.deps.stores.list()).toEqual([]);
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('the venue was made');
}

/** Refused with a code, naming the file and the problem. */
export function expectRefusal(
  scene: ReturnType<typeof makeFiles>,
  code: ErrorCode,
  file: string,
  problem: string,
): void {
  const error = refusal(scene);
  expect({ code: error.code, message: error.message }).toMatchObject({
    code,
    message: expect.stringContaining(file) as string,
  });
  expect(`${error.message}\n${error.detail}`).toContain(problem);
}
