import { fromWebAnnotation, webAnnotationSchema } from '@shared/anchor/web-annotation';
import { paperNumberSchema } from '@shared/model/ids';
import { parseCanonical } from '../bundle/canonical-json';
import { annotationPath, ANNOTATIONS } from '../bundle/payload';
import { BundleRefusal } from '../bundle/refusals';
import type { VerifiedBundle } from '../bundle/verify-bundle';
import type { ReceivedAnnotation } from '../store/received-annotations';
import { hashOf } from './histories';

/**
 * Reads and checks the annotations of a review bundle, without any store: each is its author's own, under its paper and id.
 *
 * @throws BundleRefusal BUNDLE_INVALID
 */
export function readAnnotations(bundle: VerifiedBundle): readonly ReceivedAnnotation[] {
  const paths = [...bundle.manifest.keys()].filter((path) => path.startsWith(ANNOTATIONS));
  return paths.map((path) => {
    const web = parseCanonical(bundle.read(path), webAnnotationSchema, path);
    const paper = paperNumberSchema.parse(Number(path.split('/')[2]));
    const read = fromWebAnnotation(web, paper);
    if (
      read === null ||
      path !== annotationPath(paper, read.annotation.id) ||
      read.annotation.creator !== bundle.header.author.person
    ) {
      throw new BundleRefusal(
        'BUNDLE_INVALID',
        `${path} is not an annotation of the bundle’s author under its id`,
      );
    }
    const { id, creator, version } = read.annotation;
    return {
      id,
      paper,
      creator,
      version,
      hash: hashOf(web),
      annotation: read.isRetracted ? null : read.annotation,
    };
  });
}
