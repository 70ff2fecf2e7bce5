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

/** How long after the last `dragover` a drag counts as gone, milliseconds. It comes at least every 350. */
const QUIET_MS = 800;

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
    // A drag that is cancelled or leaves the window does not always say so; while one hovers, `dragover` keeps coming.
    let quiet: ReturnType<typeof setTimeout> | undefined;
    const end = (): void => {
      clearTimeout(quiet);
      setOver(false);
    };
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const move = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = latest.current.isDisabled ? 'none' : 'copy';
      setOver(!latest.current.isDisabled);
      clearTimeout(quiet);
      quiet = setTimeout(end, QUIET_MS);
    };
    const leave = (event: DragEvent): void => {
      // Only leaving the window has no element that is entered instead.
      if (hasFiles(event) && event.relatedTarget === null) end();
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      end();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0 && !latest.current.isDisabled) latest.current.onDrop(files);
    };
    window.addEventListener('dragenter', move);
    window.addEventListener('dragover', move);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      clearTimeout(quiet);
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
