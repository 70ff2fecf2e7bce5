import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ErrorReport } from '@shared/contract/errors';
import type { RouteInput, RouteName, RouteOutput } from '@shared/contract/routes';
import { formatSpoken } from '@shared/rules/spoken-fingerprint';
import { generateIdentity, identityFromPem, signBytes } from '@main/bundle/keys';
import type { Host } from '@main/compose';
import { makeApplication, type TestApplication } from '../support/application';
import { identityText, keepInFile, keychain, lockedKeychain } from '../support/keys';
import { makeScene } from '../support/scene';
import { tempFolder } from '../support/temp';

/** Sealing and opening with a passphrase take about a second each, on purpose. */
const PATIENCE = { timeout: 60_000 };
const PASSPHRASE = 'tidal marsh Übung 7';
const OTHER = 'another one altogether';

const picker = { choose: () => Promise.resolve([]), showInFolder: () => undefined };

/** A window's application on a data folder, on a computer without a keychain unless told otherwise. */
const openWindow = (folder?: string, changes: Partial<Host> = {}): TestApplication =>
  makeApplication(folder, { picker, ...changes });

async function ask<Name extends RouteName>(
  { application }: TestApplication,
  name: Name,
  input: RouteInput<Name>,
): Promise<RouteOutput<Name>> {
  const answer = await application.router(name, input);
  expect(answer).toMatchObject({ ok: true });
  return (answer as { value: RouteOutput<Name> }).value;
}

async function refusal<Name extends RouteName>(
  { application }: TestApplication,
  name: Name,
  input: RouteInput<Name>,
): Promise<ErrorReport> {
  const answer = await application.router(name, input);
  if (answer.ok) throw new Error(`${name} was not refused`);
  return answer.error;
}

/** Exports the sample's first review, which signs; how the job ended. */
async function sign(app: TestApplication): Promise<unknown> {
  await app.application.jobs.whenEnded(await ask(app, 'sample.open', {}));
  const [listed] = await ask(app, 'library.list', {});
  const venue = listed?.venue as string;
  const { papers } = await ask(app, 'library.get', { venue });
  const paper = papers[0]?.number ?? 0;
  const answer = { kind: 'text', text: 'A word.' } as const;
  await ask(app, 'review.answer', { venue, paper, field: 'summary', answer });
  const job = await ask(app, 'bundle.exportReviews', {
    venue,
    papers: [paper],
    includeUnready: true,
    isEncrypted: false,
    file: app.application.tokens.issue(join(tempFolder(), 'out.referee'), 'write').token,
  });
  const { status, error } = await app.application.jobs.whenEnded(job);
  return error === null ? status : error.code;
}

const writeTo = (app: TestApplication, path: string): string =>
  app.application.tokens.issue(path, 'write').token;
const readFrom = (app: TestApplication, path: string): string =>
  app.application.tokens.issue(path, 'read').token;

let backup: { readonly bytes: Buffer; readonly fingerprint: string } | undefined;

/** A backup of a new key, made once on a computer of its own and copied for each test. */
async function makeBackup(): Promise<{ path: string; fingerprint: string }> {
  const path = join(tempFolder(), 'referee-key.age');
  if (backup === undefined) {
    const away = openWindow();
    const { fingerprint } = await ask(away, 'key.protect', { keeping: 'file' });
    await ask(away, 'key.backUp', { file: writeTo(away, path), passphrase: PASSPHRASE });
    backup = { bytes: readFileSync(path), fingerprint: fingerprint ?? '' };
  }
  writeFileSync(path, backup.bytes);
  return { path, fingerprint: backup.fingerprint };
}

