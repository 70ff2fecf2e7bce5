import { isUtf8 } from 'node:buffer';
import { isDeepStrictEqual } from 'node:util';
import canonicalize from 'canonicalize';
import { AppError } from '@shared/contract/errors';
import { makeVisible } from '@shared/rules/visible-text';
import type { z } from 'zod';
import { isInOrder } from './json-order';
import { isModestJson } from './json-extent';

/**
 * Canonical JSON (RFC 8785) as UTF-8 bytes. The value must be plain JSON.
 *
 * @throws on NaN, infinities and lone surrogates, which have no canonical form.
 */
export function toCanonicalBytes(value: unknown): Buffer {
  const text = toCanonicalText(value);
  if (text === undefined) throw new Error('this value has no JSON form');
  return Buffer.from(text, 'utf8');
}

function toCanonicalText(value: unknown): string | undefined {
  if (isInOrder(value)) {
    const text = JSON.stringify(value);
    // Half a surrogate pair, which has no canonical form, is written as an escape: `\ud83d`.
    if (!text.includes(String.raw`\ud`)) return text;
  }
  return canonicalize(value);
}

/**
 * Parses bytes that must be canonical JSON of a schema. Comparing with the canonical form of what was read refuses
 * everything that two readers could understand differently: duplicate keys, odd numbers, byte-order marks, bad UTF-8.
 *
 * @throws AppError BUNDLE_INVALID naming the entry and the first thing that is wrong.
 */
export function parseCanonical<Schema extends z.ZodType>(
  bytes: Buffer,
  schema: Schema,
  name: string,
): z.output<Schema> {
  if (!isModestJson(bytes)) throw invalid(name, 'nests or lists more than a file of a bundle may');
  const text = bytes.toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalid(name, 'is not JSON');
  }
  // Of bytes that are no UTF-8 the text is another, which may be canonical.
  if (!isUtf8(bytes) || !isCanonical(value, text)) throw invalid(name, 'is not canonical JSON (RFC 8785)');
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    // The sender may have named members of its own: neither long nor unseen names reach a person.
    const place = makeVisible(issue?.path.join('.') ?? '');
    throw invalid(name, `${place}: ${makeVisible(issue?.message ?? 'does not fit the schema')}`);
  }
  // A parser may leave members out (zod skips `__proto__`): what is used must be all that was signed.
  if (!isDeepStrictEqual(parsed.data, value)) throw invalid(name, 'holds more than its schema has');
  // It is the same; in the order of the bytes it is canonical again without being sorted.
  return value as z.output<Schema>;
}

function isCanonical(value: unknown, text: string): boolean {
  try {
    return toCanonicalText(value) === text;
  } catch {
    return false;
  }
}

function invalid(name: string, what: string): AppError {
  return new AppError(
    'BUNDLE_INVALID',
    'This bundle is signed and undamaged, but its content does not follow the bundle format. Tell whoever sent it.',
    `${name} ${what}`,
  );
}
