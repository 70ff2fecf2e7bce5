import { SquareDashed, StickyNote } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '@renderer/ui/IconButton';
import type { MarkingTool } from '@renderer/reader';
import { NOTE_SHORTCUTS } from './note-commands';

/** Props of {@link NoteTools}. */
export interface NoteToolsProps {
  readonly tool: MarkingTool;
  /** Whether there are pages to mark. */
  readonly isOpen: boolean;
  readonly onTool: (tool: MarkingTool) => void;
}

/** The tools for what is no text: an area that is drawn, a note where one presses. */
export function NoteTools({ tool, isOpen, onTool }: NoteToolsProps): ReactNode {
  return (
    <>
      <IconButton
        label="Mark an area"
        icon={SquareDashed}
        shortcut={NOTE_SHORTCUTS.area}
        isDisabled={!isOpen}
        isPressed={tool === 'area'}
        onPress={() => onTool(tool === 'area' ? 'none' : 'area')}
      />
      <IconButton
        label="Put a note on the page"
        icon={StickyNote}
        isDisabled={!isOpen}
        isPressed={tool === 'note'}
        onPress={() => onTool(tool === 'note' ? 'none' : 'note')}
      />
    </>
  );
}
