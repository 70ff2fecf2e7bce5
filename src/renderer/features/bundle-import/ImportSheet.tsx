import type { ReactNode } from 'react';
import type { ImportReport } from '@shared/contract/bundle';
import { HeldSheet } from './HeldSheet';
import { closeImportSheet, useImportFlow } from './import-flow';
import { ImportReportSheet } from './ImportReportSheet';
import { OpenBundleSheet } from './OpenBundleSheet';
import { SampleSheet } from './SampleSheet';

/** Props of {@link ImportSheet}. */
export interface ImportSheetProps {
  /** Something came in, or was there already: go to it. */
  readonly onImported: (report: ImportReport) => void;
}

/** The one sheet through which anything comes in. Place it once, at the top of the window. */
export function ImportSheet({ onImported }: ImportSheetProps): ReactNode {
  const step = useImportFlow((flow) => flow.step);
  const onClose = closeImportSheet;
  const finish = (report: ImportReport): void => {
    closeImportSheet();
    onImported(report);
  };
  switch (step.kind) {
    case 'closed':
      return null;
    case 'one':
      return <OpenBundleSheet key={step.file.token} {...step} onClose={onClose} onImported={finish} />;
    case 'many':
      return <ImportReportSheet {...step} onClose={onClose} onImported={finish} />;
    case 'sample':
      return <SampleSheet onClose={onClose} onImported={finish} />;
    case 'held':
      return <HeldSheet venue={step.venue} onClose={onClose} />;
  }
}
