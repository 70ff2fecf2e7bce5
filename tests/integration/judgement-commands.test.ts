import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeJudgements, type Judgements } from '../support/judgements';
import { ensureBuilt, referee } from '../support/built';
import { keepInFile } from '../support/keys';
import { completeReview, exportTo, importAll, type Machine } from '../support/machine';

beforeAll(ensureBuilt, 120_000);

/** Runs a command on somebody's computer, which nobody else uses meanwhile; its answer in JSON. */
function on(
  machine: Machine,
  ...args: readonly string[]
): { readonly status: number | null; readonly json: unknown; readonly err: string } {
  machine.deps.stores.close();
  const { status, out, err } = referee(
    [...args, '--json', '--store', join(machine.folder, 'data')],
    {},
    machine.folder,
  );
  return { status, json: out === '' ? null : JSON.parse(out), err };
}

/** The venue with each computer's own key in its data folder, as the command line wants it. */
function play(): Judgements {
  const played = makeJudgements();
  for (const { folder, identity } of [played.organizer, played.noor, played.kai, played.bo, ...played.ada])
    keepInFile(join(folder, 'data'), identity);
  return played;
}

describe('a chair on the command line', () => {
  it('writes a meta-review, settles a conflict and sends both', () => {
    const { noor, organizer } = play();
    const open = on(noor, 'conflict', 'list').json as {
      versions: { hash: string }[];
      setAside: { hash: string }[];
    }[];
    expect(open).toMatchObject([{ paper: 7, settledBy: 'Noor Haddad' }]);
    const other = String(open[0]?.setAside[0]?.hash);
    expect(on(noor, 'conflict', 'settle', '7', other).status).toBe(0);
    expect(on(noor, 'meta', 'set', '7', '--text', 'Again.', '--recommendation', 'oral').json).toMatchObject({
      content: { text: 'Again.', recommendation: 'oral', confidence: 4, needsDiscussion: true },
    });
    expect(on(noor, 'consolidation', 'export', '--out', 'c.referee.age').json).toMatchObject({
      isEncrypted: true,
      papers: [7],
    });
    const path = join(noor.folder, 'c.referee.age');
    expect(on(organizer, 'bundle', 'import', path).json).toMatchObject({ rows: [{ outcome: 'added' }] });
    expect(on(organizer, 'meta', 'show', '7').json).toMatchObject({
      metaReviews: [{ chairName: 'Noor Haddad', versions: [{ content: { text: 'Again.' } }] }],
    });
    expect(on(organizer, 'conflict', 'list').json).toMatchObject([{ versions: [{ hash: other }] }]);
  });

  it('hears what is no outcome, no confidence, no version', () => {
    const { noor } = play();
    expect(on(noor, 'meta', 'set', '7', '--recommendation', 'maybe')).toMatchObject({
      status: 1,
      err: expect.stringContaining('maybe is not an outcome') as string,
    });
    expect(on(noor, 'meta', 'set', '7', '--confidence', '6').status).toBe(2);
    expect(on(noor, 'conflict', 'settle', '7', 'a'.repeat(64)).status).toBe(1);
  });
});

describe('an organizer on the command line', () => {
  it('decides and tells the chairs', () => {
    const { organizer, kai } = play();
    expect(on(organizer, 'decision', 'set', '12', 'oral', '--session', 'Opening').status).toBe(0);
    expect(on(organizer, 'decision', 'list').json).toMatchObject({
      rows: [
        { number: 7, mine: { outcome: 'poster' } },
        { number: 12, mine: { outcome: 'oral', session: 'Opening' } },
        {},
      ],
    });
    expect(on(organizer, 'decision', 'export', '--out', 'd.referee', '--plain').status).toBe(0);
    expect(on(kai, 'bundle', 'import', join(organizer.folder, 'd.referee')).json).toMatchObject({
      rows: [{ outcome: 'added', papers: [7, 12] }],
    });
    expect(on(kai, 'decision', 'list').err).toContain('Only organizers');
  });

  it('revokes a key, and what it signs is refused from then on, here and at the chairs', () => {
    const { organizer, kai, bo, reviews } = play();
    importAll(organizer, ...reviews);
    const people = on(organizer, 'trust', 'list').json as { name: string; keys: { fingerprint: string }[] }[];
    const key = String(people.find(({ name }) => name === 'Bo Nakamura')?.keys[0]?.fingerprint);
    expect(key).toBe(bo.identity.fingerprint);
    expect(on(organizer, 'trust', 'revoke', key.slice(0, 12)).status).toBe(0);
    expect(on(organizer, 'assignment', 'export', '--out', 'again').status).toBe(0);
    completeReview(bo, 12, 6);
    const late = exportTo(bo, join(bo.folder, 'late.referee'), [12]).path;
    expect(on(organizer, 'bundle', 'import', late)).toMatchObject({
      status: 1,
      json: { rows: [{ error: { code: 'BUNDLE_REVOKED_KEY' } }] },
    });
    expect(
      on(kai, 'bundle', 'import', join(organizer.folder, 'again', 'sim2science-2026-kai-moreau.referee'))
        .status,
    ).toBe(0);
    expect(on(kai, 'bundle', 'import', late)).toMatchObject({
      status: 1,
      json: { rows: [{ error: { code: 'BUNDLE_REVOKED_KEY' } }] },
    });
    expect(on(kai, 'bundle', 'verify', late)).toMatchObject({
      status: 1,
      json: [{ ok: false, code: 'SIGNER_REVOKED' }],
    });
  });
});

describe('a reviewer of two computers on the command line', () => {
  it('sees the other version and takes it', () => {
    const { ada, reviews } = play();
    const [laptop] = ada;
    const desktops = String(reviews[1]);
    expect(on(laptop, 'bundle', 'import', desktops).json).toMatchObject({ rows: [{ outcome: 'conflict' }] });
    const [other] = on(laptop, 'conflict', 'versions', '7').json as { hash: string }[];
    expect(on(laptop, 'conflict', 'take', '7', String(other?.hash), 'theirs').json).toMatchObject({
      answers: { overall: { value: 6 } },
    });
    expect(on(laptop, 'conflict', 'versions', '7').json).toEqual([]);
  });
});
