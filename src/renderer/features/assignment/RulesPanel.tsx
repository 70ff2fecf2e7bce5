import type { ReactNode } from 'react';
import { Checkbox } from '@renderer/ui/Checkbox';
import { SectionHeader } from '@renderer/ui/SectionHeader';
import type { AssignmentSettings } from '@shared/contract/assignment';
import styles from './assignment.module.css';
import { NumberField } from './NumberField';

/** Props of {@link RulesPanel}. */
export interface RulesPanelProps {
  readonly settings: AssignmentSettings;
  readonly onChange: (change: Partial<AssignmentSettings>) => void;
  readonly isDisabled: boolean;
}

/** What an assignment is to go by: how scores are made, and the rules. */
export function RulesPanel({ settings, onChange, isDisabled }: RulesPanelProps): ReactNode {
  const { weights } = settings;
  const weight = (name: keyof typeof weights, label: string): ReactNode => (
    <NumberField
      label={label}
      value={weights[name]}
      min={0}
      max={100}
      isDisabled={isDisabled}
      onChange={(value) => onChange({ weights: { ...weights, [name]: value ?? 0 } })}
    />
  );
  return (
    <>
      <section className={styles['group']} aria-label="Weights">
        <SectionHeader title="Weights" level={2} />
        <p className={styles['faint']}>
          A score is the mean of what is known of a paper and a reviewer, by these weights.
        </p>
        <div className={styles['three']}>
          {weight('topics', 'Topics')}
          {weight('text', 'Texts')}
          {weight('bid', 'Bids')}
        </div>
        {weights.topics + weights.text + weights.bid === 0 && (
          <p className={styles['problem']}>One weight at least must be above 0.</p>
        )}
      </section>
      <section className={styles['group']} aria-label="Rules">
        <SectionHeader title="Rules" level={2} />
        <div className={styles['three']}>
          <NumberField
            label="Reviewers a paper"
            value={settings.reviewsPerPaper}
            min={1}
            max={20}
            isDisabled={isDisabled}
            onChange={(value) => onChange({ reviewsPerPaper: value ?? 1 })}
          />
          <NumberField
            label="Papers, least"
            value={settings.minLoad}
            min={0}
            max={500}
            isDisabled={isDisabled}
            onChange={(value) => onChange({ minLoad: value ?? 0 })}
          />
          <NumberField
            label="Papers, most"
            value={settings.maxLoad}
            min={1}
            max={500}
            isDisabled={isDisabled}
            onChange={(value) => onChange({ maxLoad: value ?? 1 })}
          />
          <NumberField
            label="Experts, least"
            value={settings.expertsAtLeast}
            min={0}
            max={5}
            isDisabled={isDisabled}
            onChange={(value) => onChange({ expertsAtLeast: value ?? 0 })}
          />
          <NumberField
            label="Distant, most"
            value={settings.distantAtMost}
            min={0}
            max={20}
            emptyMeans="any"
            isDisabled={isDisabled}
            onChange={(distantAtMost) => onChange({ distantAtMost })}
          />
          <NumberField
            label="Seed"
            value={settings.seed}
            min={0}
            max={2_147_483_647}
            isDisabled={isDisabled}
            onChange={(value) => onChange({ seed: value ?? 0 })}
          />
        </div>
        {settings.minLoad > settings.maxLoad && (
          <p className={styles['problem']}>The least load is above the most.</p>
        )}
        <p className={styles['faint']}>
          Loads are for reviewers whose table says nothing else. The seed decides between equals: the same
          seed gives the same assignment.
        </p>
        <Checkbox
          label="No two reviewers of one institution on a paper"
          isChecked={settings.isOneOfInstitution}
          isDisabled={isDisabled}
          onChange={(isOneOfInstitution) => onChange({ isOneOfInstitution })}
        />
        <Checkbox
          label="Nobody reviews papers of their own institution"
          isChecked={settings.isSameInstitutionConflict}
          isDisabled={isDisabled}
          onChange={(isSameInstitutionConflict) => onChange({ isSameInstitutionConflict })}
        />
      </section>
    </>
  );
}
