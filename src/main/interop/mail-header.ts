/** How many bytes of UTF-8 an encoded word holds, so that its line is shorter than 76 characters (RFC 2047, section 2). */
const WORD_BYTES = 36;

/** A mailbox: a name and an address. */
export interface Mailbox {
  readonly name: string;
  readonly email: string;
}

/**
 * An unstructured header, such as Subject (RFC 5322, section 2.2.1): folded, and in encoded words (RFC 2047) where it holds
 * anything but printable ASCII. Control characters become spaces, so that a text cannot end its header.
 */
export function writeTextHeader(name: string, text: string): string {
  const plain = text.replaceAll(/\p{Cc}+/gu, ' ').trim();
  return `${name}: ${isAscii(plain) ? fold(plain, name.length + 2) : encodeWords(plain)}`;
}

/** A header of one mailbox, such as To (RFC 5322, section 3.4). */
export function writeMailboxHeader(name: string, { name: person, email }: Mailbox): string {
  const plain = person.replaceAll(/\p{Cc}+/gu, ' ').trim();
  const display = isAscii(plain) ? `"${plain.replaceAll(/["\\]/g, String.raw`\$&`)}"` : encodeWords(plain);
  return `${name}: ${display}\r\n <${email.replaceAll(/[\p{Cc}<>\s]/gu, '')}>`;
}

/** Encoded words of UTF-8 in base64, one a line; none splits a character (RFC 2047, section 5). */
function encodeWords(text: string): string {
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    if (Buffer.byteLength(word + character) > WORD_BYTES) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((part) => `=?UTF-8?B?${Buffer.from(part).toString('base64')}?=`).join('\r\n ');
}

/** Breaks a header before words that would go beyond 78 characters (RFC 5322, section 2.1.1). */
function fold(text: string, startLength: number): string {
  let length = startLength;
  return text
    .split(' ')
    .map((word, index) => {
      length += word.length + 1;
      if (index === 0 || length <= 78) return index === 0 ? word : ` ${word}`;
      length = word.length + 1;
      return `\r\n ${word}`;
    })
    .join('');
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}
