/**
 * What a file's name says of it in a folder that a sync tool keeps: a `bundle`; `unfinished` (a part of a bundle that is
 * on its way); a `conflict` copy that the tool made because two computers changed one bundle; or `other`, nothing of ours.
 */
export type SyncedName =
  | { readonly kind: 'bundle' }
  | { readonly kind: 'other' }
  | { readonly kind: 'unfinished' | 'conflict'; readonly tool: string };

/** The name of a bundle, plain or encrypted. */
const BUNDLE = /\.referee(?:\.age)?$/i;
/** A bundle's name somewhere in another. */
const HAS_BUNDLE = /\.referee(?:\.age)?(?![a-z0-9])/i;

/** Names of files on their way. Sources: the tools' own manuals and ignore lists, docs/user-guide.md. */
const UNFINISHED: readonly (readonly [RegExp, string])[] = [
  [/^\.syncthing\..*\.(?:tmp|part)$|^~syncthing~.*\.tmp$/i, 'Syncthing'],
  [/^\..*\.~[0-9a-f]+$/i, 'Nextcloud or ownCloud'],
  [/\.(?:part|filepart|ocTransferId[0-9]+\.part)$/i, 'a transfer'],
  [/\.(?:crdownload|download|partial|opdownload|!ut|aria2)$/i, 'a download'],
  [/\.(?:tmp|temp)$/i, 'a transfer'],
  [/^\.referee-unfinished-/, 'Referee'],
  [/^~\$|^\.~lock\.|~$/, 'a program that has it open'],
  // rsync: a leading dot and six random characters.
  [/^\..+\.[A-Za-z0-9]{6}$/, 'rsync'],
];

/** Names of copies made because of a conflict. */
const CONFLICTS: readonly (readonly [RegExp, string])[] = [
  [/\.sync-conflict-\d{8}-\d{6}/i, 'Syncthing'],
  [/[ _](?:\(.*)?conflict(?:ed copy)?[ _-].*\d{4}-?\d{2}-?\d{2}/i, 'Nextcloud, ownCloud or Dropbox'],
  [/\((?:.*'s )?conflicted copy.*\)/i, 'Dropbox or Nextcloud'],
  [/\(conflict\b.*\)|_conflict-/i, 'Nextcloud or ownCloud'],
  [/\(case conflict.*\)|\(unicode encoding conflict.*\)/i, 'Dropbox'],
  [/\[conflict[^\]]*\]|\(\d+\)_conflict/i, 'Google Drive'],
  // OneDrive adds the computer's name before the ending, which cannot be told from a name that somebody chose.
];

/** What the name of a file in a shared folder says of it. `name` is without folders. */
export function judgeSyncedName(name: string): SyncedName {
  if (!HAS_BUNDLE.test(name) && !name.startsWith('.referee-unfinished-')) return { kind: 'other' };
  const unfinished = UNFINISHED.find(([pattern]) => pattern.test(name));
  if (unfinished !== undefined) return { kind: 'unfinished', tool: unfinished[1] };
  // Lists and databases of the tools themselves, and whatever else hides.
  if (name.startsWith('.')) return { kind: 'other' };
  const conflict = CONFLICTS.find(([pattern]) => pattern.test(name));
  if (conflict !== undefined) return { kind: 'conflict', tool: conflict[1] };
  return { kind: BUNDLE.test(name) ? 'bundle' : 'other' };
}

/** Whether a folder inside a shared folder belongs to the sync tool or hides: `.stfolder`, `.stversions`, `.git`. */
export function isToolsFolder(name: string): boolean {
  return name.startsWith('.') || /^~|^\$RECYCLE\.BIN$|^System Volume Information$|^@eaDir$/i.test(name);
}
