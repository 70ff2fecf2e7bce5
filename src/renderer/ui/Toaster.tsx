import { X } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Button } from './Button';
import { cx } from './cx';
import { IconButton } from './IconButton';
import styles from './toaster.module.css';
import { dismissToast, useToasts, type ShownToast } from './toasts';
import { toneIcons } from './tone';

const defaultDurationMs = 6000;

function staysFor(toast: ShownToast): number | null {
  if (toast.durationMs !== undefined) return toast.durationMs;
  return toast.tone === 'danger' || toast.action ? null : defaultDurationMs;
}

function ToastCard({ toast, isHeld }: { readonly toast: ShownToast; readonly isHeld: boolean }): ReactNode {
  const delayMs = staysFor(toast);
  useEffect(() => {
    if (delayMs === null || isHeld) return undefined;
    const timer = setTimeout(() => dismissToast(toast.id), delayMs);
    return () => clearTimeout(timer);
  }, [delayMs, isHeld, toast.id]);

  const tone = toast.tone ?? 'info';
  const Icon = toneIcons[tone];
  return (
    <li className={cx(styles['toast'], styles[tone])}>
      <Icon aria-hidden />
      <div className={styles['words']}>
        <div className={styles['title']}>{toast.title}</div>
        {toast.text !== undefined && <div className={styles['text']}>{toast.text}</div>}
      </div>
      {toast.action && (
        <Button
          size="small"
          onPress={() => {
            toast.action?.run();
            dismissToast(toast.id);
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton label="Dismiss" icon={X} size="small" onPress={() => dismissToast(toast.id)} />
    </li>
  );
}

/**
 * Where passing messages appear: a status region that is always there, so that it is spoken. Messages wait while the
 * pointer or the focus is on them, and can be reached while a dialog is open.
 */
export function Toaster(): ReactNode {
  const toasts = useToasts((state) => state.toasts);
  const [isHeld, setHeld] = useState(false);
  return createPortal(
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- nothing is done here, only waited
    <div
      role="status"
      aria-label="Messages"
      data-react-aria-top-layer="true"
      className={styles['toaster']}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <ul className={styles['list']}>
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} isHeld={isHeld} />
        ))}
      </ul>
    </div>,
    document.body,
  );
}
