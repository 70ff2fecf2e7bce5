import { basename } from 'node:path';
import { AppError } from '@shared/contract/errors';
import type { FormStarted } from '@shared/contract/offline-form';
import { paperNumberSchema, venueIdSchema, type PaperNumber, type VenueId } from '@shared/model/ids';
import { paperSchema, type Paper } from '@shared/model/paper';
import type { Person } from '@shared/model/person';
import { venueSchema, type Venue } from '@shared/model/venue';
import { toCanonicalBytes } from '../bundle/canonical-json';
import { fromOfflineAnswers, listOverlong } from '../interop/offline-form/answers';
import {
  answersOf,
  questionsOf,
  reviewText,
  type OfflineForm,
  type OfflineReview,
} from '../interop/offline-form/offline-form';
import { toReviewForm, type ReviewFormOf } from '../interop/offline-form/to-review-form';
import { OWN_ASSERTION } from '../store/assertion';
import { listAssignmentsOf, saveAssignments } from '../store/assignments';
import { transact, type WriteDb } from '../store/database';
import { getDraft, saveAnswer } from '../store/drafts';
import { getSelf, noteInstant, saveSelf } from '../store/facts';
import { listForms, saveForm } from '../store/offline-forms';
import { savePaper } from '../store/papers';
import { savePerson } from '../store/people';
import type { Store } from '../store/stores';
import { getVenue, saveVenue } from '../store/venues';
import { nowInstant, type JobControl, type ServiceDeps } from './deps';
import { filePdf, pdfProblem } from './file-pdf';
import { slugOf } from './file-names';
import { personIdOf, reviewIdOf } from './identifiers';
import { listPdfs, matchPdfs, type MatchedPdf } from './match-pdfs';
import { readFormFile, type FormFile } from './read-form-file';

/** What a venue is started from. */
export interface StartInput {
  readonly formPath: string;
  /** PDFs, or folders of them. */
  readonly pdfPaths: readonly string[];
  readonly shortName: string;
  readonly reviewer: { readonly name: string; readonly email: string };
}

/** A paper as it goes into the store. */
interface Entry extends MatchedPdf {
  readonly review: OfflineReview;
}

/**
 * Makes a venue of one's own out of another system's review form and the PDFs of its papers, all of them assigned to
 * whoever starts it; or adds the papers to the venue that was started from the same form. What the form says already becomes
 * the draft; a draft that is here is not touched.
 *
 * Refused: FORM_INVALID, VENUE_EXISTS, FILE_UNREADABLE.
 */
export function startFromForm(deps: ServiceDeps, input: StartInput, job: JobControl): FormStarted {
  const file = readFormFile(input.formPath);
  const { entries, notes } = findPapers(file, listPdfs(input.pdfPaths));
  const first = file.form.reviews[0];
  const asked = toReviewForm(first === undefined ? [] : questionsOf(first));
  const venue = toVenue(file.form, asked, input);
  const wasHere = deps.stores.has(venue.id);
  const fill = (store: Store): void => {
    addPapers(deps, store, { venue, asked, entries, file, reviewer: input.reviewer }, job);
  };
  if (wasHere) {
    const store = deps.stores.open(venue.id);
    requireSame(store.db, venue, input);
    fill(store);
  } else deps.stores.create(venue.id, fill);
  return {
    venue: venue.id,
    shortName: venue.shortName,
    papers: entries.map(({ number }) => number),
    wasHere,
    notes,
  };
}

/** The papers of a form with their PDFs. Refused: FORM_INVALID with every problem, a line each. */
function findPapers(
  { fileName, form }: FormFile,
  pdfs: readonly string[],
): { readonly entries: readonly Entry[]; readonly notes: readonly string[] } {
  const byNumber = new Map<PaperNumber, OfflineReview>();
  for (const review of form.reviews) {
    const number = paperNumberSchema.safeParse(review.paper);
    if (number.success && !byNumber.has(number.data)) byNumber.set(number.data, review);
  }
  const isBlank = byNumber.size === 0;
  const { matched, problems, unused } = matchPdfs(isBlank ? null : [...byNumber.keys()], pdfs);
  const broken = matched.flatMap(({ path }) => {
    const problem = pdfProblem(path);
    return problem === null ? [] : [`${basename(path)} ${problem}`];
  });
  const all = [...(pdfs.length === 0 ? ['no PDF was chosen'] : problems), ...broken];
  if (all.length > 0) {
    const more = all.length > 1 ? `, and ${all.length - 1} more` : '';
    throw new AppError(
      'FORM_INVALID',
      `${fileName} and the PDFs do not fit together: ${all[0]}${more}. Nothing was written; choose the PDFs of these papers, named with their numbers.`,
      all.join('\n'),
    );
  }
  const blank = form.reviews[0] as OfflineReview;
  return {
    entries: matched.map((match) => ({ ...match, review: byNumber.get(match.number) ?? blank })),
    notes: [
      ...form.problems.map(({ line, what }) => `${fileName}, line ${line}: ${what}`),
      ...form.reviews.flatMap((review) =>
        listOverlong(answersOf(review)).map(
          (name) =>
            `${fileName}, line ${review.line}: “${name}” is longer than a text here can be, and was cut.`,
        ),
      ),
      ...unused.map((name) => `${name} belongs to no paper of the form and was left out.`),
    ],
  };
}

