import type { ReactNode } from 'react';
import styles from './organizer.module.css';

/** One column of a table that an organizer brings. */
export interface GuideColumn {
  readonly name: string;
  readonly isRequired: boolean;
  readonly meaning: string;
}

/** Props of {@link ColumnGuide}. */
export interface ColumnGuideProps {
  /** What the table is: "Columns of the papers table". */
  readonly title: string;
  readonly columns: readonly GuideColumn[];
  /** The header and a row, as they stand in the file. */
  readonly example: string;
}

/** The columns of `papers.csv`. */
export const papersColumns: readonly GuideColumn[] = [
  { name: 'number', isRequired: true, meaning: 'the paper’s number, from 1' },
  { name: 'title', isRequired: true, meaning: 'its title' },
  { name: 'pdf', isRequired: true, meaning: 'the file name of its PDF in the folder' },
  { name: 'abstract', isRequired: false, meaning: 'its abstract' },
  { name: 'keywords', isRequired: false, meaning: 'keywords, separated by ;' },
  { name: 'topics', isRequired: false, meaning: 'ids of the venue’s topics, separated by ;' },
  {
    name: 'authors',
    isRequired: false,
    meaning: 'Name <mail>, separated by ; (reviewers never get them under double-blind review)',
  },
];

/** A header and a row of `papers.csv`. */
export const papersExample = `number,title,abstract,keywords,topics,authors,pdf
12,Calibrating a misspecified simulator,,calibration;MCMC,misspecification;sbi,Ada Roe <ada@example.org>,12.pdf`;

/** The columns of `assignments.csv`. */
export const assignmentsColumns: readonly GuideColumn[] = [
  { name: 'paper', isRequired: true, meaning: 'the paper’s number' },
  { name: 'email', isRequired: true, meaning: 'who reviews it; one address is one person' },
  { name: 'name', isRequired: true, meaning: 'their name' },
  { name: 'role', isRequired: false, meaning: 'reviewer (unless told) or chair' },
  { name: 'due', isRequired: false, meaning: 'a day such as 2026-05-13: due at 23:59 Anywhere on Earth' },
];

/** A header and a row of `assignments.csv`. */
export const assignmentsExample = `paper,email,name,role,due
12,ben@example.org,Ben Ito,reviewer,2026-05-13`;

/** What a table must hold, in the place where it is chosen. */
export function ColumnGuide({ title, columns, example }: ColumnGuideProps): ReactNode {
  return (
    <details className={styles['guide']}>
      <summary>{title}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Holds</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ name, isRequired, meaning }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
                {isRequired && <span className={styles['faint']}> required</span>}
              </th>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['faint']}>
        A CSV file in UTF-8 with a header line; columns in any order, others are ignored. For example:
      </p>
      {/* Focusable, so that a long line can be scrolled by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre role="group" tabIndex={0} aria-label="Example" className={styles['example']}>
        {example}
      </pre>
    </details>
  );
}
