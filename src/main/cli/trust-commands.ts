import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { PersonKeys, TrustedKey } from '@shared/contract/trust';
import { formatSpoken } from '@shared/rules/spoken-fingerprint';
import { inStore, type StoreOptions } from './arguments';
import { refusal, withSession, type CliHost } from './context';
import type { Print } from './print';

const REASONS: Readonly<Record<TrustedKey['reason'], string>> = {
  first: 'came with the first bundle',
  enrolment: 'vouched for by their invitation',
  acceptance: 'accepted here',
};

/** `trust list|revoke`. */
export function addTrustCommands(program: Command, host: CliHost, print: Print): void {
  const trust = program.command('trust').description('the signing keys of a venue’s people');

  inStore(trust, 'list', 'everybody with the keys on record, and why they are believed').action(
    async (options: StoreOptions) => {
      const people = await withSession(host, resolve(options.store), async (session) =>
        session.request('trust.list', { venue: await session.venue(options.venue) }),
      );
      print(people, people.map(describePerson).join('\n'));
    },
  );

  inStore(trust, 'revoke', 'take a key back: what it signs from now on is refused; what came in before stays')
    .argument('<fingerprint>', 'the key’s fingerprint, or as much of its beginning as names one key')
    .action(async (beginning: string, options: StoreOptions) => {
      const revoked = await withSession(host, resolve(options.store), async (session) => {
        const venue = await session.venue(options.venue);
        const people = await session.request('trust.list', { venue });
        const found = people.flatMap(({ person, name, keys }) =>
          keys
            .filter(({ fingerprint }) => fingerprint.startsWith(beginning.toLowerCase()))
            .map(({ fingerprint }) => ({ person, name, fingerprint })),
        );
        const [key, another] = found;
        if (key === undefined || another !== undefined)
          throw refusal(`${found.length} keys begin with ${beginning}. See: referee trust list.`);
        await session.request('trust.revoke', { venue, person: key.person, fingerprint: key.fingerprint });
        return key;
      });
      print(
        revoked,
        `The key ${formatSpoken(revoked.fingerprint)} of ${revoked.name} is revoked. What it signs from now on is refused.`,
      );
    });
}

function describePerson({ name, roles, keys }: PersonKeys): string {
  const lines = keys.map(
    ({ fingerprint, reason, since, isRevoked }) =>
      `  ${formatSpoken(fingerprint)}  ${isRevoked ? 'revoked' : REASONS[reason]}, since ${since.slice(0, 10)}\n  ${fingerprint}`,
  );
  return [`${name} (${roles.join(', ')})`, ...(lines.length === 0 ? ['  no key yet'] : lines)].join('\n');
}
