import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Identity } from '@main/bundle/keys';
import { completeReview, exportTo, importAll, makeMachine, makeOrganizer, type Machine } from './machine';
import { tempFolder } from './temp';

/** An organizer who has sent bundles out, and Ada, who has reviewed paper 7 and exported that. */
export interface Scene {
  readonly organizer: Machine;
  readonly ada: Machine;
  /** Ada's assignment bundle. */
  readonly assignment: string;
  /** Ada's review bundle. The organizer has not seen it. */
  readonly review: string;
}

interface Snapshot {
  readonly folder: string;
  readonly organizer: Identity;
  readonly ada: Identity;
}

let snapshot: Snapshot | undefined;

afterAll(() => {
  if (snapshot !== undefined) rmSync(snapshot.folder, { recursive: true, force: true });
  snapshot = undefined;
});

/** Both computers, each test its own: played through once in a test file and copied from then on. */
export function makeScene(): Scene {
  snapshot ??= playThrough();
  const folder = tempFolder();
  cpSync(snapshot.folder, folder, { recursive: true });
  return {
    organizer: makeMachine(join(folder, 'organizer'), snapshot.organizer),
    ada: makeMachine(join(folder, 'ada'), snapshot.ada),
    assignment: join(folder, 'organizer', 'out', 'sim2science-2026-ada-lindqvist.referee'),
    review: join(folder, 'ada', 'ada.referee'),
  };
}

function playThrough(): Snapshot {
  const { machine: organizer, bundleOf } = makeOrganizer();
  const ada = makeMachine();
  importAll(ada, bundleOf('Ada Lindqvist'));
  completeReview(ada, 7);
  exportTo(ada, join(ada.folder, 'ada.referee'), [7]);
  for (const { deps } of [organizer, ada]) deps.stores.close();
  const folder = mkdtempSync(join(tmpdir(), 'referee-scene-'));
  cpSync(organizer.folder, join(folder, 'organizer'), { recursive: true });
  cpSync(ada.folder, join(folder, 'ada'), { recursive: true });
  return { folder, organizer: organizer.identity, ada: ada.identity };
}
