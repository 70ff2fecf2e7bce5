import type { Page } from '@playwright/test';

/** What became of every way out that a script in the page could try. */
export interface Attempts {
  /** By name: what happened, in a word or an error's name. */
  readonly results: Readonly<Record<string, string>>;
  /** The directives that refused something, once each. */
  readonly violated: readonly string[];
}

/** Tries, from inside the page, everything that its policy forbids, and tells what became of it. */
export async function attemptEverything(page: Page): Promise<Attempts> {
  return page.evaluate(async () => {
    const violated = new Set<string>();
    document.addEventListener('securitypolicyviolation', (event) => violated.add(event.effectiveDirective));
    const results: Record<string, string> = {};
    const wait = async (delayMs: number): Promise<void> => new Promise((done) => setTimeout(done, delayMs));
    const attempt = async (name: string, act: () => unknown): Promise<void> => {
      try {
        results[name] = String(await act());
      } catch (error) {
        results[name] = (error as Error).name;
      }
    };
    const loaded = async (
      element: HTMLElement,
      key: 'src' | 'href' | 'data',
      url: string,
    ): Promise<string> => {
      const end = new Promise<string>((done) => {
        element.addEventListener('load', () => done('loaded'));
        element.addEventListener('error', () => done('blocked'));
        setTimeout(() => done('blocked'), 1500);
      });
      element.setAttribute(key, url);
      document.body.append(element);
      const result = await end;
      element.remove();
      return result;
    };
    const inline = document.createElement('script');
    inline.textContent = 'window.inlineRan = true';
    document.body.append(inline);
    await attempt('inline script', () => 'inlineRan' in window);
    const button = document.createElement('button');
    button.setAttribute('onclick', 'window.handlerRan = true');
    document.body.append(button);
    button.click();
    await attempt('inline handler', () => 'handlerRan' in window);
    const anchor = document.createElement('a');
    anchor.href = 'javascript:window.linkRan = true';
    document.body.append(anchor);
    anchor.click();
    await wait(50);
    await attempt('javascript link', () => 'linkRan' in window);
    button.remove();
    anchor.remove();
    inline.remove();
    // oxlint-disable-next-line no-eval -- whether it is refused is the question
    await attempt('eval', () => (0, eval)('1 + 1'));
    // oxlint-disable-next-line no-implied-eval, typescript/no-implied-eval -- as above
    await attempt('Function', () => new Function('return 1')());
    await attempt('remote fetch', async () => (await fetch('https://example.org/')).status);
    await attempt('remote XMLHttpRequest', async () => {
      const request = new XMLHttpRequest();
      request.open('GET', 'https://example.org/');
      return new Promise((done) => {
        request.addEventListener('load', () => done('loaded'));
        request.addEventListener('error', () => done('blocked'));
        request.send();
      });
    });
    await attempt('WebSocket', async () => {
      const socket = new WebSocket('wss://example.org/');
      return new Promise((done) => {
        socket.addEventListener('open', () => done('opened'));
        socket.addEventListener('error', () => done('blocked'));
      });
    });
    await attempt('EventSource', async () => {
      const source = new EventSource('https://example.org/');
      return new Promise((done) => {
        source.addEventListener('open', () => done('opened'));
        source.addEventListener('error', () => done('blocked'));
      });
    });
    await attempt('beacon', () => navigator.sendBeacon('https://example.org/', 'x'));
    await attempt('remote image', () =>
      loaded(document.createElement('img'), 'src', 'https://example.org/a.png'),
    );
    await attempt('remote script', () =>
      loaded(document.createElement('script'), 'src', 'https://example.org/a.js'),
    );
    await attempt('data script', () =>
      loaded(document.createElement('script'), 'src', 'data:text/javascript,1'),
    );
    await attempt('iframe', async () => {
      const frame = document.createElement('iframe');
      await loaded(frame, 'src', 'app://referee/index.html');
      return window.frames.length;
    });
    await attempt('object', () =>
      loaded(document.createElement('object'), 'data', 'app://referee/index.html'),
    );
    await attempt('blob worker', async () => {
      const worker = new Worker(
        URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' })),
      );
      return new Promise((done) => {
        worker.addEventListener('message', () => done('ran'));
        worker.addEventListener('error', () => done('blocked'));
        setTimeout(() => done('blocked'), 1500);
      });
    });
    await attempt('inline style', () => {
      const style = document.createElement('style');
      style.textContent = 'body { --planted: 1 }';
      document.body.append(style);
      const isApplied = getComputedStyle(document.body).getPropertyValue('--planted') !== '';
      style.remove();
      return isApplied;
    });
    await attempt('base', () => {
      const base = document.createElement('base');
      base.href = 'https://example.org/';
      document.head.append(base);
      const { baseURI } = document;
      base.remove();
      return baseURI;
    });
    await attempt('form', async () => {
      const form = document.createElement('form');
      form.action = 'https://example.org/';
      document.body.append(form);
      form.submit();
      await wait(100);
      form.remove();
      return location.href;
    });
    await attempt('window.open', () => window.open('https://example.org/'));
    await attempt('webview', async () => {
      const view = document.createElement('webview') as HTMLElement & { getWebContentsId?: unknown };
      view.setAttribute('src', 'https://example.org/');
      document.body.append(view);
      await wait(200);
      const kind = typeof view.getWebContentsId;
      view.remove();
      return kind;
    });
    return { results, violated: [...violated].sort() };
  });
}

/** Asks for everything that a browser would ask a person about; answers by name what came of it. */
export async function askEveryPermission(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(async () => {
    const results: Record<string, string> = {};
    const ask = async (name: string, act: () => Promise<unknown>): Promise<void> => {
      try {
        results[name] = String(await act());
      } catch (error) {
        results[name] = (error as Error).name;
      }
    };
    const device = navigator as unknown as Record<
      string,
      { requestDevice(o: object): Promise<unknown>; requestPort(): Promise<unknown> }
    >;
    await ask('notifications', () => Notification.requestPermission());
    await ask('microphone and camera', () =>
      navigator.mediaDevices.getUserMedia({ audio: true, video: true }),
    );
    await ask('screen', () => navigator.mediaDevices.getDisplayMedia());
    await ask(
      'geolocation',
      () =>
        new Promise((done) =>
          navigator.geolocation.getCurrentPosition(
            () => done('granted'),
            () => done('denied'),
          ),
        ),
    );
    await ask('clipboard-read', () => navigator.clipboard.readText());
    await ask('midi', () => navigator.requestMIDIAccess({ sysex: true }));
    await ask(
      'hid',
      async () => ((await device['hid']?.requestDevice({ filters: [] })) as unknown[] | undefined)?.length,
    );
    await ask('usb', async () => device['usb']?.requestDevice({ filters: [] }));
    await ask('serial', async () => device['serial']?.requestPort());
    await ask('bluetooth', async () => device['bluetooth']?.requestDevice({ acceptAllDevices: true }));
    for (const name of [
      'notifications',
      'camera',
      'microphone',
      'geolocation',
      'clipboard-read',
      'midi',
      'persistent-storage',
    ]) {
      await ask(
        `state of ${name}`,
        async () => (await navigator.permissions.query({ name: name as PermissionName })).state,
      );
    }
    return results;
  });
}
