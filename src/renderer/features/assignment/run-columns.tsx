import { TriangleAlert } from 'lucide-react';
import type { TableColumn } from '@renderer/ui/table-column';
import type { AssignmentRunDetail } from '@shared/contract/assignment';
import type { PersonId } from '@shared/model/ids';
import { numberColumn, titleColumn } from '../common/paper-columns';
import styles from './assignment.module.css';
import { formatScore } from './assignment-words';

/** A paper with who got it. */
export type RunPaper = AssignmentRunDetail['papers'][number];

/** The columns of the table of papers: who got what, red only where a rule is broken. */
export function runColumns(run: AssignmentRunDetail): readonly TableColumn<RunPaper>[] {
  const names = new Map<PersonId, string>(run.reviewers.map(({ person, name }) => [person, name]));
  const broken = new Map(run.broken.map(({ paper, sentence }) => [paper, sentence]));
  return [
    numberColumn(),
    titleColumn('Paper', 'minmax(7rem, 1.2fr)'),
    {
      id: 'reviewers',
      title: 'Reviewers',
      width: 'minmax(9rem, 1.6fr)',
      cell: ({ number, pairs }) => {
        const words = pairs.map(({ person }) => names.get(person) ?? person).join(', ');
        const sentence = broken.get(number);
        return sentence === undefined ? (
          <span title={words}>{words}</span>
        ) : (
          <span className={styles['broken']} title={sentence}>
            <TriangleAlert aria-label="Breaks a rule" /> {words === '' ? 'nobody' : words}
          </span>
        );
      },
      sortValue: ({ pairs }) => pairs.length,
    },
    {
      id: 'total',
      title: 'Scores',
      fullTitle: 'Sum of the scores',
      width: '4.5rem',
      align: 'end',
      cell: ({ total }) => formatScore(total),
      sortValue: ({ total }) => total,
    },
  ];
}
