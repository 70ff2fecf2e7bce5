import { describe, expect, it } from 'vitest';
import {
  bagFormat,
  bagInfoText,
  manifestText,
  parseManifest,
  sha256Of,
  type Manifest,
} from '@main/bundle/bag';

const one = sha256Of(Buffer.from('1'));
const two = sha256Of(Buffer.from('2'));
const manifest: Manifest = new Map([
  ['data/b.json', two],
  ['data/a.json', one],
]);

describe('a manifest', () => {
  it('is what sha256sum reads, ascending by path', () => {
    expect(manifestText(manifest)).toBe(`${one}  data/a.json\n${two}  data/b.json\n`);
    expect(manifestText(new Map())).toBe('');
  });

  it('is read back', () => {
    expect([...parseManifest(manifestText(manifest))]).toEqual([
      ['data/a.json', one],
      ['data/b.json', two],
    ]);
  });

  it.each([
    ['no end of the last line', `${one}  data/a.json`],
    ['Windows line ends', `${one}  data/a.json\r\n`],
    ['an empty line', `${one}  data/a.json\n\n`],
    ['one space', `${one} data/a.json\n`],
    ['the mark of binary mode', `${one} *data/a.json\n`],
    ['upper-case digits', `${one.toUpperCase()}  data/a.json\n`],
    ['a short digest', `${one.slice(1)}  data/a.json\n`],
    ['a path twice', `${one}  data/a.json\n${two}  data/a.json\n`],
    ['paths out of order', `${two}  data/b.json\n${one}  data/a.json\n`],
    ['a path that climbs out', `${one}  data/../../x\n`],
    ['an absolute path', `${one}  /etc/passwd\n`],
    ['a path with an escape', `${one}  data/a%0Ab\n`],
    ['a home directory', `${one}  ~/x\n`],
  ])('is refused with %s', (_what, text) => {
    expect(() => parseManifest(text)).toThrow();
  });
});

describe('bag-info.txt', () => {
  it('names format, kind, id, bytes and files', () => {
    const text = bagInfoText({
      format: 1,
      kind: 'review',
      identifier: 'b-1',
      payloadBytes: 279164409832,
      payloadFiles: 1198,
    });
    expect(text).toBe(
      'Bundle-Format: 1\nBundle-Kind: review\nExternal-Identifier: b-1\nPayload-Oxum: 279164409832.1198\n',
    );
    expect(bagFormat(text)).toBe(1);
  });

  it.each([
    ['Bundle-Format: 2\nSomething-New: yes\n', 2],
    ['Something-New: yes\nBundle-Format: 17\n', 17],
    ['Bundle-Format: 0\n', null],
    ['Bundle-Format: -1\n', null],
    ['Bundle-Format: 1x\n', null],
    ['X-Bundle-Format: 1\n', null],
    ['', null],
  ])('%j names format %s', (text, format) => {
    expect(bagFormat(text)).toBe(format);
  });
});
