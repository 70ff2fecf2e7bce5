import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultAssignmentSettings } from '@shared/contract/assignment';
import type { Result } from '@shared/contract/errors';
import { routes, type RouteInput, type RouteName } from '@shared/contract/routes';
import type { HandlerDeps } from '@main/handlers/deps';
import { createRouter } from '@main/router';
import { makeApplication } from '../../support/application';
import { listFiles } from '../../support/store-state';

const venue = 'sim2science-2026';
const bundle = `b-${'0'.repeat(32)}`;
const organizer = { name: 'Olga', email: 'olga@example.org' };

const hash = 'a'.repeat(64);

/** An input for every route that its schema takes. A route that is missing here does not compile. */
const wellFormed: { readonly [Name in RouteName]: RouteInput<Name> } = {
  'app.get': {},
  'app.setPreferences': { theme: 'dark' },
  'file.choose': { purpose: 'open-bundles', suggestedName: null },
  'file.takeOffered': {},
  'file.showInFolder': { file: 'f-1' },
  'job.get': { job: 'j-1' },
  'job.cancel': { job: 'j-1' },
  'library.list': {},
  'library.get': { venue },
  'venue.get': { venue },
  'paper.get': { venue, paper: 7 },
  'paper.rememberView': { venue, paper: 7, view: {} },
  'review.check': { venue, paper: 7, hasToneHints: true },
  'review.listDismissed': { venue, paper: 7 },
  'review.dismiss': { venue, paper: 7, finding: 'own-name:summary:0123456789abcdef' },
  'review.undismissAll': { venue, paper: 7 },
  'snippet.list': {},
  'snippet.save': { name: 'No code', text: 'The code is not available.', replaces: null },
  'snippet.remove': { name: 'No code' },
  'review.listOwn': { venue },
  'review.listVersions': { venue, paper: 7, field: 'summary' },
  'review.readVersion': { venue, paper: 7, field: 'summary', version: 1 },
  'review.restoreVersion': { venue, paper: 7, field: 'summary', version: 1 },
  'copy.toText': { venue, papers: [7], includesConfidential: true },
  'copy.write': {
    venue,
    papers: [7],
    includesConfidential: true,
    format: 'text',
    pageSize: 'A4',
    target: 'f-1',
  },
  'receipt.make': {
    venue,
    papers: [7],
    hasTitles: false,
    readable: 'none',
    pageSize: 'A4',
    file: 'f-1',
  },
  'receipt.verify': { file: 'f-1' },
  'form.inspect': { file: 'f-1' },
  'form.start': { form: 'f-1', pdfs: ['f-2'], shortName: 'X', reviewer: organizer },
  'form.ofVenue': { venue },
  'form.toText': { venue, papers: [7] },
  'form.write': { venue, papers: [7], file: 'f-1' },
  'form.compare': { venue, file: 'f-1' },
  'form.take': {
    venue,
    file: 'f-1',
    digest: hash,
    choices: [{ paper: 7, field: 'summary', take: 'both' }],
  },
  'review.answer': { venue, paper: 7, field: 'summary', answer: { kind: 'text', text: 'x' } },
  'review.markReady': { venue, paper: 7 },
  'review.takeBack': { venue, paper: 7 },
  'bundle.inspect': { file: 'f-1' },
  'bundle.import': { files: ['f-1'], venue: null },
  'bundle.previewExport': { venue },
  'bundle.exportReviews': { venue, papers: [7], includeUnready: false, isEncrypted: true, file: 'f-1' },
  'bundle.listHeld': { venue },
  'bundle.acceptHeld': { venue, bundle },
  'bundle.refuseHeld': { venue, bundle },
  'sample.open': {},
  'consolidation.get': { venue },
  'consolidation.getPaper': { venue, paper: 7 },
  'consolidation.calibrate': { venue },
  'consolidation.getPapersTable': { venue, papers: null },
  'consolidation.exportPapers': { venue, papers: [7], file: 'f-1' },
  'chart.list': { venue },
  'chart.saveSvg': { venue, chart: 'scores', file: 'f-1' },
  'chart.savePng': { png: 'iVBORw0KGgo=', file: 'f-1' },
  'importLog.list': { venue },
  'importLog.get': { venue, id: 1 },
  'owed.list': { venue },
  'owed.writeLetters': { venue, people: [`p-${'0'.repeat(16)}`], folder: 'f-1' },
  'tableView.list': { venue },
  'tableView.save': {
    venue,
    view: {
      name: 'x',
      face: 'scores',
      filter: {
        standing: 'all',
        topic: null,
        lowestMean: null,
        highestMean: null,
        leastSpread: null,
        words: '',
      },
      sort: null,
    },
  },
  'tableView.remove': { venue, name: 'x' },
  'consolidation.exportTable': { venue, file: 'f-1' },
  'venue.create': {
    venueFile: null,
    papersTable: 'f-1',
    pdfFolder: 'f-1',
    assignmentsTable: 'f-1',
    organizer,
  },
  'assignment.getDesk': { venue },
  'assignment.importTables': { venue, reviewersTable: 'f-1', bidsTable: null },
  'assignment.run': { venue, settings: defaultAssignmentSettings },
  'assignment.getRun': { venue, run: 1 },
  'assignment.trace': { venue, settings: defaultAssignmentSettings, steps: 3 },
  'assignment.repair': { venue, settings: defaultAssignmentSettings, declined: [], gone: [] },
  'assignment.listReplacements': { venue, run: 1, paper: 7, person: `p-${'0'.repeat(16)}` },
  'assignment.change': { venue, run: 1, remove: [], add: [] },
  'assignment.accept': { venue, run: 1, due: null },
  'venue.getBuiltIn': {},
  'consolidation.getTable': { venue },
  'sample.build': { folder: 'f-1' },
  'key.get': {},
  'key.protect': { keeping: 'passphrase', passphrase: 'x' },
  'key.unlock': { passphrase: 'x' },
  'key.backUp': { file: 'f-1', passphrase: 'x' },
  'key.restore': { file: 'f-1', passphrase: 'x', keeping: 'file', replace: false },
  'backup.list': { venue: 'v' },
  'backup.make': { venue: 'v' },
  'backup.check': { venue: 'v' },
  'backup.restore': { venue: 'v', backup: '20260510T090000000Z-v30-0123456789abcdef' },
  'assignment.export': { venue, folder: 'f-1' },
  'annotation.list': { venue, paper: 7 },
  'annotation.toMarkdown': { venue, paper: 7 },
  'annotation.writePdf': { file: 'f-1', bytes: Buffer.from('%PDF-') },
  'annotation.save': {
    venue,
    paper: 7,
    id: 'a-0123456789abcdef',
    content: {
      kind: 'area',
      meaning: 'minor',
      comment: '',
      visibility: 'mine',
      pdf: hash,
      pages: [{ page: 1, quads: [[0, 0, 1, 0, 0, 1, 1, 1]] }],
      pageLabel: null,
      quote: null,
    },
  },
  'annotation.remove': { venue, paper: 7, id: 'a-0123456789abcdef' },
  'bundle.read': { file: 'f-1', keyFile: null, venueFile: null },
  'bundle.diff': { before: 'f-1', after: 'f-2', keyFile: null, venueFile: null },
  'bundle.extract': { file: 'f-1', keyFile: null, folder: 'f-2', hasTags: false },
  'bundle.convert': { file: 'f-1', keyFile: null, venueFile: null, format: 'json', out: null },
  'bundle.recode': { file: 'f-1', keyFile: null, recipients: [], out: 'f-2' },
  'consolidation.previewExport': { venue },
  'consolidation.export': { venue, isEncrypted: true, file: 'f-1' },
  'decision.list': { venue },
  'decision.save': { venue, paper: 7, content: { outcome: null, session: '', note: '' } },
  'decision.previewExport': { venue },
  'decision.export': { venue, isEncrypted: true, file: 'f-1' },
  'metaReview.save': {
    venue,
    paper: 7,
    content: { text: '', recommendation: null, confidence: null, needsDiscussion: false },
  },
  'paper.refuse': { venue, paper: 7, statement: { kind: 'declined', reason: '' } },
  'paper.takeBack': { venue, paper: 7 },
  'review.changes': { venue },
  'help.get': { venue, paper: 7 },
  'help.credit': { venue, paper: 7, person: 'p-0123456789abcdef', isCredited: true },
  'help.handOver': { venue, paper: 7, name: 'Ida', email: 'ida@example.org', file: 'f-1' },
  'time.list': { venue },
  'time.add': { venue, paper: 7, activeMs: 60_000 },
  'time.forget': { venue },
  'review.settle': { venue, paper: 7, review: 'r-0123456789abcdef', keep: hash },
  'review.takeVersion': { venue, paper: 7, version: hash, take: 'mine' },
  'trust.list': { venue },
  'trust.revoke': { venue, person: 'p-0123456789abcdef', fingerprint: hash },
  'watch.look': { folder: 'f-1', venue },
  'watch.take': { folder: 'f-1', venue, name: 'x.referee' },
  'watch.export': { folder: 'f-1', venue },
  'search.papers': { venue, papers: 'mine', query: 'noise', limit: 10 },
  'search.own': { venue, query: 'noise', limit: 10 },
  'search.scope': { venue, papers: 'mine' },
  'search.index': { venue },
  'readerWindow.get': {},
  'readerWindow.show': { venue, paper: 7, sought: null },
  'readerWindow.close': {},
};
const names = Object.keys(wellFormed) as RouteName[];

