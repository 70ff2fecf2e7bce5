import { FileInput } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import styles from './file-drop-overlay.module.css';

/** Props of {@link FileDropOverlay}. */
export interface FileDropOverlayProps {
  /** What letting go will do: "Open bundles". */
  readonly title: string;
  /** Which files are meant. */
  readonly text?: string | undefined;
  readonly onDrop: (files: readonly File[]) => void;
  /** Files are refused for now; the window still does not navigate to them. */
  readonly isDisabled?: boolean;
}

/** Takes files dragged over the window, and says so over everything while they hover. */
export function FileDropOverlay({
  title,
  text,
  onDrop,
  isDisabled = false,
}: FileDropOverlayProps): ReactNode {
  const [isOver, setOver] = useState(false);
  const latest = useRef({ onDrop, isDisabled });
  useEffect(() => {
    latest.current = { onDrop, isDisabled };
  });

  useEffect(() => {
    let depth = 0;
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const move = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = latest.current.isDisabled ? 'none' : 'copy';
      if (event.type === 'dragenter') depth += 1;
      setOver(!latest.current.isDisabled);
    };
    const leave = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0 && !latest.current.isDisabled) latest.current.onDrop(files);
    };
    window.addEventListener('dragenter', move);
    window.addEventListener('dragover', move);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', move);
      window.removeEventListener('dragover', move);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);

  if (!isOver) return null;
  return (
    <div className={styles['overlay']} role="status">
      <FileInput aria-hidden />
      <div className={styles['title']}>{title}</div>
      {text !== undefined && <div>{text}</div>}
    </div>
  );
}
