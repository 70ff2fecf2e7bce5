import type { ReactNode } from 'react';
import { Button } from '@renderer/ui/Button';
import styles from './pages-pane.module.css';
import { cancelPrint } from './print-actions';
import { useReader, useReaderStore } from './reader-store';

/** How far the paper is made ready for the printer, and a way to stop that. */
export function PrintProgress(): ReactNode {
  const store = useReaderStore();
  const printing = useReader((state) => state.printing);
  const pageCount = useReader((state) => state.pageCount);
  if (printing === undefined) return null;
  return (
    <div className={styles['printing']}>
      <span role="status">{`Making page ${Math.min(printing.pages + 1, pageCount)} of ${pageCount} ready to print`}</span>
      <Button size="small" onPress={() => cancelPrint(store)}>
        Cancel
      </Button>
    </div>
  );
}
