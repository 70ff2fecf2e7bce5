import { expect, test } from 'vitest';
import { writeMailDraft } from '@main/interop/mail-draft';

const from = { name: 'Noor Haddad', email: 'noor@example.org' };
const to = { name: 'Zoë Ünlü-Ørsted', email: 'zoe@example.org' };
const atMs = Date.parse('2026-05-10T09:00:00Z');

function draft(subject: string, text: string, name = to.name): string {
  return writeMailDraft({ from, to: { ...to, name }, subject, text, atMs });
}

/** What a mail program makes of a header: unfolded, its encoded words decoded (RFC 2047, section 6.2). */
function headerOf(mail: string, name: string): string {
  const head = mail.slice(0, mail.indexOf('\r\n\r\n')).replaceAll(/\r\n(?=[ \t])/g, '');
  const line = head.split('\r\n').find((one) => one.startsWith(`${name}: `)) ?? '';
  return line
    .slice(name.length + 2)
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, base64: string) => Buffer.from(base64, 'base64').toString());
}

function bodyOf(mail: string): string {
  const quoted = mail.slice(mail.indexOf('\r\n\r\n') + 4).replaceAll('=\r\n', '');
  const bytes = quoted.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n');
}

test('opens as a draft of plain text in UTF-8', () => {
  expect(draft('Reviews', 'Dear Zoë').split('\r\n')).toEqual([
    'From: "Noor Haddad"',
    ' <noor@example.org>',
    'To: =?UTF-8?B?Wm/DqyDDnG5sw7wtw5hyc3RlZA==?=',
    ' <zoe@example.org>',
    'Subject: Reviews',
    'Date: Sun, 10 May 2026 09:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    'X-Unsent: 1',
    '',
    'Dear Zo=C3=AB',
  ]);
});

// Bug caught: an encoded word that splits a character, or is too long, which mail programs show as it stands.
test('says subjects and names in any script', () => {
  const subject = `審査のお願い ${'🦉 rappel '.repeat(20)}fin`;
  const mail = draft(subject, '', 'Ωμέγα '.repeat(20));
  expect(headerOf(mail, 'Subject')).toBe(subject);
  expect(headerOf(mail, 'To')).toBe(`${'Ωμέγα '.repeat(20).trim()} <zoe@example.org>`);
  for (const line of mail.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
});

// Bug caught: a name or title with a line break that adds a header of its own, such as Bcc.
test('lets no text end its header', () => {
  const mail = draft('Reviews\r\nBcc: eve@example.org', 'x', 'Eve"\r\nBcc: eve@example.org\r\n\r\nHello');
  expect(mail).not.toMatch(/^Bcc:/m);
  expect(headerOf(mail, 'Subject')).toBe('Reviews Bcc: eve@example.org');
  expect(mail.split('\r\n\r\n')).toHaveLength(2);
});

test('folds a long subject without losing a letter', () => {
  const subject =
    'Sim2Science 2026: 12 of your reviews are missing, and this subject goes on and on for two lines';
  const mail = draft(subject, '');
  expect(headerOf(mail, 'Subject')).toBe(subject);
  for (const line of mail.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
});

test('keeps every character of the text, in lines that any mail server takes', () => {
  const text = `Dear Zoë,\n\n- paper 7, "${'Très long '.repeat(30)}"\nends with a blank \n=3D\n`;
  const mail = draft('x', text);
  expect(bodyOf(mail)).toBe(text);
  for (const line of mail.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
});
