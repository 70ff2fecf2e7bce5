import type { TopicName, Topics } from '@shared/contract/topics';
import type { FilePicker, HandlerDeps, ReaderWindow } from './handlers/deps';
import { createFileTokens, type FileTokens } from './handlers/file-tokens';
import { inThisThread, type Executor } from './jobs/executor';
import { keepPrinting } from './jobs/keep-printing';
import { createBackupKeeper, type BackupKeeper } from './jobs/backup-keeper';
import { createIndexKeeper, type IndexKeeper } from './jobs/index-keeper';
import { createReminderKeeper, type ReminderKeeper } from './jobs/reminder-keeper';
import { createJobs, type Jobs } from './jobs/jobs';
import { withKey } from './jobs/with-key';
import { createRouter, type Router } from './router';
import { nowInstant, type Clock, type ServiceDeps } from './services/deps';
import type { PagePrinter } from './services/page-printer';
import { createKeyRing } from './services/key-ring';
import type { Keychain } from './services/keychain';
import type { Reminder } from './services/reminders';
import { readPreferences } from './store/preferences';
import { closeSearchIndexes } from './store/search-database';
import { openStoresForReading } from './store/reading-stores';
import { openStores } from './store/stores';

/** What differs between the window's process and the command line. */
export interface Host {
  readonly dataFolder: string;
  readonly resourcesFolder: string;
  readonly version: string;
  readonly runtime: string;
  readonly clock: Clock;
  /** The system's keychain; null where there is none. Asked when the signing key is needed, and never before. */
  keychain(): Promise<Keychain | null>;
  /** The passphrase that this process was given for the signing key; null when none was. */
  passphrase(): string | null;
  readonly picker: FilePicker | null;
  /** Typesets PDFs; absent where nothing can. */
  readonly printer?: PagePrinter;
  /** Where papers can be read in a second window; left out where there are no windows. */
  readonly readerWindow?: ReaderWindow;
  /** The built module that threads which read PDFs start from. */
  readonly pageReaderPath: string;
  /** The built module of the thread that opens bundles ahead; left out where they are opened one by one. */
  readonly openerPath?: string;
  /** Whether nothing may be written to the data folder, not even by the way. */
  readonly isReadOnly?: boolean;
  /** Shows a reminder on the desktop; left out where there is none. */
  readonly remind?: (reminder: Reminder) => void;
  executor(deps: ServiceDeps): Executor;
  publish<Name extends TopicName>(topic: Name, payload: Topics[Name]): void;
  onFailure(route: string, detail: string): void;
}

/** The application without a host: what both the window and the command line talk to. */
export interface Application {
  readonly router: Router;
  readonly services: ServiceDeps;
  readonly jobs: Jobs;
  readonly tokens: FileTokens;
  readonly backups: BackupKeeper;
  readonly searchIndexes: IndexKeeper;
  readonly reminders: ReminderKeeper;
  close(): void;
}

/** Puts the application together, from the stores up to the router. */
export function compose(host: Host): Application {
  const open = host.isReadOnly === true ? openStoresForReading : openStores;
  const stores = open(host.dataFolder, () => nowInstant(host.clock));
  const keys = createKeyRing({
    dataFolder: host.dataFolder,
    user: host.picker === null ? 'command line' : 'window',
    keychain: host.keychain,
    passphrase: host.passphrase,
    onChange: () => {
      host.publish('key.changed', {});
    },
  });
  const services: ServiceDeps = {
    stores,
    clock: host.clock,
    application: { name: 'Referee', version: host.version },
    resourcesFolder: host.resourcesFolder,
    openerPath: host.openerPath,
    identity: keys.identity,
    ...(host.printer === undefined ? {} : { printer: host.printer }),
  };
  const tokens = createFileTokens();
  const jobs = createJobs(
    withKey(keepPrinting(host.executor(services), inThisThread(services)), keys.prepare),
    (state) => {
      host.publish('job.changed', state);
      backups.noteJob(state);
      searchIndexes.noteJob(state);
    },
  );
  const backups = createBackupKeeper(services, jobs, (detail) => {
    host.onFailure('backup', detail);
  });
  const searchIndexes = createIndexKeeper(
    services,
    jobs,
    host.pageReaderPath,
    (venue) => {
      host.publish('search.changed', { venue });
    },
    (detail) => {
      host.onFailure('search', detail);
    },
  );
  const reminders = createReminderKeeper(
    services,
    () => readPreferences(host.dataFolder).reminders ?? null,
    (reminder) => host.remind?.(reminder),
    (detail) => {
      host.onFailure('reminders', detail);
    },
  );
  const deps: HandlerDeps = {
    services,
    jobs,
    tokens,
    picker: host.picker,
    readerWindow: host.readerWindow ?? null,
    dataFolder: host.dataFolder,
    about: { runtime: host.runtime, platform: process.platform },
    keys,
    pageReaderPath: host.pageReaderPath,
    publish: (topic, payload) => {
      host.publish(topic, payload);
    },
  };
  const route = createRouter(deps, host.onFailure);
  return {
    router: async (name, input) => {
      const result = await route(name, input);
      stores.suspectFailing();
      return result;
    },
    services,
    jobs,
    tokens,
    backups,
    searchIndexes,
    reminders,
    close: () => {
      reminders.finish();
      host.printer?.close();
      searchIndexes.finish();
      closeSearchIndexes();
      backups.finish();
      stores.close();
    },
  };
}