const deep = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
};

/** Values that stand for nothing that any member of any input may be, but for `view`, which is any JSON. */
const junk: readonly (readonly [string, unknown])[] = [
  ['a number below all', -1],
  ['a fraction', 1.5],
  ['not a number', Number.NaN],
  ['a huge number', 2 ** 60],
  ['a text without end', 'x'.repeat(1_000_000)],
  ['a path', '/etc/passwd'],
  ['a path upwards', '../../etc'],
  ['a prototype’s name', '__proto__'],
  ['an object', { a: 1 }],
  ['an array of junk', [{}, null, -1]],
  ['a date', new Date(0)],
  ['a map', new Map()],
  ['bytes', new Uint8Array(8)],
  ['a big integer', 10n],
];

/** Members that are any short text. */
const takesText: ReadonlySet<string> = new Set([
  'suggestedName',
  'passphrase',
  'query',
  'shortName',
  'name',
  'text',
  'replaces',
]);

/** How a request ended, in a word. */
const codeOf = (answer: Result<unknown>): string => (answer.ok ? 'answered' : answer.error.code);

describe('every route', () => {
  it('is tried here, and takes the input that is well formed', () => {
    expect(names.toSorted()).toEqual(Object.keys(routes).toSorted());
    expect(names.filter((name) => !routes[name].input.safeParse(wellFormed[name]).success)).toEqual([]);
  });

  it.each(names)('refuses what is no input at all: %s', async (name) => {
    const { application, failures } = makeApplication();
    for (const input of [undefined, null, true, 7, 'x', [], [{}], Number.NaN, deep(100_000)]) {
      expect(await application.router(name, input)).toMatchObject({
        ok: false,
        error: { code: 'REQUEST_MALFORMED' },
      });
    }
    expect(failures).toEqual([]);
  });

  it.each(names)('refuses a member too many: %s', async (name) => {
    const { application } = makeApplication();
    for (const extra of ['isAdmin', 'constructor', 'toString', '']) {
      const answer = await application.router(name, { ...wellFormed[name], [extra]: 1 });
      expect([extra, codeOf(answer)]).toEqual([extra, 'REQUEST_MALFORMED']);
    }
  });

  it.each(names.filter((name) => name !== 'app.setPreferences'))(
    'refuses a member too few: %s',
    async (name) => {
      const { application } = makeApplication();
      for (const member of Object.keys(wellFormed[name])) {
        const { [member]: _left, ...rest } = wellFormed[name] as Record<string, unknown>;
        const answer = await application.router(name, rest);
        expect([member, codeOf(answer)]).toEqual([member, 'REQUEST_MALFORMED']);
      }
    },
  );

  it.each(names)('refuses junk in the place of each member, and writes nothing: %s', async (name) => {
    const { application, folder, failures } = makeApplication();
    const before = listFiles(folder);
    for (const member of Object.keys(wellFormed[name]).filter((key) => key !== 'view')) {
      for (const [what, value] of junk) {
        if (takesText.has(member) && typeof value === 'string' && value.length < 200) continue;
        const answer = await application.router(name, { ...wellFormed[name], [member]: value });
        expect([member, what, codeOf(answer)]).toEqual([member, what, 'REQUEST_MALFORMED']);
      }
    }
    expect(listFiles(folder)).toEqual(before);
    expect(failures).toEqual([]);
  });

  it('answers anything at all with a result, and none of it with a failure', async () => {
    const { application, failures } = makeApplication();
    const anyName = fc.oneof(fc.constantFrom(...names), fc.string());
    const anyInput = fc.oneof(
      fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }),
      fc.jsonValue(),
    );
    await fc.assert(
      fc.asyncProperty(anyName, anyInput, async (name, input) => {
        // Preferences and the sample need no input: an empty one is well formed.
        fc.pre(name !== 'sample.open' && name !== 'app.setPreferences');
        const answer = await application.router(name, input);
        expect(codeOf(answer)).not.toBe('INTERNAL');
      }),
      { numRuns: 500 },
    );
    expect(failures).toEqual([]);
  });
});

