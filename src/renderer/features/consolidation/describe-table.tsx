import type { ReactNode } from 'react';
import type { TableSort } from '@renderer/ui/table-column';
import type { Calibration } from '@shared/rules/calibration/calibrate';
import type { TableFace } from '@shared/model/table-view';

/** What to know about a table of papers as it is looked at: why scores are not calibrated, that they order it. */
export function describeTable(
  look: { readonly face: TableFace; readonly sort: TableSort | null },
  calibration: Calibration | undefined,
): ReactNode {
  if (calibration === undefined) return null;
  if (look.sort?.columnId === 'calibrated' && calibration.kind === 'fitted')
    return (
      <>
        <b>Sorted by calibrated score</b>, as you asked; intervals that overlap say that the order is not
        sure.
      </>
    );
  if (look.face !== 'scores') return null;
  if (calibration.kind === 'refused') return <>Not calibrated. {calibration.reason}</>;
  const { spread, apart } = calibration;
  return (
    <>
      Papers differ by {spread.paper.toFixed(2)}, reviewers by {spread.reviewer.toFixed(2)}, the rest is{' '}
      {spread.noise.toFixed(2)} (standard deviations).
      {apart.length > 0 && ` Not calibrated, as they share no reviewer with the others: ${apart.join(', ')}.`}
    </>
  );
}
