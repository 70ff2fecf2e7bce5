import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import styles from './list.module.css';
import { isFromInside, nextIndex } from './roving';
import { SkeletonRows } from './SkeletonRows';

/** Props of {@link List}. */
export interface ListProps<Item> {
  /** What the items are: "Papers". */
  readonly label: string;
  readonly items: readonly Item[];
  readonly itemKey: (item: Item) => string;
  /** One row; phrasing content only, since the row itself is the control. */
  readonly renderItem: (item: Item, isSelected: boolean) => ReactNode;
  readonly selectedKey: string | null;
  /** Another item was chosen, by an arrow key or the pointer. */
  readonly onSelect: (item: Item) => void;
  /** Enter, or a double press. */
  readonly onOpen?: ((item: Item) => void) | undefined;
  readonly isLoading?: boolean;
  readonly error?: ReactNode;
  readonly empty?: ReactNode;
}

/**
 * A list with one item chosen: one stop in the tab order, the arrows choose. Letters are left to the application's
 * shortcuts. For hundreds of items or for columns, use Table.
 */
export function List<Item>({
  label,
  items,
  itemKey,
  selectedKey,
  onSelect,
  ...props
}: ListProps<Item>): ReactNode {
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const selectedIndex = selectedKey === null ? -1 : items.findIndex((item) => itemKey(item) === selectedKey);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView?.({ block: 'nearest' });
  }, [selectedKey]);

  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>): void => {
    if (isFromInside(event)) return;
    const next = nextIndex(event, selectedIndex, items.length, 10);
    const item = next === null ? undefined : items[next];
    const selected = items[selectedIndex];
    if (item !== undefined && next !== selectedIndex) onSelect(item);
    else if (event.key === 'Enter' && selected !== undefined) props.onOpen?.(selected);
    else if (next === null) return;
    event.preventDefault();
  };

  if (props.error != null) return props.error;
  if (props.isLoading && items.length === 0) return <SkeletonRows label={`Loading ${label}`} />;
  if (items.length === 0) return props.empty ?? null;
  return (
    <ul
      ref={list}
      role="listbox"
      tabIndex={0}
      className={styles['list']}
      aria-label={label}
      aria-activedescendant={selectedIndex === -1 ? undefined : `${id}-${selectedIndex}`}
      onKeyDown={onKeyDown}
    >
      {items.map((item, index) => (
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the list has the focus and the keys
        <li
          key={itemKey(item)}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === selectedIndex}
          className={styles['item']}
          onClick={() => index !== selectedIndex && onSelect(item)}
          onDoubleClick={() => props.onOpen?.(item)}
        >
          {props.renderItem(item, index === selectedIndex)}
        </li>
      ))}
    </ul>
  );
}
