import type { ReactNode } from 'react';
import { cx } from '@renderer/ui/cx';
import { Segmented } from '@renderer/ui/Segmented';
import styles from './beside-tabs.module.css';

/** Which of the two stands beside the page where there is no room for both. */
export type BesideTab = 'reviews' | 'meta-review';

/** Props of {@link BesideTabs}. */
export interface BesideTabsProps {
  readonly tab: BesideTab;
  readonly onTab: (tab: BesideTab) => void;
  readonly reviews: ReactNode;
  readonly metaReview: ReactNode;
}

/**
 * The reviews of a paper and the meta-review of it: one at a time in a narrow pane, side by side in a wide one, where the
 * one with the focus is the chosen one.
 */
export function BesideTabs({ tab, onTab, reviews, metaReview }: BesideTabsProps): ReactNode {
  return (
    <div className={styles['tabs']}>
      <div className={styles['inner']}>
        <div className={styles['bar']}>
          <Segmented<BesideTab>
            label="Reviews or meta-review"
            size="small"
            value={tab}
            onChange={onTab}
            options={[
              { id: 'reviews', label: 'Reviews' },
              { id: 'meta-review', label: 'Meta-review' },
            ]}
          />
        </div>
        <div
          className={cx(styles['tab'], tab !== 'reviews' && styles['folded'])}
          onFocus={() => onTab('reviews')}
        >
          {reviews}
        </div>
        <div
          className={cx(styles['tab'], tab !== 'meta-review' && styles['folded'])}
          onFocus={() => onTab('meta-review')}
        >
          {metaReview}
        </div>
      </div>
    </div>
  );
}
