/** Words that tell authors little and hurt, and why. */
export interface TonePhrase {
  readonly pattern: RegExp;
  readonly why: string;
}

const PEOPLE = 'This is about the people, not the paper. Name what in the paper shows it.';
const FORCE = 'Says how you feel, not what is wrong. Name the fault and where it is.';
const OBVIOUS = 'What is obvious to you was not to the authors. The reason alone is stronger.';

/**
 * English only, and few: each is a phrase that has hardly another meaning in a review, so that technical words (naive
 * Bayes, lazy evaluation, garbage collection, trivial solutions) are left alone.
 */
export const TONE_PHRASES: readonly TonePhrase[] = [
  {
    pattern:
      /\bauthors? (?:(?:clearly|obviously|apparently|simply|just|really) )?(?:(?:do|did|does) not|don['’]t|didn['’]t|fail(?:s|ed)? to) (?:even )?(?:understand|know|care|bother)\b/giu,
    why: PEOPLE,
  },
  {
    pattern:
      /\bauthors? (?:are|is|were|was|seem(?:s)?|must be) (?:(?:very|quite|clearly|too) )?(?:lazy|sloppy|careless|ignorant|incompetent|dishonest|clueless|naive|naïve)\b/giu,
    why: PEOPLE,
  },
  { pattern: /\b(?:did|have) the authors even\b/giu, why: PEOPLE },
  {
    pattern: /\b(?:native (?:English )?speakers?|non-native (?:English )?speakers?)\b/giu,
    why: 'Guesses where authors come from. Name sentences that are hard to follow.',
  },
  {
    pattern: /\b(?:ridiculous|laughable|nonsensical|nonsense|idiotic|stupid|pathetic|worthless|a joke)\b/giu,
    why: FORCE,
  },
  { pattern: /\b(?:a )?waste of (?:my |everyone['’]s |the reader['’]s )?time\b/giu, why: FORCE },
  {
    pattern: /\b(?:this|the) (?:paper|work|manuscript) is (?:garbage|rubbish|trash|useless)\b/giu,
    why: FORCE,
  },
  {
    pattern:
      /\b(?:it is (?:well )?(?:obvious|clear) to (?:anyone|everyone|everybody)|everyone knows|everybody knows|any (?:undergraduate|student) (?:knows|would know|could))\b/giu,
    why: OBVIOUS,
  },
  { pattern: /\bobviously (?:wrong|false|flawed|incorrect)\b/giu, why: OBVIOUS },
];
