import { paperResponseSchema } from '@shared/model/response';
import { parseCanonical } from '../bundle/canonical-json';
import { responsePath, RESPONSES } from '../bundle/payload';
import { BundleRefusal } from '../bundle/refusals';
import type { VerifiedBundle } from '../bundle/verify-bundle';
import type { ReceivedResponse } from '../store/received-responses';
import { hashOf } from './histories';

/**
 * Reads and checks what a review bundle says of being asked, without any store, by paper: each is its author's own word,
 * under its paper's number.
 *
 * @throws BundleRefusal BUNDLE_INVALID
 */
export function readResponses(bundle: VerifiedBundle): readonly ReceivedResponse[] {
  const paths = [...bundle.manifest.keys()].filter((path) => path.startsWith(RESPONSES));
  const words = paths.map((path) => {
    const response = parseCanonical(bundle.read(path), paperResponseSchema, path);
    if (path !== responsePath(response.paper) || response.reviewer !== bundle.header.author.person) {
      throw new BundleRefusal('BUNDLE_INVALID', `${path} is another person’s word, or on another paper`);
    }
    return { response, hash: hashOf(response) };
  });
  return words.toSorted((a, b) => a.response.paper - b.response.paper);
}
