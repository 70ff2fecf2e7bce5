import { Send } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Library } from '@shared/contract/library';
import type { TimeSpent } from '@shared/contract/plan';
import type { PaperNumber } from '@shared/model/ids';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { LazyMarkdown } from '@renderer/ui/LazyMarkdown';
import { formatCount } from '../common/format';
import { Heading } from '../common/Heading';
import { countProgress, findNextPaper } from './library-words';
import styles from './library.module.css';
import { PapersTable } from './PapersTable';
import { PlanSummary } from './PlanSummary';
import { ProgressSummary } from './ProgressSummary';
import { VenueFacts } from './VenueFacts';

/** Props of {@link LibraryPage}. */
export interface LibraryPageProps {
  readonly library: Library;
  readonly onOpen: (paper: PaperNumber) => void;
  readonly onExport: () => void;
  /** How long I was at each paper; null where it is not counted. */
  readonly times?: ReadonlyMap<PaperNumber, TimeSpent> | null;
}

/** A venue when no paper is open: what is to be done, by when, and how far it is. */
export function LibraryPage({ library, onOpen, onExport, times = null }: LibraryPageProps): ReactNode {
  const { venue, papers } = library;
  const [isPolicyOpen, setPolicyOpen] = useState(false);
  const progress = countProgress(papers);
  const next = findNextPaper(papers);
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
            isDisabled={papers.every(({ status }) => status === 'withdrawn')}
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
          <PlanSummary library={library} />
        </section>
        <section>
          <Heading note="deadlines are 23:59 Anywhere on Earth">Dates</Heading>
          <VenueFacts venue={venue} />
        </section>
      </div>
      <div className={styles['table']}>
        <PapersTable venue={venue} papers={papers} times={times} onOpen={onOpen} />
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
