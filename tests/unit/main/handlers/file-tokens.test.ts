import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFileTokens } from '@main/handlers/file-tokens';
import { makeApplication } from '../../../support/application';
import { tempFolder } from '../../../support/temp';

const notFound = expect.objectContaining({ code: 'FILE_NOT_FOUND' }) as Error;

describe('a file token', () => {
  it('stands for its path, for the use that a person chose it for and no other', () => {
    const tokens = createFileTokens();
    const { token, name } = tokens.issue('/some/ada.referee', 'read');
    expect(name).toBe('ada.referee');
    expect(tokens.pathOf(token, 'read')).toBe('/some/ada.referee');
    expect(() => tokens.pathOf(token, 'write')).toThrow(notFound);
    expect(() => tokens.pathOf(token, 'write', 'folder')).toThrow(notFound);
    expect(() => tokens.pathOf('f-99' as typeof token, 'read')).toThrow(notFound);
  });

  it('is another one when the same path is chosen for another use', () => {
    const tokens = createFileTokens();
    const read = tokens.issue('/some/table.csv', 'read').token;
    const write = tokens.issue('/some/table.csv', 'write').token;
    expect(read).not.toBe(write);
    expect(tokens.issue('/some/table.csv', 'read').token).toBe(read);
    expect(() => tokens.pathOf(read, 'write')).toThrow(notFound);
  });

  it('is given for what was dropped or offered only where that is a file', () => {
    const folder = tempFolder();
    const file = join(folder, 'ada.referee');
    writeFileSync(file, '');
    mkdirSync(join(folder, 'sub.referee'));
    const paths = [
      file,
      join(folder, 'sub.referee'),
      join(folder, 'gone.referee'),
      join(file, 'inside'),
      'a\0b',
    ];
    const tokens = createFileTokens();
    expect(tokens.issueFiles(paths).map(({ name }) => name)).toEqual(['ada.referee']);
    tokens.offer(paths);
    const [offered, another] = tokens.takeOffered();
    expect(another).toBeUndefined();
    expect(offered === undefined ? null : tokens.pathOf(offered.token, 'read')).toBe(file);
    expect(tokens.takeOffered()).toEqual([]);
  });
});

describe('a window that is hostile', () => {
  it('cannot have a bundle that was dropped overwritten by an export, nor read what was chosen to be written', async () => {
    const { application } = makeApplication();
    const path = join(tempFolder(), 'precious.referee');
    writeFileSync(path, 'precious');
    const [dropped] = application.tokens.issueFiles([path]);
    const asked = {
      venue: 'some-venue',
      papers: [1],
      includeUnready: true,
      isEncrypted: false,
      file: dropped?.token,
    };
    expect(await application.router('bundle.exportReviews', asked)).toMatchObject({
      ok: false,
      error: { code: 'FILE_NOT_FOUND', message: expect.stringContaining('precious.referee') as string },
    });
    const chosen = application.tokens.issue(path, 'write');
    for (const [route, input] of [
      ['bundle.inspect', { file: chosen.token, keyFile: null }],
      ['bundle.import', { files: [chosen.token], venue: null }],
      ['assignment.export', { venue: 'some-venue', folder: chosen.token }],
    ] as const) {
      expect(await application.router(route, input)).toMatchObject({ error: { code: 'FILE_NOT_FOUND' } });
    }
  });
});