describe('a view to remember', () => {
  it.each([
    ['as deep as 100,000 brackets', deep(100_000)],
    ['of more than 4 kB', 'x'.repeat(5_000)],
    ['that is no JSON', () => 1],
    ['that holds what is no JSON', { at: 10n }],
    ['without a value', undefined],
  ])('is refused %s', async (_what, view) => {
    const { application, failures } = makeApplication();
    const answer = await application.router('paper.rememberView', { venue, paper: 7, view });
    expect(answer).toMatchObject({ ok: false, error: { code: 'REQUEST_MALFORMED' } });
    expect(failures).toEqual([]);
  });
});

describe('an answer of review.answer', () => {
  const answers: readonly unknown[] = [
    { kind: 'text', text: '' },
    { kind: 'text', text: 'x'.repeat(100_001) },
    { kind: 'text', text: 'x', value: 1 },
    { kind: 'rating', value: '4' },
    { kind: 'rating', value: Infinity },
    { kind: 'choice', option: '__proto__' },
    { kind: 'topics', tags: [] },
    { kind: 'topics', tags: [{ topic: 'sbi', weight: 'primary', fit: 4 }] },
    { kind: 'flag', isRaised: 'yes', detail: '' },
    { kind: 'constructor' },
    {},
  ];
  it.each(answers.map((answer) => [answer]))('is refused: %j', async (answer) => {
    const { application } = makeApplication();
    const reply = await application.router('review.answer', { ...wellFormed['review.answer'], answer });
    expect(reply).toMatchObject({ ok: false, error: { code: 'REQUEST_MALFORMED' } });
  });
});

