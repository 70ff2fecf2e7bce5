import type { ElectronApplication } from '@playwright/test';

/** Every request that Chromium's network stack saw from now on. */
export interface RequestLog {
  /** The addresses, in order, whether they were answered, cancelled or failed. */
  urls(): Promise<readonly string[]>;
}

/** Listens where a request ends, which leaves the app's own gate, where a request begins, in place. */
export async function watchRequests(app: ElectronApplication): Promise<RequestLog> {
  await app.evaluate(({ session }) => {
    const urls: string[] = [];
    Object.assign(globalThis, { requestLog: urls });
    const { webRequest } = session.defaultSession;
    webRequest.onCompleted(({ url }) => void urls.push(url));
    webRequest.onErrorOccurred(({ url }) => void urls.push(url));
  });
  return {
    urls: () => app.evaluate(() => (globalThis as unknown as { requestLog: string[] }).requestLog),
  };
}
