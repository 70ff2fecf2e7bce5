import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '@shared/contract/errors';
import { BAG_INFO, BAGIT, MANIFEST, SIGNATURE, SIGNER, TAG_MANIFEST } from '@main/bundle/bag';
import { generateIdentity } from '@main/bundle/keys';
import { HEADER_PATH } from '@main/bundle/payload';
import {
  changedCopy,
  editJson,
  fileOf,
  remakeManifests,
  remakeTagManifest,
  resign,
  signAsIs,
  type Parts,
} from '../../../support/craft-bundle';
import { importAll, SIM2SCIENCE } from '../../../support/machine';
import { rawZip } from '../../../support/raw-zip';
import { expectRefused, makeCraft, reviewOf } from '../../../support/refusal';
import { makeScene } from '../../../support/scene';
import { dumpStore } from '../../../support/store-state';

const OTHER = generateIdentity();

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

  it('is refused when it begins as an age file and is none', () => {
    const { organizer: machine } = makeScene();
    const refuse = (text: string, code: ErrorCode): void => {
      const path = join(machine.folder, 'sealed.referee.age');
      writeFileSync(path, text);
      expectRefused(machine, path, code);
    };
    refuse('age-encryption.org/v1\n-> X25519 abc\n', 'BUNDLE_TRUNCATED');
    refuse('age-encryption.org/v1\n-> \n', 'BUNDLE_DAMAGED');
    refuse('age-encryption.org/v9\n', 'BUNDLE_DAMAGED');
    refuse('-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n', 'BUNDLE_DAMAGED');
  });
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
    expect({ ...after, bundles_in: [], received: [] }).toEqual({ ...before, bundles_in: [] });
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
