import type { Sha256 } from '@shared/model/ids';
import { sha256Of } from '@main/bundle/bag';
import { ASSIGNMENT_PATH, HEADER_PATH, VENUE_PATH } from '@main/bundle/payload';
import { editJson, fileOf, remakeManifests, resign, signAsIs, type Parts } from '../../support/craft-bundle';
import { bad } from './archive-cases';
import {
  changed,
  editLatest,
  editText,
  faithless,
  firstBelow,
  golden,
  originals,
  packed,
  takeGolden,
  type Case,
  type Original,
} from './material';

type Edit = (parts: Parts) => void;
type Row = readonly [file: string, rule: string, why: string, original: Original, edit: Edit];

const REVIEWS = 'data/reviews/';
const RESPONSES = 'data/responses/';
const HASH = '1'.repeat(64) as Sha256;
const NOBODY = 'p-0000000000000000';

/** The first file below a folder replaced by other text. */
const text =
  (folder: string, edit: (text: string) => string): Edit =>
  (parts) => {
    editText(parts, firstBelow(parts, folder), edit);
  };
/** A member of the first file below a folder changed. */
const member =
  (folder: string, edit: (value: Record<string, unknown>) => object): Edit =>
  (parts) => {
    editJson(parts, firstBelow(parts, folder), edit);
  };
/** What the revision in the first file below a folder says changed, under a right hash. */
const latest =
  (folder: string, edit: (latest: Record<string, unknown>) => object, earlier?: readonly Sha256[]): Edit =>
  (parts) => {
    editLatest(parts, firstBelow(parts, folder), edit, earlier);
  };
const rename =
  (folder: string, to: string): Edit =>
  (parts) => {
    const path = firstBelow(parts, folder);
    parts.files.set(to, fileOf(parts, path));
    parts.files.delete(path);
  };
const listOf = (value: Record<string, unknown>, name: string): object[] => value[name] as object[];

