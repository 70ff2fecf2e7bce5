import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchAhead, fetchPaper } from '@renderer/reader/engine/open-document';

const asked: string[] = [];

/** Answers every address with its own text as bytes, or with a status. */
function serve(status = 200): void {
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    return new Response(status === 200 ? url : null, { status });
  });
}

const open = async (url: string, signal = new AbortController().signal): Promise<string> =>
  new TextDecoder().decode(await fetchPaper(url, signal));

describe('fetching a paper ahead', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    asked.length = 0;
  });

  it('is used by the paper it was for, once', async () => {
    serve();
    fetchAhead('app://blob/v/a');
    fetchAhead('app://blob/v/a');
    expect(await open('app://blob/v/a')).toBe('app://blob/v/a');
    expect(asked).toEqual(['app://blob/v/a']);
    await open('app://blob/v/a');
    expect(asked).toEqual(['app://blob/v/a', 'app://blob/v/a']);
  });

  it('never gives one paper the bytes of another', async () => {
    serve();
    fetchAhead('app://blob/v/a');
    expect(await open('app://blob/v/b')).toBe('app://blob/v/b');
    expect(await open('app://blob/v/a')).toBe('app://blob/v/a');
  });

  it('tells whoever opens the paper that its file is missing', async () => {
    serve(404);
    fetchAhead('app://blob/v/a');
    await expect(open('app://blob/v/a')).rejects.toMatchObject({ name: 'PaperMissingError' });
  });

  it('tells a file that has changed from one that is missing', async () => {
    serve(409);
    await expect(open('app://blob/v/a')).rejects.toMatchObject({ name: 'PaperChangedError' });
  });

  it('gives nothing to a paper that was closed meanwhile', async () => {
    serve();
    fetchAhead('app://blob/v/a');
    const closing = new AbortController();
    const opening = open('app://blob/v/a', closing.signal);
    closing.abort();
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' });
  });
});
