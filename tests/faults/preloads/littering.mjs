// Sabotage: nothing unfinished is ever removed.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { rmSync } = fs;
fs.rmSync = (path, options) => {
  if (!/\.referee-unfinished-[^/]*$/.test(String(path))) rmSync(path, options);
};
syncBuiltinESMExports();
