// Does something to the machine at a moment: REFEREE_MEDDLE is {"after", "call", "run"}. Before the first call of the
// function `call` of node:fs that follows one of `after.call` about a path with `after.about` in it, `run` is run.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { after, call, run } = JSON.parse(process.env['REFEREE_MEDDLE']);
const [first, second] = [fs[after.call], fs[call]];
let state = 'waiting';
fs[after.call] = (...args) => {
  const answer = first(...args);
  if (state === 'waiting' && args.some((arg) => String(arg).includes(after.about))) state = 'armed';
  return answer;
};
fs[call] = (...args) => {
  if (state === 'armed') {
    state = 'done';
    execFileSync(run[0], run.slice(1));
  }
  return second(...args);
};
syncBuiltinESMExports();
