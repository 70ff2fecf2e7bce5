import type { ReactNode } from 'react';
import { MenuButton } from '@renderer/ui/MenuButton';
import { setLayout } from './reader-actions';
import { shortcutOf } from './reader-shortcuts';
import { selectIsOpen, useReader, useReaderStore } from './reader-store';

const FACTORS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;

const percent = (factor: number): string => `${Math.round(factor * 100)} %`;

/** Says the zoom, and takes another. */
export function ZoomMenu(): ReactNode {
  const store = useReaderStore();
  const isOpen = useReader(selectIsOpen);
  const scale = useReader((state) => state.layout.scale);
  const factor = useReader((state) => state.scaleFactor);
  return (
    <MenuButton
      label={isOpen ? percent(factor) : '100 %'}
      isDisabled={!isOpen}
      groups={[
        {
          id: 'fit',
          items: [
            {
              id: 'page-width',
              title: 'Fit width',
              shortcut: shortcutOf('reader.fitWidth'),
              isChecked: scale === 'page-width',
              run: () => setLayout(store, { scale: 'page-width' }),
            },
            {
              id: 'page-fit',
              title: 'Fit page',
              shortcut: shortcutOf('reader.fitPage'),
              isChecked: scale === 'page-fit',
              run: () => setLayout(store, { scale: 'page-fit' }),
            },
          ],
        },
        {
          id: 'factors',
          items: FACTORS.map((one) => ({
            id: String(one),
            title: percent(one),
            shortcut: one === 1 ? shortcutOf('reader.actualSize') : undefined,
            isChecked: scale === one,
            run: () => setLayout(store, { scale: one }),
          })),
        },
      ]}
    />
  );
}
