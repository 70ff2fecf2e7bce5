import { test } from '@playwright/test';
import { WelcomePage } from './pages/welcome';
import { launch } from './support/launch';
import { makeTempFolder } from './support/temp';

const temp = makeTempFolder();

test.afterAll(() => temp.remove());

test('the process ends with its window though one of its threads does not, and the next start is a new one', async () => {
  const { app, page } = await launch({ folder: temp.of('ada') });
  await new WelcomePage(page).heading.waitFor();
  await app.evaluate(async () => {
    const { Worker } = process.getBuiltinModule('node:worker_threads');
    // No thread is interrupted in a call of the cipher library: this one takes an hour.
    const endless = `require('node:worker_threads').parentPort.postMessage('begun');
      require('node:crypto').pbkdf2Sync('a', 'b', 2 ** 31 - 1, 64, 'sha512');`;
    const thread = new Worker(endless, { eval: true });
    await new Promise((begun) => thread.once('message', begun));
  });
  await app.close();

  const again = await launch({ folder: temp.of('ada') });
  await new WelcomePage(again.page).heading.waitFor();
  await again.close();
});
