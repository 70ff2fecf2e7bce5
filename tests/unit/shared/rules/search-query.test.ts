import { describe, expect, it } from 'vitest';
import { onlyTermOf, parseSearchQuery } from '@shared/rules/search-query';

const word = (text: string, isPrefix = false) => ({ text, isPrefix });

describe('what somebody typed into the search', () => {
  it('wants every word, and takes the last for a beginning while it is being typed', () => {
    expect(parseSearchQuery('decay rate')).toEqual({
      all: [[word('decay')], [word('rate', true)]],
      none: [],
    });
    expect(parseSearchQuery('decay rate ').all.at(-1)).toEqual([word('rate')]);
    expect(parseSearchQuery('x').all).toEqual([[word('x')]]);
  });

  it('keeps the words of a phrase together, also of one that is not closed yet, in any quotes', () => {
    expect(parseSearchQuery('"decay rate" prior ').all).toEqual([[word('decay rate')], [word('prior')]]);
    expect(parseSearchQuery('\u201cdecay rate\u201d').all).toEqual([[word('decay rate')]]);
    expect(parseSearchQuery('"decay ra').all).toEqual([[word('decay ra', true)]]);
  });

  it('binds OR to the terms beside it, and leaves out what follows a minus', () => {
    expect(parseSearchQuery('noise gamma OR "beta prior" -scan -"white noise"')).toEqual({
      all: [[word('noise')], [word('gamma'), word('beta prior')]],
      none: [word('scan'), word('white noise')],
    });
  });

  it('takes OR, minus and quotes that join nothing for nothing, and a hyphen inside a word for a part of it', () => {
    expect(parseSearchQuery('OR noise OR ')).toEqual({ all: [[word('noise')]], none: [] });
    expect(parseSearchQuery('- "" ... ')).toEqual({ all: [], none: [] });
    expect(parseSearchQuery('black-box ').all).toEqual([[word('black-box')]]);
  });

  it('names the words to find on the page only when they are one term', () => {
    expect(onlyTermOf(parseSearchQuery('"decay rate"'))).toBe('decay rate');
    expect(onlyTermOf(parseSearchQuery('ﬁnite'))).toBe('finite');
    for (const query of ['decay rate', 'a OR b', 'a -b', ''])
      expect(onlyTermOf(parseSearchQuery(query))).toBeNull();
  });
});
