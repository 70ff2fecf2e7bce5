import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '@shared/contract/errors';
import type { OfflineFormPreview } from '@shared/contract/offline-form';
import { paperNumberSchema, sha256Schema, type Sha256 } from '@shared/model/ids';
import type { FormField } from '@shared/model/form';
import { makeVisible } from '@shared/rules/visible-text';
import { offlineFormats, systemOf } from '../interop/offline-form/formats';
import { OfflineFormError, questionsOf, type OfflineForm } from '../interop/offline-form/offline-form';
import { toReviewForm } from '../interop/offline-form/to-review-form';

/** The largest form file that is read: a thousand long reviews are far smaller. */
const MAX_SIZE_BYTES = 64 << 20;

/** A form as it was read from a file. */
export interface FormFile {
  readonly fileName: string;
  readonly digest: Sha256;
  readonly form: OfflineForm;
}

/** Reads a form of another system. Refused: FORM_INVALID naming file and line, FILE_UNREADABLE. */
export function readFormFile(path: string): FormFile {
  const fileName = basename(path);
  const bytes = readBytes(path, fileName);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw invalid(fileName, 1, 'it is not UTF-8 text. Save it as UTF-8, or download the form again');
  }
  const system = systemOf(text);
  if (system === null) {
    throw invalid(
      fileName,
      1,
      'it has no mark of a HotCRP or EasyChair review form. Download the form again',
    );
  }
  try {
    const digest = sha256Schema.parse(createHash('sha256').update(bytes).digest('hex'));
    return { fileName, digest, form: offlineFormats[system].read(text) };
  } catch (error) {
    if (error instanceof OfflineFormError) throw invalid(fileName, error.line, error.message);
    throw error;
  }
}

/** What a form asks, and for which papers. Refused: as readFormFile. */
export function inspectForm({ path }: { readonly path: string }): OfflineFormPreview {
  const { fileName, form } = readFormFile(path);
  const reviewer = form.reviews.find((review) => review.reviewer !== null)?.reviewer ?? null;
  return {
    systemName: offlineFormats[form.system].name,
    fileName,
    venueName: form.venueName,
    reviewer,
    papers: form.reviews.flatMap(({ paper, title }) => {
      const number = paperNumberSchema.safeParse(paper);
      return number.success ? [{ number: number.data, title }] : [];
    }),
    questions: toReviewForm(form.reviews.slice(0, 1).flatMap(questionsOf)).form.fields.map((field) => ({
      label: field.label,
      kind: describeKind(field),
      forChairs: field.audience === 'chairs',
    })),
    notes: form.problems.map(({ line, what }) => `${fileName}, line ${line}: ${makeVisible(what, 400)}`),
  };
}

function describeKind(field: FormField): string {
  if (field.kind === 'rating') return `${field.scale[0]?.value} to ${field.scale.at(-1)?.value}`;
  return field.kind === 'choice' ? `one of ${field.options.length}` : 'text';
}

function readBytes(path: string, fileName: string): Buffer {
  try {
    if (statSync(path).size > MAX_SIZE_BYTES)
      throw invalid(fileName, 1, 'it is far larger than any review form');
    return readFileSync(path);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(
      'FILE_UNREADABLE',
      `${fileName} cannot be read. Check the file and try again.`,
      (error as NodeJS.ErrnoException).code ?? null,
    );
  }
}

function invalid(fileName: string, line: number, what: string): AppError {
  return new AppError(
    'FORM_INVALID',
    `${fileName} is no review form that can be used, line ${line}: ${makeVisible(what, 400)}.`,
    `line ${line}`,
  );
}
