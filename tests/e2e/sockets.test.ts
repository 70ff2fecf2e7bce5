import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { electronProgram, launchArguments, launchEnvironment } from './support/launch';
import { findNetworkCalls, tracingCommand } from './support/sockets';
import { colleagueReview } from './support/review-texts';
import { SAMPLE_VENUE } from './support/store';
import { makeTempFolder } from './support/temp';
import { unattendedDriver } from './support/unattended';

const temp = makeTempFolder();

test.afterAll(() => temp.remove());

test.beforeEach(() => {
  test.skip(process.platform !== 'linux', 'system calls are watched with strace, which Linux has');
});

test('opens no socket to anywhere while a person opens, reads, writes and exports', async () => {
  test.setTimeout(120_000);
  // Started by hand and not by the test runner, which would talk to it over a socket of its own. It is driven by a
  // script in the page, through a module that Electron loads first.
  const log = temp.of('trace.log');
  const done = temp.of('done.txt');
  const out = temp.of('reviews.referee');
  const driver = temp.of('driver.cjs');
  writeFileSync(
    driver,
    unattendedDriver({
      donePath: done,
      outPath: out,
      venue: SAMPLE_VENUE,
      paper: 12,
      answers: colleagueReview(4, 'Unattended:'),
    }),
  );
  const [program, ...args] = tracingCommand(log, [
    electronProgram(),
    `--require=${driver}`,
    ...launchArguments(temp.of('ada')),
  ]);
  const child = spawn(program, args, { cwd: temp.of(), env: launchEnvironment(), stdio: 'ignore' });
  await new Promise((ended) => child.once('exit', ended));
  expect(existsSync(done) ? readFileSync(done, 'utf8') : 'the script did not come to its end').toBe(
    'exported',
  );
  expect(existsSync(out)).toBe(true);

  const { networkCalls, unixCount } = findNetworkCalls(readFileSync(log, 'utf8'));
  expect(networkCalls).toEqual([]);
  // The trace saw the sockets that there are: to the display, and between the app's own processes.
  expect(unixCount).toBeGreaterThan(3);
});

test('would notice a connection: one that is planted is found', async () => {
  const log = temp.of('planted.log');
  const [program, ...args] = tracingCommand(log, [
    process.execPath,
    '-e',
    "require('node:net').connect(9, '127.0.0.1').on('error', () => undefined)",
  ]);
  spawnSync(program, args);
  const { networkCalls } = findNetworkCalls(readFileSync(log, 'utf8'));
  expect(networkCalls.join('\n')).toContain('AF_INET');
});
