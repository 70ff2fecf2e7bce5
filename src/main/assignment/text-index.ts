import { stemmer } from 'stemmer';

/** Texts as sparse vectors of unit length: feature numbers in ascending order, and a weight each. */
export interface TextVectors {
  readonly features: readonly Int32Array[];
  readonly weights: readonly Float64Array[];
}

/** Words of English that say nothing about a subject. */
const STOP_WORDS = new Set(
  (
    'a about above after again all also although am among an and any are as at be because been before being between both ' +
    'but by can could did do does doing down during each few for from further had has have having he her here hers him his ' +
    'how however i if in into is it its itself may me might more most must my no nor not of off on once only or other our ' +
    'ours out over own same she should so some such than that the their theirs them then there these they this those ' +
    'through thus to too under until up upon use used using very via was we were what when where which while who whom why ' +
    'will with within without would you your yours et al fig figure table section paper papers work show shown propose ' +
    'proposed method methods result results approach based new one two'
  ).split(' '),
);

/** The stems of a text's words, in order; an empty one where words that say nothing stood, so that no pair spans them. */
function stemsOf(text: string, cache: Map<string, string>): readonly string[] {
  const words =
    text
      .toLowerCase()
      .normalize('NFKC')
      .match(/\p{L}[\p{L}\p{N}]*/gu) ?? [];
  return words.map((word) => {
    const known = cache.get(word);
    if (known !== undefined) return known;
    const stem = word.length < 2 || STOP_WORDS.has(word) ? '' : stemmer(word);
    cache.set(word, stem);
    return stem;
  });
}

/**
 * Weighs the stems and neighbouring pairs of stems of texts by TF-IDF (Salton and Buckley 1988, 10.1016/0306-4573(88)90021-0):
 * `(1 + ln tf) * ln(1 + n / df)`, each text to unit length. What only one text has relates it to nothing and is left out.
 */
export function toTextVectors(texts: readonly string[]): TextVectors {
  const cache = new Map<string, string>();
  const numberOf = new Map<string, number>();
  const counts = texts.map((text) => {
    const count = new Map<number, number>();
    const stems = stemsOf(text, cache);
    const note = (feature: string): void => {
      let number = numberOf.get(feature);
      if (number === undefined) {
        number = numberOf.size;
        numberOf.set(feature, number);
      }
      count.set(number, (count.get(number) ?? 0) + 1);
    };
    stems.forEach((stem, position) => {
      if (stem === '') return;
      note(stem);
      const next = stems[position + 1] ?? '';
      if (next !== '') note(`${stem} ${next}`);
    });
    return count;
  });
  const spread = new Int32Array(numberOf.size);
  for (const count of counts)
    for (const feature of count.keys()) spread[feature] = (spread[feature] as number) + 1;
  const sorted = counts.map((count) =>
    Int32Array.from([...count.keys()].filter((feature) => (spread[feature] as number) > 1)).toSorted(),
  );
  const weights = sorted.map((features, text) => {
    const raw = Float64Array.from(features, (feature) => {
      const tf = counts[text]?.get(feature) ?? 1;
      return (1 + Math.log(tf)) * Math.log(1 + texts.length / (spread[feature] as number));
    });
    const length = Math.sqrt(raw.reduce((sum, weight) => sum + weight * weight, 0));
    return length === 0 ? raw : raw.map((weight) => weight / length);
  });
  return { features: sorted, weights };
}

/** The cosines of some texts with one other: from 0, nothing in common, to 1, the same. */
export function createCosines(vectors: TextVectors, of: readonly number[]): (other: number) => Float64Array {
  const postings = new Map<number, { readonly place: number[]; readonly weight: number[] }>();
  of.forEach((text, place) => {
    vectors.features[text]?.forEach((feature, index) => {
      const list = postings.get(feature) ?? { place: [], weight: [] };
      list.place.push(place);
      list.weight.push(vectors.weights[text]?.[index] ?? 0);
      postings.set(feature, list);
    });
  });
  return (other) => {
    const cosines = new Float64Array(of.length);
    vectors.features[other]?.forEach((feature, index) => {
      const list = postings.get(feature);
      if (list === undefined) return;
      const weight = vectors.weights[other]?.[index] ?? 0;
      for (let at = 0; at < list.place.length; at += 1) {
        cosines[list.place[at] as number] =
          (cosines[list.place[at] as number] as number) + weight * (list.weight[at] as number);
      }
    });
    return cosines;
  };
}
