/**
 * The bytes of a base64 text without padding (RFC 4648, section 4), or null when it is not the one text that these bytes
 * have.
 */
export function decodeBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return encodeBase64(bytes) === text ? bytes : null;
}

/** Base64 without padding. */
export function encodeBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64').replaceAll('=', '');
}
