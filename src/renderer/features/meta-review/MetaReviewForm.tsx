import { useMemo, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { ConsolidatedPaper } from '@shared/contract/consolidation';
import type { FieldId, VenueId } from '@shared/model/ids';
import { Button } from '@renderer/ui/Button';
import { Checkbox } from '@renderer/ui/Checkbox';
import { useCommands } from '@renderer/ui/commands';
import { PROSE_BOX } from '@renderer/ui/prose-handle';
import { RadioList } from '@renderer/ui/RadioList';
import { RadioScale } from '@renderer/ui/RadioScale';
import { livePreviewCommand } from '../common/prose/live-preview';
import { ProseField } from '../common/prose/ProseField';
import { SaveFailure } from '../common/saving/SaveFailure';
import { SaveIndicator } from '../common/saving/SaveIndicator';
import { useSession } from '../common/saving/use-session';
import { confidenceSteps, toMetaText } from './meta-review-words';
import styles from './meta-review.module.css';
import { openMetaReview } from './open-meta-review';

/** Props of {@link MetaReviewForm}. */
export interface MetaReviewFormProps {
  readonly venue: VenueId;
  readonly view: ConsolidatedPaper;
  readonly isHidden: boolean;
}

/** What I say of a paper as a chair. Every change is sent as it is made. Use it under a key of the paper. */
export function MetaReviewForm({ venue, view, isHidden }: MetaReviewFormProps): ReactNode {
  const { paper, decisionKinds: kinds, myMetaReview: known } = view;
  // The session outlives the answer it was opened on: a newer answer is adopted, not a reason to start again.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const session = useMemo(() => openMetaReview(venue, paper.number, known), [venue, paper.number]);
  const { content, saved, saving } = useSession(session, known, isHidden);
  const [isPreviewing, setPreviewing] = useState(false);
  const root = useRef<HTMLElement>(null);
  const { recommendation } = content;
  useCommands([
    livePreviewCommand,
    {
      id: 'metaReview.preview',
      title: 'Preview or edit the meta-review',
      section: 'Reviews',
      shortcut: 'Mod+Shift+P',
      keywords: ['markdown', 'math'],
      allowInText: true,
      isEnabled: () => !isHidden,
      run: () => {
        flushSync(() => setPreviewing(!isPreviewing));
        root.current?.querySelector<HTMLElement>(PROSE_BOX)?.focus();
      },
    },
  ]);
  return (
    <section ref={root} className={styles['mine']} aria-label="My meta-review">
      <div className={styles['mineHead']}>
        <h3 className={styles['name']}>Mine</h3>
        <SaveIndicator phase={saving.phase} savedAt={saved.savedAt} />
      </div>
      {saving.error !== null && (
        <SaveFailure
          error={saving.error}
          retry={session.retry}
          noun="meta-review"
          toText={() => toMetaText(paper, session.store.getState().content, kinds)}
        />
      )}
      <ProseField
        label="Meta-review"
        description="What the reviews agree and disagree on, and what follows. Chairs and organizers read it."
        value={content.text}
        minRows={8}
        isPreviewing={isPreviewing}
        onPreview={setPreviewing}
        onChange={(next) => session.edit({ text: next })}
      />
      <RadioList
        label="Recommendation"
        options={kinds}
        value={recommendation}
        onChange={(next: FieldId) => session.edit({ recommendation: next })}
        aside={
          recommendation !== null && (
            <Button
              size="small"
              kind="quiet"
              ariaLabel="Clear Recommendation"
              onPress={() => session.edit({ recommendation: null })}
            >
              Clear
            </Button>
          )
        }
      />
      <RadioScale
        label="Confidence"
        options={confidenceSteps}
        value={content.confidence}
        onChange={(confidence) => session.edit({ confidence })}
      />
      <Checkbox
        label="Needs discussion before it is decided"
        isChecked={content.needsDiscussion}
        onChange={(needsDiscussion) => session.edit({ needsDiscussion })}
      />
    </section>
  );
}
