import { X } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { cx } from './cx';
import styles from './dialog.module.css';
import { IconButton } from './IconButton';
import { noteFocusBeforeModal, noteModal } from './modals';
import { useKeptFocus } from './use-kept-focus';

/** Props of {@link Dialog}. */
export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** Esc, the close button, or a press beside the sheet when `isDismissable`. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The acts, at the end of the sheet; the one that goes on comes last. */
  readonly footer?: ReactNode;
  /** At the start of the footer's line: a count, a status. */
  readonly footerNote?: ReactNode;
  /** 26, 36, 52 or 76 rem wide. */
  readonly size?: 'small' | 'normal' | 'large' | 'wide';
  /** Closes on a press beside the sheet. Leave it off where something was typed. */
  readonly isDismissable?: boolean;
  /** `alertdialog` interrupts: for a question that must be answered. */
  readonly role?: 'dialog' | 'alertdialog';
}

/** Tells the command registry that a modal is open, for as long as it is, and keeps the focus in it. */
function ModalNotice(): ReactNode {
  useState(noteFocusBeforeModal);
  useEffect(noteModal, []);
  return <span ref={useKeptFocus()} hidden />;
}

/**
 * A modal sheet. Focus goes in, stays in, and returns to where it was; Esc closes the topmost thing only. Mount it
 * always and drive `isOpen`, so that focus can return.
 */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  size = 'normal',
  ...props
}: DialogProps): ReactNode {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={props.isDismissable ?? false}
      className={styles['overlay'] ?? ''}
    >
      <Modal className={cx(styles['modal'], styles[size])}>
        <AriaDialog role={props.role ?? 'dialog'} className={styles['dialog'] ?? ''}>
          <ModalNotice />
          <header className={styles['head']}>
            <Heading slot="title" level={2} className={styles['title'] ?? ''}>
              {title}
            </Heading>
            <IconButton label="Close" icon={X} shortcut="Escape" size="small" onPress={onClose} />
          </header>
          <div className={styles['body']}>{children}</div>
          {(props.footer != null || props.footerNote != null) && (
            <footer className={styles['foot']}>
              <div className={styles['note']}>{props.footerNote}</div>
              {props.footer}
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
