import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '@shared/contract/errors';
import { BAG_INFO, BAGIT, MANIFEST, SIGNATURE, SIGNER, TAG_MANIFEST } from '@main/bundle/bag';
import { generateIdentity, type Identity } from '@main/bundle/keys';
import { ASSIGNMENT_PATH, HEADER_PATH, VENUE_PATH } from '@main/bundle/payload';
import {
  changedCopy,
  editJson,
  fileOf,
  headerOf,
  pack,
  remakeManifests,
  remakeTagManifest,
  resign,
  signAsIs,
  takeApart,
  type Parts,
} from '../../../support/craft-bundle';
import { importAll, makeMachine, SIM2SCIENCE, type Machine } from '../../../support/machine';
import { rawZip } from '../../../support/raw-zip';
import { makeScene, type Scene } from '../../../support/scene';
import { dumpStore, listFiles } from '../../../support/store-state';

const OTHER = generateIdentity();
const REVIEW = /^data\/reviews\//;

/** The path of the only review in a review bundle. */
const reviewOf = (parts: Parts): string => [...parts.files.keys()].find((path) => REVIEW.test(path)) ?? '';

/** A scene and a way to bend Ada's review bundle. */
function makeCraft(): Scene & { craft(edit: (parts: Parts) => void): string } {
  const scene = makeScene();
  return {
    ...scene,
    craft: (edit) => {
      const parts = takeApart(scene.review);
      edit(parts);
      mkdirSync(join(scene.ada.folder, 'crafted'), { recursive: true });
      return pack(join(scene.ada.folder, 'crafted', 'crafted.referee'), parts);
    },
  };
}

/** Imports a file that must be refused and change nothing: the store, its folder and everything beside it. */
function expectRefused(machine: Machine, path: string, code: ErrorCode, detail?: string): void {
  const before = { rows: dumpStore(machine, SIM2SCIENCE), files: listFiles(machine.folder) };
  const [row] = importAll(machine, path).rows;
  expect(row).toMatchObject({ outcome: 'refused', bundle: null, error: { code } });
  expect(row?.sentence).toContain(basename(path));
  expect(row?.sentence).not.toMatch(/undefined|\[object|Error:/);
  if (detail !== undefined) expect(row?.error?.detail).toContain(detail);
  expect({ rows: dumpStore(machine, SIM2SCIENCE), files: listFiles(machine.folder) }).toEqual(before);
}

describe('a file that is no bundle', () => {
  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n')],
    ['text', Buffer.from('Dear reviewer,\n')],
    ['a ZIP without entries', rawZip([])],
    ['a ZIP of something else', rawZip([{ name: 'word/document.xml', data: Buffer.from('<x/>') }])],
    ['a ZIP without a folder', rawZip([{ name: 'bagit.txt', data: Buffer.from('BagIt-Version: 1.0\n') }])],
    ['a ZIP with two folders', rawZip([{ name: 'a/bagit.txt' }, { name: 'b/bagit.txt' }])],
  ])('is refused: %s', (_what, bytes) => {
    const { organizer: machine } = makeScene();
    const path = join(machine.folder, 'thing.referee');
    writeFileSync(path, bytes);
    expectRefused(machine, path, 'BUNDLE_NOT_A_BUNDLE');
  });

  it('is refused when it is a folder or not there', () => {
    const { organizer: machine } = makeScene();
    mkdirSync(join(machine.folder, 'folder.referee'));
    expectRefused(machine, join(machine.folder, 'folder.referee'), 'BUNDLE_NOT_A_BUNDLE', 'not a file');
    expectRefused(machine, join(machine.folder, 'gone.referee'), 'FILE_NOT_FOUND');
  });

  it.each(['age-encryption.org/v1\n-> X25519 abc\n', '-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n'])(
    'is refused as encrypted when it is an age file, with the way to open it',
    (text) => {
      const { organizer: machine } = makeScene();
      const path = join(machine.folder, 'sealed.referee.age');
      writeFileSync(path, text);
      expectRefused(machine, path, 'BUNDLE_NOT_A_BUNDLE', 'age');
      expect(importAll(machine, path).rows[0]?.sentence).toMatch(/is encrypted\. Decrypt it first/);
    },
  );
});

