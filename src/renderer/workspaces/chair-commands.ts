import type { Command } from '@renderer/ui/commands';
import { openSheet } from './sheets-state';

/** What chairs and organizers can do wherever they are at their desk. */
export const chairCommands: readonly Command[] = [
  {
    id: 'consolidation.export',
    title: 'Export consolidation...',
    section: 'Bundles',
    shortcut: 'Mod+Shift+E',
    keywords: ['meta-reviews', 'send', 'save', 'organizers'],
    allowInText: true,
    run: () => openSheet('consolidation'),
  },
  {
    id: 'reviews.charts',
    title: 'Charts of reviews...',
    section: 'Papers',
    shortcut: 'Mod+Alt+C',
    keywords: ['graph', 'distribution', 'leniency', 'progress', 'topics'],
    run: () => openSheet('charts'),
  },
  {
    id: 'imports.earlier',
    title: 'Earlier imports...',
    section: 'Bundles',
    shortcut: 'Mod+Alt+I',
    keywords: ['report', 'log', 'refused', 'history', 'came in'],
    run: () => openSheet('imports'),
  },
  {
    id: 'reviews.missing',
    title: 'Missing reviews and reminders...',
    section: 'Papers',
    shortcut: 'Mod+Alt+U',
    keywords: ['late', 'owe', 'remind', 'letter', 'mail'],
    run: () => openSheet('reminders'),
  },
  {
    id: 'people.keys',
    title: 'People and keys...',
    section: 'Application',
    keywords: ['trust', 'fingerprint', 'revoke', 'signing key', 'reviewers'],
    run: () => openSheet('people'),
  },
];
