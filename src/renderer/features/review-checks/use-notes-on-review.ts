import { useMemo } from 'react';
import { usePreferences } from '@renderer/bridge/preferences';
import { useQuery } from '@renderer/bridge/queries';
import { checkReview } from '@shared/rules/review-checks/check-review';
import type { Finding } from '@shared/rules/review-checks/finding';
import { findingKey } from '@shared/rules/review-checks/finding-key';
import type { FormHandle } from '../common/form-handle';
import { useAtRest } from '../common/use-at-rest';
import { useSame } from '../common/use-same';

/** How long nothing is typed before the review is looked at, in milliseconds: half a word is nothing to judge. */
const PAUSE_MS = 600;

/** A finding that does not stand in the way of "ready", with what it is put aside by. */
export interface Note {
  readonly key: string;
  readonly finding: Finding;
}

/** The notes on a review. */
export interface ReviewNotes {
  readonly open: readonly Note[];
  /** How many of them were put aside. */
  readonly asideCount: number;
}

const none: ReviewNotes = { open: [], asideCount: 0 };

/**
 * What there is to look at in the review on screen, but for what is required, which the form says itself. None until it is
 * known who the reviewer is and what was put aside.
 */
export function useNotesOnReview(form: FormHandle): ReviewNotes {
  const { venue, paper } = form;
  const answers = useAtRest(form.subscribe, form.answers, PAUSE_MS);
  const hasToneHints = usePreferences()?.hasToneHints ?? false;
  const library = useQuery('library.get', { venue: venue.id }).data;
  const dismissed = useQuery('review.listDismissed', { venue: venue.id, paper: paper.number }).data;
  const mine = useSame(
    library && {
      me: { name: library.me.name, email: library.me.email },
      papers: library.papers.map(({ number, title }) => ({ number, title })),
    },
  );
  const notes = useMemo(() => {
    if (mine === undefined) return [];
    return checkReview({ venue, paper, answers, hasToneHints, ...mine })
      .filter(({ severity }) => severity === 'note')
      .map((finding) => ({ key: findingKey(finding), finding }));
  }, [venue, paper, answers, hasToneHints, mine]);
  return useMemo(() => {
    if (dismissed === undefined) return none;
    const aside = new Set(dismissed);
    const open = notes.filter(({ key }) => !aside.has(key));
    return { open, asideCount: notes.length - open.length };
  }, [notes, dismissed]);
}
