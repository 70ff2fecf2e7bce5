import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../support/temp';

const isLinux = process.platform === 'linux';

function associate(dataHome: string, ...args: readonly string[]): void {
  const env = { ...process.env, XDG_DATA_HOME: dataHome, XDG_CONFIG_HOME: join(dataHome, 'config') };
  execFileSync(process.execPath, ['scripts/associate.mjs', ...args], { env, stdio: 'pipe' });
}

describe.runIf(isLinux)('the file association of a checkout', () => {
  it('names the media types, the extensions and a command that takes files, and is taken back whole', () => {
    const dataHome = tempFolder();
    associate(dataHome);
    const mimeFile = join(dataHome, 'mime', 'packages', 'referee.xml');
    const desktopFile = join(dataHome, 'applications', 'referee.desktop');
    const types = readFileSync(mimeFile, 'utf8');
    expect(types).toContain('<glob pattern="*.referee"/>');
    expect(types).toContain('<glob pattern="*.referee.age" weight="60"/>');
    const entry = readFileSync(desktopFile, 'utf8').split('\n');
    expect(entry).toContain('MimeType=application/vnd.referee+zip;application/vnd.referee+age;');
    expect(entry).toContain(`Exec=npm start --silent --prefix "${resolve('.')}" -- %F`);
    associate(dataHome, '--remove');
    expect([existsSync(mimeFile), existsSync(desktopFile)]).toEqual([false, false]);
  });
});
