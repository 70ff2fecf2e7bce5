import { Printer } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useQuery } from '@renderer/bridge/queries';
import type { RequestError } from '@renderer/bridge/client';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { SkeletonRows } from '@renderer/ui/SkeletonRows';
import type { VenueId } from '@shared/model/ids';
import { RequestErrorBanner } from '../common/RequestErrorBanner';
import { RequestErrorState } from '../common/RequestErrorState';
import { ChartFigure } from './ChartFigure';
import styles from './charts.module.css';
import { printCharts } from './print-charts';

/** Props of {@link ChartsSheet}. */
export interface ChartsSheetProps {
  readonly venue: VenueId;
  readonly onClose: () => void;
}

/** What came in, drawn: each chart with its figures as a table, to save or to print. */
export function ChartsSheet({ venue, onClose }: ChartsSheetProps): ReactNode {
  const { data, error, refetch } = useQuery('chart.list', { venue });
  const [failure, setFailure] = useState<RequestError | null>(null);
  return (
    <Dialog
      isOpen
      size="wide"
      isDismissable
      title="Charts"
      onClose={onClose}
      footer={
        <>
          <Button
            icon={Printer}
            isDisabled={data === undefined}
            onPress={() => data && void printCharts(data)}
          >
            Print
          </Button>
          <Button kind="primary" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      {data === undefined && error === null && <SkeletonRows label="Drawing the charts" count={8} />}
      {data === undefined && error !== null && (
        <RequestErrorState what="The charts could not be drawn" error={error} onRetry={refetch} />
      )}
      {failure !== null && (
        <RequestErrorBanner
          title="The chart was not saved"
          error={failure}
          onDismiss={() => setFailure(null)}
        />
      )}
      <div className={styles['charts']}>
        {data?.map((chart) => (
          <ChartFigure key={chart.id} venue={venue} chart={chart} onFailure={setFailure} />
        ))}
      </div>
    </Dialog>
  );
}
