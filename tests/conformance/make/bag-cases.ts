import { BAG_INFO, BAGIT, MANIFEST, sha256Of, SIGNATURE, SIGNER, TAG_MANIFEST } from '@main/bundle/bag';
import { signBytes } from '@main/bundle/keys';
import { HEADER_PATH } from '@main/bundle/payload';
import { fileOf, remakeManifests, remakeTagManifest, signAsIs, type Parts } from '../../support/craft-bundle';
import { rawZip } from '../../support/raw-zip';
import { bad } from './archive-cases';
import { changed, editText, entriesOf, firstBelow, keys, takeGolden, type Case } from './material';

const NO = 'BUNDLE_NOT_A_BUNDLE';
const FORGED = 'BUNDLE_FORGED';
const DAMAGED = 'BUNDLE_DAMAGED';
const INVALID = 'BUNDLE_INVALID';

type Row = readonly [
  file: string,
  rule: string,
  verdict: Case['verdict'],
  why: string,
  edit: (parts: Parts) => void,
];

/** A tag file changed by the author, who signs it as it then is. */
const tag = (name: string, edit: (text: string) => string) => (parts: Parts) => {
  editText(parts, name, edit);
  signAsIs(parts, keys.reviewer);
};

/** The tag manifest itself changed and signed. */
const signedTagManifest = (edit: (text: string) => string) => (parts: Parts) => {
  editText(parts, TAG_MANIFEST, edit);
  parts.files.set(SIGNATURE, signBytes(keys.reviewer, fileOf(parts, TAG_MANIFEST)));
};

/** A signer put in the place of the real one, with a signature of these bytes. */
const signer = (pem: string, signature: Buffer) => (parts: Parts) => {
  parts.files.set(SIGNER, Buffer.from(pem));
  remakeTagManifest(parts);
  parts.files.set(SIGNATURE, signature);
};

const pemOf = (prefix: string, key: string): string =>
  `-----BEGIN PUBLIC KEY-----\n${Buffer.from(prefix + key, 'hex').toString('base64')}\n-----END PUBLIC KEY-----\n`;
const ed25519Pem = (key: string): string => pemOf('302a300506032b6570032100', key);

/** The order of the group of edwards25519 (RFC 8032, 5.1), its least byte first. */
const ORDER = Buffer.from('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010', 'hex');

/** A signature with the order added to its second half: another text of the same number. */
function raised(signature: Buffer): Buffer {
  const sum = Buffer.from(signature);
  let carry = 0;
  for (let at = 0; at < 32; at += 1) {
    carry += sum.readUInt8(32 + at) + ORDER.readUInt8(at);
    sum.writeUInt8(carry & 0xff, 32 + at);
    carry >>= 8;
  }
  return sum;
}

const IDENTITY_POINT = `01${'00'.repeat(31)}`;
const reviewIn = (parts: Parts): string => firstBelow(parts, 'data/reviews/');
const swapLines = (text: string): string => {
  const [first = '', second = '', ...rest] = text.split('\n');
  return [second, first, ...rest].join('\n');
};

