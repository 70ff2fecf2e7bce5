import type { OwnHit, OwnSearchAnswer, SearchHit } from '@shared/contract/search';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { toPageWords } from '@shared/anchor/citation';
import type { ReadDb } from '../store/database';
import { listAnnotationsOn } from '../store/annotations';
import { listDrafts } from '../store/drafts';
import { listPaperHeads } from '../store/papers';
import type { ServiceDeps } from './deps';
import { readVenue } from './library';
import { searchablePapers } from './searchable-papers';

/** What is looked for in what I wrote. */
export interface OwnSearchInput {
  readonly venue: VenueId;
  readonly query: string;
  readonly limit: number;
}

/** How much of a text is shown before and after the first word that was met, in characters. */
const BEFORE = 60;
const AFTER = 140;

/**
 * Looks through my notes and the texts of my reviews: every word of the query must be in one of them, in any case, anywhere
 * in a word. By paper; a paper's notes before its review. Refused: VENUE_NOT_FOUND.
 */
export function searchOwn(deps: ServiceDeps, { venue, query, limit }: OwnSearchInput): OwnSearchAnswer {
  const { db } = deps.stores.open(venue);
  const words = toLower(query)
    .split(/[\s"]+/)
    .filter(Boolean);
  if (words.length === 0) return { hits: [], isCut: false };
  const labels = new Map(readVenue(deps, { venue }).form.fields.map(({ id, label }) => [id, label]));
  const isMine = searchablePapers(db, 'mine');
  const drafts = new Map(listDrafts(db).map(({ paper, answers }) => [paper, answers]));
  const hits: OwnHit[] = [];
  for (const { number: paper, title } of listPaperHeads(db)) {
    if (!isMine(paper)) continue;
    for (const { id, place, text } of notesOn(db, paper)) {
      const met = meet(text, words);
      if (met !== null) hits.push({ paper, title, note: id, field: null, place, ...met });
    }
    for (const [field, answer] of Object.entries(drafts.get(paper) ?? {})) {
      const met = answer.kind === 'text' ? meet(answer.text, words) : null;
      const place = labels.get(field as never) ?? field;
      if (met !== null) hits.push({ paper, title, note: null, field: field as never, place, ...met });
    }
    if (hits.length > limit) return { hits: hits.slice(0, limit), isCut: true };
  }
  return { hits, isCut: false };
}

function notesOn(db: ReadDb, paper: PaperNumber) {
  return listAnnotationsOn(db, paper)
    .filter(({ isRemoved }) => !isRemoved)
    .map(({ annotation: { id, content } }) => ({
      id,
      place: `Note, ${toPageWords(content)}`,
      text: [content.comment, content.quote?.exact ?? ''].filter(Boolean).join(' — '),
    }));
}

/** The words around what was looked for; null where not all of it is in the text. */
function meet(text: string, words: readonly string[]): Pick<SearchHit, 'text' | 'marks'> | null {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const lower = toLower(line);
  const places = words.map((word) => lower.indexOf(word));
  if (places.includes(-1)) return null;
  const first = Math.min(...places);
  const start = Math.max(0, first - BEFORE);
  const shown = line.slice(start, first + AFTER);
  return { text: shown, marks: marksIn(toLower(shown), words) };
}

/** Every place of every word, in order, those that touch as one. */
function marksIn(lower: string, words: readonly string[]): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (const word of words) {
    for (let at = lower.indexOf(word); at !== -1; at = lower.indexOf(word, at + word.length))
      found.push([at, at + word.length]);
  }
  const marks: [number, number][] = [];
  for (const [from, to] of found.toSorted((a, b) => a[0] - b[0])) {
    const last = marks.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else marks.push([from, to]);
  }
  return marks;
}

/** Lower case of the same length, so that places in it are places in the text: `İ` would become two. */
function toLower(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}
