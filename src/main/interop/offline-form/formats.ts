import { fillEasychairReview } from '../easychair-form/fill-form';
import { readEasychairForm } from '../easychair-form/read-form';
import { fillHotcrpReview, type Filling } from '../hotcrp-form/fill-form';
import { readHotcrpForm } from '../hotcrp-form/read-form';
import type { FilledForm, OfflineForm, OfflineReview, OfflineSystem } from './offline-form';

/** Reading and filling a system's forms. */
export interface OfflineFormat {
  /** What people call the system. */
  readonly name: string;
  /** @throws OfflineFormError when the text is no form of this system */
  read(file: string): OfflineForm;
  fill(review: OfflineReview, filling: Filling): FilledForm;
}

/** The systems whose offline forms are known. */
export const offlineFormats: Readonly<Record<OfflineSystem, OfflineFormat>> = {
  hotcrp: { name: 'HotCRP', read: readHotcrpForm, fill: fillHotcrpReview },
  easychair: { name: 'EasyChair', read: readEasychairForm, fill: fillEasychairReview },
};

/** The system that a form is of, by its own marks; null when it is of none. */
export function systemOf(file: string): OfflineSystem | null {
  if (/^\uFEFF?==\+== |\n==\+== /.test(file)) return 'hotcrp';
  return /^\uFEFF?\*\*\*\s*REVIEW FORM ID|\n\*\*\*\s*REVIEW FORM ID/i.test(file) ? 'easychair' : null;
}
