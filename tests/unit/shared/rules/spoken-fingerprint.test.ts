import { expect, it } from 'vitest';
import { fingerprintSchema } from '@shared/model/ids';
import { formatSpoken } from '@shared/rules/spoken-fingerprint';

const spoken = (hex: string): string => formatSpoken(fingerprintSchema.parse(hex));

it('is eight groups of five digits, each four bytes, big endian, modulo 100000', () => {
  // 0x00000000, 0x00000001, 0x000186a0 = 100000, 0x000186a1, 0xffffffff = 4294967295, 0x12345678 = 305419896, ...
  expect(spoken('0000000000000001000186a0000186a1ffffffff12345678deadbeef0001869f')).toBe(
    '00000 00001 00000 00001 67295 19896 28559 99999',
  );
});

it('differs wherever a bit of the fingerprint differs in the group that it belongs to', () => {
  const base = '2a1b9b26'.repeat(8);
  for (let group = 0; group < 8; group += 1) {
    const changed = `${base.slice(0, group * 8 + 7)}7${base.slice(group * 8 + 8)}`;
    const differing = spoken(base)
      .split(' ')
      .map((digits, index) => digits !== spoken(changed).split(' ')[index]);
    expect(differing).toEqual(Array.from({ length: 8 }, (_, index) => index === group));
  }
});