describe('a request that is not known', () => {
  it.each(['', 'app.get ', 'APP.GET', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'app'])(
    'is refused: %j',
    async (name) => {
      expect(await makeApplication().application.router(name, {})).toEqual({
        ok: false,
        error: { code: 'REQUEST_UNKNOWN', message: 'Referee does not know this request.', detail: null },
      });
    },
  );

  it('is refused when its name is no text', async () => {
    const { router } = makeApplication().application;
    for (const name of [undefined, null, 7, {}, ['app.get'], Symbol('app.get')]) {
      expect(await router(name as string, {})).toMatchObject({
        ok: false,
        error: { code: 'REQUEST_UNKNOWN' },
      });
    }
  });
});

describe('a failure inside', () => {
  it('is told to the log with its stack, and to the caller without', async () => {
    const heard: string[] = [];
    const broken = {
      services: {
        stores: {
          list: () => {
            throw new Error('a bug of ours');
          },
        },
      },
    } as unknown as HandlerDeps;
    const router = createRouter(broken, (route, detail) => heard.push(`${route} ${detail}`));
    const answer = (await router('library.list', {})) as Extract<Result<unknown>, { ok: false }>;
    expect(answer).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
    expect(JSON.stringify(answer)).not.toMatch(/\bat .*:\d+|\.ts|node_modules/);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatch(/library\.list Error: a bug of ours\n\s+at /);
  });

  it('that is no error at all is told as one', async () => {
    const broken = {
      get services(): never {
        // oxlint-disable-next-line typescript/only-throw-error -- a library may throw anything
        throw 'text';
      },
    } as unknown as HandlerDeps;
    expect(await createRouter(broken, () => undefined)('library.list', {})).toMatchObject({
      ok: false,
      error: { code: 'INTERNAL', detail: 'text' },
    });
  });
});
