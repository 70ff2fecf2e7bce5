import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseCanonical, toCanonicalBytes } from '@main/bundle/canonical-json';
import { answersSchema } from '@shared/model/review';

const anything = z.json();
const text = (value: unknown): string => toCanonicalBytes(value).toString('utf8');
const parse = (json: string | Buffer, schema: z.ZodType = anything): unknown =>
  parseCanonical(Buffer.from(json), schema, 'data/some.json');

/** The detail that a refusal gives, or `read`. */
function refusal(json: string | Buffer, schema?: z.ZodType): string {
  try {
    parse(json, schema);
    return 'read';
  } catch (error) {
    return (error as { code?: string; detail?: string }).code === 'BUNDLE_INVALID'
      ? (error as { detail: string }).detail
      : String(error);
  }
}

describe('canonical JSON (RFC 8785)', () => {
  it('writes the numbers of appendix B', () => {
    const bits: readonly (readonly [string, string])[] = [
      ['0000000000000000', '0'],
      ['8000000000000000', '0'],
      ['0000000000000001', '5e-324'],
      ['8000000000000001', '-5e-324'],
      ['7fefffffffffffff', '1.7976931348623157e+308'],
      ['ffefffffffffffff', '-1.7976931348623157e+308'],
      ['4340000000000000', '9007199254740992'],
      ['c340000000000000', '-9007199254740992'],
      ['4430000000000000', '295147905179352830000'],
      ['44b52d02c7e14af5', '9.999999999999997e+22'],
      ['44b52d02c7e14af6', '1e+23'],
      ['44b52d02c7e14af7', '1.0000000000000001e+23'],
      ['444b1ae4d6e2ef4e', '999999999999999700000'],
      ['444b1ae4d6e2ef4f', '999999999999999900000'],
      ['444b1ae4d6e2ef50', '1e+21'],
      ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
      ['3eb0c6f7a0b5ed8d', '0.000001'],
      ['41b3de4355555553', '333333333.3333332'],
      ['41b3de4355555554', '333333333.33333325'],
      ['41b3de4355555555', '333333333.3333333'],
      ['41b3de4355555556', '333333333.3333334'],
      ['41b3de4355555557', '333333333.33333343'],
      ['becbf647612f3696', '-0.0000033333333333333333'],
      ['43143ff3c1cb0959', '1424953923781206.2'],
    ];
    expect(bits.map(([hex]) => text(Buffer.from(hex, 'hex').readDoubleBE()))).toEqual(
      bits.map(([, number]) => number),
    );
  });

  it('writes what is in order already as it writes what is not: byte for byte what a second implementation writes', () => {
    const names = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('__proto__', '9', '10', 'toJSON', '\\ud'),
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: 'binary' }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom(null, true, -0, undefined, '\\ud800'),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(names, tie('value'), { maxKeys: 5, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(value, (given) => {
        const expected = canonicalize(given);
        fc.pre(expected !== undefined);
        expect(text(given)).toBe(expected);
        // Read again, it is in order, unless its names are numbers.
        expect(text(JSON.parse(expected ?? ''))).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it('sorts members by UTF-16 code units and escapes as section 3.2 has it', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      1: 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(text(value)) as object)).toEqual([
      'One',
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
    expect(
      text({ string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/', literals: [null, true, false] }),
    ).toBe('{"literals":[null,true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}');
  });

  it.each([
    ['NaN', Number.NaN],
    ['an infinity', Infinity],
    ['a lone surrogate', '\ud800'],
    ['nothing', undefined],
  ])('has no form for %s', (_what, value) => {
    expect(() => toCanonicalBytes({ value: [value] }.value[0])).toThrow();
  });

  it('is read back as it was', () => {
    const value = { a: [1, 'ö', null, { b: true }], z: -0.5 };
    expect(parse(text(value))).toEqual(value);
  });
});

describe('JSON that two readers could understand differently is refused', () => {
  const canonical = 'data/some.json is not canonical JSON (RFC 8785)';
  const broken = 'data/some.json is not JSON';
  it.each([
    ['members twice', '{"a":1,"a":2}', canonical],
    ['members out of order', '{"b":1,"a":2}', canonical],
    ['white space', '{"a": 1}', canonical],
    ['an end of line', '{"a":1}\n', canonical],
    ['a number written another way', '{"a":1.0}', canonical],
    ['a number beyond doubles', '{"a":1e999}', canonical],
    ['an escape that needs none', '{"a":"\\u0041"}', canonical],
    ['an escaped lone surrogate', '{"a":"\\ud800"}', canonical],
    ['a byte-order mark', '\ufeff{"a":1}', broken],
    ['NaN', '{"a":NaN}', broken],
    ['a comment', '{"a":1}//', broken],
    ['a comma too many', '{"a":1,}', broken],
    ['nothing', '', broken],
    ['two values', '{}{}', broken],
  ])('%s', (_what, json, detail) => {
    expect(refusal(json)).toBe(detail);
  });

  it('bytes that are not UTF-8', () => {
    expect(refusal(Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff]), Buffer.from('"}')]))).toBe(
      canonical,
    );
  });

  const immodest = 'data/some.json nests or lists more than a file of a bundle may';
  const full = (text: string): string => text.repeat((16 << 20) / text.length);
  it.each([
    ['8 million brackets', `${full('[').slice(8 << 20)}${full(']').slice(8 << 20)}`],
    ['open brackets only', full('[')],
    ['objects in objects', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
    ['33 levels', `${'['.repeat(33)}${']'.repeat(33)}`],
    ['millions of empty objects', `{"history":[${full('{},')}{}]}`],
    ['millions of numbers', `{"history":[${full('1,')}1]}`],
    ['a million members', `{${Array.from({ length: 1_000_001 }, (_, at) => `"${at}":1`).join(',')}}`],
  ])('%s, before they are parsed', (_what, json) => {
    const started = performance.now();
    expect(refusal(json)).toBe(immodest);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('not what nests and lists as a bundle does, whatever stands in its texts', () => {
    expect(refusal(`${'['.repeat(32)}${']'.repeat(32)}`)).toBe('read');
    const texts = ['['.repeat(1_000), '{,}'.repeat(1_000), '\\"[[[', '"', '\\'];
    expect(parse(text(texts))).toEqual(texts);
    expect(refusal(JSON.stringify([','.repeat(2_000_000)]))).toBe('read');
  });

  it('member names of the sender, told without what hides in them and not at their full length', () => {
    const told = refusal(text({ [`a\u009b2J\u202e${'x'.repeat(5_000)}`]: 1 }), z.strictObject({}));
    expect(told).toContain('\\u{9b}2J\\u{202e}');
    expect(told.length).toBeLessThan(600);
  });

  it.each(['__proto__', 'constructor', 'toString'])(
    'a member called %s, wherever members are named by the sender',
    (name) => {
      const answer = '{"kind":"rating","value":1}';
      expect(refusal(`{"${name}":${answer}}`, answersSchema)).not.toBe('read');
      expect(refusal(`{"${name}":1}`, z.strictObject({}))).not.toBe('read');
      expect(refusal(`{"a":{"${name}":1}}`, z.strictObject({ a: z.strictObject({}) }))).not.toBe('read');
    },
  );

  it('what a schema would let pass by changing it', () => {
    expect(refusal('{"a":" x "}', z.object({ a: z.string().trim() }))).not.toBe('read');
    expect(refusal('{"a":1,"b":2}', z.object({ a: z.number() }))).not.toBe('read');
  });

  it('content that does not fit, naming the place', () => {
    expect(refusal('{"a":"1"}', z.strictObject({ a: z.number() }))).toContain('data/some.json a: ');
  });
});
