// Runs one task in a process of its own: `main.mjs NAME` with its input as JSON on standard input. The last line on
// standard output is the answer with the process's largest resident set.
import { readFileSync } from 'node:fs';
import { prepareCipher } from '@main/bundle/age/cipher';
import { tasks } from './tasks';

await prepareCipher();

const task = tasks[process.argv[2] as keyof typeof tasks] as (input: unknown) => unknown;
const answer = await task(JSON.parse(readFileSync(0, 'utf8')));
const peakMib = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify({ answer, peakMib })}\n`);
