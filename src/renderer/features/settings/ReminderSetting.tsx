import type { ReactNode } from 'react';
import type { Reminders } from '@shared/contract/app';
import { Checkbox } from '@renderer/ui/Checkbox';
import { Segmented } from '@renderer/ui/Segmented';
import { Select } from '@renderer/ui/Select';
import styles from './settings.module.css';

/** Props of {@link ReminderSetting}. */
export interface ReminderSettingProps {
  /** Null while there are none. */
  readonly reminders: Reminders | null;
  readonly onChange: (reminders: Reminders | null) => void;
}

/** What is set when reminders are turned on: a week, two days and the day itself, in the morning. */
const FIRST: Reminders = { daysBefore: [7, 2, 0], hour: 9, hasTitles: false };

const days = [
  { before: 7, label: '7 days before' },
  { before: 3, label: '3 days before' },
  { before: 2, label: '2 days before' },
  { before: 1, label: 'The day before' },
  { before: 0, label: 'On the day' },
] as const;

const hours = Array.from({ length: 24 }, (_, hour) => ({
  id: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

/** When the desktop reminds of what is due, and what it may show there. */
export function ReminderSetting({ reminders, onChange }: ReminderSettingProps): ReactNode {
  return (
    <div className={styles['setting']}>
      <span className={styles['label']}>Reminders before a deadline</span>
      <Segmented
        label="Reminders before a deadline"
        options={[
          { id: 'off', label: 'Off' },
          { id: 'on', label: 'On' },
        ]}
        value={reminders === null ? 'off' : 'on'}
        onChange={(choice) => onChange(choice === 'on' ? FIRST : null)}
      />
      {reminders !== null && (
        <div className={styles['choices']}>
          <div role="group" aria-label="Days" className={styles['days']}>
            {days.map(({ before, label }) => {
              const isChosen = reminders.daysBefore.includes(before);
              const others = reminders.daysBefore.filter((day) => day !== before);
              return (
                <Checkbox
                  key={before}
                  label={label}
                  isChecked={isChosen}
                  // With no day left there would be no reminder: that is what Off is for.
                  isDisabled={isChosen && others.length === 0}
                  onChange={(isOn) =>
                    onChange({
                      ...reminders,
                      daysBefore: (isOn ? [...others, before] : others).toSorted((a, b) => b - a),
                    })
                  }
                />
              );
            })}
          </div>
          <Select
            label="At"
            options={hours}
            value={String(reminders.hour)}
            onChange={(hour) => onChange({ ...reminders, hour: Number(hour) })}
          />
          <Checkbox
            label="Name the papers"
            description="Others may see your screen. Without this, a reminder only counts papers."
            isChecked={reminders.hasTitles}
            onChange={(hasTitles) => onChange({ ...reminders, hasTitles })}
          />
        </div>
      )}
      <p className={styles['quiet']}>
        A notification of your system, while Referee is open, as long as something is left to do.
      </p>
    </div>
  );
}
