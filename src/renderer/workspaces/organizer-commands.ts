import type { Command } from '@renderer/ui/commands';
import { openSheet } from './sheets-state';

/** What an organizer's desk shows of all papers. */
export type OrganizerView = 'assignment' | 'reviews' | 'decisions';

/** What an organizer's commands need to know and do. */
export interface OrganizerActs {
  /** What is shown now; null while a paper is read. */
  readonly view: OrganizerView | null;
  /** Shows all papers, with their reviews or with their decisions. */
  readonly showAll: (view: OrganizerView) => void;
  readonly writeAssignments: () => void;
}

/** What an organizer can do wherever they are at their desk, besides what a chair can. */
export function organizerCommands({ view, showAll, writeAssignments }: OrganizerActs): readonly Command[] {
  const isDeciding = view === 'decisions';
  return [
    {
      id: 'assignment.export',
      title: 'Write assignment bundles...',
      section: 'Bundles',
      keywords: ['reviewers', 'invitation', 'send'],
      run: writeAssignments,
    },
    {
      id: 'assignment.show',
      title: view === 'assignment' ? 'Show papers and reviews' : 'Show the assignment',
      section: 'Go',
      shortcut: 'Mod+Shift+J',
      keywords: ['match', 'who reviews what', 'reviewers'],
      allowInText: true,
      run: () => showAll(view === 'assignment' ? 'reviews' : 'assignment'),
    },
    {
      id: 'decision.show',
      title: isDeciding ? 'Show papers and reviews' : 'Show the decisions',
      section: 'Go',
      shortcut: 'Mod+Shift+K',
      keywords: ['decide', 'accept', 'reject', 'outcome'],
      allowInText: true,
      run: () => showAll(isDeciding ? 'reviews' : 'decisions'),
    },
    {
      id: 'decision.export',
      title: 'Export decisions...',
      section: 'Bundles',
      shortcut: 'Mod+Shift+S',
      keywords: ['send', 'save', 'chairs'],
      allowInText: true,
      run: () => openSheet('decisions'),
    },
  ];
}
