import { AppError } from '@shared/contract/errors';
import type { FilledForms, VenueForms } from '@shared/contract/offline-form';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import type { Answers } from '@shared/model/review';
import { toOfflineAnswers } from '../interop/offline-form/answers';
import { offlineFormats } from '../interop/offline-form/formats';
import { questionsOf, type FilledForm, type OfflineReview } from '../interop/offline-form/offline-form';
import { toReviewForm, type ReviewFormOf } from '../interop/offline-form/to-review-form';
import type { ReadDb } from '../store/database';
import { getDraft } from '../store/drafts';
import { writeFully } from '../store/durable-file';
import { listForms, type StoredForm } from '../store/offline-forms';
import { writeOutside } from '../store/outside-files';
import { getVenue } from '../store/venues';
import type { ServiceDeps } from './deps';
import { reviewIdOf } from './identifiers';
import { requireSelf } from './my-review';
import { unwritable } from './unwritable';

/** Which papers' forms. */
export interface FormsInput {
  readonly venue: VenueId;
  readonly papers: readonly PaperNumber[];
}

/** A paper's form, read, and the form here that asks the same. */
export interface PaperForm {
  readonly stored: StoredForm;
  readonly review: OfflineReview;
  readonly asked: ReviewFormOf;
}

/** The forms of another system that a venue's papers have; null where it was not started from any. */
export function describeForms(deps: ServiceDeps, { venue }: { readonly venue: VenueId }): VenueForms | null {
  const forms = listForms(deps.stores.open(venue).db);
  const [first] = forms;
  if (first === undefined) return null;
  return { systemName: offlineFormats[first.system].name, papers: forms.map(({ paper }) => paper) };
}

/** Every paper's form, by number. */
export function readPaperForms(db: ReadDb): ReadonlyMap<PaperNumber, PaperForm> {
  return new Map(
    listForms(db).flatMap((stored) => {
      const [review] = offlineFormats[stored.system].read(stored.review).reviews;
      if (review === undefined) return [];
      return [[stored.paper, { stored, review, asked: toReviewForm(questionsOf(review)) }] as const];
    }),
  );
}

/** A paper's form with answers, in the system's own words. */
export function fillPaperForm(
  { stored, review, asked }: PaperForm,
  { answers, isReady }: { readonly answers: Answers; readonly isReady: boolean },
): FilledForm {
  return offlineFormats[stored.system].fill(review, {
    answers: toOfflineAnswers(asked, answers),
    isReady,
    paper: stored.paper,
  });
}

/** The forms of papers filled with my reviews, as one text. Refused: FORM_NOT_FOUND. */
export function fillForms(deps: ServiceDeps, input: FormsInput): FilledForms {
  const { db } = deps.stores.open(input.venue);
  const me = requireSelf(db);
  const venue = getVenue(db);
  const known = readPaperForms(db);
  const papers = [...new Set(input.papers)].toSorted((a, b) => a - b);
  const notes: string[] = [];
  const unready: PaperNumber[] = [];
  const texts = papers.map((paper) => {
    const form = known.get(paper);
    if (form === undefined) {
      throw new AppError(
        'FORM_NOT_FOUND',
        `Paper ${paper} did not come with a review form of another system. Only papers that were started from one can be written back.`,
      );
    }
    const draft = getDraft(db, reviewIdOf(venue.id, paper, me.id));
    const isReady = draft?.isReady ?? false;
    if (!isReady) unready.push(paper);
    const filled = fillPaperForm(form, { answers: draft?.answers ?? {}, isReady });
    notes.push(...filled.notes.map((note) => `Paper ${paper}, ${note}`));
    return filled.text.endsWith('\n') ? filled.text : `${filled.text}\n`;
  });
  const [first] = papers;
  const preamble = first === undefined ? '' : (known.get(first)?.stored.preamble ?? '');
  return { text: preamble + texts.join(''), papers, unready, notes };
}

/** Writes the filled forms of papers to a file. Refused: FORM_NOT_FOUND, FILE_UNWRITABLE, DISK_FULL. */
export function writeForms(
  deps: ServiceDeps,
  { path, ...input }: FormsInput & { readonly path: string },
): Omit<FilledForms, 'text'> {
  const { text, ...filled } = fillForms(deps, input);
  const bytes = Buffer.from(text, 'utf8');
  try {
    writeOutside(deps.stores.notesFolder, path, (fd) => {
      writeFully(fd, bytes);
    });
  } catch (error) {
    throw unwritable(error, path, bytes.length);
  }
  return filled;
}
