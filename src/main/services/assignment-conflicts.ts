import type { Paper } from '@shared/model/paper';
import type { BidRow, ReviewerProfile } from '../store/reviewer-profiles';

/** Why somebody may not review a paper. */
export type ConflictReason = 'author' | 'chair' | 'declared' | 'institution' | 'forbidden' | 'declined';

/** A reviewer as far as conflicts go. */
export interface ConflictParty {
  readonly email: string;
  readonly profile: ReviewerProfile | undefined;
}

/** Providers whose addresses say nothing about where somebody works; RFC 2606 and RFC 6761 reserve the last ones. */
const PUBLIC_DOMAINS = new Set(
  (
    'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com icloud.com me.com aol.com gmx.de gmx.net ' +
    'web.de proton.me protonmail.com qq.com 163.com 126.com foxmail.com naver.com mail.ru yandex.ru fastmail.com ' +
    'example.org example.com example.net'
  ).split(' '),
);

/** The domain of an address that tells an institution, in lower case; null when it tells none. */
export function institutionDomain(email: string): string | null {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return domain === '' || PUBLIC_DOMAINS.has(domain) ? null : domain;
}

/** Whether two domains are of one institution: the same, or one within the other, as cs.mit.edu in mit.edu. */
function isSameInstitution(a: string, b: string): boolean {
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

/** Why a reviewer may not review a paper, by what both sides say of themselves; null when nothing speaks against it. */
export function conflictOf(
  { number, authors }: Pick<Paper, 'number' | 'authors'>,
  { email, profile }: ConflictParty,
  bid: BidRow['bid'] | null,
  isByInstitution: boolean,
): ConflictReason | null {
  const mails = authors.flatMap((author) => (author.email === null ? [] : [author.email.toLowerCase()]));
  if (mails.includes(email.toLowerCase())) return 'author';
  if (bid === 'conflict') return 'declared';
  for (const one of profile?.conflicts ?? []) {
    if (one === String(number) || mails.includes(one)) return 'declared';
    if (!one.includes('@') && mails.some((mail) => mail.endsWith(`@${one}`) || mail.endsWith(`.${one}`))) {
      return 'declared';
    }
  }
  if (!isByInstitution) return null;
  const mine = institutionDomain(email);
  if (mine === null) return null;
  const theirs = mails.map(institutionDomain);
  return theirs.some((domain) => domain !== null && isSameInstitution(domain, mine)) ? 'institution' : null;
}