/** Whole and signed by their author, and against the rules. All are BUNDLE_INVALID. */
const rows: readonly Row[] = [
  [
    'white-space',
    'json.canonical',
    'white space in a review',
    'review',
    text(REVIEWS, (json) => json.replace(':', ': ')),
  ],
  [
    'last-line-end',
    'json.canonical',
    'an end of line after a review',
    'review',
    text(REVIEWS, (json) => `${json}\n`),
  ],
  ['bom', 'json.canonical', 'a byte-order mark', 'review', text(REVIEWS, (json) => `\ufeff${json}`)],
  [
    'number',
    'json.canonical',
    'a number written as 7.0',
    'review',
    text(REVIEWS, (json) => json.replace('"paper":7', '"paper":7.0')),
  ],
  [
    'escape',
    'json.canonical',
    'an escape that needs none',
    'review',
    text(REVIEWS, (json) => json.replace('ready', '\\u0072eady')),
  ],
  [
    'member-twice',
    'json.canonical',
    'a member twice',
    'review',
    text(REVIEWS, (json) => json.replace('"paper":7', '"paper":7,"paper":7')),
  ],
  [
    'member-order',
    'json.canonical',
    'members out of order',
    'review',
    text(REVIEWS, (json) => json.replace(/^\{([^]*),("latest":[^]*)\}$/, '{$2,$1}')),
  ],
  [
    'nan',
    'json.canonical',
    'NaN',
    'review',
    text(REVIEWS, (json) => json.replace('"paper":7', '"paper":NaN')),
  ],
  [
    'not-utf8',
    'json.canonical',
    'bytes that are not UTF-8',
    'review',
    (parts) => {
      const path = firstBelow(parts, REVIEWS);
      const bytes = Buffer.from(fileOf(parts, path));
      bytes.writeUInt8(0xff, bytes.indexOf('Human'));
      parts.files.set(path, bytes);
    },
  ],
  [
    'proto',
    'json.canonical',
    'an answer called __proto__',
    'review',
    text(REVIEWS, (json) =>
      json.replace('"answers":{', '"answers":{"__proto__":{"kind":"rating","value":1},'),
    ),
  ],
  [
    'lone-surrogate',
    'json.canonical',
    'half a character',
    'review',
    text(REVIEWS, (json) => json.replace('Human', '\\ud800')),
  ],
  ['depth', 'json.limits', '33 levels', 'review', text(REVIEWS, () => `${'['.repeat(33)}${']'.repeat(33)}`)],
  [
    'member-unknown',
    'json.schema',
    'a member that no schema has',
    'review',
    latest(REVIEWS, (value) => ({ ...value, mood: 'good' })),
  ],
  [
    'member-missing',
    'json.schema',
    'a member that the schema demands is not there',
    'review',
    latest(REVIEWS, ({ state: _state, ...rest }) => rest),
  ],
  [
    'member-null',
    'json.schema',
    'null where a member is to be absent',
    'review',
    latest(REVIEWS, (value) => ({ ...value, merged: null })),
  ],
  [
    'rating',
    'json.schema',
    'a rating of 101',
    'review',
    latest(REVIEWS, (value) => ({ ...value, answers: { overall: { kind: 'rating', value: 101 } } })),
  ],
  [
    'paths-other-kind',
    'payload.paths',
    'a venue in a review bundle',
    'review',
    (parts) => parts.files.set(VENUE_PATH, Buffer.from('{}')),
  ],
  [
    'paths-program',
    'payload.paths',
    'a program among the reviews',
    'review',
    (parts) => parts.files.set('data/reviews/run.sh', Buffer.from('#!/bin/sh\n')),
  ],
  [
    'paths-number',
    'payload.paths',
    'a paper’s number with a zero before it',
    'decision',
    rename('data/decisions/', 'data/decisions/07.json'),
  ],
  [
    'review-other-writer',
    'review.identity',
    'a review in the name of somebody else',
    'review',
    latest(REVIEWS, (value) => ({ ...value, reviewer: NOBODY })),
  ],
  [
    'review-other-paper',
    'review.identity',
    'a review of another paper under the same id',
    'review',
    latest(REVIEWS, (value) => ({ ...value, paper: 12 })),
  ],
  [
    'review-other-name',
    'review.identity',
    'a review under another’s name',
    'review',
    rename(REVIEWS, 'data/reviews/r-0000000000000000.json'),
  ],
  [
    'history-other',
    'revision.history',
    'a history that does not end with the revision’s hash',
    'review',
    member(REVIEWS, (value) => ({ ...value, history: [HASH] })),
  ],
  [
    'history-empty',
    'revision.history',
    'no history',
    'review',
    member(REVIEWS, (value) => ({ ...value, history: [] })),
  ],
  [
    'history-parent',
    'revision.history',
    'a parent that the revision does not name',
    'review',
    member(REVIEWS, (value) => ({ ...value, history: [HASH, ...listOf(value, 'history')] })),
  ],
  [
    'history-no-parent',
    'revision.history',
    'a parent that is not in the history',
    'review',
    latest(REVIEWS, (value) => ({ ...value, parent: HASH })),
  ],
  [
    'history-twice',
    'revision.history',
    'a hash twice',
    'review',
    latest(REVIEWS, (value) => ({ ...value, parent: HASH }), [HASH, HASH]),
  ],
  [
    'history-merged',
    'revision.history',
    'a head that it settles is not in the history',
    'settling',
    (parts) => {
      const path = firstBelow(parts, REVIEWS);
      const { history } = JSON.parse(fileOf(parts, path).toString()) as { history: Sha256[] };
      editLatest(parts, path, (value) => ({ ...value, merged: [HASH] }), history.slice(0, -1));
    },
  ],
  [
    'hand-over-role',
    'assignment.hand-over',
    'a paper handed over to somebody as a chair',
    'handing',
    member(ASSIGNMENT_PATH, (value) => ({
      ...value,
      people: listOf(value, 'people').map((person) => ({ ...person, roles: ['chair'] })),
    })),
  ],
  [
    'hand-over-other',
    'assignment.hand-over',
    'a paper handed over on behalf of somebody else',
    'handing',
    member(ASSIGNMENT_PATH, (value) => ({ ...value, onBehalfOf: value['recipient'] })),
  ],
  [
    'hand-over-unsaid',
    'assignment.people',
    'a reviewer who assigns a paper as if they were an organizer',
    'handing',
    member(ASSIGNMENT_PATH, ({ onBehalfOf: _by, ...value }) => value),
  ],
  [
    'response-other-reviewer',
    'response.own',
    'a conflict of interest in the name of somebody else',
    'refusing',
    member(RESPONSES, (value) => ({ ...value, reviewer: NOBODY })),
  ],
  [
    'response-other-paper',
    'response.own',
    'a conflict of interest with another paper than its name says',
    'refusing',
    member(RESPONSES, (value) => ({ ...value, paper: 7 })),
  ],
  [
    'response-other-kind',
    'json.schema',
    'a word that there is not',
    'refusing',
    member(RESPONSES, (value) => ({ ...value, statement: { kind: 'perhaps' } })),
  ],
  [
    'response-path',
    'payload.paths',
    'a reviewer’s word in a folder for each paper',
    'refusing',
    rename(RESPONSES, 'data/responses/12/response.json'),
  ],
  [
    'recipient',
    'assignment.people',
    'a recipient who is not among its people',
    'assignment',
    member(ASSIGNMENT_PATH, (value) => ({ ...value, recipient: NOBODY })),
  ],
  [
    'person-twice',
    'assignment.people',
    'a person twice',
    'assignment',
    member(ASSIGNMENT_PATH, (value) => ({
      ...value,
      people: [...listOf(value, 'people'), ...listOf(value, 'people')],
    })),
  ],
  [
    'author-role',
    'assignment.people',
    'an author who is no organizer',
    'assignment',
    member(ASSIGNMENT_PATH, (value) => ({
      ...value,
      people: listOf(value, 'people').map((person) => ({ ...person, roles: ['reviewer'] })),
    })),
  ],
  [
    'paper-twice',
    'assignment.papers',
    'a paper listed twice',
    'assignment',
    member(ASSIGNMENT_PATH, (value) => ({ ...value, papers: [7, 7, 12] })),
  ],
  [
    'paper-unlisted',
    'assignment.papers',
    'a paper that it does not list',
    'assignment',
    member(ASSIGNMENT_PATH, (value) => ({ ...value, papers: [7], assignments: [] })),
  ],
  [
    'paper-number',
    'assignment.papers',
    'a paper of another number',
    'assignment',
    member('data/papers/7/paper.json', (value) => ({ ...value, number: 12 })),
  ],
  [
    'paper-pdf',
    'assignment.papers',
    'a paper that names another PDF',
    'assignment',
    member('data/papers/7/paper.json', (value) => ({ ...value, pdf: { sha256: HASH, sizeBytes: 1 } })),
  ],
  [
    'paper-pdf-gone',
    'assignment.papers',
    'a paper without its PDF',
    'assignment',
    (parts) => parts.files.delete('data/papers/7/paper.pdf'),
  ],
  [
    'assignment-of-nobody',
    'assignment.papers',
    'an assignment of nobody',
    'assignment',
    member(ASSIGNMENT_PATH, (value) => ({
      ...value,
      assignments: [{ paper: 7, person: NOBODY, role: 'reviewer', due: null }],
    })),
  ],
  [
    'venue-revision',
    'assignment.venue',
    'a venue of another revision than the header’s',
    'assignment',
    member(VENUE_PATH, (value) => ({ ...value, revision: 2 })),
  ],
  [
    'invitation',
    'assignment.keys',
    'an invitation that is no key',
    'assignment',
    member(ASSIGNMENT_PATH, (value) => ({ ...value, invitation: 'come in' })),
  ],
  [
    'reply-key',
    'assignment.keys',
    'a reply key that is not the recipient’s',
    'assignment',
    member(ASSIGNMENT_PATH, (value) => ({
      ...value,
      people: listOf(value, 'people').map(
        ({ recipient: _recipient, ...person }: { recipient?: string }) => person,
      ),
    })),
  ],
  [
    'meta-review-other-chair',
    'consolidation.own',
    'a meta-review in the name of somebody else',
    'consolidation',
    latest('data/meta-reviews/', (value) => ({ ...value, chair: NOBODY })),
  ],
  [
    'meta-review-other-name',
    'consolidation.own',
    'a meta-review under another’s name',
    'consolidation',
    rename('data/meta-reviews/', 'data/meta-reviews/m-0000000000000000.json'),
  ],
  [
    'settlement-other',
    'consolidation.own',
    'another person’s settlement',
    'consolidation',
    (parts) => {
      const path = firstBelow(parts, 'data/settlements/');
      editJson(parts, path, (value) => ({ ...value, by: NOBODY }));
      rename(path, `data/settlements/${sha256Of(fileOf(parts, path))}.json`)(parts);
    },
  ],
  [
    'settlement-name',
    'consolidation.own',
    'a settlement that is not under its hash',
    'consolidation',
    rename('data/settlements/', `data/settlements/${HASH}.json`),
  ],
  [
    'settlement-over-itself',
    'json.schema',
    'a version that stands over itself',
    'consolidation',
    (parts) => {
      const path = firstBelow(parts, 'data/settlements/');
      editJson(parts, path, (value) => ({ ...value, over: [value['keep']] }));
      rename(path, `data/settlements/${sha256Of(fileOf(parts, path))}.json`)(parts);
    },
  ],
  [
    'received-other-name',
    'consolidation.received',
    'a review bundle under another’s id',
    'consolidation',
    rename('data/received/', `data/received/b-${'0'.repeat(32)}.referee`),
  ],
  [
    'received-other-kind',
    'consolidation.received',
    'a decision where a review bundle should be',
    'consolidation',
    (parts) => {
      const decision = takeGolden('decision.referee');
      parts.files.set(`data/received/${decision.base}.referee`, golden('decision.referee'));
    },
  ],
  [
    'received-in-itself',
    'consolidation.received',
    'a consolidation in a consolidation',
    'consolidation',
    (parts) => {
      parts.files.set(`data/received/${parts.base}.referee`, golden('consolidation.referee'));
    },
  ],
  [
    'decision-other-paper',
    'decision.paper',
    'a decision on another paper than its name says',
    'decision',
    latest('data/decisions/', (value) => ({ ...value, paper: 12 })),
  ],
];

