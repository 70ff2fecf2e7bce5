import { AppError } from '@shared/contract/errors';
import type { TopicName, Topics } from '@shared/contract/topics';
import { generateIdentity, identityFromPem, type Identity } from './bundle/keys';
import type { FilePicker, HandlerDeps } from './handlers/deps';
import { createFileTokens, type FileTokens } from './handlers/file-tokens';
import type { Executor } from './jobs/executor';
import { createJobs, type Jobs } from './jobs/jobs';
import { createRouter, type Router } from './router';
import { toReport } from './services/error-report';
import { nowInstant, type Clock, type ServiceDeps } from './services/deps';
import { identityKeeping, readPrivateKey, savePrivateKey, type Keychain } from './store/identity-file';
import { openStores } from './store/stores';

/** What differs between the window's process and the command line. */
export interface Host {
  readonly dataFolder: string;
  readonly resourcesFolder: string;
  readonly version: string;
  readonly runtime: string;
  readonly clock: Clock;
  readonly keychain: Keychain | null;
  readonly picker: FilePicker | null;
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
  close(): void;
}

/** Puts the application together, from the stores up to the router. */
export function compose(host: Host): Application {
  const stores = openStores(host.dataFolder, () => nowInstant(host.clock));
  let identity: Identity | null = null;
  const services: ServiceDeps = {
    stores,
    clock: host.clock,
    application: { name: 'Referee', version: host.version },
    resourcesFolder: host.resourcesFolder,
    identity: () => (identity ??= loadIdentity(host)),
  };
  const tokens = createFileTokens();
  const jobs = createJobs(host.executor(services), (state) => {
    host.publish('job.changed', state);
  });
  const deps: HandlerDeps = {
    services,
    jobs,
    tokens,
    picker: host.picker,
    dataFolder: host.dataFolder,
    about: { runtime: host.runtime, platform: process.platform },
    identityInfo: () => describeIdentity(host, services.identity),
    publish: (topic, payload) => {
      host.publish(topic, payload);
    },
  };
  return { router: createRouter(deps, host.onFailure), services, jobs, tokens, close: stores.close };
}

/** What is known of the signing key. One that cannot be used stands in the way of signing, not of reading and writing. */
function describeIdentity(host: Host, identity: () => Identity): ReturnType<HandlerDeps['identityInfo']> {
  let keyKeeping: 'keychain' | 'file' = host.keychain === null ? 'file' : 'keychain';
  try {
    const kept = identityKeeping(host.dataFolder);
    keyKeeping = kept ?? keyKeeping;
    return { fingerprint: kept === null ? null : identity().fingerprint, keyKeeping, keyProblem: null };
  } catch (error) {
    return { fingerprint: null, keyKeeping, keyProblem: toReport(error).message };
  }
}

/** The signing identity of a data folder, made on first use. */
function loadIdentity(host: Host): Identity {
  const known = readPrivateKey(
    host.dataFolder,
    host.keychain,
    host.picker === null ? 'command line' : 'window',
  );
  if (known !== null) return toIdentity(known);
  const made = generateIdentity();
  savePrivateKey(host.dataFolder, made.privatePem, host.keychain);
  return made;
}

function toIdentity(privatePem: string): Identity {
  try {
    return identityFromPem(privatePem);
  } catch (error) {
    throw new AppError(
      'FILE_UNREADABLE',
      'identity.json in the data folder holds no usable key. Restore it from a backup, or move it away to get a new signing key.',
      (error as Error).message,
    );
  }
}