describe('a bundle that was damaged on its way', () => {
  it('is refused as incomplete when its end is missing', () => {
    const { organizer, ada, review } = makeCraft();
    const cut = changedCopy(review, join(ada.folder, 'cut.referee'), (bytes) =>
      bytes.subarray(0, bytes.length - 1),
    );
    expectRefused(organizer, cut, 'BUNDLE_TRUNCATED');
  });

  it('is refused as damaged when a letter of a review changed', () => {
    const { organizer, ada, review } = makeCraft();
    const bent = changedCopy(review, join(ada.folder, 'bent.referee'), (bytes) => {
      bytes.write('CAREFUL', bytes.indexOf('careful'));
      return bytes;
    });
    expectRefused(organizer, bent, 'BUNDLE_DAMAGED', 'wrong checksum');
  });

  it('is refused as damaged when the checksum was mended but the manifest was not', () => {
    const { organizer, craft } = makeCraft();
    const path = craft((parts) => {
      const name = reviewOf(parts);
      parts.files.set(name, Buffer.from(fileOf(parts, name).toString().replace('careful', 'CAREFUL')));
    });
    expectRefused(organizer, path, 'BUNDLE_DAMAGED', 'is not what was signed');
  });

  it.each([BAG_INFO, BAGIT, MANIFEST, TAG_MANIFEST, SIGNATURE, SIGNER, HEADER_PATH])(
    'is refused without its %s',
    (name) => {
      const { organizer, craft } = makeCraft();
      const path = craft((parts) => parts.files.delete(name));
      expectRefused(organizer, path, name === HEADER_PATH ? 'BUNDLE_INVALID' : 'BUNDLE_NOT_A_BUNDLE', name);
    },
  );
});

describe('a bundle that somebody changed', () => {
  const forgeries: readonly (readonly [string, (parts: Parts) => void, ErrorCode])[] = [
    [
      'a review changed and every hash mended',
      (parts) => {
        editJson(parts, reviewOf(parts), (review) => ({ ...review, history: ['0'.repeat(64)] }));
        remakeManifests(parts);
      },
      'BUNDLE_FORGED',
    ],
    [
      'another key put beside the old signature',
      (parts) => {
        parts.files.set(SIGNER, Buffer.from(OTHER.publicPem));
        remakeTagManifest(parts);
      },
      'BUNDLE_FORGED',
    ],
    [
      'the signature replaced by zeros',
      (parts) => parts.files.set(SIGNATURE, Buffer.alloc(64)),
      'BUNDLE_FORGED',
    ],
    [
      'the signature shortened',
      (parts) => parts.files.set(SIGNATURE, fileOf(parts, SIGNATURE).subarray(1)),
      'BUNDLE_FORGED',
    ],
    [
      'the signature in base64',
      (parts) => parts.files.set(SIGNATURE, Buffer.from(fileOf(parts, SIGNATURE).toString('base64'))),
      'BUNDLE_FORGED',
    ],
    [
      'a signer that is not a key',
      (parts) => parts.files.set(SIGNER, Buffer.from('nobody\n')),
      'BUNDLE_FORGED',
    ],
    [
      'all of it signed anew by another key under the old author',
      (parts) => {
        signAsIs(parts, OTHER);
      },
      'BUNDLE_INVALID',
    ],
    [
      'a file added to the folder',
      (parts) => parts.files.set('data/reviews/r-0000000000000000.json', Buffer.from('{}')),
      'BUNDLE_INVALID',
    ],
    ['a tag file added', (parts) => parts.files.set('README.txt', Buffer.from('hello')), 'BUNDLE_INVALID'],
    [
      'a second manifest added',
      (parts) => parts.files.set('manifest-md5.txt', Buffer.from('x')),
      'BUNDLE_INVALID',
    ],
    [
      'a fetch.txt added',
      (parts) => parts.files.set('fetch.txt', Buffer.from('http://example.org 1 data/x\n')),
      'BUNDLE_INVALID',
    ],
    ['a review taken out', (parts) => parts.files.delete(reviewOf(parts)), 'BUNDLE_INVALID'],
    [
      'its folder renamed',
      (parts) => {
        parts.base = 'b-00000000000000000000000000000000';
      },
      'BUNDLE_INVALID',
    ],
  ];
  it.each(forgeries)('is refused: %s', (_what, edit, code) => {
    const { organizer, craft } = makeCraft();
    expectRefused(organizer, craft(edit), code);
  });

  it('by a person of another venue’s making is held, not merged, when signed anew in the author’s name', () => {
    const { organizer, craft } = makeCraft();
    const path = craft((parts) => {
      resign(parts, OTHER);
    });
    const before = dumpStore(organizer, SIM2SCIENCE);
    expect(importAll(organizer, path).rows).toMatchObject([{ outcome: 'held', papers: [7] }]);
    const after = dumpStore(organizer, SIM2SCIENCE);
    expect(after['bundles_in']).toHaveLength(1);
    expect({ ...after, bundles_in: [] }).toEqual({ ...before, bundles_in: [] });
  });
});

