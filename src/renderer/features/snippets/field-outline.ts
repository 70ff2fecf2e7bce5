/** A line of a list or a heading, and its words. */
const POINT = /^\s*(?:[-*+•]|\d+[.)]|#{1,6})\s+(.+?)[\s:：.]*$/u;

/**
 * The outline that a field's help asks for: each of its listed points as a line to write under. Null when the help lists
 * fewer than two.
 *
 * @example outlineOf('Say:\n- Novelty\n- Rigour') // '**Novelty**\n\n\n\n**Rigour**\n\n'
 */
export function outlineOf(help: string): string | null {
  const points = help.split('\n').flatMap((line) => POINT.exec(line)?.[1] ?? []);
  return points.length < 2 ? null : points.map((point) => `**${point}**\n\n`).join('\n\n');
}
