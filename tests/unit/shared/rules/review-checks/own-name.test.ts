import { describe, expect, it } from 'vitest';
import { venueSchema } from '@shared/model/venue';
import { checkReview } from '@shared/rules/review-checks/check-review';
import { makeReview, saying, venue } from './checked-fixture';

/** What of a sentence in the strengths is taken for the name of the reviewer. */
function found(name: string, email: string, sentence: string, abstract = ''): string[] {
  const review = makeReview({ strengths: saying(sentence) }, { me: { name, email } });
  const findings = checkReview({ ...review, paper: { ...review.paper, abstract } });
  const answer = review.answers['strengths' as never] as { readonly text: string };
  return findings.flatMap(({ check, span }) =>
    check === 'own-name' && span !== null ? [answer.text.slice(span.from, span.to)] : [],
  );
}

const ada = ['Ada Lindqvist', 'ada.lindqvist@uni.example'] as const;

describe('the reviewer’s own name', () => {
  it.each([
    ['the whole name', ...ada, 'I, Ada Lindqvist, enjoyed this.', ['Ada Lindqvist']],
    ['the name in small letters', ...ada, 'see ada lindqvist (2019)', ['ada lindqvist']],
    ['the name over a line end', ...ada, 'by Ada\nLindqvist', ['Ada\nLindqvist']],
    ['family name first', ...ada, 'Lindqvist, Ada: On priors', ['Lindqvist, Ada']],
    ['an initial', ...ada, 'cite A. Lindqvist 2019', ['A. Lindqvist']],
    ['an initial behind', ...ada, 'Lindqvist, A. (2019)', ['Lindqvist, A']],
    ['the family name alone, as one cites oneself', ...ada, 'compare with Lindqvist et al.', ['Lindqvist']],
    ['a possessive', ...ada, 'as in Lindqvist’s thesis', ['Lindqvist']],
    ['the address', ...ada, 'ask ada.lindqvist@uni.example', ['ada.lindqvist@uni.example']],
    ['the address in capitals', ...ada, 'ADA.LINDQVIST@UNI.EXAMPLE', ['ADA.LINDQVIST@UNI.EXAMPLE']],
    ['the address at another host', ...ada, 'github.com/ada.lindqvist/code', ['ada.lindqvist']],
    ['accents that were left out', 'Søren Åkesson', 's@x.example', 'Akesson (2020)', ['Akesson']],
    ['accents that were put apart', 'Zoé Müller', 'z@x.example', 'by Mu\u0308ller', ['Mu\u0308ller']],
    ['a name in small capitals', 'Zoé Müller', 'z@x.example', 'by MÜLLER', ['MÜLLER']],
    ['a whole name of two short parts', 'Li Bo', 'l@x.example', 'as Li Bo (2020)', ['Li Bo']],
    ['a particle within the name', 'Ana de Souza', 'a@x.example', 'Ana de Souza too', ['Ana de Souza']],
    ['a name without spaces', '王小明', 'w@x.example', '参见王小明的工作', ['王小明']],
    ['a Korean name with its ending', '김민수', 'k@x.example', '김민수는 보였다', ['김민수']],
    ['a common family name with its initial', 'Lena Page', 'l@x.example', 'L. Page (2019)', ['L. Page']],
    ['a whole name of common words', 'Will May', 'w@x.example', 'Will May wrote it', ['Will May']],
    [
      'a sign of the pattern language in a name',
      'Ada (Li) O’Ha.ra',
      'a@x.example',
      "O'Ha.ra too",
      ["O'Ha.ra"],
    ],
  ])('is found: %s', (_what, name, email, sentence, expected) => {
    expect(found(name, email, sentence)).toEqual(expected);
  });

  it.each([
    ['a common word: May', 'Rollo May', 'r@x.example', 'May this hold? It may. In May 2026.'],
    ['a common word: Page', 'Lena Page', 'l@x.example', 'Page 4 and page 5.'],
    ['a sentence out of common words', 'Will May', 'w@x.example', 'it will may be'],
    ['the name of a method', 'Ron Fisher', 'r@x.example', 'The Fisher information is singular.'],
    ['part of another word', 'Eve Stein', 'e@x.example', 'Steiner trees; Evening.'],
    ['part of another name', ...ada, 'the Adaptive sampler; Lindqvistian'],
    ['a short family name of many', 'Minsoo Kim', 'm@x.example', 'Kim et al. (2019)'],
    ['small letters for a part', 'Ann Sorrow', 'a@x.example', 'with sorrow'],
    ['a particle', 'Jan van der Zeeland', 'j@x.example', 'Van der Pol oscillators'],
    ['a quote from the paper', ...ada, '> as Lindqvist showed\n\nThis is wrong.'],
    ['a mailbox that many share', 'Ada Lind', 'review@x.example', 'this review is late'],
    ['half of a syllable', '김민수', 'k@x.example', '김민순은 보였다'],
  ])('is not seen in %s', (_what, name, email, sentence) => {
    expect(found(name, email, sentence)).toEqual([]);
  });

  it('is not seen where the paper’s own method has it, but the whole name still is', () => {
    const abstract = 'We extend the Lindqvist sampler.';
    expect(found(...ada, 'The Lindqvist sampler is fast.', abstract)).toEqual([]);
    expect(found(...ada, 'Ada Lindqvist is fast.', abstract)).toEqual(['Ada Lindqvist']);
  });

  it('is told once a text, with the number of places, and not a second time inside of the whole name', () => {
    const review = makeReview({ strengths: saying('Lindqvist. Lindqvist. Ada Lindqvist.') });
    expect(checkReview(review).map(({ sentence }) => sentence)).toEqual([
      'Strengths holds your name, “Ada Lindqvist”. Authors will read it.',
      'Strengths holds part of your name, “Lindqvist” in 2 places. Authors will read it.',
    ]);
  });

  it('may stand in what only chairs read, and anywhere in open review', () => {
    const note = { confidential: saying('Ada Lindqvist') };
    expect(checkReview(makeReview(note))).toEqual([]);
    const open = venueSchema.parse({ ...venue, policy: { ...venue.policy, blind: 'open' } });
    expect(checkReview(makeReview({ strengths: saying('Ada Lindqvist') }, { venue: open }))).toEqual([]);
  });
});
