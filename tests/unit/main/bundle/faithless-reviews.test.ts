import { describe, it } from 'vitest';
import type { ErrorCode } from '@shared/contract/errors';
import { BAG_INFO, MANIFEST } from '@main/bundle/bag';
import { type Identity } from '@main/bundle/keys';
import { HEADER_PATH, VENUE_PATH } from '@main/bundle/payload';
import {
  editJson,
  fileOf,
  headerOf,
  remakeManifests,
  resign,
  signAsIs,
  type Parts,
} from '../../../support/craft-bundle';
import { expectRefused, makeCraft, reviewOf } from '../../../support/refusal';

/** Signed by Ada herself, with a program that does not keep to the format. */
const faithless: readonly (readonly [string, (parts: Parts, ada: Identity) => void, ErrorCode, string])[] = [
  [
    'an id of its own',
    (parts, ada) => {
      editJson(parts, HEADER_PATH, (header) => ({ ...header, id: `b-${'0'.repeat(32)}` }));
      parts.base = `b-${'0'.repeat(32)}`;
      remakeManifests(parts);
      signAsIs(parts, ada);
    },
    'BUNDLE_INVALID',
    'id does not follow',
  ],
  [
    'a Payload-Oxum that is wrong',
    (parts, ada) => {
      parts.files.set(
        BAG_INFO,
        Buffer.from(
          fileOf(parts, BAG_INFO)
            .toString()
            .replace(/Oxum: \d+/, 'Oxum: 1'),
        ),
      );
      signAsIs(parts, ada);
    },
    'BUNDLE_INVALID',
    'does not agree with the payload',
  ],
  [
    'a manifest with a file that is not there',
    (parts, ada) => {
      parts.files.set(
        MANIFEST,
        Buffer.from(`${fileOf(parts, MANIFEST).toString()}${'0'.repeat(64)}  data/zzz\n`),
      );
      signAsIs(parts, ada);
    },
    'BUNDLE_INVALID',
    'data/zzz is in manifest-sha256.txt but not there',
  ],
  [
    'a manifest that is not in order',
    (parts, ada) => {
      const lines = fileOf(parts, MANIFEST).toString().trimEnd().split('\n');
      parts.files.set(MANIFEST, Buffer.from(`${lines.toReversed().join('\n')}\n`));
      signAsIs(parts, ada);
    },
    'BUNDLE_INVALID',
    'out of order',
  ],
  [
    'a header that is not canonical',
    (parts, ada) => {
      parts.files.set(HEADER_PATH, Buffer.from(JSON.stringify(headerOf(parts), null, 2)));
      remakeManifests(parts);
      signAsIs(parts, ada);
    },
    'BUNDLE_INVALID',
    'not canonical',
  ],
  [
    'a header with more than it should have',
    (parts, ada) => {
      resign(parts, ada, () => ({ isAdmin: true }));
    },
    'BUNDLE_INVALID',
    'data/bundle.json',
  ],
  [
    'a file of another kind of bundle',
    (parts, ada) => {
      parts.files.set(VENUE_PATH, Buffer.from('{}'));
      resign(parts, ada);
    },
    'BUNDLE_INVALID',
    'a bundle of kind review holds no data/venue.json',
  ],
  [
    'a program among its files',
    (parts, ada) => {
      parts.files.set('data/reviews/run.sh', Buffer.from('#!/bin/sh\n'));
      resign(parts, ada);
    },
    'BUNDLE_INVALID',
    'holds no data/reviews/run.sh',
  ],
  [
    'a review in the name of somebody else',
    (parts, ada) => {
      editJson(parts, reviewOf(parts), (review) => ({
        ...review,
        latest: { ...(review['latest'] as object), reviewer: 'p-0000000000000000' },
      }));
      resign(parts, ada);
    },
    'BUNDLE_INVALID',
    'names another review, writer or history',
  ],
  [
    'a review of another paper under the same id',
    (parts, ada) => {
      editJson(parts, reviewOf(parts), (review) => ({
        ...review,
        latest: { ...(review['latest'] as object), paper: 31 },
      }));
      resign(parts, ada);
    },
    'BUNDLE_INVALID',
    'names another review, writer or history',
  ],
  [
    'a history that does not end in the review',
    (parts, ada) => {
      editJson(parts, reviewOf(parts), (review) => ({ ...review, history: ['1'.repeat(64)] }));
      resign(parts, ada);
    },
    'BUNDLE_INVALID',
    'names another review, writer or history',
  ],
  [
    'a history with a parent that the review does not name',
    (parts, ada) => {
      editJson(parts, reviewOf(parts), (review) => ({
        ...review,
        history: ['1'.repeat(64), ...(review['history'] as string[])],
      }));
      resign(parts, ada);
    },
    'BUNDLE_INVALID',
    'names another review, writer or history',
  ],
  [
    'an answer called __proto__',
    (parts, ada) => {
      const text = fileOf(parts, reviewOf(parts)).toString();
      parts.files.set(
        reviewOf(parts),
        Buffer.from(text.replace('"answers":{', '"answers":{"__proto__":{"kind":"rating","value":1},')),
      );
      resign(parts, ada);
    },
    'BUNDLE_INVALID',
    'data/reviews/',
  ],
  [
    'a review as deep as 100,000 brackets',
    (parts, ada) => {
      parts.files.set(reviewOf(parts), Buffer.from(`${'['.repeat(100_000)}${']'.repeat(100_000)}`));
      resign(parts, ada);
    },
    'BUNDLE_INVALID',
    'nests or lists more',
  ],
  [
    'a review of 17 MiB',
    (parts, ada) => {
      parts.files.set(reviewOf(parts), Buffer.alloc(17 << 20, 0x20));
      resign(parts, ada);
    },
    'BUNDLE_INVALID',
    'larger than 16 MiB',
  ],
  [
    'another venue',
    (parts, ada) => {
      resign(parts, ada, () => ({ venue: 'elsewhere-2026' }));
    },
    'BUNDLE_WRONG_VENUE',
    'elsewhere-2026',
  ],
  [
    'the kind that chairs send, by somebody who is none',
    (parts, ada) => {
      parts.files.delete(reviewOf(parts));
      resign(parts, ada, () => ({ kind: 'consolidation' }));
    },
    'BUNDLE_WRONG_PERSON',
    '',
  ],
];

describe('a review bundle signed by its author that does not keep to the format', () => {
  it.each(faithless)('is refused with %s', (_what, edit, code, detail) => {
    const { organizer, ada, craft } = makeCraft();
    const path = craft((parts) => {
      edit(parts, ada.identity);
    });
    expectRefused(organizer, path, code, detail === '' ? undefined : detail);
  });
});
