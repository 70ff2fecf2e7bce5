import { useState } from 'react';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { toPageName } from './page-number';
import styles from './reader-toolbar.module.css';

/** Props of {@link PageBox}. */
export interface PageBoxProps {
  /** What it is, for assistive tools: "Page". */
  readonly label: string;
  readonly isOpen: boolean;
  readonly pageNumber: number;
  readonly pageCount: number;
  readonly labels: readonly string[] | undefined;
  readonly ref?: Ref<HTMLInputElement>;
  /** Goes to what was typed; false when there is no such page. */
  readonly onGo: (typed: string) => boolean;
  /** A page was gone to: the focus belongs to the pages now. */
  readonly onDone: () => void;
}

/** Says which page is shown, and takes another: a printed page number, or a position. */
export function PageBox({
  label,
  isOpen,
  pageNumber,
  pageCount,
  labels,
  ref,
  onGo,
  onDone,
}: PageBoxProps): ReactNode {
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
      onDone();
    }
    if (event.key !== 'Enter') return;
    if (typed !== undefined && !onGo(typed)) {
      setRefused(true);
      return;
    }
    leave();
    onDone();
  };

  return (
    <span className={styles['pages']}>
      <input
        ref={ref}
        className={styles['page']}
        aria-label={label}
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
        {isOpen && (labels === undefined ? `/ ${pageCount}` : `(${pageNumber}) / ${pageCount}`)}
      </span>
    </span>
  );
}
