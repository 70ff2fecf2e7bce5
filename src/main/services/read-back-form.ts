import { AppError } from '@shared/contract/errors';
import type { FormComparison, FormDifference } from '@shared/contract/offline-form';
import type { FieldId, PaperNumber, Sha256, VenueId } from '@shared/model/ids';
import { MAX_ANSWER_LENGTH } from '@shared/model/answer-length';
import type { Answer, Answers } from '@shared/model/review';
import { makeVisible } from '@shared/rules/visible-text';
import { fromOfflineAnswers, listOverlong } from '../interop/offline-form/answers';
import { offlineFormats } from '../interop/offline-form/formats';
import { answersOf, type OfflineAnswers, type OfflineReview } from '../interop/offline-form/offline-form';
import { transact, type ReadDb } from '../store/database';
import { getDraft } from '../store/drafts';
import { getVenue } from '../store/venues';
import type { ServiceDeps } from './deps';
import { reviewIdOf } from './identifiers';
import { requireSelf } from './my-review';
import { fillPaperForm, readPaperForms, type PaperForm } from './paper-forms';
import { readFormFile, type FormFile } from './read-form-file';
import { answerField } from './save-draft';

/** A form file beside a venue's drafts. */
export interface CompareInput {
  readonly venue: VenueId;
  readonly path: string;
}

/** What is taken out of a form file. */
export interface TakeInput extends CompareInput {
  readonly digest: Sha256;
  readonly choices: readonly {
    readonly paper: PaperNumber;
    readonly field: FieldId;
    readonly take: 'theirs' | 'both';
  }[];
}

/**
 * Compares a filled form with my drafts. Both are read as the form would say them, so that what only looks different (a
 * link to a note, a space at the end) is none. Changes nothing.
 *
 * Refused: FORM_INVALID, FORM_NOT_FOUND.
 */
export function compareForm(deps: ServiceDeps, { venue, path }: CompareInput): FormComparison {
  const { db } = deps.stores.open(venue);
  const file = readFormFile(path);
  const { fileName, digest, form } = file;
  const known = requireForms(db, file);
  const mine = reviewsOfMine(file, known);
  const notes = [
    ...form.problems.map(({ line, what }) => `${fileName}, line ${line}: ${makeVisible(what, 400)}.`),
    ...form.reviews.flatMap((review) => notesOn(file, review, known)),
  ];
  return {
    fileName,
    digest,
    papers: mine.map(({ paper }) => paper),
    differences: mine.flatMap(({ paper, review, own }) => differencesOf(db, paper, review, own)),
    notes,
  };
}

/**
 * Takes answers of a form file into my drafts, by the same way as what is typed, all or none.
 *
 * Refused: FORM_CHANGED when the file is another than was compared, FORM_INVALID, ANSWER_INVALID.
 */
export function takeFromForm(deps: ServiceDeps, input: TakeInput): { readonly changed: number } {
  const { db } = deps.stores.open(input.venue);
  const file = readFormFile(input.path);
  if (file.digest !== input.digest) {
    throw new AppError(
      'FORM_CHANGED',
      `${file.fileName} has changed since it was compared. Compare it again; nothing was taken.`,
    );
  }
  const theirs = new Map(
    reviewsOfMine(file, requireForms(db, file)).map(({ paper, review, own }) => [
      paper,
      fromOfflineAnswers(own.asked, answersOf(review)),
    ]),
  );
  return transact(db, () => {
    let changed = 0;
    for (const { paper, field, take } of input.choices) {
      const answers = theirs.get(paper);
      if (answers === undefined) continue;
      const answer = merge(draftAnswers(db, paper)[field], answers[field], take);
      answerField(deps, { venue: input.venue, paper, field, answer });
      changed += 1;
    }
    return { changed };
  });
}

/** One answer out of mine and theirs. Of two texts, both stay whole; anything else has one value. */
function merge(mine: Answer | undefined, theirs: Answer | undefined, take: 'theirs' | 'both'): Answer | null {
  if (take === 'both' && mine?.kind === 'text' && theirs?.kind === 'text') {
    const text = `${mine.text.trimEnd()}\n\n${theirs.text}`;
    if (text.length > MAX_ANSWER_LENGTH) {
      throw new AppError(
        'ANSWER_INVALID',
        'Both texts together are longer than an answer can be. Nothing was taken.',
      );
    }
    return { kind: 'text', text };
  }
  if (take === 'both') return theirs ?? mine ?? null;
  return theirs ?? null;
}

