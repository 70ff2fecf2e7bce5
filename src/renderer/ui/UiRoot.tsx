import { useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { CommandPalette } from './CommandPalette';
import { useCommands } from './commands';
import { KeymapSheet } from './KeymapSheet';
import { Toaster } from './Toaster';
import { useShortcuts } from './use-shortcuts';

/** Props of {@link UiRoot}. */
export interface UiRootProps {
  readonly children: ReactNode;
}

/** What the whole window needs once: shortcuts, the command palette (Mod+K), the keymap sheet (?), passing messages. */
export function UiRoot({ children }: UiRootProps): ReactNode {
  const [open, setOpen] = useState<'palette' | 'keymap' | null>(null);
  const close = (): void => setOpen(null);
  useShortcuts();
  useCommands([
    {
      id: 'app.palette',
      title: 'Show all commands',
      section: 'Application',
      shortcut: 'Mod+K',
      allowInText: true,
      isHiddenInPalette: true,
      run: () => setOpen('palette'),
    },
    {
      id: 'app.keymap',
      title: 'Show keyboard shortcuts',
      section: 'Application',
      shortcut: '?',
      keywords: ['help', 'keys', 'keymap'],
      run: () => setOpen('keymap'),
    },
  ]);
  return (
    <I18nProvider locale="en-GB">
      {children}
      <CommandPalette isOpen={open === 'palette'} onClose={close} />
      <KeymapSheet isOpen={open === 'keymap'} onClose={close} />
      <Toaster />
    </I18nProvider>
  );
}
