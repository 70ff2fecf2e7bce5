import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { decisionContentSchema } from '@shared/model/decision';
import { fieldIdSchema, paperNumberSchema, personIdSchema, reviewIdSchema } from '@shared/model/ids';
import { metaContentSchema } from '@shared/model/meta-review';
import { answerSchema, type Answers } from '@shared/model/review';
import { instantSchema } from '@shared/model/time';
import { DATABASE_FILE, WAL_FILE } from './database';
import type { DecisionDraft } from './decisions';
import type { DraftKey, StoredDraft } from './drafts';
import { unfinishedPath } from './durable-file';
import type { MetaDraft } from './meta-reviews';

/** A draft as a damaged database still has it. `isWhole` is false when some of its answers could not be read. */
export type SalvagedDraft = Omit<StoredDraft, 'helpedBy'> & DraftKey & { readonly isWhole: boolean };

/** What a person wrote that could be read from a damaged database. */
export interface Salvage {
  readonly drafts: readonly SalvagedDraft[];
  readonly metaDrafts: readonly MetaDraft[];
  readonly decisionDrafts: readonly DecisionDraft[];
  /** Whether nothing was in the way of reading all of it. */
  readonly isReadToEnd: boolean;
}

const draftRow = z.object({
  review: reviewIdSchema,
  paper: paperNumberSchema,
  reviewer: personIdSchema,
  is_ready: z.number(),
  changed_at: instantSchema,
});
const answerRow = z.object({ field: fieldIdSchema, answer: z.string() });
const judgementRow = z.object({ paper: paperNumberSchema, json: z.string(), changed_at: instantSchema });

/** Reads what it can of a venue's damaged database, row by row, from a copy: its files stay as they are. */
export function salvage(folder: string): Salvage {
  const scratch = unfinishedPath(join(folder, 'copy'));
  mkdirSync(scratch);
  try {
    for (const name of [DATABASE_FILE, WAL_FILE]) {
      if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(scratch, name));
    }
    return read(join(scratch, DATABASE_FILE));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function read(path: string): Salvage {
  const reader = openReader(path);
  const drafts = reader.rows('SELECT * FROM drafts', draftRow).map((row) => {
    const before = reader.failures();
    const answers: Record<string, unknown> = {};
    const found = reader.rows(
      'SELECT field, answer FROM draft_answers WHERE review = ?',
      answerRow,
      row.review,
    );
    for (const { field, answer } of found) {
      const parsed = reader.parse(answer, answerSchema);
      if (parsed !== null) answers[field] = parsed;
    }
    const { review, paper, reviewer, is_ready: ready, changed_at: changedAt } = row;
    const isWhole = reader.failures() === before;
    return { review, paper, reviewer, isReady: ready === 1, changedAt, answers: answers as Answers, isWhole };
  });
  const judgements = <T>(table: string, schema: z.ZodType<T>) =>
    reader.rows(`SELECT paper, json, changed_at FROM ${table}`, judgementRow).flatMap((row) => {
      const content = reader.parse(row.json, schema);
      return content === null ? [] : [{ paper: row.paper, content, changedAt: row.changed_at }];
    });
  const metaDrafts = judgements('meta_drafts', metaContentSchema);
  const decisionDrafts = judgements('decision_drafts', decisionContentSchema);
  reader.close();
  return { drafts, metaDrafts, decisionDrafts, isReadToEnd: reader.failures() === 0 };
}

interface Reader {
  rows<T>(sql: string, schema: z.ZodType<T>, ...values: unknown[]): T[];
  parse<T>(json: string, schema: z.ZodType<T>): T | null;
  /** How often something could not be read. */
  failures(): number;
  close(): void;
}

/** Reads rows until one cannot be read, and takes only what is what it should be. */
function openReader(path: string): Reader {
  let failures = 0;
  const attempt = <T>(use: () => T): T | null => {
    try {
      return use();
    } catch (error) {
      // A table that an older database never had is nothing that was lost.
      if (!(error as Error).message.startsWith('no such table')) failures += 1;
      return null;
    }
  };
  const db = attempt(() => new Database(path, { fileMustExist: true }));
  return {
    rows(sql, schema, ...values) {
      const found: z.infer<typeof schema>[] = [];
      attempt(() => {
        for (const row of db?.prepare(sql).iterate(...values) ?? []) {
          const parsed = schema.safeParse(row);
          if (parsed.success) found.push(parsed.data);
          else failures += 1;
        }
      });
      return found;
    },
    parse: (json, schema) => attempt(() => schema.parse(JSON.parse(json))),
    failures: () => failures,
    close: () => attempt(() => db?.close()),
  };
}
