// A page with nothing but pdf.js on it. It is served over a scheme of its own, as the app's is: `app://page/` is this
// folder, `app://pdfjs/` the build of pdf.js that the app uses, `app://file/` the PDFs in BENCH_PDFS. No hash is checked.
const { createReadStream } = require('node:fs');
const { readFile, stat } = require('node:fs/promises');
const { basename, extname, join, resolve } = require('node:path');
const { Readable } = require('node:stream');
const { app, BrowserWindow, protocol } = require('electron');

const folders = {
  page: __dirname,
  pdfjs: resolve(__dirname, '../../../../node_modules/pdfjs-dist/legacy/build'),
};
const types = { '.html': 'text/html', '.mjs': 'text/javascript' };
const open = { 'access-control-allow-origin': 'app://page' };

protocol.registerSchemesAsPrivileged([
  {
    scheme: 'app',
    privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true },
  },
]);

async function serve(request) {
  const { host, pathname } = new URL(request.url);
  const name = basename(pathname);
  if (host === 'file') {
    const path = join(process.env.BENCH_PDFS, name);
    const { size } = await stat(path);
    const stream = createReadStream(path, { highWaterMark: 1 << 20 });
    const headers = { ...open, 'content-type': 'application/pdf', 'content-length': String(size) };
    return new Response(Readable.toWeb(stream), { headers });
  }
  const bytes = await readFile(join(folders[host], name));
  return new Response(new Uint8Array(bytes), { headers: { ...open, 'content-type': types[extname(name)] } });
}

void app.whenReady().then(() => {
  protocol.handle('app', serve);
  const window = new BrowserWindow({ width: 1280, height: 800, show: false });
  window.once('ready-to-show', () => window.show());
  void window.loadURL('app://page/index.html');
});
app.on('window-all-closed', () => app.quit());
