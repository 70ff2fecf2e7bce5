import { app, session, type Session, type WebContents } from 'electron';

/** The schemes that a page of this application may load from. */
const OWN_SCHEMES: ReadonlySet<string> = new Set(['app:', 'blob:', 'data:', 'devtools:']);

/** Closes every way out of the window that a page could open. To be called before `ready`. */
export function hardenApp(): void {
  // Nothing of Chromium's own may talk to anybody: no updates, no reports, no name lookups, no proxy discovery.
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('no-pings');
  app.commandLine.appendSwitch('no-proxy-server');
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  if (app.isPackaged && app.commandLine.hasSwitch('remote-debugging-port')) app.exit(2);
  app.on('web-contents-created', (_event, contents) => {
    hardenContents(contents);
  });
}

/** Denies every permission and every request that leaves the application. */
export function hardenSession(own: Session = session.defaultSession): void {
  // Not only off in the window: the session itself would fetch dictionaries from the network, for any window.
  if (process.platform !== 'darwin') {
    own.setSpellCheckerEnabled(false);
    own.setSpellCheckerLanguages([]);
  }
  own.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !OWN_SCHEMES.has(new URL(details.url).protocol) });
  });
  own.on('will-download', (event) => {
    event.preventDefault();
  });
}

function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // The page may load itself again (after a failure); it may go nowhere else.
  const stay = (event: { readonly url: string; preventDefault(): void }): void => {
    if (event.url !== contents.getURL()) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', (event) => {
    event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
}
