import type { ReactNode } from 'react';
import { RadioList } from '@renderer/ui/RadioList';
import { TextField } from '@renderer/ui/TextField';
import {
  assignmentsColumns,
  assignmentsExample,
  ColumnGuide,
  papersColumns,
  papersExample,
} from './ColumnGuide';
import { FilePick } from './FilePick';
import styles from './organizer.module.css';
import type { SetUpInput, SetUpProblems } from './set-up-input';
import { Step } from './Step';

/** Props of {@link SetUpSteps}. */
export interface SetUpStepsProps {
  readonly input: SetUpInput;
  readonly onChange: (change: Partial<SetUpInput>) => void;
  readonly problems: SetUpProblems;
  readonly isDisabled: boolean;
}

/** Everything a venue is made of, from the top to the bottom of one page. */
export function SetUpSteps({ input, onChange, problems, isDisabled }: SetUpStepsProps): ReactNode {
  return (
    <>
      <Step number={1} title="Venue">
        <RadioList<SetUpInput['venue']>
          label="Dates, topics, review form and policy"
          value={input.venue}
          onChange={(venue) => onChange({ venue })}
          isDisabled={isDisabled}
          options={[
            { id: 'built-in', label: 'Sim2Science 2026', description: 'The venue that ships with Referee.' },
            {
              id: 'file',
              label: 'A venue file',
              description: 'JSON: topics, dates and a review form of your own.',
            },
          ]}
        />
        {input.venue === 'file' && (
          <FilePick
            label="Venue file"
            purpose="venue-file"
            file={input.venueFile}
            onPick={(venueFile) => onChange({ venueFile })}
            problems={problems.venueFile}
            isDisabled={isDisabled}
          />
        )}
      </Step>
      <Step number={2} title="Papers">
        <FilePick
          label="Table of papers"
          description="A CSV file with one row a paper."
          purpose="papers-table"
          file={input.papersTable}
          onPick={(papersTable) => onChange({ papersTable })}
          problems={problems.papersTable}
          isDisabled={isDisabled}
        />
        <ColumnGuide title="Columns of the table of papers" columns={papersColumns} example={papersExample} />
        <FilePick
          label="Folder of PDFs"
          description="Holds the file that each row names under pdf. The files are copied; the folder is not changed."
          purpose="pdf-folder"
          file={input.pdfFolder}
          onPick={(pdfFolder) => onChange({ pdfFolder })}
          problems={problems.pdfFolder}
          isDisabled={isDisabled}
        />
      </Step>
      <Step number={3} title="Assignments">
        <FilePick
          label="Table of assignments"
          description="A CSV file with one row for each paper and person. Leave it out and Referee assigns the papers at your desk."
          purpose="assignments-table"
          file={input.assignmentsTable}
          onPick={(assignmentsTable) => onChange({ assignmentsTable })}
          problems={problems.assignmentsTable}
          isDisabled={isDisabled}
        />
        <ColumnGuide
          title="Columns of the table of assignments"
          columns={assignmentsColumns}
          example={assignmentsExample}
        />
      </Step>
      <Step number={4} title="You">
        <div className={styles['pair']}>
          <TextField
            label="Your name"
            value={input.name}
            onChange={(name) => onChange({ name })}
            error={problems.name?.[0]}
            maxLength={200}
            isDisabled={isDisabled}
          />
          <TextField
            label="Your e-mail address"
            type="email"
            value={input.email}
            onChange={(email) => onChange({ email })}
            error={problems.email?.[0]}
            maxLength={254}
            isDisabled={isDisabled}
          />
        </div>
        <p className={styles['faint']}>
          Reviewers see who their assignments come from. Nothing is sent: you hand the files on yourself.
        </p>
      </Step>
    </>
  );
}
