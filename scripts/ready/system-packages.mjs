import { existsSync } from 'node:fs';
import { Failure } from './failure.mjs';
import { lastLine, run } from './processes.mjs';
import { say, showProgress } from './say.mjs';

/** What each need is called by the package managers that may be there, first match wins. */
const names = {
  window: {
    'apt-get': ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libatk-bridge2.0-0'],
    dnf: ['gtk3', 'nss', 'alsa-lib', 'mesa-libgbm', 'at-spi2-atk'],
    zypper: ['gtk3', 'mozilla-nss', 'libasound2', 'libgbm1', 'at-spi2-core'],
    pacman: ['gtk3', 'nss', 'alsa-lib', 'mesa', 'at-spi2-core'],
  },
  display: {
    'apt-get': ['xvfb'],
    dnf: ['xorg-x11-server-Xvfb'],
    zypper: ['xorg-x11-server-Xvfb'],
    pacman: ['xorg-server-xvfb'],
  },
  testing: {
    'apt-get': ['unzip', 'openssl', 'coreutils', 'python3', 'strace', 'age'],
    dnf: ['unzip', 'openssl', 'coreutils', 'python3', 'strace', 'age'],
    zypper: ['unzip', 'openssl', 'coreutils', 'python3', 'strace', 'age'],
    pacman: ['unzip', 'openssl', 'coreutils', 'python', 'strace', 'age'],
  },
  compiler: {
    'apt-get': ['g++', 'make', 'python3'],
    dnf: ['gcc-c++', 'make', 'python3'],
    zypper: ['gcc-c++', 'make', 'python3'],
    pacman: ['gcc', 'make', 'python'],
  },
};

const installers = {
  'apt-get': 'apt-get install -y --no-install-recommends',
  dnf: 'dnf install -y',
  zypper: 'zypper install -y',
  pacman: 'pacman -S --needed',
};

const lockTries = 24;
const lockWaitMs = 5000;

/**
 * Installs system packages where this script may (root on Debian or Ubuntu); elsewhere fails with the command.
 *
 * @param {'window' | 'display' | 'testing' | 'compiler'} need
 * @param {string} sentence what is missing, ending the sentence "X is missing"
 */
export async function installSystemPackages(need, sentence) {
  const manager = Object.keys(installers).find((name) => existsSync(`/usr/bin/${name}`));
  const isRoot = process.getuid?.() === 0;
  if (!manager)
    throw new Failure(
      `${sentence} Install ${names[need]['apt-get'].join(', ')} (Debian's names) and try again.`,
    );
  const packages = manager === 'apt-get' ? await currentNames(names[need][manager]) : names[need][manager];
  const command = `${isRoot ? '' : 'sudo '}${installers[manager]} ${packages.join(' ')}`;
  if (!isRoot || manager !== 'apt-get') throw new Failure(sentence, command);
  say(`installing ${packages.join(', ')} with apt-get`);
  await apt(['update'], 'apt-get update');
  // After the lists came: only now does apt know which of two names this release uses.
  const known = await currentNames(names[need][manager]);
  await apt(['install', '-y', '--no-install-recommends', ...known], `apt-get update && ${command}`);
}

/** Debian 13 and Ubuntu 24.04 renamed some libraries for 64-bit time: `libasound2t64`. */
async function currentNames(packages) {
  const renamed = await Promise.all(
    packages.map(
      async (name) => (await run('apt-cache', ['show', '--no-all-versions', `${name}t64`])).code === 0,
    ),
  );
  return packages.map((name, index) => (renamed[index] ? `${name}t64` : name));
}

async function apt(args, command) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const startedAt = Date.now();
  const stop = showProgress(() => `apt-get ${args[0]}: ${Math.round((Date.now() - startedAt) / 1000)} s`);
  try {
    for (let attempt = 1; ; attempt++) {
      const result = await run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=120', ...args], { env });
      if (result.code === 0) return;
      if (/dpkg --configure -a/.test(result.output)) {
        // An installation was interrupted before: dpkg asks for this first.
        await run('dpkg', ['--configure', '-a'], { env });
      } else if (!/could not get lock|unable to lock/i.test(result.output) || attempt >= lockTries) {
        throw new Failure(`apt-get ${args[0]} failed: ${lastLine(result.output)}`, command);
      } else {
        await new Promise((done) => setTimeout(done, lockWaitMs));
      }
      if (attempt >= lockTries)
        throw new Failure(`apt-get ${args[0]} failed: ${lastLine(result.output)}`, command);
    }
  } finally {
    stop();
  }
}
