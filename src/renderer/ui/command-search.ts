import type { Command } from './commands';

// Whether the letters can be read off the beginnings of the words, in order: "fip" off "find in paper".
function areBeginnings(letters: string, words: readonly string[]): boolean {
  if (letters === '') return true;
  return words.some((word, index) => {
    for (let taken = Math.min(letters.length, word.length); taken > 0; taken -= 1) {
      const begins = word.startsWith(letters.slice(0, taken));
      if (begins && areBeginnings(letters.slice(taken), words.slice(index + 1))) return true;
    }
    return false;
  });
}

/**
 * How well a text answers a query, case aside: 100 when it begins with it, 80 when one of its words does, 50 when it
 * holds it anywhere, 20 when the letters are beginnings of its words in order, else 0. An empty query: 1.
 *
 * @example scoreText('Find in paper', 'fip') === 20
 */
export function scoreText(text: string, query: string): number {
  const haystack = text.toLowerCase();
  const needle = query.toLowerCase().trim();
  if (needle === '') return 1;
  if (haystack.startsWith(needle)) return 100;
  const words = haystack.split(/[^\p{L}\p{N}]+/u);
  if (words.some((_, index) => words.slice(index).join(' ').startsWith(needle))) return 80;
  if (haystack.includes(needle)) return 50;
  return areBeginnings(needle.replace(/\s+/g, ''), words) ? 20 : 0;
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