const rows: readonly Row[] = [
  ...[BAG_INFO, BAGIT, MANIFEST, SIGNER, TAG_MANIFEST, SIGNATURE].map((name): Row => [
    `no-${name.replaceAll('.', '-')}`,
    'bag.files',
    NO,
    `it has no ${name}`,
    (parts) => parts.files.delete(name),
  ]),
  [
    'base-renamed',
    'bag.base',
    INVALID,
    'its base directory is not called by its id',
    (parts) => {
      parts.base = `b-${'0'.repeat(32)}`;
    },
  ],
  ['bagit-0.97', 'bag.bagit', NO, 'BagIt 0.97', tag(BAGIT, (text) => text.replace('1.0', '0.97'))],
  [
    'bagit-crlf',
    'bag.bagit',
    NO,
    'line ends of Windows in bagit.txt',
    tag(BAGIT, (text) => text.replaceAll('\n', '\r\n')),
  ],
  ['bagit-bom', 'bag.bagit', NO, 'a byte-order mark in bagit.txt', tag(BAGIT, (text) => `\ufeff${text}`)],
  [
    'format-2',
    'bag.format',
    'BUNDLE_NEWER_FORMAT',
    'Bundle-Format 2: told as such even where nothing else can be read',
    tag(BAG_INFO, (text) => `${text.replace('Format: 1', 'Format: 2')}Something-New: yes\n`),
  ],
  ['format-none', 'bag.format', NO, 'no Bundle-Format', tag(BAG_INFO, () => 'Bundle-Kind: review\n')],
  [
    'format-0',
    'bag.format',
    NO,
    'Bundle-Format 0',
    tag(BAG_INFO, (text) => text.replace('Format: 1', 'Format: 0')),
  ],
  [
    'info-kind',
    'bag.info',
    INVALID,
    'Bundle-Kind is not the header’s',
    tag(BAG_INFO, (text) => text.replace('review', 'decision')),
  ],
  [
    'info-identifier',
    'bag.info',
    INVALID,
    'External-Identifier is not the header’s id',
    tag(BAG_INFO, (text) => text.replace(/b-[0-9a-f]{32}/, `b-${'0'.repeat(32)}`)),
  ],
  [
    'info-oxum',
    'bag.info',
    INVALID,
    'Payload-Oxum counts one octet',
    tag(BAG_INFO, (text) => text.replace(/Oxum: \d+/, 'Oxum: 1')),
  ],
  ['info-order', 'bag.info', INVALID, 'its lines are in another order', tag(BAG_INFO, swapLines)],
  ['info-more', 'bag.info', INVALID, 'one line more', tag(BAG_INFO, (text) => `${text}Contact-Name: Ada\n`)],
  [
    'info-crlf',
    'bag.info',
    INVALID,
    'line ends of Windows',
    tag(BAG_INFO, (text) => text.replaceAll('\n', '\r\n')),
  ],
  ['manifest-order', 'bag.manifest', INVALID, 'its lines are in another order', tag(MANIFEST, swapLines)],
  [
    'manifest-upper-case',
    'bag.manifest',
    INVALID,
    'digests in upper case',
    tag(MANIFEST, (text) => text.replaceAll(/^[0-9a-f]{64}/gm, (digest) => digest.toUpperCase())),
  ],
  [
    'manifest-one-space',
    'bag.manifest',
    INVALID,
    'one space',
    tag(MANIFEST, (text) => text.replace('  ', ' ')),
  ],
  [
    'manifest-binary-mark',
    'bag.manifest',
    INVALID,
    'the mark of binary mode',
    tag(MANIFEST, (text) => text.replace('  ', ' *')),
  ],
  [
    'manifest-crlf',
    'bag.manifest',
    INVALID,
    'line ends of Windows',
    tag(MANIFEST, (text) => text.replaceAll('\n', '\r\n')),
  ],
  [
    'manifest-no-last-lf',
    'bag.manifest',
    INVALID,
    'no end of its last line',
    tag(MANIFEST, (text) => text.trimEnd()),
  ],
  [
    'manifest-twice',
    'bag.manifest',
    INVALID,
    'a file twice',
    tag(MANIFEST, (text) => `${text}${text.split('\n').at(-2) ?? ''}\n`),
  ],
  [
    'manifest-traversal',
    'bag.manifest',
    INVALID,
    'a path that climbs out',
    tag(MANIFEST, (text) => `${text}${'0'.repeat(64)}  data/../../x\n`),
  ],
  [
    'manifest-tag-file',
    'bag.manifest',
    INVALID,
    'a file that is not below data/',
    (parts) => {
      const line = `${sha256Of(fileOf(parts, BAGIT))}  ${BAGIT}\n`;
      tag(MANIFEST, (text) => line + text)(parts);
    },
  ],
  [
    'listed-not-there',
    'bag.complete',
    INVALID,
    'a file that is listed is not there',
    tag(MANIFEST, (text) => `${text}${'0'.repeat(64)}  data/zzz\n`),
  ],
  [
    'payload-taken-out',
    'bag.complete',
    INVALID,
    'the review is not there',
    (parts) => parts.files.delete(reviewIn(parts)),
  ],
  [
    'payload-added',
    'bag.complete',
    INVALID,
    'a review that is not listed',
    (parts) => parts.files.set('data/reviews/r-0000000000000000.json', Buffer.from('{}')),
  ],
  [
    'tag-file-added',
    'bag.complete',
    INVALID,
    'a tag file that is not listed',
    (parts) => parts.files.set('README.txt', Buffer.from('hello')),
  ],
  [
    'second-manifest',
    'bag.complete',
    INVALID,
    'a manifest of another algorithm, which BagIt allows and bundles do not',
    (parts) => parts.files.set('manifest-sha512.txt', Buffer.from(`${'0'.repeat(128)}  data/bundle.json\n`)),
  ],
  [
    'fetch',
    'bag.complete',
    INVALID,
    'a fetch.txt, which BagIt allows and bundles do not',
    (parts) => parts.files.set('fetch.txt', Buffer.from('http://example.org/x - data/x\n')),
  ],
  [
    'payload-changed',
    'bag.digests',
    DAMAGED,
    'a review that is not what the manifest lists, with right checksums',
    (parts) => {
      editText(parts, reviewIn(parts), (text) => text.replace('"ready"', '"draft"'));
    },
  ],
  [
    'manifest-changed',
    'bag.digests',
    DAMAGED,
    'a manifest that is not what the tag manifest lists',
    (parts) => {
      editText(parts, reviewIn(parts), (text) => text.replace('"ready"', '"draft"'));
      const tags = fileOf(parts, TAG_MANIFEST);
      remakeManifests(parts);
      parts.files.set(TAG_MANIFEST, tags);
    },
  ],
  [
    'tagmanifest-wrong-digest',
    'bag.digests',
    DAMAGED,
    'a signed tag manifest with a digest of nothing',
    signedTagManifest((text) => text.replace(/^[0-9a-f]{64}/, '0'.repeat(64))),
  ],
  [
    'tagmanifest-short',
    'bag.tagmanifest',
    INVALID,
    'a signed tag manifest without bag-info.txt',
    signedTagManifest((text) => text.slice(text.indexOf('\n') + 1)),
  ],
  [
    'tagmanifest-long',
    'bag.tagmanifest',
    INVALID,
    'a signed tag manifest that lists payload too',
    signedTagManifest((text) =>
      text.replace(/\n/g, (end, at: number) => (at < 90 ? `\n${'0'.repeat(64)}  data/bundle.json\n` : end)),
    ),
  ],
  [
    'payload-forged',
    'bag.signature',
    FORGED,
    'a review changed and every hash made right again: only the signature tells',
    (parts) => {
      editText(parts, reviewIn(parts), (text) => text.replace('"ready"', '"draft"'));
      remakeManifests(parts);
    },
  ],
  [
    'signature-zeros',
    'bag.signature',
    FORGED,
    '64 zeros',
    (parts) => parts.files.set(SIGNATURE, Buffer.alloc(64)),
  ],
  [
    'signature-short',
    'bag.signature',
    FORGED,
    '63 bytes',
    (parts) => parts.files.set(SIGNATURE, fileOf(parts, SIGNATURE).subarray(1)),
  ],
  [
    'signature-base64',
    'bag.signature',
    FORGED,
    'in base64',
    (parts) => parts.files.set(SIGNATURE, Buffer.from(fileOf(parts, SIGNATURE).toString('base64'))),
  ],
  [
    'signature-raised',
    'bag.signature',
    FORGED,
    'the order of the group added to its second half (RFC 8032, 5.1.7: S is below it)',
    (parts) => parts.files.set(SIGNATURE, raised(fileOf(parts, SIGNATURE))),
  ],
  [
    'signature-of-manifest',
    'bag.signature',
    FORGED,
    'the author’s signature over other bytes of the bundle',
    (parts) => parts.files.set(SIGNATURE, signBytes(keys.reviewer, fileOf(parts, MANIFEST))),
  ],
  [
    'signer-other',
    'bag.signature',
    FORGED,
    'another key beside the old signature',
    (parts) => {
      parts.files.set(SIGNER, Buffer.from(keys.stranger.publicPem));
      remakeTagManifest(parts);
    },
  ],
  ['signer-nobody', 'bag.signer', FORGED, 'a signer that is no key', signer('nobody\n', Buffer.alloc(64))],
  [
    'signer-small-order',
    'bag.signer',
    FORGED,
    'a key of order 1, whose signature of everything this is',
    signer(ed25519Pem(IDENTITY_POINT), Buffer.concat([Buffer.from(IDENTITY_POINT, 'hex'), Buffer.alloc(32)])),
  ],
  [
    'signer-small-order-not-canonical',
    'bag.signer',
    FORGED,
    'the same key, written as p + 1',
    signer(
      ed25519Pem(`ee${'ff'.repeat(30)}7f`),
      Buffer.concat([Buffer.from(IDENTITY_POINT, 'hex'), Buffer.alloc(32)]),
    ),
  ],
  [
    'signer-crlf',
    'bag.signer',
    INVALID,
    'line ends of Windows in the signer’s PEM, signed as it is',
    (parts) => {
      editText(parts, SIGNER, (text) => text.replaceAll('\n', '\r\n'));
      remakeTagManifest(parts);
      parts.files.set(SIGNATURE, signBytes(keys.reviewer, fileOf(parts, TAG_MANIFEST)));
    },
  ],
  [
    'signer-not-the-author',
    'bag.signer',
    INVALID,
    'signed anew by another key, with the old author in the header',
    (parts) => {
      signAsIs(parts, keys.stranger);
    },
  ],
  [
    'header-gone',
    'payload.header',
    INVALID,
    'no data/bundle.json, and none listed',
    (parts) => {
      parts.files.delete(HEADER_PATH);
      remakeManifests(parts);
      signAsIs(parts, keys.reviewer);
    },
  ],
];

/** Bags that are not as layer 2 has them. */
export function bagCases(): readonly Case[] {
  const review = takeGolden('review.referee');
  const flat = [...review.files].map(([name, data]) => ({ name, data }));
  const twoBases = [...entriesOf(review), { name: 'c/x' }];
  const byName = flat.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return [
    ...rows.map(([file, rule, verdict, why, edit]) => ({
      file: bad('bag', file),
      rule,
      verdict,
      why,
      bytes: changed('review', edit),
    })),
    {
      file: bad('bag', 'no-base'),
      rule: 'bag.base',
      verdict: NO,
      why: 'its files lie in no base directory',
      bytes: rawZip(byName),
    },
    {
      file: bad('bag', 'two-bases'),
      rule: 'bag.base',
      verdict: NO,
      why: 'a file outside the base directory',
      bytes: rawZip(twoBases),
    },
  ];
}
