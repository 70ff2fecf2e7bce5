import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MANIFEST } from '@main/bundle/bag';
import { fileOf, resign, signAsIs } from '../../../support/craft-bundle';
import { importAll } from '../../../support/machine';
import { rawZip } from '../../../support/raw-zip';
import { makeCraft, reviewOf } from '../../../support/refusal';
import { makeScene } from '../../../support/scene';

/** What commands a terminal, turns writing round or is not seen. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const HOSTILE = '\u202ecod\u001b[2J\u009b31m\u200b\u0007.referee';

describe('names that a stranger chose are told with what hides in them written out', () => {
  it('of a file that is refused', () => {
    const { organizer } = makeScene();
    const path = join(organizer.folder, HOSTILE);
    writeFileSync(path, 'no bundle');
    const [row] = importAll(organizer, path).rows;
    expect(row?.error?.code).toBe('BUNDLE_NOT_A_BUNDLE');
    expect(row?.fileName).toBe('\\u{202e}cod\\u{1b}[2J\\u{9b}31m\\u{200b}\\u{7}.referee');
    expect(JSON.stringify(row)).not.toMatch(HIDDEN);
  });

  it('of a file that comes in, also where the store keeps its name', () => {
    const { organizer, review } = makeScene();
    const path = join(organizer.folder, HOSTILE);
    copyFileSync(review, path);
    const [row] = importAll(organizer, path).rows;
    expect(row?.outcome).toBe('added');
    expect(JSON.stringify(row)).not.toMatch(HIDDEN);
  });

  it.each([
    ['that turns round', 'b/x\u202etxt.exe'],
    ['that commands', 'b/\u001b]0;owned\u0007'],
    ['that commands in one byte', Buffer.concat([Buffer.from('b/'), Buffer.from([0x9b, 0x32, 0x4a])])],
    ['without width', 'b/\u200b\u2060'],
    ['without end', `b/${'\u0001'.repeat(60_000)}`],
  ])('of an entry %s', (_what, name) => {
    const { organizer } = makeScene();
    const path = join(organizer.folder, 'some.referee');
    writeFileSync(path, rawZip([{ name }]));
    const [row] = importAll(organizer, path).rows;
    expect(row?.error?.detail).toContain('a name that no bundle has');
    expect(row?.error?.detail).not.toMatch(HIDDEN);
    expect(row?.error?.detail?.length).toBeLessThan(1_500);
  });

  it('of a line of a manifest', () => {
    const { organizer, ada, craft } = makeCraft();
    const path = craft((parts) => {
      parts.files.set(
        MANIFEST,
        Buffer.from(`${fileOf(parts, MANIFEST).toString()}\u001b[2J${'x'.repeat(9_999)}\n`),
      );
      signAsIs(parts, ada.identity);
    });
    const [row] = importAll(organizer, path).rows;
    expect(row?.error?.detail).toContain('not a line: \\u{1b}[2J');
    expect(row?.error?.detail?.length).toBeLessThan(400);
  });

  it('of a member of JSON', () => {
    const { organizer, ada, craft } = makeCraft();
    const path = craft((parts) => {
      const text = fileOf(parts, reviewOf(parts)).toString();
      parts.files.set(
        reviewOf(parts),
        Buffer.from(text.replace('"answers":{', '"answers":{"\u009b2J\u202e":1,')),
      );
      resign(parts, ada.identity);
    });
    const [row] = importAll(organizer, path).rows;
    expect(row?.error?.code).toBe('BUNDLE_INVALID');
    expect(row?.error?.detail).not.toMatch(HIDDEN);
  });
});