describe('a signing key', () => {
  it('is made when something is first signed and not before, in the keychain where there is one', async () => {
    const app = openWindow(undefined, { keychain: async () => keychain });
    expect(await ask(app, 'key.get', {})).toMatchObject({
      state: 'none',
      fingerprint: null,
      hasKeychain: true,
    });
    expect(existsSync(join(app.folder, 'identity.json'))).toBe(false);
    expect(await sign(app)).toBe('done');
    const { fingerprint, ...info } = await ask(app, 'key.get', {});
    expect(info).toMatchObject({ state: 'ready', keeping: 'keychain' });
    expect(identityText(app.folder)).not.toContain('PRIVATE KEY');
    expect(app.events).toContainEqual({ topic: 'key.changed', payload: {} });

    const again = openWindow(app.folder, { keychain: async () => keychain });
    expect(await ask(again, 'key.get', {})).toMatchObject({ state: 'ready', fingerprint });
  });

  it('is made in no way that nobody chose: without a keychain the window asks first', async () => {
    const app = openWindow();
    expect(await sign(app)).toBe('KEY_UNDECIDED');
    expect(existsSync(join(app.folder, 'identity.json'))).toBe(false);
    await ask(app, 'key.protect', { keeping: 'file' });
    expect(await sign(app)).toBe('done');
    expect(await ask(app, 'key.get', {})).toMatchObject({
      state: 'ready',
      keeping: 'file',
      hasKeychain: false,
    });
  });

  it('behind a passphrase signs after a start only when that was given', PATIENCE, async () => {
    const app = openWindow();
    const { fingerprint } = await ask(app, 'key.protect', { keeping: 'passphrase', passphrase: PASSPHRASE });
    expect(await sign(app)).toBe('done');
    expect(identityText(app.folder)).not.toContain('PRIVATE KEY');

    const again = openWindow(app.folder);
    expect(await ask(again, 'key.get', {})).toMatchObject({ state: 'locked', fingerprint });
    expect(await sign(again)).toBe('KEY_LOCKED');
    expect(await refusal(again, 'key.unlock', { passphrase: OTHER })).toMatchObject({
      code: 'KEY_WRONG_PASSPHRASE',
    });
    expect(await sign(again)).toBe('KEY_LOCKED');
    expect(await ask(again, 'key.unlock', { passphrase: PASSPHRASE })).toMatchObject({
      state: 'ready',
      fingerprint,
    });
    expect(await sign(again)).toBe('done');
  });

  it('opens for the same letters, however another system composes them', PATIENCE, async () => {
    const app = openWindow();
    await ask(app, 'key.protect', { keeping: 'passphrase', passphrase: PASSPHRASE.normalize('NFC') });
    const again = openWindow(app.folder);
    expect(await ask(again, 'key.unlock', { passphrase: PASSPHRASE.normalize('NFD') })).toMatchObject({
      state: 'ready',
    });
  });

  it('stays the same key through every change of how it is kept', PATIENCE, async () => {
    const app = openWindow(undefined, { keychain: async () => keychain });
    const { fingerprint } = await ask(app, 'key.protect', { keeping: 'file' });
    for (const choice of [
      { keeping: 'passphrase', passphrase: PASSPHRASE },
      { keeping: 'passphrase', passphrase: OTHER },
      { keeping: 'keychain' },
      { keeping: 'file' },
    ] as const) {
      expect(await ask(app, 'key.protect', choice)).toMatchObject({ keeping: choice.keeping, fingerprint });
      const again = openWindow(app.folder, { keychain: async () => keychain });
      if (choice.keeping === 'passphrase') await ask(again, 'key.unlock', { passphrase: choice.passphrase });
      expect(await ask(again, 'key.get', {})).toMatchObject({ state: 'ready', fingerprint });
    }
  });

  it(
    'that is locked is not kept in another way, and a keychain that is not there keeps none',
    PATIENCE,
    async () => {
      const app = openWindow();
      await ask(app, 'key.protect', { keeping: 'passphrase', passphrase: PASSPHRASE });
      const before = identityText(app.folder);
      expect(await refusal(openWindow(app.folder), 'key.protect', { keeping: 'file' })).toMatchObject({
        code: 'KEY_LOCKED',
      });
      expect(await refusal(app, 'key.protect', { keeping: 'keychain' })).toMatchObject({
        code: 'NOT_AVAILABLE_HERE',
      });
      expect(identityText(app.folder)).toBe(before);
    },
  );

  it('that a keychain does not give out is a refusal in words, not the keychain’s own error', async () => {
    const app = openWindow(undefined, { keychain: async () => keychain });
    const { fingerprint } = await ask(app, 'key.protect', { keeping: 'keychain' });
    const text = identityText(app.folder);
    const locked = openWindow(app.folder, { keychain: async () => lockedKeychain });
    expect(await ask(locked, 'key.get', {})).toMatchObject({
      state: 'unusable',
      fingerprint,
      keeping: 'keychain',
      problem: expect.stringContaining('Unlock the keychain') as string,
    });
    expect(await sign(locked)).toBe('FILE_UNREADABLE');
    const commandLine = makeApplication(app.folder);
    const told = await ask(commandLine, 'key.get', {});
    expect(told.problem).toContain('Export in the Referee window');
    expect(told.problem).not.toMatch(/unlock/i);
    expect(identityText(app.folder)).toBe(text);
  });

  it.each([
    ['nothing', ''],
    ['half a file', '{"format":"referee-identity/1","kept":"fi'],
    ['another format', '{"format":"referee-identity/9","kept":"file","privateKey":""}'],
    ['a key that is none', '{"format":"referee-identity/1","kept":"file","privateKey":"garbage"}'],
    ['another’s fingerprint', 'foreign'],
  ])('is said to be unusable, and not replaced, when its file holds %s', async (_what, text) => {
    const app = makeApplication();
    const held =
      text === 'foreign'
        ? JSON.stringify({
            format: 'referee-identity/2',
            kept: 'file',
            fingerprint: generateIdentity().fingerprint,
            privateKey: generateIdentity().privatePem,
          })
        : text;
    writeFileSync(join(app.folder, 'identity.json'), held);
    expect(await ask(app, 'key.get', {})).toMatchObject({
      state: 'unusable',
      problem: expect.stringContaining('identity.json') as string,
    });
    expect(await sign(app)).toBe('FILE_UNREADABLE');
    expect(identityText(app.folder)).toBe(held);
  });

  it('of another, put there by another process, is not signed over by the one in memory', async () => {
    const app = makeApplication();
    await ask(app, 'key.protect', { keeping: 'file' });
    const other = generateIdentity();
    keepInFile(app.folder, other);
    expect(await ask(app, 'key.get', {})).toMatchObject({ fingerprint: other.fingerprint });
    expect(await ask(app, 'key.protect', { keeping: 'file' })).toMatchObject({
      fingerprint: other.fingerprint,
    });
  });
});