describe('a bundle of another format', () => {
  it('is refused as made by a newer Referee', () => {
    const { organizer, craft } = makeCraft();
    const path = craft((parts) => {
      parts.files.set(
        BAG_INFO,
        Buffer.from(fileOf(parts, BAG_INFO).toString().replace('Format: 1', 'Format: 2')),
      );
    });
    expectRefused(organizer, path, 'BUNDLE_NEWER_FORMAT', 'its format is 2');
    expect(importAll(organizer, path).rows[0]?.sentence).toContain('made by a newer Referee');
  });

  it('is refused as no bundle when it names no format, or another BagIt', () => {
    const { organizer, craft } = makeCraft();
    expectRefused(
      organizer,
      craft((parts) => parts.files.set(BAG_INFO, Buffer.from('Bundle-Kind: review\n'))),
      'BUNDLE_NOT_A_BUNDLE',
    );
    const bagit = Buffer.from('BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n');
    expectRefused(
      organizer,
      craft((parts) => parts.files.set(BAGIT, bagit)),
      'BUNDLE_NOT_A_BUNDLE',
      'BagIt 1.0',
    );
  });
});

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
    'not canonical',
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
    'an author who is nobody here',
    (parts, ada) => {
      resign(parts, ada, (header) => ({
        author: { ...header.author, person: 'p-0000000000000000', fingerprint: ada.fingerprint },
      }));
    },
    'BUNDLE_UNKNOWN_SIGNER',
    'p-0000000000000000',
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
    'a kind that this version does not know what to do with',
    (parts, ada) => {
      parts.files.delete(reviewOf(parts));
      resign(parts, ada, () => ({ kind: 'consolidation' }));
    },
    'BUNDLE_WRONG_KIND',
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

  it('is refused for a paper that the venue does not have', () => {
    const { organizer, review } = makeScene();
    const { db } = organizer.deps.stores.open(SIM2SCIENCE);
    db.pragma('foreign_keys = OFF');
    db.exec('DELETE FROM papers WHERE number = 7; DELETE FROM assignments WHERE paper = 7');
    db.pragma('foreign_keys = ON');
    expectRefused(organizer, review, 'PAPER_NOT_FOUND');
  });
});

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

describe('one bad file among good ones', () => {
  it('is named, and the others come in', () => {
    const { organizer, ada, review, assignment } = makeCraft();
    const bad = join(ada.folder, 'bad.referee');
    writeFileSync(bad, readFileSync(review).subarray(0, 1_000));
    const { rows } = importAll(organizer, bad, review, assignment, bad);
    expect(rows.map(({ fileName, outcome }) => [fileName, outcome])).toEqual([
      ['bad.referee', 'refused'],
      ['ada.referee', 'added'],
      [basename(assignment), 'refused'],
      ['bad.referee', 'refused'],
    ]);
  });
});
