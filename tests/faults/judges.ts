import type { Picture, Tables } from './picture';

/** What a scenario looks like when nothing disturbs it. */
export interface Outcome {
  readonly before: Picture;
  readonly after: Picture;
  /** Where it may also stop, each whole. */
  readonly between: readonly Picture[];
  /** The bundles that it writes: the bundle's id by its path. */
  readonly bundles: Readonly<Record<string, string>>;
}

/** Says what is wrong with what an interrupted command left; nothing when it is as it should be. */
export type Judge = (now: Picture, outcome: Outcome) => string[];

/**
 * After an import each store is as before, or as after one more bundle; never between. Papers may be there whose
 * assignment is not: they harm nobody, and the next import finds them.
 */
export const judgeImport: Judge = (now, { before, after, between }) => {
  const allowed = [before, ...between, after].map(({ stores }) => JSON.stringify(stores));
  const wrong = Object.entries(now.files).filter(
    ([path, digest]) => digest !== before.files[path] && digest !== after.files[path],
  );
  return [
    ...now.problems,
    ...(allowed.includes(JSON.stringify(now.stores))
      ? []
      : [`the store is between: ${describeStores(now, before, after)}`]),
    ...wrong.map(([path]) => `${path} is neither the old nor the new file`),
    ...missing(now, before),
  ];
};

/**
 * After an export each bundle has its old or its new bytes. The record of a bundle comes before the file and is whole;
 * it says that the file is written only when it is. Nothing else in the store changes by halves.
 */
export const judgeExport: Judge = (now, { before, after, bundles }) => {
  const found = [...now.problems, ...missing(now, before)];
  for (const [path, digest] of Object.entries(now.files)) {
    if (digest !== before.files[path] && digest !== after.files[path])
      found.push(`${path} is neither the old nor the new file`);
  }
  for (const [store, tables] of Object.entries(now.stores)) {
    found.push(...judgeRecords(store, tables, before.stores[store] ?? {}, after.stores[store] ?? {}));
  }
  const records = Object.values(now.stores).flatMap((tables) => rowsOf(tables, 'bundles_out'));
  for (const [path, id] of Object.entries(bundles)) {
    const record = records.find((row) => row['id'] === id);
    const isNew = now.files[path] === after.files[path] && now.files[path] !== before.files[path];
    if (isNew && record === undefined) found.push(`${path} left without a record`);
    if (!isNew && record !== undefined && record['written_at'] !== null)
      found.push(`${path} is said to be written`);
  }
  return found;
};

const RECORDS = ['bundles_out', 'bundle_out_revisions'];

function judgeRecords(store: string, now: Tables, before: Tables, after: Tables): string[] {
  const found: string[] = [];
  const others = (tables: Tables): string =>
    JSON.stringify(Object.entries(tables).filter(([name]) => !RECORDS.includes(name)));
  if (others(now) !== others(before) && others(now) !== others(after)) found.push(`${store} is between`);
  const recorded = (tables: Tables): string[] =>
    rowsOf(tables, 'bundles_out').map((row) => JSON.stringify({ ...row, written_at: null }));
  const fresh = recorded(now).filter((row) => !recorded(before).includes(row));
  if (fresh.some((row) => !recorded(after).includes(row)))
    found.push(`${store} records a bundle that never was`);
  if (recorded(before).some((row) => !recorded(now).includes(row))) found.push(`${store} forgot a bundle`);
  for (const row of fresh) {
    const { id } = JSON.parse(row) as { readonly id: string };
    const carried = (tables: Tables): string[] =>
      rowsOf(tables, 'bundle_out_revisions')
        .filter((one) => one['bundle'] === id)
        .map((one) => JSON.stringify(one));
    if (carried(now).join() !== carried(after).join()) found.push(`${store} records half of ${id}`);
  }
  return found;
}

function rowsOf(tables: Tables, name: string): Record<string, unknown>[] {
  return (tables[name] ?? []).map((row) => JSON.parse(row) as Record<string, unknown>);
}

function missing(now: Picture, before: Picture): string[] {
  const files = Object.keys(before.files).filter((path) => !(path in now.files));
  const stores = Object.keys(before.stores).filter((path) => !(path in now.stores));
  return [...files, ...stores].map((path) => `${path} is gone`);
}

function describeStores(now: Picture, before: Picture, after: Picture): string {
  const stores = new Set([...Object.keys(now.stores), ...Object.keys(after.stores)]);
  return [...stores]
    .map(
      (store) => `${store}: ${describeTables(now.stores[store], before.stores[store], after.stores[store])}`,
    )
    .join('; ');
}

function describeTables(
  now: Tables | undefined,
  before: Tables | undefined,
  after: Tables | undefined,
): string {
  if (now === undefined) return 'not there';
  return Object.keys(now)
    .filter((name) => now[name]?.join() !== before?.[name]?.join())
    .map((name) => `${name} ${now[name]?.join() === after?.[name]?.join() ? 'after' : 'neither'}`)
    .join(', ');
}