describe('a backup', () => {
  it('brings the same key to a second computer, which then signs as the first', PATIENCE, async () => {
    const { path, fingerprint } = await makeBackup();
    const sealed = readFileSync(path, 'utf8');
    expect(sealed).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n/);
    expect(sealed).not.toContain(fingerprint);

    const second = openWindow();
    const restored = await ask(second, 'key.restore', {
      file: readFrom(second, path),
      passphrase: PASSPHRASE,
      keeping: 'file',
      replace: false,
    });
    expect(restored).toMatchObject({
      key: { state: 'ready', fingerprint, keeping: 'file' },
      keptAside: null,
    });
    const { privateKey } = JSON.parse(identityText(second.folder)) as { privateKey: string };
    const bytes = Buffer.from('signed on either computer');
    expect(signBytes(identityFromPem(privateKey), bytes)).toEqual(
      signBytes(second.application.services.identity(), bytes),
    );
    expect(await sign(second)).toBe('done');
  });

  it(
    'is kept as safely as it can be: in the keychain, else behind its own passphrase',
    PATIENCE,
    async () => {
      const { path, fingerprint } = await makeBackup();
      const restore = { passphrase: PASSPHRASE, keeping: 'protected', replace: false } as const;
      const withKeychain = openWindow(undefined, { keychain: async () => keychain });
      await ask(withKeychain, 'key.restore', { ...restore, file: readFrom(withKeychain, path) });
      expect(await ask(withKeychain, 'key.get', {})).toMatchObject({ keeping: 'keychain', fingerprint });

      const without = openWindow();
      await ask(without, 'key.restore', { ...restore, file: readFrom(without, path) });
      expect(await ask(without, 'key.get', {})).toMatchObject({ keeping: 'passphrase', state: 'ready' });
      const again = openWindow(without.folder);
      expect(await ask(again, 'key.unlock', { passphrase: PASSPHRASE })).toMatchObject({ fingerprint });
    },
  );

  it('replaces a key that never signed without a question, and keeps its file', PATIENCE, async () => {
    const { path, fingerprint } = await makeBackup();
    const app = openWindow();
    const unused = await ask(app, 'key.protect', { keeping: 'file' });
    const before = identityText(app.folder);
    const { key, keptAside } = await ask(app, 'key.restore', {
      file: readFrom(app, path),
      passphrase: PASSPHRASE,
      keeping: 'file',
      replace: false,
    });
    expect(key).toMatchObject({ fingerprint });
    expect(keptAside).toBe(`identity-${unused.fingerprint?.slice(0, 8)}.json`);
    expect(readFileSync(join(app.folder, keptAside ?? ''), 'utf8')).toBe(before);
  });

  it(
    'replaces a key that has signed only when a person says so, who is told whose it is',
    PATIENCE,
    async () => {
      const { path, fingerprint } = await makeBackup();
      const { ada } = makeScene();
      const folder = join(ada.folder, 'data');
      keepInFile(folder, ada.identity);
      ada.deps.stores.close();
      const before = identityText(folder);
      const app = openWindow(folder);
      const input = { file: readFrom(app, path), passphrase: PASSPHRASE, keeping: 'file' } as const;
      const { code, message } = await refusal(app, 'key.restore', { ...input, replace: false });
      expect(code).toBe('KEY_IN_USE');
      expect(message).toContain('Ada Lindqvist for Sim2Science 2026');
      expect(message).toContain(formatSpoken(ada.identity.fingerprint));
      expect(identityText(folder)).toBe(before);

      const { keptAside } = await ask(app, 'key.restore', { ...input, replace: true });
      expect(readFileSync(join(folder, keptAside ?? ''), 'utf8')).toBe(before);
      expect(await ask(app, 'key.get', {})).toMatchObject({ fingerprint });
    },
  );

  it('of the key that is there already asks nothing, even after it has signed', PATIENCE, async () => {
    const { ada } = makeScene();
    const folder = join(ada.folder, 'data');
    keepInFile(folder, ada.identity);
    ada.deps.stores.close();
    const app = openWindow(folder);
    const path = join(ada.folder, 'key.age');
    await ask(app, 'key.backUp', { file: writeTo(app, path), passphrase: PASSPHRASE });
    await ask(app, 'key.protect', { keeping: 'passphrase', passphrase: 'forgotten since' });
    const later = openWindow(folder);
    expect(
      await ask(later, 'key.restore', {
        file: readFrom(later, path),
        passphrase: PASSPHRASE,
        keeping: 'protected',
        replace: false,
      }),
    ).toMatchObject({ key: { state: 'ready', fingerprint: ada.identity.fingerprint } });
  });

  it('restores a key whose file was damaged, and keeps that file', PATIENCE, async () => {
    const { path, fingerprint } = await makeBackup();
    const app = openWindow();
    writeFileSync(join(app.folder, 'identity.json'), 'damaged');
    const { key, keptAside } = await ask(app, 'key.restore', {
      file: readFrom(app, path),
      passphrase: PASSPHRASE,
      keeping: 'file',
      replace: false,
    });
    expect(key).toMatchObject({ state: 'ready', fingerprint });
    expect(readFileSync(join(app.folder, keptAside ?? ''), 'utf8')).toBe('damaged');
  });

  it('is refused with what is wrong, and changes nothing', PATIENCE, async () => {
    const { path } = await makeBackup();
    const app = openWindow();
    keepInFile(app.folder, generateIdentity());
    const before = identityText(app.folder);
    const wrong = join(tempFolder(), 'other.age');
    const flipped = readFileSync(path);
    flipped.writeUInt8(flipped.readUInt8(400) ^ 1, 400);
    writeFileSync(wrong, flipped);
    const text = join(tempFolder(), 'notes.txt');
    writeFileSync(text, 'Buy milk.');
    const large = join(tempFolder(), 'large.age');
    writeFileSync(large, 'x'.repeat(100_000));
    for (const [file, passphrase, code, words] of [
      [path, OTHER, 'KEY_WRONG_PASSPHRASE', 'referee-key.age'],
      [wrong, PASSPHRASE, 'FILE_UNREADABLE', 'other.age'],
      [text, PASSPHRASE, 'FILE_UNREADABLE', 'notes.txt'],
      [large, PASSPHRASE, 'FILE_UNREADABLE', 'large.age'],
      [join(tempFolder(), 'gone.age'), PASSPHRASE, 'FILE_UNREADABLE', 'gone.age'],
    ] as const) {
      const input = { file: readFrom(app, file), passphrase, keeping: 'file', replace: true } as const;
      expect(await refusal(app, 'key.restore', input)).toMatchObject({
        code,
        message: expect.stringContaining(words) as string,
      });
    }
    expect(identityText(app.folder)).toBe(before);
    expect(readdirSync(app.folder).filter((name) => name.startsWith('identity-'))).toEqual([]);
  });

  it('is made of no key that is not there, nor of one that is locked', PATIENCE, async () => {
    const app = openWindow();
    const path = join(tempFolder(), 'key.age');
    const input = (one: TestApplication) => ({ file: writeTo(one, path), passphrase: PASSPHRASE });
    expect(await refusal(app, 'key.backUp', input(app))).toMatchObject({ code: 'KEY_NOT_FOUND' });
    await ask(app, 'key.protect', { keeping: 'passphrase', passphrase: PASSPHRASE });
    const again = openWindow(app.folder);
    expect(await refusal(again, 'key.backUp', input(again))).toMatchObject({ code: 'KEY_LOCKED' });
    expect(existsSync(path)).toBe(false);
  });
});

