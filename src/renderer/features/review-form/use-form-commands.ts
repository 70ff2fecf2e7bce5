import { useCommands } from '@renderer/ui/commands';
import { livePreviewCommand } from '../common/prose/live-preview';
import type { ReviewSession } from './review-session';
import type { FormActs } from './use-form-acts';
import { usePassageCommand } from './use-passage-command';
import { redoShortcuts } from './use-undo-keys';

/** Registers what can be done with the form while it is on screen. Undo's own keys work inside it (`useUndoKeys`). */
export function useFormCommands(acts: FormActs, session: ReviewSession, isReadOnly: boolean): void {
  const canEdit = (): boolean => !isReadOnly;
  const state = session.store.getState;
  const shared = { section: 'Review', allowInText: true, isEnabled: canEdit } as const;
  usePassageCommand();
  useCommands([
    {
      ...shared,
      id: 'review.markReady',
      title: 'Mark review ready',
      shortcut: 'Mod+Enter',
      isEnabled: () => canEdit() && !state().draft.isReady,
      run: acts.markReady,
    },
    {
      ...shared,
      id: 'review.takeBack',
      title: 'Take "ready" back',
      isEnabled: () => canEdit() && state().draft.isReady,
      run: acts.takeBack,
    },
    {
      ...shared,
      id: 'review.undo',
      title: 'Undo in the review',
      shortcut: 'Mod+Z',
      allowInText: false,
      isEnabled: () => canEdit() && state().history.past.length > 0,
      run: acts.undo,
    },
    {
      ...shared,
      id: 'review.redo',
      title: 'Redo in the review',
      shortcut: redoShortcuts,
      allowInText: false,
      isEnabled: () => canEdit() && state().history.future.length > 0,
      run: acts.redo,
    },
    {
      ...shared,
      id: 'review.nextField',
      title: 'Next field',
      shortcut: 'Alt+PageDown',
      run: () => acts.step(1),
    },
    {
      ...shared,
      id: 'review.previousField',
      title: 'Previous field',
      shortcut: 'Alt+PageUp',
      run: () => acts.step(-1),
    },
    {
      ...shared,
      id: 'review.preview',
      title: 'Preview or edit the text',
      shortcut: 'Mod+Shift+P',
      keywords: ['markdown', 'math'],
      run: acts.togglePreview,
    },
    {
      ...shared,
      id: 'review.alone',
      title: 'Write in one field alone, or see the whole form',
      shortcut: 'Mod+Shift+Enter',
      keywords: ['focus', 'distraction', 'zen'],
      run: acts.toggleAlone,
    },
    livePreviewCommand,
  ]);
}
