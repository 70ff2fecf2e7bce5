/**
 * The encodings of the points of order 1, 2, 4 and 8 of edwards25519, canonical or not, without the bit of x's sign: y is
 * 1, 0, the two of order 8, p - 1, p and p + 1. libsodium refuses the same list (ge25519_has_small_order).
 */
const SMALL_ORDER: ReadonlySet<string> = new Set([
  `01${'00'.repeat(31)}`,
  '00'.repeat(32),
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
]);

/** Whether 32 bytes encode a point of small order: as a public key, one under which a signature proves nothing. */
export function isOfSmallOrder(point: Uint8Array): boolean {
  const unsigned = Buffer.from(point);
  unsigned.writeUInt8(unsigned.readUInt8(31) & 0x7f, 31);
  return SMALL_ORDER.has(unsigned.toString('hex'));
}
