import { statSync } from 'node:fs';
import type { VerifiedBundle } from '../../bundle/verify-bundle';
import type { ServiceDeps } from '../deps';
import { listReplyKeys } from '../reply-keys';
import { openAhead } from './open-ahead';

/** A file up to this size, bytes, may share its transaction with others; what holds papers is larger. */
const SMALL_BYTES = 256 << 10;

/** How many bundles share a transaction: their pages are written once, and no other writer waits for long. */
const TOGETHER = 32;

/** With fewer files that may be opened ahead, a thread for it takes longer to start than it saves. */
const FEWEST_AHEAD = 4 * TOGETHER;

/** Neighbours in a list of files that may share a transaction, together; every other one by itself. */
export function groupFiles(indexes: readonly number[], paths: readonly string[]): readonly number[][] {
  const groups: number[][] = [];
  let open: number[] | null = null;
  for (const index of indexes) {
    const isOneOfMany = isSmall(paths[index] as string);
    if (isOneOfMany && open !== null && open.length < TOGETHER) open.push(index);
    else groups.push((open = [index]));
    if (!isOneOfMany) open = null;
  }
  return groups;
}

function isSmall(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && stat.isFile() && stat.size <= SMALL_BYTES;
}

/** Bundles of groups that another thread opens. */
export interface GroupsAhead {
  /** The bundle at an index; null when it is to be opened here. Indexes are asked for in the order of the groups. */
  take(index: number): VerifiedBundle | null;
  close(): void;
}

/** Has the files of groups opened ahead, where there are enough of them. */
export function openGroupsAhead(
  deps: ServiceDeps,
  groups: readonly (readonly number[])[],
  paths: readonly string[],
): GroupsAhead {
  const indexes = groups.filter(({ length }) => length > 1).flat();
  if (deps.openerPath === undefined || indexes.length < FEWEST_AHEAD) {
    return { take: () => null, close: () => undefined };
  }
  const files = indexes.map((index) => paths[index] as string);
  const ahead = openAhead(deps.openerPath, files, listReplyKeys(deps));
  const places = new Map(indexes.map((index, place) => [index, place]));
  return {
    take: (index) => {
      const place = places.get(index);
      return place === undefined ? null : ahead.take(place);
    },
    close: ahead.close,
  };
}
