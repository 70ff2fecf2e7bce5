import { z } from 'zod';
import { webAnnotationSchema } from '../../src/shared/anchor/web-annotation';
import { assignmentPayloadSchema, bundleHeaderSchema } from '../../src/shared/model/bundle';
import { carriedDecisionSchema } from '../../src/shared/model/decision';
import { carriedMetaReviewSchema } from '../../src/shared/model/meta-review';
import { paperSchema } from '../../src/shared/model/paper';
import { paperResponseSchema } from '../../src/shared/model/response';
import { receiptSchema } from '../../src/shared/model/receipt';
import { carriedReviewSchema } from '../../src/shared/model/review';
import { settlementSchema } from '../../src/shared/model/settlement';
import { venueSchema } from '../../src/shared/model/venue';

/** A published schema: the file's name in `resources/schema`, and its JSON. */
export interface PublishedSchema {
  readonly fileName: string;
  readonly json: Readonly<Record<string, unknown>>;
}

/** Ids of the schemas. They are names, not addresses: nothing is fetched from them. */
const BASE = 'urn:referee:schema';

const published = [
  {
    name: 'venue',
    schema: venueSchema,
    title: 'Venue file',
    description:
      'A venue as organizers write it and as data/venue.json of an assignment bundle carries it. Beyond this schema: ids of topics, dates, form fields are each used once, and overallField names a rating field.',
  },
  {
    name: 'bundle-header',
    schema: bundleHeaderSchema,
    title: 'Bundle header',
    description:
      'data/bundle.json, which every bundle has. The id follows from the rest of it and from the payload.',
  },
  {
    name: 'assignment',
    schema: assignmentPayloadSchema,
    title: 'Assignment payload',
    description:
      'data/assignment.json of an assignment bundle: for whom it is, who else is there, what is to be done.',
  },
  {
    name: 'paper',
    schema: paperSchema,
    title: 'Paper',
    description: 'data/papers/<number>/paper.json: a paper as its reader may see it. Its PDF lies beside it.',
  },
  {
    name: 'review',
    schema: carriedReviewSchema,
    title: 'Review',
    description:
      'data/reviews/<id>.json: the hashes of all revisions, oldest first, and the newest in full. A hash is the SHA-256 of the canonical JSON (RFC 8785) of a revision.',
  },
  {
    name: 'receipt',
    schema: receiptSchema,
    title: 'Receipt',
    description:
      'A receipt of reviews, without what they say. The signature (Ed25519) is over the canonical JSON (RFC 8785) of statement; the fingerprint is the SHA-256 of the public key in DER.',
  },
  {
    name: 'annotation',
    schema: webAnnotationSchema,
    title: 'Annotation',
    description:
      'data/annotations/<paper>/<id>.jsonld of a review bundle: a W3C Web Annotation. Beyond this schema: one that assesses has a mark, an audience, a tag and quads; one that retracts has none of them.',
  },
  {
    name: 'response',
    schema: paperResponseSchema,
    title: 'Response',
    description:
      'data/responses/<number>.json of a review bundle: what a reviewer says of being asked to review a paper: that they decline, have a conflict of interest or, taking that back, are willing. Whoever never said anything is willing.',
  },
  {
    name: 'meta-review',
    schema: carriedMetaReviewSchema,
    title: 'Meta-review',
    description:
      'data/meta-reviews/<id>.json of a consolidation bundle: the hashes of all revisions and the newest in full, as of reviews. standsOn holds the heads of the reviews that the chair had, ascending.',
  },
  {
    name: 'settlement',
    schema: settlementSchema,
    title: 'Settlement',
    description:
      'data/settlements/<sha256>.json of a consolidation bundle, under the SHA-256 of its canonical JSON: which version of a review stands where its versions part. Beyond this schema: keep is not among over.',
  },
  {
    name: 'decision',
    schema: carriedDecisionSchema,
    title: 'Decision',
    description:
      'data/decisions/<number>.json of a decision bundle: the hashes of all revisions and the newest in full, as of reviews.',
  },
] as const;

/** The JSON Schemas (draft 2020-12) of the bundle format, out of the schemas that the application itself parses with. */
export function jsonSchemas(): readonly PublishedSchema[] {
  return published.map(({ name, schema, title, description }) => {
    const { $schema, ...body } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input', override });
    const id = `${BASE}:${name}:1`;
    return { fileName: `${name}.schema.json`, json: { $schema, $id: id, title, description, ...body } };
  });
}

/** `base64` is no format of JSON Schema: its alphabet is said as a pattern, which every validator checks. */
function override({ jsonSchema }: { readonly jsonSchema: Record<string, unknown> }): void {
  if (jsonSchema['format'] !== 'base64') return;
  delete jsonSchema['format'];
  jsonSchema['pattern'] = '^[A-Za-z0-9+/]+={0,2}$';
}
