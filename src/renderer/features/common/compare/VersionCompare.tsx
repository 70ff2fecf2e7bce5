import { useMemo, type ReactNode } from 'react';
import type { FieldId } from '@shared/model/ids';
import type { Answers } from '@shared/model/review';
import { StatusBadge } from '@renderer/ui/StatusBadge';
import { compareFields, type ComparedForm } from './compared-fields';
import styles from './compare.module.css';
import { FieldDifference } from './FieldDifference';
import { SameFields } from './SameFields';

/** One of two versions of a review. */
export interface ComparedVersion {
  /** What it is called: "Version of 12 May 2026, 14:02". */
  readonly title: string;
  /** When it was written and came in, and what else tells it from the other. */
  readonly note: string;
  readonly answers: Answers;
  readonly isReady: boolean;
  /** Shown instead of the title where the version can be chosen. */
  readonly choice?: ReactNode;
  /** What keeps this version. */
  readonly act?: ReactNode;
}

/** Props of {@link VersionCompare}. */
export interface VersionCompareProps {
  readonly form: ComparedForm;
  /** The earlier one, as far as anybody can tell. */
  readonly left: ComparedVersion;
  readonly right: ComparedVersion;
  /** What can be done about one field. */
  readonly fieldAct?: ((field: FieldId) => ReactNode) | undefined;
  /** Fields that stay in view although both versions say the same, because they were just made to. */
  readonly shown?: ReadonlySet<FieldId> | undefined;
}

const noFields: ReadonlySet<FieldId> = new Set();

/**
 * Two versions of a review, field by field: what differs side by side (one under the other where it is narrow), by
 * word; what is the same folded away.
 */
export function VersionCompare({
  form,
  left,
  right,
  fieldAct,
  shown = noFields,
}: VersionCompareProps): ReactNode {
  const fields = useMemo(
    () => compareFields(form, left.answers, right.answers),
    [form, left.answers, right.answers],
  );
  const open = fields.filter(({ isSame, id }) => !isSame || shown.has(id));
  const titles = [left.title, right.title] as const;
  return (
    <div className={styles['compare']}>
      <div className={styles['heads']}>
        <VersionHead version={left} />
        <VersionHead version={right} />
      </div>
      {open.length === 0 && (
        <p>
          Every answer is the same.
          {left.isReady !== right.isReady && ' Only one of the two was marked ready.'}
        </p>
      )}
      {open.map((field) => (
        <FieldDifference key={field.id} field={field} titles={titles} act={fieldAct?.(field.id)} />
      ))}
      <SameFields fields={fields.filter((field) => !open.includes(field))} />
    </div>
  );
}

function VersionHead({ version }: { readonly version: ComparedVersion }): ReactNode {
  return (
    <div className={styles['head']} role="group" aria-label={version.title}>
      {version.choice ?? <div className={styles['title']}>{version.title}</div>}
      <div className={styles['note']}>
        <StatusBadge kind={version.isReady ? 'ready' : 'progress'}>
          {version.isReady ? 'Ready' : 'Draft, not marked ready'}
        </StatusBadge>
        <span>{version.note}</span>
      </div>
      {version.act !== undefined && <div className={styles['headAct']}>{version.act}</div>}
    </div>
  );
}