function requireForms(db: ReadDb, { fileName, form }: FormFile): ReadonlyMap<PaperNumber, PaperForm> {
  const known = readPaperForms(db);
  const [first] = known.values();
  if (first === undefined) {
    throw new AppError(
      'FORM_NOT_FOUND',
      `${getVenue(db).shortName} was not started from a form of another system, so ${fileName} cannot be read into it.`,
    );
  }
  if (first.stored.system !== form.system) {
    throw new AppError(
      'FORM_INVALID',
      `${fileName} is a form of ${offlineFormats[form.system].name}, and the papers here have forms of ${offlineFormats[first.stored.system].name}.`,
    );
  }
  return known;
}

function reviewsOfMine(
  { form }: FormFile,
  known: ReadonlyMap<PaperNumber, PaperForm>,
): readonly { readonly paper: PaperNumber; readonly review: OfflineReview; readonly own: PaperForm }[] {
  return form.reviews.flatMap((review) => {
    const own = known.get(review.paper as PaperNumber);
    return own === undefined ? [] : [{ paper: own.stored.paper, review, own }];
  });
}

function differencesOf(
  db: ReadDb,
  paper: PaperNumber,
  review: OfflineReview,
  own: PaperForm,
): readonly FormDifference[] {
  const theirs = answersOf(review);
  const mine = asWritten(own, draftAnswers(db, paper));
  const understood = fromOfflineAnswers(own.asked, theirs);
  return own.asked.form.fields.flatMap((field): readonly FormDifference[] => {
    const question = own.asked.questions.get(field.id);
    if (question === undefined) return [];
    const one = mine.get(question.name) ?? null;
    const other = theirs.get(question.name) ?? null;
    const isSame = one === other || (one !== null && sameChoice(own, field.id, one, understood));
    const isUnclear =
      other === null ? isUnreadable(review, question.name) : understood[field.id] === undefined;
    if (isSame || isUnclear) return [];
    return [
      { paper, field: field.id, label: field.label, isText: field.kind === 'text', mine: one, theirs: other },
    ];
  });
}

/** Whether something was entered that is no choice: a note says so, and nothing can be taken. */
function isUnreadable({ sections }: OfflineReview, name: string): boolean {
  return sections.some(
    ({ part, body }) =>
      part.kind === 'question' &&
      part.question.name === name &&
      part.value === null &&
      !/^(?:\s*|\(.*|no entry\s*)$/is.test(body),
  );
}

/** A choice may be entered in several ways. */
function sameChoice(own: PaperForm, field: FieldId, mine: string, understood: Answers): boolean {
  const question = own.asked.questions.get(field);
  const answer = understood[field];
  if (question === undefined || answer === undefined || answer.kind === 'text') return false;
  const [again] = Object.values(fromOfflineAnswers(own.asked, new Map([[question.name, mine]])));
  return JSON.stringify(again) === JSON.stringify(answer);
}

/** My answers as the form says them once they are written into it. */
function asWritten(own: PaperForm, answers: Answers): OfflineAnswers {
  const { text } = fillPaperForm(own, { answers, isReady: true });
  const [review] = offlineFormats[own.stored.system].read(text).reviews;
  return review === undefined ? new Map() : answersOf(review);
}

function draftAnswers(db: ReadDb, paper: PaperNumber): Answers {
  return getDraft(db, reviewIdOf(getVenue(db).id, paper, requireSelf(db).id))?.answers ?? {};
}

/** What of a review in the file has no place here. */
function notesOn(
  { fileName, form }: FormFile,
  review: OfflineReview,
  known: ReadonlyMap<PaperNumber, PaperForm>,
): readonly string[] {
  const at = `${fileName}, line ${review.line}`;
  const own = known.get(review.paper as PaperNumber);
  if (own === undefined) {
    return [
      `${at}: ${review.paper === null ? 'a review without a paper number' : `paper ${review.paper}`} is not among your papers here.`,
    ];
  }
  const theirs = answersOf(review);
  const names = new Set([...own.asked.questions.values()].map(({ name }) => name));
  const understood = fromOfflineAnswers(own.asked, theirs);
  const lost = [...own.asked.questions].filter(
    ([field, { name }]) => theirs.has(name) && understood[field] === undefined,
  );
  const scratch = form.system === 'hotcrp' ? scratchpadLine(review) : null;
  return [
    ...[...theirs.keys()]
      .filter((name) => !names.has(name))
      .map(
        (name) =>
          `${at}: the form here does not ask “${makeVisible(name, 120)}”; that answer stays in the file.`,
      ),
    ...lost.map(([, { name }]) => `${at}: the answer to “${name}” is none of its choices.`),
    ...listOverlong(theirs).map(
      (name) => `${at}: “${name}” is longer than a text here can be; it would be cut.`,
    ),
    ...(scratch === null ? [] : [`${fileName}, line ${scratch}: the scratchpad stays in the file.`]),
  ];
}

function scratchpadLine({ sections }: OfflineReview): number | null {
  const pad = sections.find(({ head, body }) => /^==\+== Scratchpad/i.test(head) && body.trim() !== '');
  return pad?.line ?? null;
}
