import { Failure } from './failure.mjs';
import { findProgram } from './find-program.mjs';
import { say } from './say.mjs';
import { installSystemPackages } from './system-packages.mjs';

/** Programs of others that tests check our files and our silence with. Linux only: elsewhere those tests are skipped. */
const programs = ['unzip', 'openssl', 'sha256sum', 'python3', 'strace', 'age'];

/** Which of them are missing. */
export function missingTestPrograms() {
  return process.platform === 'linux' ? programs.filter((name) => !findProgram(name)) : [];
}

/** Installs them where that is allowed, else fails with the command. */
export async function installTestPrograms() {
  const missing = missingTestPrograms();
  await installSystemPackages(
    'testing',
    `The tests check files with ${missing.join(', ')}, and that is missing.`,
  );
  const still = missingTestPrograms();
  if (still.length > 0)
    throw new Failure(`${still.join(', ')} was installed, yet it is not on PATH.`, `which ${still[0]}`);
  say(`${missing.join(', ')} installed`);
}
