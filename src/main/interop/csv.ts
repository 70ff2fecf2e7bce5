import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** A row of a table with a header, by column name, and the line it began on. */
export interface CsvRow {
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

/** A table with a header. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
}

/**
 * Parses CSV (RFC 4180) with a header; a byte-order mark, either line end and surrounding blanks are accepted. Column
 * names are matched in lower case.
 *
 * @throws Error with a sentence that names the line
 */
export function parseCsv(text: string): CsvTable {
  const records = parse(text, {
    bom: true,
    skip_empty_lines: true,
    trim: true,
    info: true,
    relax_column_count: true,
  }) as unknown as { info: { lines: number }; record: string[] }[];
  const header = records[0];
  if (header === undefined) throw new Error('the file is empty');
  const columns = header.record.map((name) => name.toLowerCase());
  checkSeparator(columns);
  const repeated = columns.find((name, index) => name !== '' && columns.indexOf(name) !== index);
  if (repeated !== undefined) throw new Error(`two columns are called "${repeated}"`);
  const rows = records.slice(1).map(({ info, record }) => {
    const line = info.lines - lineBreaksIn(record);
    if (record.length > columns.length) {
      throw new Error(
        `line ${line} has ${record.length} cells, but the header has ${columns.length} columns`,
      );
    }
    return {
      line,
      values: Object.fromEntries(columns.map((name, index) => [name, record[index] ?? ''])),
    };
  });
  return { columns, rows };
}

/** Spreadsheets write other separators where a comma is the decimal sign, and call that CSV too. */
function checkSeparator(columns: readonly string[]): void {
  const only = columns.length === 1 ? (columns[0] ?? '') : '';
  const name = only.includes(';') ? 'semicolons' : only.includes('\t') ? 'tabs' : null;
  if (name !== null) throw new Error(`its cells are separated by ${name}: save it as CSV with commas`);
}

/** The parser counts lines up to a record's end; cells may hold line breaks of their own. */
function lineBreaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}

/** CSV as spreadsheets read it right: UTF-8 with a byte-order mark, CRLF, and no cell that would run as a formula. */
export function toCsv(
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  return stringify([[...columns], ...rows.map((row) => [...row])], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
