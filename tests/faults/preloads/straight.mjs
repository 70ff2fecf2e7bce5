// Sabotage: a file gets its final name at once and its bytes by and by, as it does when nobody thinks of crashes.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { closeSync, openSync, readFileSync, renameSync, writeSync } = fs;
fs.renameSync = (from, to) => {
  if (!fs.statSync(from).isFile()) return renameSync(from, to);
  const bytes = readFileSync(from);
  const fd = openSync(to, 'w');
  const half = bytes.length >> 1;
  writeSync(fd, bytes, 0, half);
  writeSync(fd, bytes, half);
  closeSync(fd);
  fs.rmSync(from);
};
syncBuiltinESMExports();