it(
  'no passphrase and no key is ever told: not in an answer, an event, a failure, or a file',
  PATIENCE,
  async () => {
    const { path } = await makeBackup();
    const secret = 'xyzzy-PASSPHRASE-plugh';
    const app = openWindow(undefined, {
      keychain: async () => {
        throw new TypeError('a bug in the keychain');
      },
    });
    const file = readFrom(app, path);
    const answers: unknown[] = [];
    for (const [name, input] of [
      ['key.protect', { keeping: 'passphrase', passphrase: secret }],
      ['key.protect', { keeping: 'keychain', passphrase: secret }],
      ['key.unlock', { passphrase: secret }],
      ['key.unlock', { passphrase: secret.repeat(100) }],
      ['key.unlock', { passphrase: [secret] }],
      [
        'key.backUp',
        { file: writeTo(app, join(app.folder, 'no', 'such', 'folder', 'k.age')), passphrase: secret },
      ],
      ['key.restore', { file, passphrase: secret, keeping: 'file', replace: false }],
      ['key.restore', { file: 'f-99', passphrase: secret, keeping: 'file', replace: false }],
      ['key.restore', { file, passphrase: PASSPHRASE, keeping: 'file', replace: false }],
    ] as const) {
      answers.push(await app.application.router(name, input));
    }
    expect(app.failures.length).toBeGreaterThan(0);
    const told = JSON.stringify([answers, app.events, app.failures]);
    expect(told).not.toContain(secret);
    expect(told).not.toContain(PASSPHRASE);
    expect(told).not.toContain('PRIVATE KEY');
    expect(readdirSync(app.folder, { recursive: true })).toEqual([]);
  },
);
