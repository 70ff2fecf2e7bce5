// Stands where Electron's own default app stands (`resources/default_app.asar`), for a runtime that comes without
// one: it makes `electron [-r MODULE] FOLDER [ARGUMENT...]` start the app in FOLDER.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const require = createRequire(import.meta.url);

/** Reads the command line as Electron does: switches may stand before the folder. */
function readArguments(argv) {
  const preloads = [];
  for (let at = 1; at < argv.length; at++) {
    const argument = argv[at];
    if (argument === '-r' || argument === '--require') preloads.push(argv[++at]);
    else if (argument.startsWith('--require=')) preloads.push(argument.slice('--require='.length));
    else if (argument === '--version' || argument === '-v') return { preloads, wantsVersion: true };
    else if (!argument.startsWith('-')) return { preloads, folder: resolve(argument) };
  }
  return { preloads };
}

const { preloads, folder, wantsVersion } = readArguments(process.argv);

if (wantsVersion) {
  process.stdout.write(`v${process.versions.electron}\n`);
  process.exit(0);
}
if (!folder || !existsSync(join(folder, 'package.json'))) {
  process.stderr.write('Usage: electron [-r MODULE] FOLDER [ARGUMENT...]; FOLDER holds a package.json.\n');
  process.exit(1);
}

// Electron's own default app sets this; code asks it to know that it does not run packaged.
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true, configurable: false });
for (const preload of preloads) require(preload);

const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setAppPath(folder);
app.setName(description.productName ?? description.name);
if (description.version) app.setVersion(description.version);
if (process.platform === 'linux') app.setDesktopName(description.desktopName ?? `${app.name}.desktop`);

// Awaited at the top level: `ready` must not fire before an ES module main has loaded.
await import(pathToFileURL(join(folder, description.main ?? 'index.js')).href);
