import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReceiptCheck } from '@shared/contract/receipt';
import type { PaperNumber } from '@shared/model/ids';
import type { Receipt } from '@shared/model/receipt';
import { toCanonicalBytes } from '@main/bundle/canonical-json';
import { signBytes } from '@main/bundle/keys';
import { quiet } from '@main/services/deps';
import { makeReceipt } from '@main/services/make-receipt';
import { verifyReceipt } from '@main/services/verify-receipt';
import {
  completeReview,
  exportTo,
  importAll,
  makeMachine,
  makeOrganizer,
  SIM2SCIENCE,
  type Machine,
} from '../support/machine';

/** What a reader of a receipt must not learn. */
const SECRET = 'unmistakably private words';

async function issue(machine: Machine, papers: readonly number[], hasTitles = false): Promise<string> {
  const path = join(machine.folder, 'receipt.json');
  await makeReceipt(
    machine.deps,
    {
      venue: SIM2SCIENCE,
      papers: papers as readonly PaperNumber[],
      hasTitles,
      readable: 'text',
      pageSize: 'A4',
      path,
    },
    quiet,
  );
  return path;
}

/** Ada with two reviews, one exported; the organizer has the bundle. */
async function scene(): Promise<{ ada: Machine; organizer: Machine; path: string; bundle: string }> {
  const { machine: organizer, bundleOf } = makeOrganizer();
  const ada = makeMachine();
  importAll(ada, bundleOf('Ada Lindqvist'));
  completeReview(ada, 7, 4, SECRET);
  completeReview(ada, 12, 3, SECRET);
  const bundle = join(ada.folder, 'ada.referee');
  exportTo(ada, bundle, [7]);
  importAll(organizer, bundle);
  return { ada, organizer, path: await issue(ada, [7, 12]), bundle };
}

function check(machine: Machine, path: string, own: Machine | null = null): ReceiptCheck {
  return verifyReceipt(machine.deps, { path, ownFingerprint: own?.identity.fingerprint ?? null });
}

function read(path: string): Receipt {
  return JSON.parse(readFileSync(path, 'utf8')) as Receipt;
}

function reasonAfter(path: string, machine: Machine, change: (receipt: Receipt) => unknown): string {
  writeFileSync(path, JSON.stringify(change(read(path))));
  const found = check(machine, path);
  return found.isValid ? 'valid' : found.reason;
}

