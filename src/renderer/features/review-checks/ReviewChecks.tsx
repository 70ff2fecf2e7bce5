import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { request, toRequestError, type RequestError } from '@renderer/bridge/client';
import { Button } from '@renderer/ui/Button';
import { useCommands } from '@renderer/ui/commands';
import type { FormHandle } from '../common/form-handle';
import { formatCount } from '../common/format';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import { NoteList } from './NoteList';
import styles from './review-checks.module.css';
import { useNotesOnReview, type Note } from './use-notes-on-review';

/** Props of {@link ReviewChecks}. */
export interface ReviewChecksProps {
  readonly form: FormHandle;
}

/** A quiet line with how much there is to look at in a review; it opens the list. Nothing where there is nothing. */
export function ReviewChecks({ form }: ReviewChecksProps): ReactNode {
  const { open, asideCount } = useNotesOnReview(form);
  const [isOpen, setOpen] = useState(false);
  const [error, setError] = useState<RequestError | null>(null);
  const id = useId();
  const toggle = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const isAsked = useRef(false);
  const isEmpty = open.length === 0 && asideCount === 0;
  const input = { venue: form.venue.id, paper: form.paper.number };

  const ask = (act: () => Promise<null>): void => {
    setError(null);
    act().catch((thrown: unknown) => setError(toRequestError(thrown)));
  };
  const close = (): void => {
    setOpen(false);
    toggle.current?.focus();
  };
  useCommands([
    {
      id: 'review.checks',
      title: 'Things to look at in the review',
      section: 'Review',
      shortcut: 'F8',
      keywords: ['check', 'anonymity', 'name', 'tone', 'score'],
      allowInText: true,
      isEnabled: () => !isEmpty,
      run: () => {
        if (isOpen && panel.current?.contains(document.activeElement) === true) close();
        else {
          isAsked.current = true;
          setOpen(true);
          panel.current?.querySelector('button')?.focus();
        }
      },
    },
  ]);
  useEffect(() => {
    // Whoever opens the list by its key wants to be in it.
    if (isOpen && isAsked.current) panel.current?.querySelector('button')?.focus();
    isAsked.current = false;
  }, [isOpen]);

  if (isEmpty) return null;
  const Chevron = isOpen ? ChevronDown : ChevronUp;
  return (
    <section className={styles['checks']} aria-label="Things to look at">
      <button
        ref={toggle}
        type="button"
        className={styles['toggle']}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <Chevron aria-hidden />
        {describeCount(open.length, asideCount)}
      </button>
      {isOpen && (
        // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape leaves the list from wherever in it
        <div
          id={id}
          ref={panel}
          className={styles['panel']}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            close();
          }}
        >
          {error !== null && <RequestErrorBanner title="Not put aside" error={error} />}
          <NoteList
            notes={open}
            onGoTo={({ finding }: Note) => form.goTo(finding.field, finding.span ?? undefined)}
            onDismiss={({ key }) => ask(() => request('review.dismiss', { ...input, finding: key }))}
            onEmptied={() => toggle.current?.focus()}
          />
          <p className={styles['words']}>
            None of this keeps the review from being ready.
            {asideCount > 0 && (
              <Button
                size="small"
                kind="quiet"
                onPress={() => ask(() => request('review.undismissAll', input))}
              >
                Show {asideCount} again
              </Button>
            )}
          </p>
        </div>
      )}
    </section>
  );
}

function describeCount(openCount: number, asideCount: number): string {
  const said = `${openCount > 0 ? formatCount(openCount, 'thing') : 'Nothing'} to look at`;
  return asideCount > 0 ? `${said} (${asideCount} put aside)` : said;
}
