import { Sigma } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { IconButton } from '@renderer/ui/IconButton';
import { livePreviewCommand, toggleLivePreview } from './live-preview';

/** Shows the formulas of all texts while one writes, or hides them. */
export const LivePreviewToggle = memo(function LivePreviewToggle(): ReactNode {
  return (
    <IconButton
      size="small"
      icon={Sigma}
      label={livePreviewCommand.title}
      shortcut={String(livePreviewCommand.shortcut)}
      onPress={toggleLivePreview}
    />
  );
});
