import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { FieldIds, FieldProps } from './field-props';
import styles from './field.module.css';
import { VisuallyHidden } from './VisuallyHidden';

/** Props of {@link Field}. */
export interface FieldFrameProps extends FieldProps {
  readonly ids: FieldIds;
  /** Whether the words belong to one control (a `label`) or to a group of them (a `span` the group names). */
  readonly isGroup?: boolean;
  /** What a press on the label does, for a control that a `label` cannot focus by itself. */
  readonly onLabelPress?: () => void;
  readonly children: ReactNode;
}

/** The words around a control: label, aside, description above it, error below it. */
export function Field({ ids, isGroup = false, children, ...props }: FieldFrameProps): ReactNode {
  const words = (
    <>
      {props.label}
      {/* The blank keeps the words apart in the accessible name. */}
      {props.isRequired && <span className={styles['required']}> required</span>}
    </>
  );
  const label = isGroup ? (
    <span id={ids.label} className={styles['label']}>
      {words}
    </span>
  ) : (
    // The keyboard reaches the control itself; pressing its words is for the pointer.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <label id={ids.label} htmlFor={ids.control} className={styles['label']} onClick={props.onLabelPress}>
      {words}
    </label>
  );
  return (
    <div className={styles['field']}>
      {props.isLabelHidden ? (
        <VisuallyHidden>{label}</VisuallyHidden>
      ) : (
        <div className={styles['head']}>
          {label}
          {(props.aside != null || props.count != null) && (
            <span className={styles['aside']}>
              {props.count != null && <span id={ids.count}>{props.count}</span>}
              {props.aside}
            </span>
          )}
        </div>
      )}
      {props.description != null && (
        <div id={ids.description} className={styles['description']}>
          {props.description}
        </div>
      )}
      {children}
      {props.error !== undefined && (
        <div id={ids.error} className={styles['error']}>
          <CircleAlert aria-hidden />
          {props.error}
        </div>
      )}
    </div>
  );
}
