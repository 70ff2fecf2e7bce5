import { z } from 'zod';
import { snippetNameSchema, snippetSchema, type Snippet } from '../model/snippet';
import { route } from './define';

export const snippetRoutes = {
  /** My snippets, by name. Refused: STORE_DAMAGED. */
  'snippet.list': route<readonly Snippet[]>()(z.strictObject({})),
  /**
   * Keeps a snippet: a new one, or with `replaces` in place of the one of that name. Answers all of them. Refused:
   * SNIPPET_EXISTS when another one has the name, SNIPPET_NOT_FOUND, STORE_DAMAGED.
   */
  'snippet.save': route<readonly Snippet[]>()(
    snippetSchema.extend({ replaces: snippetNameSchema.nullable() }),
  ),
  /** Forgets a snippet. Answers the others. Refused: SNIPPET_NOT_FOUND, STORE_DAMAGED. */
  'snippet.remove': route<readonly Snippet[]>()(z.strictObject({ name: snippetNameSchema })),
};
