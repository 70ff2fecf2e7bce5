import type { CheckedReview } from './checked-review';
import type { ToneFinding } from './finding';
import { blankQuotes, linesAround, listProse, placesWord } from './prose';
import { TONE_PHRASES } from './tone-phrases';

/** Hints about tone in what authors read, where they are wanted. Quotes are not the reviewer's words. */
export function findTone(review: CheckedReview): readonly ToneFinding[] {
  if (!review.hasToneHints) return [];
  return listProse(review).flatMap(({ field, text }): readonly ToneFinding[] => {
    if (field.audience !== 'authors') return [];
    const own = blankQuotes(text);
    return TONE_PHRASES.flatMap(({ pattern, why }): readonly ToneFinding[] => {
      const spans = [...own.matchAll(pattern)].map((match) => ({
        from: match.index,
        to: match.index + match[0].length,
      }));
      const [first] = spans;
      if (first === undefined) return [];
      return [
        {
          check: 'tone',
          field: field.id,
          severity: 'note',
          span: first,
          sentence: `${field.label}, “${text.slice(first.from, first.to)}”${placesWord(spans.length)}: ${why}`,
          basis: linesAround(text, spans),
        },
      ];
    });
  });
}
