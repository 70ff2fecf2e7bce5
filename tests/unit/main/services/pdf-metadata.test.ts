import { expect, it } from 'vitest';
import { hideProgram } from '@main/services/pdf-metadata';

function hidden(text: string): string {
  return Buffer.from(hideProgram(Buffer.from(text, 'latin1'))).toString('latin1');
}

it('names this program only, and moves no byte of the file', () => {
  const agent = 'Mozilla/5.0 \\(X11; Linux x86_64\\) (KHTML) Electron/33';
  const before = `<</Title (Creator of worlds)\n/Creator (${agent})\n/Producer (Skia)>>`;
  const after = hidden(before);
  expect(after).toHaveLength(before.length);
  expect(after).toBe(before.replace(agent, 'Referee'.padEnd(agent.length, ' ')));
});

it('leaves a file alone that says nothing of its program, or is cut off in the middle of it', () => {
  for (const text of ['%PDF-1.4\n<</Title (x)>>', '<</Creator (Mozilla']) expect(hidden(text)).toBe(text);
});
