import type { Snippet } from '@shared/model/snippet';
import { listSnippets, removeSnippet, saveSnippet } from '../services/snippets';
import type { HandlerDeps } from './deps';
import type { Handlers } from './handler';

function told(deps: HandlerDeps, snippets: readonly Snippet[]): readonly Snippet[] {
  deps.publish('snippets.changed', {});
  return snippets;
}

/** My own words for reuse. */
export const snippetHandlers: Pick<Handlers, 'snippet.list' | 'snippet.save' | 'snippet.remove'> = {
  'snippet.list': ({ dataFolder }) => listSnippets(dataFolder),
  'snippet.save': (deps, { replaces, ...snippet }) =>
    told(deps, saveSnippet(deps.dataFolder, snippet, replaces)),
  'snippet.remove': (deps, { name }) => told(deps, removeSnippet(deps.dataFolder, name)),
};
