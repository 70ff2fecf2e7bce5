import { Send } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useClock } from '@renderer/bridge/clock';
import type { Library } from '@shared/contract/library';
import type { PaperNumber } from '@shared/model/ids';
import { formatDeadline, toDeadline } from '@shared/rules/deadlines';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { LazyMarkdown } from '@renderer/ui/LazyMarkdown';
import { formatCount } from '../common/format';
import { Heading } from '../common/Heading';
import { countProgress, findNextPaper } from './library-words';
import styles from './library.module.css';
import { PapersTable } from './PapersTable';
import { ProgressSummary } from './ProgressSummary';
import { VenueFacts } from './VenueFacts';

/** Props of {@link LibraryPage}. */
export interface LibraryPageProps {
  readonly library: Library;
  readonly onOpen: (paper: PaperNumber) => void;
  readonly onExport: () => void;
}

/** A venue when no paper is open: what is to be done, by when, and how far it is. */
export function LibraryPage({ library, onOpen, onExport }: LibraryPageProps): ReactNode {
  const { venue, papers } = library;
  const { nowMs, timeZone } = useClock();
  const [isPolicyOpen, setPolicyOpen] = useState(false);
  const progress = countProgress(papers);
  const next = findNextPaper(papers);
  const due = library.nextDue === null ? null : toDeadline(library.nextDue, nowMs, timeZone);
  const canExport = progress.byStatus.ready + progress.byStatus.changed > 0;
  return (
    <div className={styles['page']}>
      <header className={styles['pageHead']}>
        <div className={styles['headline']}>
          <h1 className={styles['venueName']}>{venue.name}</h1>
          <p className={styles['quiet']}>
            {venue.place}
            {venue.place !== '' && ' - '}
            {venue.contact}
          </p>
        </div>
        <div className={styles['acts']}>
          {venue.policy.text !== '' && <Button onPress={() => setPolicyOpen(true)}>Reviewing policy</Button>}
          <Button
            icon={Send}
            kind={next === null ? 'primary' : 'secondary'}
            onPress={onExport}
            isDisabled={progress.total === 0}
          >
            {canExport ? 'Export reviews...' : 'Export...'}
          </Button>
          {next !== null && (
            <Button kind="primary" onPress={() => onOpen(next.number)}>
              {`${next.status === 'draft' ? 'Continue' : 'Start'} #${next.number}`}
            </Button>
          )}
        </div>
      </header>
      <div className={styles['facts']}>
        <section>
          <Heading note={formatCount(progress.total, 'paper')}>Your reviews</Heading>
          <ProgressSummary progress={progress} />
          <p className={due?.isPast === true ? styles['late'] : styles['sentence']}>
            {dueSentence(progress.total, due)}
          </p>
        </section>
        <section>
          <Heading note="deadlines are 23:59 Anywhere on Earth">Dates</Heading>
          <VenueFacts venue={venue} />
        </section>
      </div>
      <div className={styles['table']}>
        <PapersTable venue={venue} papers={papers} onOpen={onOpen} />
      </div>
      <Dialog
        isOpen={isPolicyOpen}
        isDismissable
        title={`Reviewing policy of ${venue.shortName}`}
        onClose={() => setPolicyOpen(false)}
        footer={
          <Button kind="primary" onPress={() => setPolicyOpen(false)}>
            Close
          </Button>
        }
      >
        <LazyMarkdown text={venue.policy.text} />
      </Dialog>
    </div>
  );
}

function dueSentence(total: number, due: ReturnType<typeof toDeadline> | null): string {
  if (total === 0) return 'Nothing is assigned to you here.';
  if (due === null) return 'Nothing is due: every review with a date was exported.';
  const when = formatDeadline(due);
  return due.isPast ? `Reviews were due ${when}. You can still review and export.` : `Reviews due ${when}.`;
}
