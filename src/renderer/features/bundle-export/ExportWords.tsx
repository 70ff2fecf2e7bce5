import type { ReactNode } from 'react';
import type { ExportRow } from '@shared/contract/bundle';
import { refusalText } from '@shared/rules/conflict-kinds';
import { Heading } from '../common/Heading';
import { ReviewStatusBadge } from '../common/ReviewStatusBadge';
import styles from './bundle-export.module.css';

/** What the reviewer said of being asked to review papers. It goes out with every export: there is nothing to choose. */
export function ExportWords({ rows }: { readonly rows: readonly ExportRow[] }): ReactNode {
  if (rows.length === 0) return null;
  return (
    <section>
      <Heading note={rows.length} level={3}>
        Your word on papers: always goes out
      </Heading>
      <ul className={styles['rows']}>
        {rows.map(({ paper, title, status, response }) => (
          <li key={paper} className={styles['row']}>
            <div>
              <div>
                #{paper} {title}
              </div>
              <div className={styles['quiet']}>{wordOf(response)}</div>
            </div>
            <div className={styles['end']}>
              <ReviewStatusBadge status={status} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function wordOf(response: ExportRow['response']): string {
  if (response === null) return '';
  const { statement, isSent } = response;
  const what = statement.kind === 'willing' ? 'you will review it after all' : refusalText(statement);
  return `${what[0]?.toUpperCase()}${what.slice(1)}${isSent ? '' : ' (new)'}`;
}
