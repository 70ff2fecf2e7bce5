import { useMemo, type ReactNode } from 'react';
import { useQuery } from '@renderer/bridge/queries';
import { Segmented } from '@renderer/ui/Segmented';
import { SkeletonRows } from '@renderer/ui/SkeletonRows';
import type { AnswerVersion } from '@shared/contract/field-history';
import type { RouteInput } from '@shared/contract/routes';
import type { FormField } from '@shared/model/form';
import type { Answer } from '@shared/model/review';
import type { Topic } from '@shared/model/topic';
import { answerText } from '@shared/rules/answer-text';
import { diffWords } from '@shared/rules/word-diff';
import { MarkedText } from '../common/compare/MarkedText';
import { RequestErrorState } from '../common/RequestErrorState';
import styles from './field-history.module.css';

/** How a version is looked at: what it changed, what has changed since, or as it was. */
export type VersionView = 'before' | 'now' | 'alone';

const VIEWS = [
  { id: 'before', label: 'What it changed' },
  { id: 'now', label: 'What changed since' },
  { id: 'alone', label: 'As it was' },
] as const;

/** Props of {@link VersionDetail}. */
export interface VersionDetailProps {
  readonly input: RouteInput<'review.listVersions'>;
  readonly field: FormField;
  readonly topics: readonly Topic[];
  readonly version: AnswerVersion;
  readonly now: AnswerVersion;
  /** The version before it; null for the first. */
  readonly before: AnswerVersion | null;
  readonly view: VersionView;
  readonly onView: (view: VersionView) => void;
}

/** One version, word by word against another or alone. */
export function VersionDetail({
  input,
  field,
  topics,
  version,
  now,
  before,
  view,
  onView,
}: VersionDetailProps): ReactNode {
  const otherId = view === 'before' ? (before?.id ?? null) : view === 'now' ? now.id : version.id;
  const own = useQuery('review.readVersion', { ...input, version: version.id });
  const other = useQuery('review.readVersion', otherId === null ? null : { ...input, version: otherId });
  const words = (answer: Answer | null): string => (answer === null ? '' : answerText(answer, field, topics));
  const text = own.data === undefined ? undefined : words(own.data);
  const otherText = otherId === null ? '' : other.data === undefined ? undefined : words(other.data);
  const changes = useMemo(() => {
    if (text === undefined || otherText === undefined) return null;
    return view === 'now' ? diffWords(text, otherText) : diffWords(otherText, text);
  }, [text, otherText, view]);
  const error = own.error ?? other.error;
  return (
    <section className={styles['detail']} aria-label="The chosen version">
      <Segmented label="Shown" size="small" options={VIEWS} value={view} onChange={onView} />
      {error !== null && changes === null && (
        <RequestErrorState what="This version could not be read" error={error} onRetry={own.refetch} />
      )}
      {error === null && changes === null && <SkeletonRows label="Loading the version" />}
      {changes !== null && (
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keyboard
        <div className={styles['text']} tabIndex={0} role="group" aria-label="The answer in this version">
          {changes.length === 0 ? (
            <p className={styles['size']}>No answer</p>
          ) : (
            <>
              {view !== 'alone' && changes.every(({ kind }) => kind === 'same') && (
                <p className={styles['size']}>
                  {view === 'now' ? 'Nothing has changed since.' : 'It changed no word.'}
                </p>
              )}
              <MarkedText changes={changes} />
            </>
          )}
        </div>
      )}
    </section>
  );
}
