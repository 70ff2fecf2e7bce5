import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Button } from '@renderer/ui/Button';
import styles from './link-preview-card.module.css';
import type { PreviewControl } from './link-preview-state';
import { toPageName } from './page-number';
import { toPreviewPlace } from './preview-place';
import { goToDestination } from './reader-actions';
import { useReader, useReaderStore } from './reader-store';

/** Props of {@link LinkPreviewCard}. */
export interface LinkPreviewCardProps {
  readonly control: PreviewControl;
}

/** What a link leads to, beside it: a reference, a figure, an equation, without leaving the page. */
export function LinkPreviewCard({ control }: LinkPreviewCardProps): ReactNode {
  const store = useReaderStore();
  const preview = useReader((state) => state.preview);
  const labels = useReader((state) => state.pageLabels);
  const card = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = card.current;
    const pane = element?.parentElement;
    if (preview === undefined || element === null || pane === undefined || pane === null) return;
    picture.current?.replaceChildren(preview.canvas);
    const around = pane.getBoundingClientRect();
    const link = preview.element.getBoundingClientRect();
    const place = toPreviewPlace(
      { left: link.left - around.left, top: link.top - around.top, width: link.width, height: link.height },
      { width: element.offsetWidth, height: element.offsetHeight },
      around,
    );
    element.style.insetInlineStart = `${place.left}px`;
    element.style.insetBlockStart = `${place.top}px`;
    if (preview.isFocused) element.querySelector<HTMLElement>('button')?.focus();
  }, [preview]);

  if (preview === undefined) return null;
  const name = `Page ${toPageName(preview.pageNumber, labels)}`;
  return (
    <div
      ref={card}
      className={styles['card']}
      role="dialog"
      aria-label={`Preview of ${name.toLowerCase()}`}
      onPointerEnter={control.hold}
      onPointerLeave={() => control.close(true)}
    >
      <div ref={picture} className={styles['picture']} />
      <div className={styles['foot']}>
        <span>{name}</span>
        <Button
          size="small"
          kind="quiet"
          onPress={() => {
            const { destination, element } = preview;
            control.close();
            element.focus({ preventScroll: true });
            goToDestination(store, destination);
          }}
        >
          Go there
        </Button>
      </div>
    </div>
  );
}
