import { useDeferredValue, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useQuery } from '@renderer/bridge/queries';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import type { OwnHit, SearchAnswer, SearchedPapers } from '@shared/contract/search';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { RequestErrorState } from '../common/RequestErrorState';
import { HitList } from './HitList';
import { describeScope, toOwnRows, toRows, wordsToFind } from './search-words';
import styles from './search.module.css';

/** A hit that was chosen: where to open the paper, and what to find there. */
export interface SoughtHit {
  readonly paper: PaperNumber;
  /** From 1; null for title and abstract. */
  readonly page: number | null;
  readonly words: string;
}

/** Props of {@link SearchSheet}. */
export interface SearchSheetProps {
  readonly venue: VenueId;
  readonly papers: SearchedPapers;
  readonly onOpen: (hit: SoughtHit) => void;
  /** Opens a note or a field of mine. */
  readonly onOpenOwn: (hit: OwnHit) => void;
  readonly onClose: () => void;
}

const LIMIT = 100;
/** Few of mine, so that the papers are in sight below them. */
const OWN_LIMIT = 12;
const NO_HITS: readonly OwnHit[] = [];
const LIST_ID = 'search-hits';
const NOTHING: SearchAnswer = { papers: [], isCut: false, plainWords: null };

/** Searches the full text of all papers; what was looked for last is there again when it opens. */
export function SearchSheet({ venue, papers, onOpen, onOpenOwn, onClose }: SearchSheetProps): ReactNode {
  const [query, setQuery] = useState(lastQuery);
  const [active, setActive] = useState(0);
  const wanted = useDeferredValue(query);
  const isAsked = wanted.trim() !== '';
  const found = useQuery('search.papers', isAsked ? { venue, papers, query: wanted, limit: LIMIT } : null);
  const isMine = papers === 'mine';
  const mine = useQuery('search.own', isAsked && isMine ? { venue, query: wanted, limit: OWN_LIMIT } : null);
  const scope = useQuery('search.scope', { venue, papers }).data;
  // What was found before stays until there is something newer: the list does not flicker with each letter.
  const [kept, setKept] = useState(NOTHING);
  const answer = isAsked ? (found.data ?? kept) : NOTHING;
  if (found.data !== undefined && found.data !== kept) setKept(found.data);
  const own = isAsked ? (mine.data?.hits ?? NO_HITS) : NO_HITS;
  const rows = [...toOwnRows(own), ...toRows(answer)];
  const activeIndex = Math.min(active, rows.length - 1);

  const choose = (index: number): void => {
    const row = rows[index];
    if (row === undefined) return;
    if (row.own !== undefined) {
      onOpenOwn(row.own);
      return;
    }
    onOpen({ paper: row.paper.paper, page: row.hit.page, words: wordsToFind(row.hit, answer.plainWords) });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step !== undefined && rows.length > 0) {
      event.preventDefault();
      setActive(Math.min(rows.length - 1, Math.max(0, activeIndex + step)));
    }
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    choose(activeIndex);
  };
  return (
    <Dialog
      isOpen
      isDismissable
      title="Search all papers"
      size="large"
      onClose={onClose}
      footer={<Button onPress={onClose}>Close</Button>}
      footerNote={scope && describeScope(scope)}
    >
      <input
        className={styles['query']}
        role="combobox"
        aria-label="Search all papers"
        aria-expanded={rows.length > 0}
        aria-controls={LIST_ID}
        aria-autocomplete="list"
        aria-activedescendant={rows.length > 0 ? `${LIST_ID}-${activeIndex}` : undefined}
        placeholder={'Words, "words in a row", OR, -not'}
        autoComplete="off"
        spellCheck={false}
        maxLength={400}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- the sheet is opened to type in
        autoFocus
        value={query}
        onFocus={(event) => event.target.select()}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          lastQuery = event.target.value;
          setQuery(lastQuery);
          setActive(0);
        }}
      />
      <p className={styles['status']} role="status">
        {isAsked && found.data !== undefined && describeFound(found.data, own.length)}
      </p>
      {found.error !== null && found.data === undefined && (
        <RequestErrorState
          what="The papers could not be searched"
          error={found.error}
          onRetry={found.refetch}
        />
      )}
      <HitList id={LIST_ID} rows={rows} active={activeIndex} onActive={setActive} onChoose={choose} />
    </Dialog>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/** View state: what was looked for last in this window. */
let lastQuery = '';

function describeFound(answer: SearchAnswer, ownCount: number): string {
  const hits = toRows(answer).length;
  const mine = ownCount === 0 ? '' : ` ${ownCount} in what you wrote.`;
  if (hits === 0) return ownCount === 0 ? 'Nothing was found.' : `Nothing in the papers.${mine}`;
  const places = `${hits} ${hits === 1 ? 'place' : 'places'} in ${answer.papers.length} ${answer.papers.length === 1 ? 'paper' : 'papers'}`;
  return answer.isCut ? `The best ${places}; name more words to see others.${mine}` : `${places}.${mine}`;
}
