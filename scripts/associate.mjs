// Makes this checkout open .referee and .referee.age files by double click on a Linux desktop, for this user only;
// `--remove` takes it back. Follows the shared MIME-info and desktop-entry specifications of freedesktop.org. On macOS
// and Windows the packaged app does this by itself.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { describeFailure, Failure } from './ready/failure.mjs';
import { root } from './ready/paths.mjs';

const MEDIA_TYPES = ['application/vnd.referee+zip', 'application/vnd.referee+age'];

const dataHome = process.env.XDG_DATA_HOME || join(homedir(), '.local', 'share');
const mimeFile = join(dataHome, 'mime', 'packages', 'referee.xml');
const desktopFile = join(dataHome, 'applications', 'referee.desktop');

/** The desktop entry. In `Exec`, a path is quoted and `%` doubled. */
function desktopEntry() {
  const quoted = (path) =>
    `"${path.replace(/[\\"`$]/g, (character) => `\\${character}`).replace(/%/g, '%%')}"`;
  return `[Desktop Entry]
Type=Application
Name=Referee
Comment=Review papers offline
Exec=npm start --silent --prefix ${quoted(root)} -- %F
Terminal=false
Categories=Office;Science;
MimeType=${MEDIA_TYPES.join(';')};
`;
}

/** Tells the desktop. Where a tool is missing the desktop finds out at the next login. */
function refresh() {
  spawnSync('update-mime-database', [join(dataHome, 'mime')], { stdio: 'ignore' });
  spawnSync('update-desktop-database', [dirname(desktopFile)], { stdio: 'ignore' });
}

function add() {
  for (const file of [mimeFile, desktopFile]) mkdirSync(dirname(file), { recursive: true });
  copyFileSync(join(root, 'resources', 'linux', 'referee.xml'), mimeFile);
  writeFileSync(desktopFile, desktopEntry());
  refresh();
  spawnSync('xdg-mime', ['default', 'referee.desktop', ...MEDIA_TYPES], { stdio: 'ignore' });
  process.stdout.write(
    'A double click on a .referee or .referee.age file now opens this Referee. To take it back: npm run associate -- --remove\n',
  );
}

function remove() {
  for (const file of [mimeFile, desktopFile]) rmSync(file, { force: true });
  refresh();
  process.stdout.write('Double clicks on .referee and .referee.age files no longer open this Referee.\n');
}

try {
  if (process.platform !== 'linux') {
    throw new Failure(
      'Files are tied to a checkout on Linux only; elsewhere the packaged app does it.',
      'npm start',
    );
  }
  if (process.argv.includes('--remove')) remove();
  else add();
} catch (error) {
  process.stderr.write(`associate: ${describeFailure(error)}\n`);
  process.exitCode = 1;
}
