import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generateIdentity, identityFromPem, type Identity } from '@main/bundle/keys';
import { nowInstant, startClock, type ServiceDeps } from '@main/services/deps';
import { openStores } from '@main/store/stores';

/**
 * Opens one person's computer for the product's services and closes it after: a data folder and a signing key, both kept
 * in `folder` from one task to the next.
 */
export function withMachine<T>(folder: string, use: (deps: ServiceDeps) => T): T {
  const clock = startClock('2026-05-10T08:00:00Z', 'Asia/Seoul');
  const stores = openStores(join(folder, 'data'), () => nowInstant(clock));
  const identity = keepIdentity(folder);
  try {
    return use({
      stores,
      clock,
      identity: () => identity,
      application: { name: 'Referee', version: '0.0.0' },
      resourcesFolder: resolve('resources'),
      openerPath: join(import.meta.dirname, 'opener.mjs'),
    });
  } finally {
    stores.close();
  }
}

/** The signing key of a computer, made on first use. */
export function keepIdentity(folder: string): Identity {
  const path = join(folder, 'key.pem');
  if (existsSync(path)) return identityFromPem(readFileSync(path, 'utf8'));
  const identity = generateIdentity();
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, identity.privatePem);
  return identity;
}
