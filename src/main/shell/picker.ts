import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import {
  dialog,
  shell,
  type BrowserWindow,
  type FileFilter,
  type OpenDialogOptions,
  type SaveDialogOptions,
} from 'electron';
import type { FilePurpose } from '@shared/contract/file';
import type { FilePicker } from '../handlers/deps';
import { currentWindow } from './window';

const BUNDLES: FileFilter = { name: 'Referee bundles', extensions: ['referee'] };
const TABLES: FileFilter = { name: 'CSV tables', extensions: ['csv'] };
const VENUES: FileFilter = { name: 'Venue files', extensions: ['json'] };
const KEYS: FileFilter = { name: 'Key backups', extensions: ['age'] };
const ALL: FileFilter = { name: 'All files', extensions: ['*'] };

const OPEN: Readonly<Partial<Record<FilePurpose, OpenDialogOptions>>> = {
  'open-bundles': {
    title: 'Open bundles',
    properties: ['openFile', 'multiSelections'],
    filters: [BUNDLES, ALL],
  },
  'venue-file': { title: 'Choose the venue file', properties: ['openFile'], filters: [VENUES, ALL] },
  'papers-table': { title: 'Choose the table of papers', properties: ['openFile'], filters: [TABLES, ALL] },
  'assignments-table': {
    title: 'Choose the table of assignments',
    properties: ['openFile'],
    filters: [TABLES, ALL],
  },
  'key-backup': { title: 'Choose the key backup', properties: ['openFile'], filters: [KEYS, ALL] },
  'pdf-folder': { title: 'Choose the folder of PDFs', properties: ['openDirectory'] },
  'bundle-folder': {
    title: 'Choose a folder for the bundles',
    buttonLabel: 'Write bundles here',
    properties: ['openDirectory', 'createDirectory'],
  },
};

const SAVE: Readonly<Partial<Record<FilePurpose, SaveDialogOptions>>> = {
  'save-review-bundle': {
    title: 'Save the review bundle',
    filters: [BUNDLES],
    properties: ['showOverwriteConfirmation'],
  },
  'save-table': { title: 'Save the table', filters: [TABLES], properties: ['showOverwriteConfirmation'] },
  'save-key-backup': {
    title: 'Save the key backup',
    filters: [KEYS],
    properties: ['showOverwriteConfirmation'],
  },
};

/**
 * A chosen name with the extension that it lacks: not every system's dialog adds it, and a file without one is not
 * recognized by whoever gets it. The dialog has asked about the shorter name only, so a file there is asked about here.
 */
async function withExtension(
  parent: BrowserWindow,
  path: string,
  extension: string,
): Promise<readonly string[]> {
  if (extension === '' || extname(path) !== '') return [path];
  const full = `${path}.${extension}`;
  if (!existsSync(full)) return [full];
  const { response } = await dialog.showMessageBox(parent, {
    type: 'warning',
    message: `${basename(full)} exists already. Replace it?`,
    detail: 'Replacing it loses what it holds now.',
    buttons: ['Cancel', 'Replace'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1 ? [full] : [];
}

/** The system's own dialogs. */
export function createPicker(): FilePicker {
  return {
    async choose(purpose, suggestedName) {
      const parent = currentWindow();
      if (parent === null) return [];
      const open = OPEN[purpose];
      if (open !== undefined) return (await dialog.showOpenDialog(parent, open)).filePaths;
      const options = { ...SAVE[purpose], ...(suggestedName === null ? {} : { defaultPath: suggestedName }) };
      const { canceled, filePath } = await dialog.showSaveDialog(parent, options);
      if (canceled || filePath === '') return [];
      return withExtension(parent, filePath, options.filters?.[0]?.extensions[0] ?? '');
    },
    showInFolder(path) {
      shell.showItemInFolder(path);
    },
  };
}
