import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { toWebAnnotation, webAnnotationSchema } from '@shared/anchor/web-annotation';
import type { AnnotationId, PaperNumber, PersonId, Sha256 } from '@shared/model/ids';
import type { Instant } from '@shared/model/time';
import { assignmentPayloadSchema, bundleHeaderSchema } from '@shared/model/bundle';
import { carriedDecisionSchema } from '@shared/model/decision';
import { carriedMetaReviewSchema } from '@shared/model/meta-review';
import { paperSchema } from '@shared/model/paper';
import { paperResponseSchema } from '@shared/model/response';
import { carriedReviewSchema } from '@shared/model/review';
import { settlementSchema } from '@shared/model/settlement';
import { venueSchema } from '@shared/model/venue';
import { jsonSchemas } from '../../scripts/schemas/json-schemas';
import { fileOf, takeApart } from '../support/craft-bundle';
import { makeJudgements } from '../support/judgements';
import { makeScene } from '../support/scene';

const FOLDER = 'resources/schema';
const models: Readonly<Record<string, z.ZodType>> = {
  venue: venueSchema,
  'bundle-header': bundleHeaderSchema,
  assignment: assignmentPayloadSchema,
  paper: paperSchema,
  review: carriedReviewSchema,
  annotation: webAnnotationSchema,
  response: paperResponseSchema,
  'meta-review': carriedMetaReviewSchema,
  settlement: settlementSchema,
  decision: carriedDecisionSchema,
};
const names = Object.keys(models);

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** A validator that takes nothing on trust: unknown keywords and formats are errors. */
function validatorOf(name: string): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(readJson(join(FOLDER, `${name}.schema.json`)) as object);
}

/** A real document of each kind, out of real bundles. */
function samples(): Readonly<Record<string, unknown>> {
  const { assignment, review } = makeScene();
  const { consolidation, decision } = makeJudgements();
  const parts = takeApart(assignment);
  const reviews = takeApart(review);
  const reviewPath = [...reviews.files.keys()].find((path) => path.startsWith('data/reviews/')) as string;
  const parse = (bytes: Buffer): unknown => JSON.parse(bytes.toString());
  return {
    venue: parse(fileOf(parts, 'data/venue.json')),
    'bundle-header': parse(fileOf(parts, 'data/bundle.json')),
    assignment: parse(fileOf(parts, 'data/assignment.json')),
    paper: parse(fileOf(parts, 'data/papers/7/paper.json')),
    review: parse(fileOf(reviews, reviewPath)),
    annotation: annotationSample,
    response: parse(firstBelow('tests/fixtures/bundles/v1/review-refusing.referee', 'data/responses/')),
    'meta-review': parse(firstBelow(consolidation, 'data/meta-reviews/')),
    settlement: parse(firstBelow(consolidation, 'data/settlements/')),
    decision: parse(firstBelow(decision, 'data/decisions/')),
  };
}

function firstBelow(bundle: string, folder: string): Buffer {
  const parts = takeApart(bundle);
  return fileOf(parts, [...parts.files.keys()].find((path) => path.startsWith(folder)) ?? folder);
}

/** As a bundle carries it. */
const annotationSample: unknown = JSON.parse(
  JSON.stringify(
    toWebAnnotation({
      id: 'a-0123456789abcdef' as AnnotationId,
      paper: 7 as PaperNumber,
      creator: 'p-0123456789abcdef' as PersonId,
      version: 2,
      createdAt: '2026-05-10T09:00:00.000Z' as Instant,
      modifiedAt: '2026-05-10T09:05:00.000Z' as Instant,
      content: {
        kind: 'highlight',
        meaning: 'error',
        comment: 'Is this so?',
        visibility: 'chairs',
        pdf: 'a'.repeat(64) as Sha256,
        pages: [{ page: 1, quads: [[72, 700, 300, 700, 72, 688, 300, 688]] }],
        pageLabel: 'i',
        quote: { exact: 'known', prefix: 'is ', suffix: ' here' },
      },
    }),
  ),
);

const JUNK: readonly unknown[] = [null, -1, 1.5, '', 'X', 'x'.repeat(100_001), [], {}, [null], true];

/** Every document that differs from a good one in one place: a member changed to junk, left out, or one added. */
function* spoiled(value: unknown, path = ''): Generator<readonly [string, unknown]> {
  for (const junk of JUNK) yield [`${path || '/'} = ${JSON.stringify(junk).slice(0, 20)}`, junk];
  if (Array.isArray(value)) {
    // One item stands for its kind: the first few differ from each other, as fields of a form do.
    for (const [index, item] of value.slice(0, 14).entries()) {
      for (const [what, other] of spoiled(item, `${path}/${index}`)) yield [what, value.with(index, other)];
    }
  } else if (typeof value === 'object' && value !== null) {
    yield [`${path}/ more`, { ...value, more: 1 }];
    for (const [key, member] of Object.entries(value)) {
      const { [key]: _left, ...rest } = value as Record<string, unknown>;
      yield [`${path}/${key} left out`, rest];
      for (const [what, other] of spoiled(member, `${path}/${key}`)) yield [what, { ...value, [key]: other }];
    }
  }
}

/** What JSON Schema cannot say: two things that must differ, one that must be there. The files say so in words. */
const BEYOND =
  /two (?:topics|dates|fields|kinds of decision) have the same id|overallField must name|cannot stand over itself/;

describe('the published schemas', () => {
  it('are those that the application parses with now: npm run schemas writes them', () => {
    const published = Object.fromEntries(jsonSchemas().map(({ fileName, json }) => [fileName, json]));
    expect(readdirSync(FOLDER).toSorted()).toEqual(Object.keys(published).toSorted());
    for (const [fileName, json] of Object.entries(published))
      expect(readJson(join(FOLDER, fileName))).toEqual(json);
  });

  it('have a name, a title and a description each, and fetch nothing', () => {
    const schemas = names.map(
      (name) => readJson(join(FOLDER, `${name}.schema.json`)) as Record<string, string>,
    );
    expect(new Set(schemas.map(({ $id }) => $id)).size).toBe(names.length);
    for (const schema of schemas) {
      expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
      expect([schema['title'], schema['description']].every((text) => (text ?? '').length > 4)).toBe(true);
      expect(JSON.stringify(schema)).not.toMatch(/"\$ref":"(?!#)/);
    }
  });

  it.each(names)('take a real document: %s', (name) => {
    const validate = validatorOf(name);
    expect([validate(samples()[name]), validate.errors]).toEqual([true, null]);
  });

  it.each(names)(
    'agree with the application on documents with one fault: %s',
    { timeout: 30_000 },
    (name) => {
      const validate = validatorOf(name);
      const model = models[name] as z.ZodType;
      const disagreements: string[] = [];
      let refused = 0;
      for (const [what, document] of spoiled(samples()[name])) {
        const parsed = model.safeParse(document);
        const isBeyond = parsed.error?.issues.every(({ message }) => BEYOND.test(message)) ?? false;
        if (!parsed.success && !isBeyond) refused += 1;
        if (validate(document) !== (parsed.success || isBeyond)) disagreements.push(what);
      }
      expect(disagreements).toEqual([]);
      expect(refused).toBeGreaterThan(40);
    },
  );

  it('take the venue that ships with Referee', () => {
    const validate = validatorOf('venue');
    const isValid = validate(readJson('resources/venues/sim2science-2026.json'));
    expect([isValid, validate.errors]).toEqual([true, null]);
  });
});
