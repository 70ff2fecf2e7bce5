import { paperNumberSchema } from '@shared/model/ids';
import { parseCsv, type CsvRow } from './csv';

/** What a table says, and everything in it that was not understood, a sentence each with its line. */
export interface TableReading<Entry> {
  readonly entries: readonly Entry[];
  readonly problems: readonly string[];
}

/** Reads a table with a header row by row. `toEntry` answers null for a row that it said a problem of. */
export function readTable<Entry>(
  text: string,
  required: readonly string[],
  toEntry: (row: CsvRow, problem: (what: string) => null) => Entry | null,
): TableReading<Entry> {
  let table;
  try {
    table = parseCsv(text);
  } catch (error) {
    return { entries: [], problems: [(error as Error).message] };
  }
  const missing = required.filter((name) => !table.columns.includes(name));
  if (missing.length > 0) {
    return {
      entries: [],
      problems: [`the column ${missing.map((name) => `"${name}"`).join(' and ')} is missing`],
    };
  }
  const problems: string[] = [];
  const entries = table.rows.flatMap((row) => {
    const entry = toEntry(row, (what) => {
      problems.push(`line ${row.line}: ${what}`);
      return null;
    });
    return entry === null ? [] : [entry];
  });
  return { entries, problems };
}

/** A cell's text; empty where the column is not there. */
export function cell(row: CsvRow, name: string): string {
  return row.values[name] ?? '';
}

/** The items of a cell, separated by `;`. */
export function list(row: CsvRow, name: string): string[] {
  return cell(row, name)
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** A paper's number. Digits only: `Number` would also take `0x7`, `1e1` and nothing at all. */
export function toPaperNumber(text: string): ReturnType<typeof paperNumberSchema.safeParse> {
  return paperNumberSchema.safeParse(/^[0-9]+$/.test(text) ? Number(text) : Number.NaN);
}
