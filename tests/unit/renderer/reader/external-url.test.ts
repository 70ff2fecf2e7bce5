import { describe, expect, it } from 'vitest';
import { toExternalUrl } from '@renderer/reader/engine/external-url';

describe('links out of a paper', () => {
  it.each(['https://example.org/a?b=c#d', 'http://example.org/', 'mailto:someone@example.org'])(
    'offers %s',
    (url) => {
      expect(toExternalUrl(url)).toBe(url);
    },
  );

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'app://referee/index.html',
    'ftp://example.org/',
    'smb://host/share',
    'https://user:secret@example.org/',
    '\\\\host\\share',
    'C:\\Windows\\system32\\calc.exe',
    'example.org',
    '',
  ])('refuses %s', (url) => {
    expect(toExternalUrl(url)).toBeUndefined();
  });
});
