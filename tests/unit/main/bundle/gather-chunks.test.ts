import { describe, expect, it } from 'vitest';
import { gatherChunks } from '@main/bundle/gather-chunks';

/** What a sink got of chunks of some sizes, and how often it was called. */
function gather(sizes: readonly number[]): {
  readonly given: Buffer;
  readonly got: Buffer;
  readonly calls: number;
} {
  const chunks = sizes.map((size, index) => Buffer.alloc(size, index + 1));
  const parts: Buffer[] = [];
  const sink = gatherChunks((chunk) => parts.push(Buffer.from(chunk)));
  for (const chunk of chunks) sink.write(chunk);
  sink.flush();
  return { given: Buffer.concat(chunks), got: Buffer.concat(parts), calls: parts.length };
}

describe('chunks that are gathered', () => {
  const room = 64 << 10;

  it.each([
    ['that are small', [30, 1, 0, 999]],
    ['around a large one', [30, room + 5, 46]],
    ['that fill the room exactly', [room - 10, 10, 7]],
    ['that do not fit together', [room - 10, 11, room - 1, 2]],
    ['as large as the room', [room, room, 1]],
    ['that are none', []],
  ])('come on complete and in order: those %s', (_which, sizes) => {
    const { given, got } = gather(sizes);
    expect(got.equals(given)).toBe(true);
  });

  it('come on in few calls', () => {
    expect(gather(Array.from({ length: 1000 }, () => 60)).calls).toBe(1);
  });
});
