import { resolve } from 'node:path';
import { writeSync } from 'node:fs';
import type { VenueId } from '@shared/model/ids';
import { compose } from '@main/compose';
import { inThisThread } from '@main/jobs/executor';
import { setClock } from '@main/set-clock';

/** What became of one answer that was typed. */
export interface Typed {
  readonly text: string;
  readonly isSaved: boolean;
  readonly code: string | null;
  /** Which connection of this run is in use afterwards, from 1; another number is another connection. */
  readonly connection: number;
}

/** Types a text after another into one field of a review, as the window does, and tells on descriptor 1 what became of each. */
export async function typeTexts(dataFolder: string, venue: VenueId, texts: readonly string[]): Promise<void> {
  const application = compose({
    dataFolder,
    isReadOnly: false,
    resourcesFolder: resolve('resources'),
    version: '0.0.0',
    runtime: 'test',
    clock: setClock('2026-05-12T09:00:00Z'),
    keychain: async () => null,
    passphrase: () => null,
    picker: null,
    pageReaderPath: '',
    executor: inThisThread,
    publish: () => undefined,
    onFailure: () => undefined,
  });
  const { stores } = application.services;
  const connections: unknown[] = [];
  for (const text of texts) {
    const answer = await application.router('review.answer', {
      venue,
      paper: 7,
      field: 'summary',
      answer: { kind: 'text', text },
    });
    const db = openConnection(() => stores.open(venue).db);
    if (db !== null && !connections.includes(db)) connections.push(db);
    const typed: Typed = {
      text,
      isSaved: answer.ok,
      code: answer.ok ? null : answer.error.code,
      connection: connections.length,
    };
    writeSync(1, `${JSON.stringify(typed)}\n`);
  }
  application.close();
}

function openConnection<T>(open: () => T): T | null {
  try {
    return open();
  } catch {
    return null;
  }
}
