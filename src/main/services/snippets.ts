import { AppError } from '@shared/contract/errors';
import { MAX_SNIPPETS, type Snippet } from '@shared/model/snippet';
import { readSnippets, writeSnippets } from '../store/snippets';

const byName = (a: Snippet, b: Snippet): number =>
  a.name.localeCompare(b.name, 'en') || (a.name < b.name ? -1 : 1);

/** My snippets, by name. @throws AppError STORE_DAMAGED */
export function listSnippets(dataFolder: string): readonly Snippet[] {
  return readSnippets(dataFolder).toSorted(byName);
}

/**
 * Keeps a snippet, in place of the one that it `replaces` or as a new one; answers all of them.
 *
 * @throws AppError SNIPPET_EXISTS, SNIPPET_NOT_FOUND, STORE_DAMAGED
 */
export function saveSnippet(
  dataFolder: string,
  snippet: Snippet,
  replaces: string | null,
): readonly Snippet[] {
  const all = readSnippets(dataFolder);
  if (replaces !== null) requireSnippet(all, replaces);
  const others = all.filter(({ name }) => name !== replaces);
  if (others.some(({ name }) => name === snippet.name)) {
    throw new AppError(
      'SNIPPET_EXISTS',
      `There is a snippet called "${snippet.name}" already. Give this one another name.`,
      null,
    );
  }
  if (others.length >= MAX_SNIPPETS) {
    throw new AppError(
      'SNIPPET_EXISTS',
      `There are ${MAX_SNIPPETS} snippets, and no more are kept. Remove one first.`,
      null,
    );
  }
  return keep(dataFolder, [...others, snippet]);
}

/** Forgets a snippet; answers the others. @throws AppError SNIPPET_NOT_FOUND, STORE_DAMAGED */
export function removeSnippet(dataFolder: string, name: string): readonly Snippet[] {
  const all = readSnippets(dataFolder);
  requireSnippet(all, name);
  return keep(
    dataFolder,
    all.filter((one) => one.name !== name),
  );
}

function keep(dataFolder: string, snippets: readonly Snippet[]): readonly Snippet[] {
  const sorted = snippets.toSorted(byName);
  writeSnippets(dataFolder, sorted);
  return sorted;
}

function requireSnippet(all: readonly Snippet[], wanted: string): void {
  if (all.some(({ name }) => name === wanted)) return;
  throw new AppError(
    'SNIPPET_NOT_FOUND',
    `There is no snippet called "${wanted}". Look at the list for its name.`,
    null,
  );
}
