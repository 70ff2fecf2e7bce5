import { FileInput, FileText, FlaskConical, Landmark } from 'lucide-react';
import type { ReactNode } from 'react';
import type { VenueSummary } from '@shared/contract/library';
import type { VenueId } from '@shared/model/ids';
import { Button } from '@renderer/ui/Button';
import { Kbd } from '@renderer/ui/Kbd';
import { formatCount } from '../common/format';
import { Heading } from '../common/Heading';
import styles from './welcome.module.css';

/** Props of {@link Welcome}. */
export interface WelcomeProps {
  /** Venues that are here already; none at the first start. */
  readonly venues: readonly VenueSummary[];
  readonly onOpenVenue: (venue: VenueId) => void;
  /** What is shown in the place of a venue that cannot be opened: why, and what can be done. */
  readonly renderProblem: (venue: VenueSummary) => ReactNode;
  readonly onOpenBundle: () => void;
  readonly onOpenSample: () => void;
  readonly onSetUpVenue: () => void;
  readonly onStartFromForm: () => void;
}

/** A venue to open. */
function VenueEntry({
  venue,
  onOpen,
}: {
  readonly venue: VenueSummary;
  readonly onOpen: () => void;
}): ReactNode {
  return (
    <button type="button" className={styles['venue']} onClick={onOpen}>
      <span className={styles['name']}>{venue.shortName}</span>
      <span className={styles['quiet']}>
        {venue.roles.join(', ')}, {formatCount(venue.paperCount, 'paper')}
      </span>
    </button>
  );
}

/** What can be done when no venue is open. */
export function Welcome(props: WelcomeProps): ReactNode {
  return (
    <main className={styles['page']} data-pane="page">
      <div className={styles['column']}>
        <h1 className={styles['title']}>Review papers, offline</h1>
        <p className={styles['lead']}>
          Open the bundle you were sent, read and review with no network, and send one signed file back.
        </p>
        {props.venues.length > 0 && (
          <section>
            <Heading>On this computer</Heading>
            <ul>
              {props.venues.map((venue) => (
                <li key={venue.venue}>
                  {venue.problem === null ? (
                    <VenueEntry venue={venue} onOpen={() => props.onOpenVenue(venue.venue)} />
                  ) : (
                    props.renderProblem(venue)
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
        <ul className={styles['acts']}>
          <li className={styles['act']}>
            <div className={styles['words']}>
              <h2 className={styles['name']}>I was asked to review or to chair</h2>
              <p className={styles['quiet']}>
                Open the .referee file from your invitation (<Kbd shortcut="Mod+O" />
                ), or drop it anywhere on this window.
              </p>
            </div>
            <Button kind="primary" icon={FileInput} onPress={props.onOpenBundle} autoFocus>
              Open a bundle...
            </Button>
          </li>
          <li className={styles['act']}>
            <div className={styles['words']}>
              <h2 className={styles['name']}>My venue uses HotCRP or EasyChair</h2>
              <p className={styles['quiet']}>
                Take its offline review form and the PDFs, review here, and write the filled form back.
              </p>
            </div>
            <Button icon={FileText} onPress={props.onStartFromForm}>
              Start from its form...
            </Button>
          </li>
          <li className={styles['act']}>
            <div className={styles['words']}>
              <h2 className={styles['name']}>I want to look around first</h2>
              <p className={styles['quiet']}>
                A small made-up venue with papers for you, to review and export as if it were real.
              </p>
            </div>
            <Button icon={FlaskConical} onPress={props.onOpenSample}>
              Try the sample
            </Button>
          </li>
          <li className={styles['act']}>
            <div className={styles['words']}>
              <h2 className={styles['name']}>I organize a workshop</h2>
              <p className={styles['quiet']}>
                Bring a table of papers, their PDFs and a table of assignments; get one bundle per reviewer.
              </p>
            </div>
            <Button icon={Landmark} onPress={props.onSetUpVenue}>
              Set up a venue
            </Button>
          </li>
        </ul>
      </div>
    </main>
  );
}
