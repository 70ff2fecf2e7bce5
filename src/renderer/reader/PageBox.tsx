import { useState } from 'react';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { toPageName } from './page-number';
import { goToTypedPage } from './reader-actions';
import { selectIsOpen, useReader, useReaderStore } from './reader-store';
import styles from './reader-toolbar.module.css';

/** Props of {@link PageBox}. */
export interface PageBoxProps {
  readonly ref: Ref<HTMLInputElement>;
}

/** Says which page is shown, and takes another: a printed page number, or a position. */
export function PageBox({ ref }: PageBoxProps): ReactNode {
  const store = useReaderStore();
  const isOpen = useReader(selectIsOpen);
  const pageNumber = useReader((state) => state.pageNumber);
  const pageCount = useReader((state) => state.pageCount);
  const labels = useReader((state) => state.pageLabels);
  const [typed, setTyped] = useState<string | undefined>();
  const [isRefused, setRefused] = useState(false);
  const name = toPageName(pageNumber, labels);

  const leave = (): void => {
    setTyped(undefined);
    setRefused(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      leave();
      event.currentTarget.blur();
    }
    if (event.key !== 'Enter' || typed === undefined) return;
    if (goToTypedPage(store, typed)) leave();
    else setRefused(true);
  };

  return (
    <span className={styles['pages']}>
      <input
        ref={ref}
        className={styles['page']}
        aria-label="Page"
        aria-invalid={isRefused || undefined}
        title={isRefused ? `There is no page ${typed}` : undefined}
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        disabled={!isOpen}
        value={typed ?? (isOpen ? name : '')}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setTyped(event.target.value);
          setRefused(false);
        }}
        onBlur={leave}
        onKeyDown={onKeyDown}
      />
      <span className={styles['count']}>
        {labels !== undefined && isOpen && <span>({pageNumber})</span>} / {pageCount > 0 ? pageCount : '-'}
      </span>
    </span>
  );
}
