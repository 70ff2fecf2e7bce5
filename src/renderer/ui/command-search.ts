import type { Command } from './commands';

/**
 * How well a text answers a query: 0 when it does not, else more for a match at the start of the text, at the start of
 * a word, in one piece. Letters of the query must appear in order; case does not count.
 *
 * @example scoreText('Find in paper', 'fip') > 0
 */
export function scoreText(text: string, query: string): number {
  const haystack = text.toLowerCase();
  const needle = query.toLowerCase().trim();
  if (needle === '') return 1;
  const at = haystack.indexOf(needle);
  if (at === 0) return 100;
  if (at > 0) return /\s/.test(haystack[at - 1] ?? '') ? 80 : 50;
  let score = 0;
  let from = 0;
  for (const letter of needle.replace(/\s+/g, '')) {
    const found = haystack.indexOf(letter, from);
    if (found === -1) return 0;
    score += found === 0 || haystack[found - 1] === ' ' ? 3 : found === from ? 2 : 0;
    from = found + 1;
  }
  // Letters scattered without any of them beginning a word are chance, not an answer.
  return score >= needle.length ? score : 0;
}

/** The commands that answer a query, best first. With an empty query: the recent ones, then all others as they come. */
export function searchCommands(
  commands: readonly Command[],
  query: string,
  recentIds: readonly string[] = [],
): readonly Command[] {
  const recency = (id: string): number => {
    const place = recentIds.indexOf(id);
    return place === -1 ? 0 : recentIds.length - place;
  };
  return commands
    .map((command, index) => {
      const best = Math.max(
        scoreText(command.title, query),
        0.8 * scoreText(`${command.section} ${command.title}`, query),
        ...(command.keywords ?? []).map((word) => 0.7 * scoreText(word, query)),
      );
      return { command, index, score: best === 0 ? 0 : best + recency(command.id) };
    })
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.index - b.index)
    .map(({ command }) => command);
}

/** The commands in force: of several with one id, the latest. */
export function inForce(commands: readonly Command[]): readonly Command[] {
  return [...new Map(commands.map((command) => [command.id, command])).values()];
}
