import type { AppInfo } from '@shared/contract/app';
import type { ReaderSubject } from '@shared/contract/reader-window';
import type { FilePurpose } from '@shared/contract/file';
import type { TopicName, Topics } from '@shared/contract/topics';
import type { Jobs } from '../jobs/jobs';
import type { ServiceDeps } from '../services/deps';
import type { KeyRing } from '../services/key-ring';
import type { FileTokens } from './file-tokens';

/** Asks a person for files and shows them files. The window has one; the command line has none. */
export interface FilePicker {
  /** Absolute paths; empty when the person cancelled. */
  choose(purpose: FilePurpose, suggestedName: string | null): Promise<readonly string[]>;
  showInFolder(path: string): void;
}

/** The reader's own window, beside the one with the form. The command line has none. */
export interface ReaderWindow {
  /** What it shows; null while it is not open. */
  subject(): ReaderSubject | null;
  show(subject: ReaderSubject): void;
  close(): void;
}

/** What every handler is given. */
export interface HandlerDeps {
  readonly services: ServiceDeps;
  readonly jobs: Jobs;
  readonly tokens: FileTokens;
  readonly picker: FilePicker | null;
  readonly readerWindow: ReaderWindow | null;
  readonly dataFolder: string;
  /** What does not change while the application runs. */
  readonly about: Pick<AppInfo, 'runtime' | 'platform'>;
  readonly keys: KeyRing;
  /** The built module that threads which read PDFs start from. */
  readonly pageReaderPath: string;
  /** Tells every listener that something changed. */
  publish<Name extends TopicName>(topic: Name, payload: Topics[Name]): void;
}
