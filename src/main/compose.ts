import type { TopicName, Topics } from '@shared/contract/topics';
import type { FilePicker, HandlerDeps } from './handlers/deps';
import { createFileTokens, type FileTokens } from './handlers/file-tokens';
import type { Executor } from './jobs/executor';
import { createBackupKeeper, type BackupKeeper } from './jobs/backup-keeper';
import { createIndexKeeper, type IndexKeeper } from './jobs/index-keeper';
import { createJobs, type Jobs } from './jobs/jobs';
import { withKey } from './jobs/with-key';
import { createRouter, type Router } from './router';
import { nowInstant, type Clock, type ServiceDeps } from './services/deps';
import { createKeyRing } from './services/key-ring';
import type { Keychain } from './services/keychain';
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
  /** The built module that threads which read PDFs start from. */
  readonly pageReaderPath: string;
  /** Whether nothing may be written to the data folder, not even by the way. */
  readonly isReadOnly?: boolean;
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
    identity: keys.identity,
  };
  const tokens = createFileTokens();
  const jobs = createJobs(withKey(host.executor(services), keys.prepare), (state) => {
    host.publish('job.changed', state);
    backups.noteJob(state);
    searchIndexes.noteJob(state);
  });
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
  const deps: HandlerDeps = {
    services,
    jobs,
    tokens,
    picker: host.picker,
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
    close: () => {
      searchIndexes.finish();
      closeSearchIndexes();
      backups.finish();
      stores.close();
    },
  };
}
