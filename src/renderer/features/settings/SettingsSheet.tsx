import { useState, type ReactNode } from 'react';
import { toRequestError, type RequestError } from '@renderer/bridge/client';
import { setPreferences } from '@renderer/bridge/preferences';
import { useQuery } from '@renderer/bridge/queries';
import type { Preferences } from '@shared/contract/app';
import { Button } from '@renderer/ui/Button';
import { Checkbox } from '@renderer/ui/Checkbox';
import { Dialog } from '@renderer/ui/Dialog';
import { Segmented } from '@renderer/ui/Segmented';
import { SkeletonRows } from '@renderer/ui/SkeletonRows';
import { textSizesPercent } from '@renderer/ui/theme';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import { RequestErrorState } from '../common/RequestErrorState';
import { AboutFacts } from './AboutFacts';
import { ReminderSetting } from './ReminderSetting';
import styles from './settings.module.css';
import { TimeSetting } from './TimeSetting';

const themes = [
  { id: 'system', label: 'As the system' },
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
  { id: 'contrast', label: 'High contrast' },
] as const;

/** Props of {@link SettingsSheet}. */
export interface SettingsSheetProps {
  readonly onClose: () => void;
  /** What can be set about the signing key. */
  readonly signingKey: ReactNode;
  /** What can be set about writing. */
  readonly writing: ReactNode;
}

/** The few things a person can set, for all venues, and what this application is. */
export function SettingsSheet({ onClose, signingKey, writing }: SettingsSheetProps): ReactNode {
  const info = useQuery('app.get', {});
  const [error, setError] = useState<RequestError | null>(null);
  const change = (changes: Partial<Preferences>): void => {
    setError(null);
    setPreferences(changes).catch((thrown: unknown) => setError(toRequestError(thrown)));
  };
  return (
    <Dialog
      isOpen
      isDismissable
      title="Settings"
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={onClose}>
          Done
        </Button>
      }
    >
      {info.isLoading && <SkeletonRows label="Loading settings" />}
      {info.data === undefined && info.error !== null && (
        <RequestErrorState what="The settings could not be read" error={info.error} onRetry={info.refetch} />
      )}
      {info.data !== undefined && (
        <div className={styles['stack']}>
          {error !== null && <RequestErrorBanner title="Not kept" error={error} />}
          <div className={styles['setting']}>
            <span className={styles['label']}>Appearance</span>
            <Segmented
              label="Appearance"
              options={themes}
              value={info.data.preferences.theme}
              onChange={(theme) => change({ theme })}
            />
          </div>
          <div className={styles['setting']}>
            <span className={styles['label']}>Text size</span>
            <Segmented
              label="Text size"
              options={textSizesPercent.map((percent) => ({ id: String(percent), label: `${percent} %` }))}
              value={String(info.data.preferences.textSizePercent)}
              onChange={(percent) => change({ textSizePercent: Number(percent) })}
            />
            <p className={styles['quiet']}>Of the whole window. Papers have their own zoom.</p>
          </div>
          <Checkbox
            label="Hints about tone in reviews"
            description="A few English phrases that hurt more than they tell are pointed out, with the reason. Never in the way."
            isChecked={info.data.preferences.hasToneHints ?? false}
            onChange={(hasToneHints) => change({ hasToneHints })}
          />
          <ReminderSetting
            reminders={info.data.preferences.reminders ?? null}
            onChange={(reminders) => change({ reminders })}
          />
          <TimeSetting
            countsTime={info.data.preferences.countsTime ?? false}
            onChange={(countsTime) => change({ countsTime })}
          />
          {writing}
          {signingKey}
          <AboutFacts info={info.data} />
        </div>
      )}
    </Dialog>
  );
}
