import type { ReactNode } from 'react';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { LazyMarkdown } from '@renderer/ui/LazyMarkdown';
import text from '../../../../docs/calibration.md?raw';

/** Props of {@link CalibrationHelp}. */
export interface CalibrationHelpProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** How calibrated scores come about, what they are worth, and when there are none: docs/calibration.md. */
export function CalibrationHelp({ isOpen, onClose }: CalibrationHelpProps): ReactNode {
  return (
    <Dialog
      isOpen={isOpen}
      size="large"
      isDismissable
      title="How scores are calibrated"
      onClose={onClose}
      footer={
        <Button kind="primary" onPress={onClose}>
          Close
        </Button>
      }
    >
      {isOpen && <LazyMarkdown text={text.slice(text.indexOf('\n') + 1)} />}
    </Dialog>
  );
}
