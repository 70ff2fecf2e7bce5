/** A line of a file with its number, its text, and its characters with the line end. */
export interface FormLine {
  readonly number: number;
  readonly text: string;
  readonly raw: string;
}

/** The lines of a file. A byte-order mark belongs to no line's text. */
export function splitLines(file: string): readonly FormLine[] {
  return (file.match(/[^\n]*\n|[^\n]+$/g) ?? []).map((raw, index) => ({
    number: index + 1,
    raw,
    text: (index === 0 ? raw.replace(/^\uFEFF/, '') : raw).replace(/\r?\n$/, ''),
  }));
}

/** The characters of lines. */
export function joinLines(lines: readonly FormLine[]): string {
  return lines.map(({ raw }) => raw).join('');
}

/** Whether nothing is to be seen on a line. */
export function isBlank({ text }: FormLine): boolean {
  return text.trim() === '';
}

/** The line end that a piece of a file uses. */
export function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** A text without empty lines at its start and without spaces and lines at its end; null when nothing is left. */
export function trimText(text: string): string | null {
  const trimmed = text
    .replaceAll('\r\n', '\n')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd();
  return trimmed === '' ? null : trimmed;
}

/** Lines put on one, as a form wraps what is long. */
export function unwrap(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}
