import { Lock } from 'lucide-react';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { PaperView } from '@shared/contract/library';
import type { Venue } from '@shared/model/venue';
import { Banner } from '@renderer/ui/Banner';
import type { FormHandle } from '../common/form-handle';
import { noteOnScreen } from '../common/saving/failed-saves';
import { FieldControl } from './FieldControl';
import { FormFooter } from './FormFooter';
import { FormHeader } from './FormHeader';
import { toSections } from './form-sections';
import { openSession } from './open-session';
import { OtherVersions } from './OtherVersions';
import styles from './review-form.module.css';
import { ReviewSaveFailure } from './ReviewSaveFailure';
import { formContext, type FieldActs } from './session-context';
import { useAlone } from './use-alone';
import { useFormActs } from './use-form-acts';
import { useFormCommands } from './use-form-commands';
import { useFormHandle } from './use-form-handle';
import { useSame } from '../common/use-same';
import { useUndoKeys } from './use-undo-keys';

const nothing = (): void => undefined;

/** Props of {@link ReviewForm}. */
export interface ReviewFormProps {
  readonly venue: Venue;
  /** The paper and my draft, as `paper.get` answers; a newer answer may be given at any time. */
  readonly paper: PaperView;
  /** Why nothing can be changed here, as a sentence; leave it out where the review can be written. */
  readonly readOnlyReason?: string | undefined;
  /** What ends that, beside the reason. */
  readonly readOnlyAct?: ReactNode;
  /** Whether it is folded away, so that others have to say what it cannot: that it is not saved. */
  readonly isHidden?: boolean;
  /** What a workspace joins to a form that can be changed, at its end; the same function at each render. */
  readonly joined?: (form: FormHandle) => ReactNode;
  /** What it adds to the head of a field; the same function at each render. */
  readonly fieldActs?: FieldActs;
}

/**
 * The review form of a venue on one paper, made from the form's definition alone. Every change is sent as it is made;
 * what could not be saved stays here, even when the form leaves the screen. Fills its pane and scrolls inside.
 */
export function ReviewForm({
  venue: newVenue,
  paper: view,
  readOnlyReason,
  readOnlyAct,
  isHidden = false,
  joined,
  fieldActs,
}: ReviewFormProps): ReactNode {
  const venue = useSame(newVenue);
  const paper = useSame(view.paper);
  const root = useRef<HTMLDivElement>(null);
  // The session outlives the view it was opened on: a newer view is adopted below, not a reason to start again.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const session = useMemo(() => openSession(venue, view), [venue.id, venue.form.version, view.paper.number]);
  const isReadOnly = readOnlyReason !== undefined;
  const sections = useMemo(() => toSections(venue.form), [venue.form]);
  const context = useMemo(
    () => ({ venue, paper, session, isReadOnly, fieldActs }),
    [venue, paper, session, isReadOnly, fieldActs],
  );
  const acts = useFormActs(root, session, venue.form);
  useEffect(() => void session.adopt(view.draft), [session, view.draft]);
  useEffect(() => (isHidden ? undefined : noteOnScreen(session)), [session, isHidden]);
  const handle = useFormHandle(context, acts);
  useUndoKeys(root, isReadOnly ? nothing : acts.undo, isReadOnly ? nothing : acts.redo);
  useFormCommands(acts, session, isReadOnly);
  const alone = useAlone(root, session, acts.toggleAlone);
  const joins = useMemo(() => joined?.(handle), [joined, handle]);

  return (
    <formContext.Provider value={context}>
      <section
        ref={root}
        tabIndex={-1}
        className={styles['form']}
        data-alone={alone !== null || undefined}
        aria-label={`Review of paper ${paper.number}`}
      >
        <FormHeader />
        <div className={styles['banners']}>
          <ReviewSaveFailure />
          {!isReadOnly && <OtherVersions versions={view.otherVersions} form={root} />}
          {isReadOnly && (
            <Banner tone="info" title="This review cannot be changed here" action={readOnlyAct}>
              {readOnlyReason}
            </Banner>
          )}
        </div>
        <div key={paper.number} className={styles['fields']}>
          {sections.map((section) => (
            <section
              key={section.id}
              className={styles['section']}
              data-section={section.id}
              data-holds-alone={section.fields.some(({ id }) => id === alone) || undefined}
            >
              <h3 className={styles['heading']}>{section.title}</h3>
              {section.id === 'chairs' && (
                <p className={styles['private']}>
                  <Lock aria-hidden />
                  Only chairs and organizers read this
                </p>
              )}
              {section.fields.map((field) => (
                <FieldControl key={field.id} field={field} />
              ))}
            </section>
          ))}
        </div>
        {!isReadOnly && (
          <FormFooter onGoTo={acts.goTo} onMarkReady={acts.markReady} onTakeBack={acts.takeBack}>
            {joins}
          </FormFooter>
        )}
      </section>
    </formContext.Provider>
  );
}
