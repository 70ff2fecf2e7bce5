import type { ReactNode } from 'react';
import { useClock } from '@renderer/bridge/clock';
import type { BundlePreview } from '@shared/contract/bundle';
import { formatDeadline, formatInstant, toDeadline } from '@shared/rules/deadlines';
import { formatBytes } from '@shared/rules/byte-size';
import { DescriptionList } from '@renderer/ui/DescriptionList';
import { StatusBadge } from '@renderer/ui/StatusBadge';
import { Fingerprint } from '../common/Fingerprint';
import { formatCount } from '../common/format';
import { explainAddition, explainEncryption, explainStanding, standingBadges } from './bundle-words';
import styles from './bundle-import.module.css';

/** What a verified bundle is, from whom, for which venue, and what importing it adds. Nothing of it is stored yet. */
export function BundleFacts({ preview }: { readonly preview: BundlePreview }): ReactNode {
  const { nowMs, timeZone } = useClock();
  const badge = standingBadges[preview.standing];
  const made = formatInstant(Date.parse(preview.created), timeZone);
  const due = preview.due === null ? null : toDeadline(preview.due, nowMs, timeZone);
  const added = (
    <>
      {explainAddition(preview)}
      {preview.papers.length > 0 && !preview.isAlreadyImported && preview.obstacle === null && (
        <ul
          className={styles['papers']}
          aria-label={formatCount(preview.papers.length, 'paper')}
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
          tabIndex={0}
        >
          {preview.papers.map((paper) => (
            <li key={paper.number}>
              <span className={styles['number']}>#{paper.number}</span>
              <span>{paper.title}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
  return (
    <DescriptionList
      items={[
        {
          term: 'File',
          value: `${preview.fileName}, ${formatBytes(preview.sizeBytes)}, no. ${preview.sequence}`,
        },
        { term: 'Venue', value: preview.venueName },
        ...(preview.recipient === null ? [] : [{ term: 'For', value: preview.recipient }]),
        {
          term: 'From',
          value: (
            <div className={styles['signer']}>
              <div className={styles['signer-line']}>
                <strong>{preview.author.name}</strong>
                <StatusBadge kind={badge.kind}>{badge.word}</StatusBadge>
              </div>
              <p className={styles['quiet']}>{explainStanding(preview.standing, preview.author.name)}</p>
              {preview.isHandOver === true && (
                <p>A reviewer who asks you for help: what you write goes to them, not to the venue.</p>
              )}
              <Fingerprint value={preview.author.fingerprint} />
            </div>
          ),
        },
        { term: 'Made', value: `${made} here, with ${preview.application}` },
        ...(preview.kind === 'assignment' ? [] : [{ term: 'Encrypted', value: explainEncryption(preview) }]),
        ...(due === null ? [] : [{ term: 'Reviews due', value: formatDeadline(due) }]),
        { term: 'Will be added', value: added },
      ]}
    />
  );
}
