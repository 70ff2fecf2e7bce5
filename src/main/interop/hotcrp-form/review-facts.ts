import { unwrap, type FormLine } from '../offline-form/form-lines';
import type { OfflineReview, OfflineSection } from '../offline-form/offline-form';
import { readText } from './section-value';

const PAPER = /^==\+== (?:Paper|Submission) #?(\d{1,7})\s*$/i;
const BEGIN_PAPER = /^==\+== Begin Review #(\d{1,7})/i;
const REVIEWER = /^==\+== Reviewer:\s*(.*?)\s*$/;
const NAME_AND_EMAIL = /^(.*?)\s*<([^<>\s]+)>$/;
const READY = /^==\+== (?:Submit Review|Review Ready)\s*$/i;

/** What a review's directives say of it: which paper, whose review, whether it is ready. */
export function factsOf(
  lines: readonly FormLine[],
  sections: readonly OfflineSection[],
): Pick<OfflineReview, 'paper' | 'title' | 'reviewer' | 'isReady'> {
  const texts = lines.map(({ text }) => text);
  const readiness = bodyOf(sections, 'readiness');
  return {
    paper: paperOf(texts, sections),
    title: titleOf(texts),
    reviewer: reviewerOf(texts),
    isReady: readiness === null ? texts.some((text) => READY.test(text)) : /^ready$/i.test(readiness),
  };
}

function paperOf(texts: readonly string[], sections: readonly OfflineSection[]): number | null {
  const named = texts.map((text) => PAPER.exec(text) ?? BEGIN_PAPER.exec(text)).findLast((match) => match);
  const number = Number(named?.[1] ?? (bodyOf(sections, 'paper-number') ?? '').replace(/^#/, ''));
  return Number.isInteger(number) && number > 0 ? number : null;
}

/** HotCRP wraps a long title onto comments that are indented below it. */
function titleOf(texts: readonly string[]): string | null {
  const start = texts.findIndex((text) => text.startsWith('==-== Title: '));
  if (start === -1) return null;
  const more = texts.slice(start + 1);
  const end = more.findIndex((text) => !/^==-== {8}/.test(text));
  const wrapped = more.slice(0, end === -1 ? more.length : end).map((text) => text.slice(5));
  return unwrap([(texts[start] ?? '').slice('==-== Title: '.length), ...wrapped]) || null;
}

function reviewerOf(texts: readonly string[]): OfflineReview['reviewer'] {
  const named = texts.map((text) => REVIEWER.exec(text)?.[1]).find((name) => name !== undefined);
  if (named === undefined || named === '') return null;
  const both = NAME_AND_EMAIL.exec(named);
  if (both?.[2] === undefined) return { name: named, email: null };
  return { name: both[1] || both[2], email: both[2] };
}

function bodyOf(sections: readonly OfflineSection[], kind: 'readiness' | 'paper-number'): string | null {
  const section = sections.find(({ part }) => part.kind === kind);
  return section === undefined ? null : (readText(section.body) ?? '');
}
