import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  bundleIdSchema,
  fieldIdSchema,
  fileTokenSchema,
  paperNumberSchema,
  personIdSchema,
  reviewIdSchema,
  sha256Schema,
  topicIdSchema,
  venueIdSchema,
} from '@shared/model/ids';
import { announcedDateSchema, dayDateSchema, instantSchema } from '@shared/model/time';

const hex = (length: number): string => '0123456789abcdef'.repeat(8).slice(0, length);

const table: readonly (readonly [string, z.ZodType, readonly unknown[], readonly unknown[]])[] = [
  [
    'venue id',
    venueIdSchema,
    ['a', 'sim2science-2026', 'x'.repeat(64)],
    ['', '-a', 'a-', 'A', 'a_b', 'a.b', 'a/b', '..', 'ä', 'a\n', 'x'.repeat(65), 7, null],
  ],
  [
    'person id',
    personIdSchema,
    [`p-${hex(16)}`],
    [`p-${hex(15)}`, `P-${hex(16)}`, `p-${hex(16)}\n`, `p-${hex(16).toUpperCase()}`],
  ],
  ['review id', reviewIdSchema, [`r-${hex(16)}`], [`r-${hex(17)}`, hex(16), 'r-../../../../etc']],
  ['bundle id', bundleIdSchema, [`b-${hex(32)}`], [`b-${hex(31)}`, `b-${hex(33)}`]],
  ['digest', sha256Schema, [hex(64)], [hex(63), hex(64).toUpperCase(), ` ${hex(63)}`, `${hex(64)}\n`]],
  ['topic id', topicIdSchema, ['sbi', 'active-learning'], ['', 'SBI', 'a b', 'x'.repeat(41), '__proto__']],
  [
    'field id',
    fieldIdSchema,
    ['overall', 'q1'],
    ['', '1q', 'Overall', '__proto__', 'constructor', 'x'.repeat(41)],
  ],
  ['file token', fileTokenSchema, ['f-1'], ['f-', 'f-1.5', 'f--1', '/etc/passwd', 'f-1\n']],
  [
    'paper number',
    paperNumberSchema,
    [1, 9_999_999],
    [0, -1, 1.5, 10_000_000, '7', Number.NaN, Infinity, 2 ** 53],
  ],
  [
    'instant',
    instantSchema,
    ['2026-05-10T09:00:00.000Z', '2028-02-29T23:59:59.999Z'],
    [
      '2026-05-10T09:00:00Z',
      '2026-05-10T09:00:00.000+00:00',
      '2026-05-10T09:00:00.0000Z',
      '2026-05-10 09:00:00.000Z',
      '2026-02-30T09:00:00.000Z',
      '2026-05-10T24:00:00.000Z',
      '2026-05-10T09:60:00.000Z',
      '2026-05-10',
      0,
    ],
  ],
  [
    'day',
    dayDateSchema,
    ['2026-05-15', '2028-02-29'],
    ['2027-02-29', '2026-13-01', '2026-5-15', '15.05.2026', '2026-05', 'TBD', ''],
  ],
  [
    'announced date',
    announcedDateSchema,
    ['2026-05-15', '2026-07', 'TBD'],
    ['2026-00', '2026-13', '2026', 'tbd', 'July 2026', '', null],
  ],
];

describe.each(table)('a %s', (_name, schema, good, bad) => {
  it.each(good.map((value) => [value]))('may be %j', (value) => {
    expect(schema.parse(value)).toBe(value);
  });

  it.each(bad.map((value) => [value]))('may not be %j', (value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});
