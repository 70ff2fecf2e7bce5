import type { ReactNode } from 'react';
import type { ExportRow } from '@shared/contract/bundle';
import { Banner } from '@renderer/ui/Banner';
import { Button } from '@renderer/ui/Button';
import { Checkbox } from '@renderer/ui/Checkbox';
import { EmptyState } from '@renderer/ui/EmptyState';
import { formatCount, formatNames } from '../common/format';
import { Heading } from '../common/Heading';
import { OtherVersionBadge } from '../common/OtherVersionBadge';
import { ReviewStatusBadge } from '../common/ReviewStatusBadge';
import styles from './bundle-export.module.css';
import { ExportWords } from './ExportWords';
import { canExport, type ExportChoice } from './use-export';

/** Props of {@link ExportChoices}. */
export interface ExportChoicesProps {
  readonly rows: readonly ExportRow[];
  readonly choice: ExportChoice;
  readonly isDisabled: boolean;
  readonly onOpenPaper: (paper: number) => void;
}

/** The reviews, ready ones first and chosen; unready ones with what they lack, left out unless asked. */
export function ExportChoices({ rows, choice, isDisabled, onOpenPaper }: ExportChoicesProps): ReactNode {
  if (rows.length === 0) {
    return <EmptyState title="No review to export">You have no paper to review at this venue.</EmptyState>;
  }
  const words = rows.filter((row) => row.response !== null);
  const ready = rows.filter((row) => row.isReady && canExport(row));
  const unready = rows.filter((row) => !row.isReady && canExport(row));
  const empty = rows.filter((row) => row.status === 'not-started');
  const unreadyChosen = unready.filter((row) => choice.isChosen(row.paper)).length;
  const parted = rows.filter((row) => row.hasOtherVersion && choice.isChosen(row.paper));
  const group = { choice, isDisabled, onOpenPaper };
  return (
    <div className={styles['groups']}>
      <ExportGroup {...group} title="Ready" rows={ready} none="No review is marked ready yet." />
      <ExportGroup {...group} title="Not ready: left out unless you tick them" rows={unready} none={null} />
      {unreadyChosen > 0 && (
        <Banner
          tone="warning"
          title={`${formatCount(unreadyChosen, 'unready review')} will go out as a draft`}
        >
          Chairs see that it is a draft. A later export replaces it.
        </Banner>
      )}
      {parted.length > 0 && (
        <Banner tone="warning" title={`Two versions of ${formatNames(parted.map((row) => `#${row.paper}`))}`}>
          Another computer of yours exported a different version. Exported as it is, chairs have to ask you
          which one counts. Go to the review and compare the two first.
        </Banner>
      )}
      <ExportWords rows={words} />
      {empty.length > 0 && (
        <p className={styles['quiet']}>
          Not started: {empty.map((row) => `#${row.paper}`).join(', ')}. A review with nothing in it cannot be
          exported.
        </p>
      )}
    </div>
  );
}

interface ExportGroupProps {
  readonly title: string;
  readonly rows: readonly ExportRow[];
  /** What to say when there are none; null leaves the group away. */
  readonly none: string | null;
  readonly choice: ExportChoice;
  readonly isDisabled: boolean;
  readonly onOpenPaper: (paper: number) => void;
}

function ExportGroup({ title, rows, none, choice, isDisabled, onOpenPaper }: ExportGroupProps): ReactNode {
  if (rows.length === 0 && none === null) return null;
  return (
    <section>
      <Heading note={rows.length} level={3}>
        {title}
      </Heading>
      {rows.length === 0 && <p className={styles['quiet']}>{none}</p>}
      <ul className={styles['rows']}>
        {rows.map((row) => (
          <li key={row.paper} className={styles['row']}>
            <Checkbox
              label={`#${row.paper} ${row.title}`}
              isChecked={choice.isChosen(row.paper)}
              onChange={(isChosen) => choice.choose([row.paper], isChosen)}
              isDisabled={isDisabled}
              description={
                row.shortcomings.length > 0
                  ? `Missing: ${row.shortcomings.map((one) => `${one.label.toLowerCase()} (${one.reason})`).join(', ')}`
                  : undefined
              }
            />
            <div className={styles['end']}>
              {row.hasOtherVersion && <OtherVersionBadge />}
              <ReviewStatusBadge status={row.status} />
              {(!row.isReady || row.hasOtherVersion) && (
                <Button
                  size="small"
                  kind="quiet"
                  onPress={() => onOpenPaper(row.paper)}
                  ariaLabel={`Go to the review of #${row.paper}`}
                >
                  Go to review
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
