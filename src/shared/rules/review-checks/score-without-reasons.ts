import type { TextField } from '../../model/form';
import { findShortcomings } from '../review-completeness';
import { countWords } from '../word-count';
import type { CheckedReview } from './checked-review';
import type { ScoreFinding } from './finding';
import { overallRating, placeScore } from './score-place';

/** How far up or down its scale an overall score is high or low: the outer thirds of the steps. */
const OUTER_THIRD = 1 / 3;
/** Fewer words than these give no reasons. */
const FEWEST_WORDS = 10;

const STRENGTHS = /\bstrengths?\b|\bpros\b|\breasons (?:to|for) accept/i;
const WEAKNESSES = /\bweakness(?:es)?\b|\bcons\b|\breasons (?:to|for) reject/i;

/**
 * A high overall score where the strengths say next to nothing, or a low one where the weaknesses do. Only for forms that
 * ask for the two apart, by their names. Where the form itself asks for more words, that is said already.
 */
export function findScoreWithoutReasons({ venue, answers }: CheckedReview): readonly ScoreFinding[] {
  const { form } = venue;
  const overall = overallRating(form);
  const score = overall === null ? null : placeScore(overall, answers);
  if (overall === null || score === null) return [];
  const isHigh = score.place >= 1 - OUTER_THIRD;
  if (!isHigh && score.place > OUTER_THIRD) return [];
  const [wanted, other] = isHigh ? [STRENGTHS, WEAKNESSES] : [WEAKNESSES, STRENGTHS];
  const lacking = new Set(findShortcomings(form, answers).map(({ field }) => field));
  return form.fields.flatMap((field): readonly ScoreFinding[] => {
    const isAsked = field.kind === 'text' && isNamed(field, wanted) && !isNamed(field, other);
    if (!isAsked || lacking.has(field.id)) return [];
    const answer = answers[field.id];
    const text = answer?.kind === 'text' ? answer.text : '';
    const words = countWords(text);
    if (words >= FEWEST_WORDS) return [];
    const said = words === 0 ? 'is empty' : `holds ${words} ${words === 1 ? 'word' : 'words'}`;
    return [
      {
        check: 'score-without-reasons',
        field: field.id,
        severity: 'note',
        span: null,
        sentence: `${overall.label} is ${score.value} (${score.anchor}), but ${field.label} ${said}. Say what speaks ${isHigh ? 'for' : 'against'} the paper.`,
        basis: `${score.value}\n${text}`,
      },
    ];
  });
}

function isNamed(field: TextField, name: RegExp): boolean {
  return name.test(field.label) || name.test(field.id.replaceAll('-', ' '));
}
