import type { BundleReading } from '@shared/contract/bundle-contents';
import { readContents } from './bundle-contents';
import type { JobControl, ServiceDeps } from './deps';
import { gatherGlossary } from './glossary';
import { previewBundle } from './inspect-bundle';
import { withReadableBundle, type BundleSource } from './open-readable';
import { outlineBundle } from './outline-bundle';

/** A bundle to read, and a file that lends it words: a venue file or an assignment bundle of its venue. */
export interface ReadInput extends BundleSource {
  readonly venuePath: string | null;
}

/**
 * Verifies a bundle and tells what it is, how it stands here, and all that it says. Stores nothing.
 *
 * Refused: any of the BUNDLE_ codes of verification, FILE_UNREADABLE, VENUE_FILE_INVALID.
 */
export function readBundle(deps: ServiceDeps, input: ReadInput, job: JobControl): BundleReading {
  const read = withReadableBundle(
    deps,
    input,
    (bundle) => ({ preview: previewBundle(deps, bundle), contents: readContents(bundle) }),
    job,
  );
  return {
    ...read,
    outline: outlineBundle(read.contents, gatherGlossary(deps, read.contents, input, job)),
  };
}
