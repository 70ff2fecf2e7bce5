import { Settings2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { MenuButton } from '@renderer/ui/MenuButton';
import type { MenuAction } from '@renderer/ui/menu-item';
import type { PageLayout } from './engine/layout';
import { rotatePages, setLayout, setPageTheme } from './reader-actions';
import type { PageTheme } from './reader-place';
import { shortcutOf } from './reader-shortcuts';
import { selectIsOpen, useReader, useReaderStore } from './reader-store';

const THEMES: readonly (readonly [PageTheme, string])[] = [
  ['light', 'Light'],
  ['sepia', 'Sepia'],
  ['dark', 'Dark'],
  ['contrast', 'High contrast'],
];
const SCROLLING: readonly (readonly [PageLayout['scrollMode'], string])[] = [
  ['vertical', 'Continuous'],
  ['page', 'One page at a time'],
  ['horizontal', 'Sideways'],
];
const SPREADS: readonly (readonly [PageLayout['spreadMode'], string])[] = [
  ['none', 'Single pages'],
  ['odd', 'Facing pages'],
  ['even', 'Facing pages, first one alone'],
];

/** How the pages look: their colour, how they scroll, whether they face each other, rotation. */
export function ViewMenu(): ReactNode {
  const store = useReaderStore();
  const isOpen = useReader(selectIsOpen);
  const pageTheme = useReader((state) => state.pageTheme);
  const { scrollMode, spreadMode } = useReader((state) => state.layout);
  const choices = <Id extends string>(
    all: readonly (readonly [Id, string])[],
    current: Id,
    choose: (id: Id) => void,
  ): readonly MenuAction[] =>
    all.map(([id, title]) => ({ id, title, isChecked: id === current, run: () => choose(id) }));
  return (
    <MenuButton
      label="Page view"
      icon={Settings2}
      isDisabled={!isOpen}
      groups={[
        {
          id: 'theme',
          title: 'Page colour',
          items: choices(THEMES, pageTheme, (id) => setPageTheme(store, id)),
        },
        {
          id: 'scroll',
          title: 'Scrolling',
          items: choices(SCROLLING, scrollMode, (id) => setLayout(store, { scrollMode: id })),
        },
        {
          id: 'spread',
          title: 'Layout',
          items: choices(SPREADS, spreadMode, (id) => setLayout(store, { spreadMode: id })),
        },
        {
          id: 'turn',
          items: [
            {
              id: 'rotate',
              title: 'Rotate clockwise',
              shortcut: shortcutOf('reader.rotate'),
              run: () => rotatePages(store),
            },
            {
              id: 'rotate-back',
              title: 'Rotate counterclockwise',
              shortcut: shortcutOf('reader.rotateBack'),
              run: () => rotatePages(store, -90),
            },
          ],
        },
      ]}
    />
  );
}
