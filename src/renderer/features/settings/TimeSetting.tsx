import type { ReactNode } from 'react';
import { Checkbox } from '@renderer/ui/Checkbox';
import styles from './settings.module.css';

/** Props of {@link TimeSetting}. */
export interface TimeSettingProps {
  readonly countsTime: boolean;
  readonly onChange: (countsTime: boolean) => void;
}

/** Whether the time at each paper is counted, for oneself. */
export function TimeSetting({ countsTime, onChange }: TimeSettingProps): ReactNode {
  return (
    <div className={styles['setting']}>
      <Checkbox
        label="Count the time at each paper"
        description="For you alone, on this computer: it is never exported. It counts while Referee is in front and something was pressed, typed or moved in the last 2 minutes."
        isChecked={countsTime}
        onChange={onChange}
      />
    </div>
  );
}
