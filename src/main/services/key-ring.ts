import type { KeyInfo, KeyRestored } from '@shared/contract/key';
import { generateIdentity, type Identity } from '../bundle/keys';
import {
  createIdentityFile,
  keepIdentityAside,
  readIdentityFile,
  replaceIdentityFile,
  type IdentityFile,
} from '../store/identity-file';
import { toReport } from './error-report';
import { keyLocked, keySealed, keyUndecided, noKey, type KeyUser } from './key-words';
import type { Keychain } from './keychain';
import { openPlain, openWithKeychain, openWithPassphrase, sealKey, type KeyChoice } from './sealed-key';

/** The signing key of a data folder: found, made, opened and kept. Once opened it stays open until Referee ends. */
export interface KeyRing {
  /** The key, made on first use, opened. Refused: KEY_LOCKED, KEY_UNDECIDED, FILE_UNREADABLE. */
  prepare(): Promise<Identity>;
  /** The key when it is open, or needs no opening. Refused: KEY_NOT_FOUND, and as `prepare`. */
  identity(): Identity;
  /** The key that there is, opened. Refused: KEY_NOT_FOUND, and as `prepare`. */
  openExisting(): Promise<Identity>;
  /** What a person may know of the key, also of one that cannot be used. Makes none. */
  describe(): Promise<KeyInfo>;
  /** Keeps the key in another way; makes it where there is none. */
  protect(choice: KeyChoice): Promise<KeyInfo>;
  /** Opens a key that a passphrase seals. Refused: KEY_WRONG_PASSPHRASE, KEY_NOT_FOUND. */
  unlock(passphrase: string): Promise<KeyInfo>;
  /**
   * Puts another key in the place of the one that is there, whose file is kept aside. With a passphrase it is kept in the
   * keychain, or sealed by the passphrase where there is none; without one, in a file.
   */
  replace(identity: Identity, passphrase: string | null): Promise<KeyRestored>;
}

/** What a key ring needs of its process. */
export interface KeyRingHost {
  readonly dataFolder: string;
  readonly user: KeyUser;
  /** The system's keychain; null where there is none. */
  keychain(): Promise<Keychain | null>;
  /** The passphrase that was given to this process, as to the command line; null when none was. */
  passphrase(): string | null;
  /** The key was made, opened, replaced, or is kept in another way. */
  onChange(): void;
}

/** The key ring of a data folder. Nothing is read before it is asked. */
export function createKeyRing(host: KeyRingHost): KeyRing {
  const { dataFolder, user } = host;
  let opened: Identity | null = null;

  /** The opened key, unless the file is by now that of another: another process may have restored one. */
  const openedFor = (file: IdentityFile): Identity | null =>
    opened !== null && (file.fingerprint ?? opened.fingerprint) === opened.fingerprint ? opened : null;

  /** How a key is kept that nobody was asked about. */
  const choose = async (): Promise<KeyChoice> => {
    if ((await host.keychain()) !== null) return { keeping: 'keychain' };
    if (user === 'window') throw keyUndecided();
    const passphrase = host.passphrase();
    return passphrase === null ? { keeping: 'file' } : { keeping: 'passphrase', passphrase };
  };

  const make = async (choice: KeyChoice): Promise<Identity> => {
    const identity = generateIdentity();
    const isMade = createIdentityFile(dataFolder, await sealKey(identity, choice, await host.keychain()));
    // Another process was first: its key is this folder's.
    if (!isMade) return ring.openExisting();
    opened = identity;
    host.onChange();
    return identity;
  };

  const open = async (file: IdentityFile): Promise<Identity> => {
    if (file.kept === 'file') return openPlain(file);
    if (file.kept === 'keychain') return openWithKeychain(file, await host.keychain(), user);
    const passphrase = host.passphrase();
    if (passphrase === null) throw keyLocked(user);
    return openWithPassphrase(file, passphrase);
  };

  const ring: KeyRing = {
    async prepare() {
      return readIdentityFile(dataFolder) === null ? await make(await choose()) : await ring.openExisting();
    },
    identity() {
      const file = readIdentityFile(dataFolder);
      if (file === null) throw noKey();
      const known = openedFor(file);
      if (known !== null) return known;
      if (file.kept === 'file') return (opened = openPlain(file));
      throw file.kept === 'keychain' ? keySealed(user) : keyLocked(user);
    },
    async openExisting() {
      const file = readIdentityFile(dataFolder);
      if (file === null) throw noKey();
      return (opened = openedFor(file) ?? (await open(file)));
    },
    async describe() {
      const hasKeychain = (await host.keychain()) !== null;
      let file: IdentityFile | null = null;
      const tell = (state: KeyInfo['state'], problem: string | null = null): KeyInfo => ({
        state,
        fingerprint: (state === 'ready' ? opened?.fingerprint : file?.fingerprint) ?? null,
        keeping: file?.kept ?? null,
        hasKeychain,
        problem,
      });
      try {
        file = readIdentityFile(dataFolder);
        if (file === null) return tell('none');
        await ring.openExisting();
        return tell('ready');
      } catch (error) {
        const { code, message } = toReport(error);
        return code === 'KEY_LOCKED' ? tell('locked') : tell('unusable', message);
      }
    },
    async protect(choice) {
      if (readIdentityFile(dataFolder) === null) {
        await make(choice);
      } else {
        const identity = await ring.openExisting();
        replaceIdentityFile(dataFolder, await sealKey(identity, choice, await host.keychain()));
        host.onChange();
      }
      return ring.describe();
    },
    async unlock(passphrase) {
      const file = readIdentityFile(dataFolder);
      if (file === null) throw noKey();
      if (file.kept === 'passphrase') {
        opened = await openWithPassphrase(file, passphrase);
        host.onChange();
      }
      return ring.describe();
    },
    async replace(identity, passphrase) {
      const before = await ring.describe();
      const keychain = await host.keychain();
      const choice: KeyChoice =
        passphrase === null
          ? { keeping: 'file' }
          : keychain === null
            ? { keeping: 'passphrase', passphrase }
            : { keeping: 'keychain' };
      const kept = await sealKey(identity, choice, keychain);
      const keptAside = keepIdentityAside(dataFolder, before.fingerprint);
      replaceIdentityFile(dataFolder, kept);
      opened = identity;
      host.onChange();
      return { key: await ring.describe(), keptAside };
    },
  };
  return ring;
}
