import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '@shared/contract/errors';
import { ASSIGNMENT_PATH } from '@main/bundle/payload';
import { quiet } from '@main/services/deps';
import { inspectBundle } from '@main/services/inspect-bundle';
import { editJson, fileOf, pack, resign, takeApart, type Parts } from '../../../support/craft-bundle';
import { makeJudgements } from '../../../support/judgements';
import { importAll, makeMachine, type Machine } from '../../../support/machine';
import { expectRefused } from '../../../support/refusal';
import { makeScene } from '../../../support/scene';

/** Noor's consolidation with the first review bundle inside changed, signed by her. */
function consolidationWith(change: (parts: Parts, path: string) => void): {
  organizer: Machine;
  path: string;
} {
  const { organizer, noor, consolidation } = makeJudgements();
  const parts = takeApart(consolidation);
  const inner = [...parts.files.keys()].find((name) => name.startsWith('data/received/')) ?? '';
  change(parts, inner);
  resign(parts, noor.identity, () => ({ sequence: 9 }));
  return { organizer, path: pack(join(noor.folder, 'bent.referee'), parts) };
}

/** What is said of a file before it is imported. */
function codeOfInspection(machine: Machine, path: string): string {
  try {
    inspectBundle(machine.deps, { path, keyPath: null }, quiet);
    return 'ok';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

describe('a chair who bends what reviewers signed', () => {
  it('is found out, in looking at the bundle as in importing it, and nothing of it comes in', () => {
    const { organizer, path } = consolidationWith((parts, inner) => {
      const bytes = Buffer.from(fileOf(parts, inner));
      const at = bytes.indexOf('"value":') + 8;
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
      parts.files.set(inner, bytes);
    });
    expect(codeOfInspection(organizer, path)).toBe('BUNDLE_DAMAGED');
    expectRefused(organizer, path, 'BUNDLE_DAMAGED');
  });

  it('is found out when a bundle inside is under another id', () => {
    const { organizer, path } = consolidationWith((parts, inner) => {
      parts.files.set(`data/received/b-${'0'.repeat(32)}.referee`, fileOf(parts, inner));
    });
    expect(codeOfInspection(organizer, path)).toBe('BUNDLE_INVALID');
    expectRefused(organizer, path, 'BUNDLE_INVALID', 'data/received/');
  });
});

it('a review signed with a key that an organizer has revoked is refused, whatever it brings', () => {
  const { organizer, ada, assignment, review } = makeScene();
  const parts = takeApart(assignment.replace('ada-lindqvist', 'noor-haddad'));
  editJson(parts, ASSIGNMENT_PATH, (payload) => ({
    ...payload,
    people: (payload['people'] as { name: string }[]).map((person) =>
      person.name === 'Ada Lindqvist' ? { ...person, revokedKeys: [ada.identity.fingerprint] } : person,
    ),
  }));
  resign(parts, organizer.identity, () => ({ sequence: 9 }));
  const noor = makeMachine();
  const revoking = pack(join(noor.folder, 'revoking.referee'), parts);
  expect(importAll(noor, revoking).rows[0]?.outcome).toBe('added');
  const path = join(noor.folder, 'review.referee');
  copyFileSync(review, path);
  expectRefused(noor, path, 'BUNDLE_REVOKED_KEY', ada.identity.fingerprint);
});
