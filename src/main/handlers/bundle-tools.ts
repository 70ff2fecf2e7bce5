import type { FileToken } from '@shared/model/ids';
import type { BundleSource } from '../services/open-readable';
import type { HandlerDeps } from './deps';
import type { Handlers } from './handler';

/** Bundles read, compared and turned into other forms. */
export const bundleToolHandlers: Pick<
  Handlers,
  'bundle.read' | 'bundle.diff' | 'bundle.extract' | 'bundle.convert' | 'bundle.recode'
> = {
  'bundle.read': (deps, input) =>
    deps.jobs.start(
      'read-bundle',
      { ...sourceOf(deps, input), venuePath: pathOf(deps, input.venueFile, 'read') },
      (reading) => reading,
    ),
  'bundle.diff': (deps, { before, after, keyFile, venueFile }) =>
    deps.jobs.start(
      'diff-bundles',
      {
        beforePath: deps.tokens.pathOf(before, 'read'),
        afterPath: deps.tokens.pathOf(after, 'read'),
        keyPath: pathOf(deps, keyFile, 'read'),
        venuePath: pathOf(deps, venueFile, 'read'),
      },
      (difference) => difference,
    ),
  'bundle.extract': (deps, { folder, hasTags, ...source }) =>
    deps.jobs.start(
      'extract-bundle',
      { ...sourceOf(deps, source), folder: deps.tokens.pathOf(folder, 'folder'), hasTags },
      (report) => report,
    ),
  'bundle.convert': (deps, { format, out, venueFile, ...source }) =>
    deps.jobs.start(
      'convert-bundle',
      {
        ...sourceOf(deps, source),
        venuePath: pathOf(deps, venueFile, 'read'),
        format,
        outPath: pathOf(deps, out, 'write'),
      },
      (report) => report,
    ),
  'bundle.recode': (deps, { recipients, out, ...source }) =>
    deps.jobs.start(
      'recode-bundle',
      { ...sourceOf(deps, source), recipients, outPath: deps.tokens.pathOf(out, 'write') },
      (report) => report,
    ),
};

function sourceOf(
  deps: HandlerDeps,
  { file, keyFile }: { readonly file: FileToken; readonly keyFile: FileToken | null },
): BundleSource {
  return { path: deps.tokens.pathOf(file, 'read'), keyPath: pathOf(deps, keyFile, 'read') };
}

function pathOf(deps: HandlerDeps, file: FileToken | null, use: 'read' | 'write'): string | null {
  return file === null ? null : deps.tokens.pathOf(file, use);
}