describe('a receipt', () => {
  it('proves to the chairs which reviews were made, by whom, and that they have one of them', async () => {
    const { organizer, path } = await scene();
    const found = check(organizer, path);
    if (!found.isValid) throw new Error(found.reason);
    expect(found.signer).toBe('known');
    expect(found.matching).toEqual([7]);
    expect(found.statement.reviewer.name).toBe('Ada Lindqvist');
    expect(
      found.statement.reviews.map(({ paper, state, bundle }) => [paper, state, bundle === null]),
    ).toEqual([
      [7, 'ready', false],
      [12, 'ready', true],
    ]);
  });

  it('names the revision that a later export carries', async () => {
    const { ada, organizer, path } = await scene();
    const later = join(ada.folder, 'later.referee');
    exportTo(ada, later, [7, 12]);
    importAll(organizer, later);
    expect(check(organizer, path)).toMatchObject({ matching: [7, 12] });
  });

  it('holds nothing of what the reviews say, and no title unless it is wanted', async () => {
    const { ada, path } = await scene();
    const both = readFileSync(path, 'utf8') + readFileSync(path.replace('.json', '.txt'), 'utf8');
    expect(both).not.toContain(SECRET);
    expect(both).not.toContain('Title of paper');
    expect(both).not.toContain(ada.folder);
    expect(readFileSync(await issue(ada, [7], true), 'utf8')).toContain('Title of paper, 7');
  });

  it('is valid however its JSON is laid out, and says so of one’s own', async () => {
    const { ada, path } = await scene();
    writeFileSync(path, JSON.stringify(read(path), null, 2));
    expect(check(ada, path, ada)).toMatchObject({ isValid: true, signer: 'mine', matching: [7, 12] });
  });

  it('is refused when anything in it was changed, or when it is something else', async () => {
    const { organizer, path } = await scene();
    const original = read(path);
    const reset = (): void => {
      writeFileSync(path, JSON.stringify(original));
    };
    const stranger = makeMachine();
    const changes: readonly (readonly [RegExp, (receipt: Receipt) => unknown])[] = [
      [
        /changed after it was signed/,
        (r) => ({ ...r, statement: { ...r.statement, issuedAt: '2026-01-01T00:00:00.000Z' } }),
      ],
      [/not the key whose fingerprint/, (r) => ({ ...r, publicKey: stranger.identity.publicPem })],
      [/does not follow the receipt format/, (r) => ({ ...r, statement: { ...r.statement, extra: 1 } })],
      [/newer Referee/, (r) => ({ ...r, statement: { ...r.statement, format: 'referee-receipt/2' } })],
      [/no receipt/, () => ({ hello: 1 })],
      [/no receipt/, () => null],
    ];
    for (const [reason, change] of changes) {
      reset();
      expect(reasonAfter(path, organizer, change)).toMatch(reason);
    }
    writeFileSync(path, 'PK\u0003\u0004');
    expect(check(organizer, path)).toMatchObject({ isValid: false });
  });

  it('signed by a stranger in a reviewer’s name is valid, and said to be by an unknown key', async () => {
    const { organizer, path } = await scene();
    const mallory = makeMachine();
    const { statement } = read(path);
    const { fingerprint, publicPem } = mallory.identity;
    const forged = { ...statement, reviewer: { ...statement.reviewer, fingerprint } };
    const signature = signBytes(mallory.identity, toCanonicalBytes(forged)).toString('base64');
    writeFileSync(path, JSON.stringify({ statement: forged, publicKey: publicPem, signature }));
    expect(check(organizer, path)).toMatchObject({ isValid: true, signer: 'unknown' });
  });

  it('does not make another paper’s review, or another person’s, the one that it claims', async () => {
    const { ada, organizer, path } = await scene();
    const { statement } = read(path);
    const [first] = statement.reviews;
    const claim = (machine: Machine, paper: number): ReceiptCheck => {
      const { fingerprint, publicPem } = machine.identity;
      const claimed = {
        ...statement,
        reviewer: { ...statement.reviewer, fingerprint },
        reviews: [{ ...first, paper: paper as PaperNumber }],
      };
      const signature = signBytes(machine.identity, toCanonicalBytes(claimed)).toString('base64');
      writeFileSync(path, JSON.stringify({ statement: claimed, publicKey: publicPem, signature }));
      return check(organizer, path);
    };
    expect(claim(ada, 7)).toMatchObject({ isValid: true, signer: 'known', matching: [7] });
    expect(claim(ada, 12)).toMatchObject({ isValid: true, signer: 'known', matching: [] });
    expect(claim(makeMachine(), 7)).toMatchObject({ isValid: true, signer: 'unknown', matching: [] });
  });

  const hasJq = spawnSync('jq', ['--version']).status === 0;
  it.skipIf(!hasJq)('can be checked with jq and openssl alone, as its document tells', async () => {
    const { path } = await scene();
    const document = readFileSync(join('docs', 'formats', 'receipt-v1.md'), 'utf8');
    const recipe = /```sh\n(.*?)```/s.exec(document)?.[1] ?? '';
    const run = (): string => {
      const { stdout, stderr } = spawnSync('sh', ['-c', recipe], { cwd: join(path, '..'), encoding: 'utf8' });
      return stdout + stderr;
    };
    expect(run()).toContain('Signature Verified Successfully');
    const { reviewer } = read(path).statement;
    expect(run()).toContain(reviewer.fingerprint);
    writeFileSync(path, readFileSync(path, 'utf8').replace('"ready"', '"draft"'));
    expect(run()).toContain('Signature Verification Failure');
  });
});
