import type { ReactNode } from 'react';
import { Button } from './Button';
import { Dialog } from './Dialog';

/** Props of {@link ConfirmDialog}. */
export interface ConfirmDialogProps {
  /** The question: "Discard the meta-review of #12?" */
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  /** What will happen and whether it can be taken back. */
  readonly children: ReactNode;
  /** What the confirming button does, as a verb: "Discard". */
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  readonly isDangerous?: boolean;
  readonly isPending?: boolean;
}

/** A question that must be answered. The focus starts on the answer that changes nothing. */
export function ConfirmDialog({ onClose, onConfirm, children, ...props }: ConfirmDialogProps): ReactNode {
  return (
    <Dialog
      title={props.title}
      isOpen={props.isOpen}
      onClose={onClose}
      size="small"
      role="alertdialog"
      footer={
        <>
          <Button onPress={onClose} autoFocus>
            {props.cancelLabel ?? 'Cancel'}
          </Button>
          <Button
            kind={props.isDangerous ? 'danger' : 'primary'}
            onPress={onConfirm}
            isPending={props.isPending ?? false}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
