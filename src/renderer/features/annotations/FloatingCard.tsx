import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { toFloatingPlace } from './floating-place';
import styles from './annotations.module.css';

/** Props of {@link FloatingCard}. */
export interface FloatingCardProps {
  readonly label: string;
  readonly role: 'dialog' | 'toolbar';
  /** What it belongs to, asked whenever the page moves; while undefined the card stays where it was. */
  readonly anchor: () => DOMRect | undefined;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

/** Something that floats beside a place on the page and moves with it. Not modal: reading goes on. */
export function FloatingCard({ label, role, anchor, onKeyDown, children }: FloatingCardProps): ReactNode {
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    let frame = 0;
    const place = (): void => {
      frame = 0;
      const [element, box] = [card.current, anchor()];
      if (element === null) return;
      const isPlaced = element.style.insetBlockStart !== '';
      if (box === undefined && isPlaced) return;
      const { innerWidth: width, innerHeight: height } = window;
      const at = box ?? { left: width / 2, width: 0, top: height / 4, bottom: height / 4 };
      const size = { width: element.offsetWidth, height: element.offsetHeight };
      const { left, top } = toFloatingPlace(at, size, { width, height });
      element.style.insetInlineStart = `${left}px`;
      element.style.insetBlockStart = `${top}px`;
    };
    const later = (): void => {
      if (frame === 0) frame = requestAnimationFrame(place);
    };
    place();
    const grown = new ResizeObserver(later);
    if (card.current !== null) grown.observe(card.current);
    document.addEventListener('scroll', later, { capture: true, passive: true });
    window.addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(frame);
      grown.disconnect();
      document.removeEventListener('scroll', later, { capture: true });
      window.removeEventListener('resize', later);
    };
  }, [anchor]);
  return createPortal(
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- a dialog or toolbar, by its role
    <div
      ref={card}
      role={role}
      aria-label={label}
      className={styles['floating']}
      data-floating={role}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>,
    document.body,
  );
}
