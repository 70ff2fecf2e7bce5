import type { CheckedReview } from './checked-review';
import type { PaperFinding, TextSpan } from './finding';
import { findWords, foldText } from './fold-text';
import { blankQuotes, linesAround, listProse, placesWord } from './prose';

/** Titles of fewer words are phrases that anybody may use. */
const SHORTEST_TITLE_WORDS = 3;
/** Nouns whose numbers are no papers: "point #12". */
const NUMBERED =
  /\b(?:alg(?:orithm)?|appendix|chapter|col(?:umn)?|comments?|concerns?|eqn?s?|equations?|examples?|fig(?:ure)?s?|footnotes?|issues?|items?|lemma|lines?|no|notes?|pages?|points?|pp?|problems?|propositions?|pr|questions?|refs?|references?|remarks?|reviewers?|rows?|runs?|sections?|seeds?|steps?|tab(?:le)?s?|theorems?|tasks?|versions?|weakness(?:es)?)\.?\s*$/i;
const NAMED_PAPER =
  /(?<![\p{L}\p{N}])(?:(?:paper|submission|manuscript)s?(?:\s+(?:id|no\.?|number|nr\.?))?\s*#?|#)\s?(\d{1,7})(?![\p{L}\p{N}]|[.,]\d)/giu;

/**
 * The number or the title of another paper of the reviewer's: a sentence meant for another review, or a comparison that
 * its authors should not read. A bare `#12` counts from two digits on, and not after a noun that is counted (point #12).
 */
export function findOtherPapers(review: CheckedReview): readonly PaperFinding[] {
  const { paper, papers } = review;
  const ownWords = foldText(`${paper.title}\n${paper.abstract}`);
  const others = papers.filter(({ number }) => number !== paper.number);
  return listProse(review).flatMap(({ field, text }): readonly PaperFinding[] => {
    const own = blankQuotes(text);
    const folded = foldText(own);
    return others.flatMap(({ number, title }): readonly PaperFinding[] => {
      const words = foldText(title).text.trim().split(/ +/);
      const isTelling = words.length >= SHORTEST_TITLE_WORDS && findWords(ownWords, words).length === 0;
      const titles = isTelling ? findWords(folded, words) : [];
      const numbers = findNumbers(own, number);
      const spans = [...titles, ...numbers].toSorted((a, b) => a.from - b.from);
      const [first] = spans;
      if (first === undefined) return [];
      const what = titles.length > 0 ? `the title of paper ${number}` : `paper ${number}`;
      return [
        {
          check: 'other-paper',
          field: field.id,
          severity: 'note',
          span: first,
          sentence: `${field.label} names ${what}, another of yours${placesWord(spans.length)}. Is this sentence in the right review?`,
          basis: `${number}\n${linesAround(text, spans)}`,
        },
      ];
    });
  });
}

function findNumbers(text: string, paper: number): readonly TextSpan[] {
  return [...text.matchAll(NAMED_PAPER)].flatMap((match) => {
    const [said, digits = ''] = match;
    if (Number(digits) !== paper || digits.startsWith('0')) return [];
    const isBare = said.startsWith('#');
    if (isBare && (digits.length < 2 || NUMBERED.test(text.slice(0, match.index)))) return [];
    return [{ from: match.index, to: match.index + said.length }];
  });
}