/** A header changed by its author: its id made again, or not. */
const header = (edit: (value: Record<string, unknown>) => object): Buffer =>
  changed('review', (parts) => {
    editJson(parts, HEADER_PATH, edit);
    remakeManifests(parts);
    signAsIs(parts, originals.review[1]);
  });

const headers: readonly (readonly [
  file: string,
  rule: string,
  why: string,
  edit: (value: Record<string, unknown>) => object,
])[] = [
  ['header-member', 'json.schema', 'a member that no header has', (value) => ({ ...value, isAdmin: true })],
  [
    'header-format',
    'payload.header',
    'format 2 in a bundle of Bundle-Format 1',
    (value) => ({ ...value, format: 2 }),
  ],
  ['header-kind', 'payload.header', 'a kind that there is not', (value) => ({ ...value, kind: 'gossip' })],
  [
    'header-created',
    'payload.header',
    'a time without milliseconds',
    (value) => ({ ...value, created: '2026-05-10T09:00:00Z' }),
  ],
  ['header-sequence', 'payload.header', 'counted from 0', (value) => ({ ...value, sequence: 0 })],
  [
    'header-id',
    'payload.id',
    'an id that does not follow from header and payload',
    (value) => ({ ...value, sequence: 2 }),
  ],
];

/** Bundles of all kinds that are not as layer 3 has them, and what may look wrong and is not. */
export function payloadCases(): readonly Case[] {
  const draft = changed('review', (parts) => {
    editLatest(parts, firstBelow(parts, REVIEWS), (value) => ({ ...value, state: 'draft', answers: {} }));
    resign(parts, originals.review[1], () => ({ sequence: 2, supersedes: [parts.base] }));
  });
  const nested = changed('consolidation', (parts) => {
    const path = firstBelow(parts, 'data/received/');
    const bytes = Buffer.from(fileOf(parts, path));
    bytes.writeUInt8(bytes.readUInt8(bytes.indexOf('Human')) ^ 1, bytes.indexOf('Human'));
    parts.files.set(path, bytes);
    resign(parts, originals.consolidation[1]);
  });
  const nobodys = takeGolden('review.referee');
  resign(nobodys, originals.review[1], ({ author }) => ({ author: { ...author, enrolment: null } }));
  return [
    ...rows.map(([file, rule, why, original, edit]) => ({
      file: bad('payload', file),
      rule,
      verdict: 'BUNDLE_INVALID' as const,
      why,
      bytes: faithless(original, edit),
    })),
    ...headers.map(([file, rule, why, edit]) => ({
      file: bad('payload', file),
      rule,
      verdict: 'BUNDLE_INVALID' as const,
      why,
      bytes: header(edit),
    })),
    {
      file: bad('payload', 'received-damaged'),
      rule: 'consolidation.received',
      verdict: 'BUNDLE_DAMAGED',
      why: 'a review bundle inside was altered after its reviewer signed it',
      bytes: nested,
    },
    {
      file: 'good/review-draft.referee',
      rule: 'json.schema',
      verdict: 'ok',
      why: 'a draft without answers that supersedes another bundle',
      bytes: draft,
    },
    {
      file: 'good/review-no-enrolment.referee',
      rule: 'payload.header',
      verdict: 'ok',
      why: 'no voucher: whole and signed, though a reader that knows no key of its author holds it',
      bytes: packed(nobodys),
    },
  ];
}