function toVenue(form: OfflineForm, asked: ReviewFormOf, { shortName, reviewer }: StartInput): Venue {
  const slug = slugOf(shortName).slice(0, 50).replace(/-+$/, '') || 'venue';
  return venueSchema.parse({
    format: 'referee-venue/1',
    id: venueIdSchema.parse(`${form.system}-${slug}`),
    revision: 1,
    name: shortName,
    shortName,
    place: '',
    contact: reviewer.email,
    dates: [],
    topics: [{ id: 'all', title: 'All topics', shortTitle: 'All topics' }],
    applicationFields: [],
    contributionKinds: [],
    form: asked.form,
    policy: { blind: 'double', text: '' },
  });
}

/** More papers of a venue have its form and its reviewer. Refused: VENUE_EXISTS. */
function requireSame(db: WriteDb, venue: Venue, { reviewer }: StartInput): void {
  const known = getVenue(db);
  const isSame =
    listForms(db).length > 0 &&
    toCanonicalBytes(known.form).equals(toCanonicalBytes(venue.form)) &&
    getSelf(db) === personIdOf(venue.id, reviewer.email);
  if (isSame) return;
  throw new AppError(
    'VENUE_EXISTS',
    `${known.shortName} is on this computer already, with another form or for another reviewer. Give this one another name, such as “${venue.shortName.slice(0, 30)} 2”.`,
  );
}

interface Filling {
  readonly venue: Venue;
  readonly asked: ReviewFormOf;
  readonly entries: readonly Entry[];
  readonly file: FormFile;
  readonly reviewer: StartInput['reviewer'];
}

function addPapers(deps: ServiceDeps, { db, folder }: Store, filling: Filling, job: JobControl): void {
  const { venue, entries, file, reviewer } = filling;
  const papers = entries.map(({ number, path, review }, index): Paper => {
    job.checkpoint();
    job.progress(`Adding paper ${number}`, index, entries.length);
    return paperSchema.parse({
      number,
      title: (review.title ?? basename(path).replace(/\.pdf$/i, '')).slice(0, 500) || `Paper ${number}`,
      abstract: '',
      keywords: [],
      topics: [],
      authors: [],
      pdf: filePdf(folder, path),
    });
  });
  const me = toReviewer(venue.id, reviewer);
  transact(db, () => {
    saveVenue(db, venue);
    savePerson(db, me, OWN_ASSERTION);
    saveSelf(db, me.id);
    for (const paper of papers) savePaper(db, paper, OWN_ASSERTION);
    const mine = papers.map(
      ({ number }) => ({ paper: number, person: me.id, role: 'reviewer', due: null }) as const,
    );
    saveAssignments(db, [...listAssignmentsOf(db, me.id), ...mine], OWN_ASSERTION, OWN_ASSERTION);
    for (const { number, review } of entries) {
      const { fileName, form } = file;
      saveForm(db, {
        paper: number,
        system: form.system,
        fileName,
        preamble: form.preamble,
        review: reviewText(review),
      });
      startDraft(deps, db, filling, { number, review, me });
    }
    noteInstant(db, nowInstant(deps.clock));
  });
}

/** What the form says already becomes the draft, unless there is one. */
function startDraft(
  deps: ServiceDeps,
  db: WriteDb,
  { venue, asked }: Filling,
  {
    number,
    review,
    me,
  }: { readonly number: PaperNumber; readonly review: OfflineReview; readonly me: Person },
): void {
  const key = { review: reviewIdOf(venue.id, number, me.id), paper: number, reviewer: me.id };
  if (getDraft(db, key.review) !== undefined) return;
  for (const field of venue.form.fields) {
    const answer = fromOfflineAnswers(asked, answersOf(review))[field.id];
    if (answer !== undefined) saveAnswer(db, key, field.id, answer, nowInstant(deps.clock));
  }
}

function toReviewer(venue: VenueId, { name, email }: StartInput['reviewer']): Person {
  return { id: personIdOf(venue, email), name, email, roles: ['reviewer'], invitationKey: null };
}
