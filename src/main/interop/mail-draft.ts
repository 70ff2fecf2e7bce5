import { writeMailboxHeader, writeTextHeader, type Mailbox } from './mail-header';

/** A letter that a person is to look at and send. */
export interface MailDraft {
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly subject: string;
  /** Plain text; lines end with a line feed. */
  readonly text: string;
  /** When it was written, milliseconds since the epoch. */
  readonly atMs: number;
}

/**
 * A letter as an .eml file (RFC 5322, MIME of RFC 2045): plain text in UTF-8, quoted-printable. `X-Unsent: 1` makes mail
 * programs open it as a draft.
 */
export function writeMailDraft({ from, to, subject, text, atMs }: MailDraft): string {
  const headers = [
    writeMailboxHeader('From', from),
    writeMailboxHeader('To', to),
    writeTextHeader('Subject', subject),
    `Date: ${new Date(atMs).toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    'X-Unsent: 1',
  ];
  return `${headers.join('\r\n')}\r\n\r\n${quotePrintable(text)}`;
}

/** The most characters of a line before its soft break (RFC 2045, section 6.7). */
const LINE = 75;

function quotePrintable(text: string): string {
  return text.replaceAll('\r\n', '\n').split('\n').map(quoteLine).join('\r\n');
}

function quoteLine(line: string): string {
  const units = [...Buffer.from(line, 'utf8')].map((byte, index, bytes) => {
    const isBlank = byte === 0x20 || byte === 0x09;
    const isPlain = byte >= 0x21 && byte <= 0x7e && byte !== 0x3d;
    // A blank at the end of a line would be lost on the way.
    return isPlain || (isBlank && index < bytes.length - 1)
      ? String.fromCodePoint(byte)
      : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  let length = 0;
  return units
    .map((unit) => {
      length += unit.length;
      if (length <= LINE) return unit;
      length = unit.length;
      return `=\r\n${unit}`;
    })
    .join('');
}
