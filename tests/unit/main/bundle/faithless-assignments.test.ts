import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generateIdentity } from '@main/bundle/keys';
import { ASSIGNMENT_PATH, VENUE_PATH } from '@main/bundle/payload';
import { editJson, pack, resign, takeApart } from '../../../support/craft-bundle';
import { importAll, makeMachine } from '../../../support/machine';
import { expectRefused } from '../../../support/refusal';
import { makeScene } from '../../../support/scene';
import { listFiles } from '../../../support/store-state';

const OTHER = generateIdentity();

describe('an assignment bundle signed by its organizer that does not keep to the format', () => {
  type Edit = (value: Record<string, unknown>) => object;
  const edits: readonly (readonly [string, string, Edit, string])[] = [
    [
      'a recipient who is not among its people',
      ASSIGNMENT_PATH,
      (value) => ({ ...value, recipient: 'p-0000000000000000' }),
      'recipient is not among',
    ],
    [
      'papers that it does not list',
      ASSIGNMENT_PATH,
      (value) => ({ ...value, papers: [], assignments: [] }),
      'papers that it does not list',
    ],
    ['a paper listed twice', ASSIGNMENT_PATH, (value) => ({ ...value, papers: [7, 7, 12] }), 'listed twice'],
    [
      'a person listed twice',
      ASSIGNMENT_PATH,
      (value) => ({ ...value, people: [...(value['people'] as []), ...(value['people'] as [])] }),
      'person is listed twice',
    ],
    [
      'an assignment of nobody',
      ASSIGNMENT_PATH,
      (value) => ({
        ...value,
        assignments: [{ paper: 7, person: 'p-0000000000000000', role: 'reviewer', due: null }],
      }),
      'not in it',
    ],
    [
      'an invitation that is no key',
      ASSIGNMENT_PATH,
      (value) => ({ ...value, invitation: 'come in' }),
      'invitation is not a key',
    ],
    [
      'a paper that names another PDF',
      'data/papers/7/paper.json',
      (value) => ({ ...value, pdf: { sha256: '0'.repeat(64), sizeBytes: 1 } }),
      'names another PDF',
    ],
    [
      'a paper of another number',
      'data/papers/7/paper.json',
      (value) => ({ ...value, number: 12 }),
      'is about paper 12',
    ],
    [
      'a venue of another revision',
      VENUE_PATH,
      (value) => ({ ...value, revision: 2 }),
      'the header names another venue',
    ],
    [
      'a venue with a topic twice',
      VENUE_PATH,
      (value) => ({ ...value, topics: [...(value['topics'] as []), (value['topics'] as object[])[0]] }),
      'two topics',
    ],
  ];
  it.each(edits)('is refused with %s, and no store is made', (_what, name, edit, detail) => {
    const { organizer, assignment } = makeScene();
    const parts = takeApart(assignment);
    editJson(parts, name, edit);
    resign(parts, organizer.identity);
    const reader = makeMachine();
    const [row] = importAll(reader, pack(join(reader.folder, 'crafted.referee'), parts)).rows;
    expect(row?.error).toMatchObject({
      code: 'BUNDLE_INVALID',
      detail: expect.stringContaining(detail) as string,
    });
    expect(reader.deps.stores.list()).toEqual([]);
    expect(Object.keys(listFiles(reader.folder))).toEqual(['/crafted.referee']);
  });

  it('is refused when another organizer’s key signed it, once the venue is here', () => {
    const { ada, assignment } = makeScene();
    const parts = takeApart(assignment);
    resign(parts, OTHER, (header) => ({ sequence: header.sequence + 1 }));
    expectRefused(
      ada,
      pack(join(ada.folder, 'other.referee'), parts),
      'BUNDLE_UNKNOWN_SIGNER',
      OTHER.fingerprint,
    );
  });
});
