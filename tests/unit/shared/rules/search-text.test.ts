import { describe, expect, it } from 'vitest';
import { breakIdeographs, foldForSearch, unbreakIdeographs } from '@shared/rules/search-text';

describe('text as it is searched', () => {
  it('has plain letters for ligatures and full-width forms, single spaces, and nothing that is not seen', () => {
    expect(foldForSearch(' e\ufb03cient\n\n \uff21\uff22 so\u00adlu\u200btion\u0000\u0007 ')).toBe(
      'efficient AB solution',
    );
  });

  it('holds no half characters, which a database would change', () => {
    expect(foldForSearch('a\ud800b\udc00c \ud835\udc45')).toBe('abc R');
  });

  it('breaks ideographs apart and puts them together again', () => {
    const broken = breakIdeographs('深層学習 for x');
    expect(broken.split('\u200b').filter((part) => part !== '')).toEqual(['深', '層', '学', '習', ' for x']);
    expect(unbreakIdeographs(broken)).toBe('深層学習 for x');
  });
});
