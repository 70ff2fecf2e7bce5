import { ChevronDown, ChevronUp, X } from 'lucide-react';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { Checkbox } from '@renderer/ui/Checkbox';
import { IconButton } from '@renderer/ui/IconButton';
import { toFindCount, toWrapNotice } from './find-count';
import styles from './find-bar.module.css';
import { closeFind, startFind, stepFind } from './reader-actions';
import { shortcutOf } from './reader-shortcuts';
import { useReader, useReaderStore } from './reader-store';

/** Props of {@link FindBar}. */
export interface FindBarProps {
  readonly fieldRef: Ref<HTMLInputElement>;
}

/** Finds words in the paper: the count is live, and carries a plus while it may still grow. */
export function FindBar({ fieldRef }: FindBarProps): ReactNode {
  const store = useReaderStore();
  const isOpen = useReader((state) => state.isFindOpen);
  const request = useReader((state) => state.findRequest);
  const progress = useReader((state) => state.find);
  const hasNoText = useReader((state) => state.hasText === false);
  if (!isOpen) return null;

  const count = hasNoText ? 'No selectable text to search' : toFindCount(progress);
  const canStep = (progress?.total ?? 0) > 0;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    stepFind(store, event.shiftKey ? 'previous' : 'next');
  };

  return (
    <search className={styles['bar']} aria-label="Find in paper">
      <input
        ref={fieldRef}
        className={styles['field']}
        type="text"
        aria-label="Find in paper"
        placeholder="Find in paper"
        autoComplete="off"
        spellCheck={false}
        data-nothing={
          progress?.isSettled === true && progress.total === 0 && request.query !== '' ? true : undefined
        }
        value={request.query}
        onChange={(event) => startFind(store, { query: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <IconButton
        label="Previous match"
        icon={ChevronUp}
        shortcut={shortcutOf('reader.findPrevious')}
        isDisabled={!canStep}
        onPress={() => stepFind(store, 'previous')}
      />
      <IconButton
        label="Next match"
        icon={ChevronDown}
        shortcut={shortcutOf('reader.findNext')}
        isDisabled={!canStep}
        onPress={() => stepFind(store, 'next')}
      />
      <span className={styles['count']} role="status">
        {count}
        <span className={styles['wrap']}>{toWrapNotice(progress)}</span>
      </span>
      <span className={styles['options']}>
        <Checkbox
          label="Highlight all"
          isChecked={request.isHighlightingAll}
          onChange={(isHighlightingAll) => startFind(store, { isHighlightingAll })}
        />
        <Checkbox
          label="Match case"
          isChecked={request.isCaseSensitive}
          onChange={(isCaseSensitive) => startFind(store, { isCaseSensitive })}
        />
        <Checkbox
          label="Whole words"
          isChecked={request.isWholeWord}
          onChange={(isWholeWord) => startFind(store, { isWholeWord })}
        />
        <Checkbox
          label="Match accents"
          isChecked={request.isMatchingAccents}
          onChange={(isMatchingAccents) => startFind(store, { isMatchingAccents })}
        />
      </span>
      <IconButton label="Close" icon={X} shortcut="Escape" onPress={() => closeFind(store)} />
    </search>
  );
}
