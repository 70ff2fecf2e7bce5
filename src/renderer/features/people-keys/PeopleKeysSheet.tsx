import { useDeferredValue, useState, type ReactNode } from 'react';
import { useQuery } from '@renderer/bridge/queries';
import type { PersonKeys, TrustedKey } from '@shared/contract/trust';
import type { VenueId } from '@shared/model/ids';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { EmptyState } from '@renderer/ui/EmptyState';
import { SkeletonRows } from '@renderer/ui/SkeletonRows';
import { TextField } from '@renderer/ui/TextField';
import { formatCount } from '../common/format';
import { RequestErrorState } from '../common/RequestErrorState';
import { KeyEntry } from './KeyEntry';
import { formatRoles } from './key-words';
import styles from './people-keys.module.css';
import { RevokeDialog } from './RevokeDialog';

/** Props of {@link PeopleKeysSheet}. */
export interface PeopleKeysSheetProps {
  readonly venue: VenueId;
  readonly onClose: () => void;
}

interface Chosen {
  readonly person: PersonKeys;
  readonly trusted: TrustedKey;
}

/** Everybody of a venue with the signing keys that are believed to be theirs, and the way to take one back. */
export function PeopleKeysSheet({ venue, onClose }: PeopleKeysSheetProps): ReactNode {
  const { data, error, refetch } = useQuery('trust.list', { venue });
  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query).trim().toLocaleLowerCase('en');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [isAsking, setAsking] = useState(false);
  const people = (data ?? []).filter(({ name }) => name.toLocaleLowerCase('en').includes(wanted));
  const keyCount = people.reduce((sum, { keys }) => sum + keys.length, 0);
  return (
    <Dialog
      isOpen
      title="People and keys"
      size="large"
      onClose={onClose}
      footer={<Button onPress={onClose}>Close</Button>}
      footerNote={
        data && `${formatCount(people.length, 'person', 'people')}, ${formatCount(keyCount, 'key')}`
      }
    >
      <div className={styles['stack']}>
        <p>
          What somebody signs is believed to be theirs by its key. To be sure of one, let them read its digits
          aloud, from their settings, and compare.
        </p>
        <TextField
          label="Filter people"
          isLabelHidden
          placeholder="Filter by name"
          value={query}
          onChange={setQuery}
        />
        {data === undefined && error === null && <SkeletonRows label="Loading people" count={8} />}
        {data === undefined && error !== null && (
          <RequestErrorState what="The keys could not be read" error={error} onRetry={refetch} />
        )}
        {data !== undefined && people.length === 0 && (
          <EmptyState title="Nobody has this name">Change the filter to see the others.</EmptyState>
        )}
        <ul className={styles['people']}>
          {people.map((person) => (
            <li key={person.person} className={styles['person']}>
              <div className={styles['who']}>
                <h3 className={styles['name']}>{person.name}</h3>
                <span className={styles['quiet']}>{formatRoles(person.roles)}</span>
              </div>
              {person.keys.length === 0 && (
                <p className={styles['quiet']}>No key yet: nothing that they signed has come in.</p>
              )}
              {person.keys.map((trusted) => (
                <KeyEntry
                  key={trusted.fingerprint}
                  name={person.name}
                  trusted={trusted}
                  isAsked={
                    isAsking &&
                    chosen?.person.person === person.person &&
                    chosen.trusted.fingerprint === trusted.fingerprint
                  }
                  onRevoke={() => {
                    setChosen({ person, trusted });
                    setAsking(true);
                  }}
                />
              ))}
            </li>
          ))}
        </ul>
      </div>
      {chosen !== null && (
        <RevokeDialog
          key={`${chosen.person.person} ${chosen.trusted.fingerprint}`}
          venue={venue}
          {...chosen}
          isOpen={isAsking}
          onClose={() => setAsking(false)}
        />
      )}
    </Dialog>
  );
}
