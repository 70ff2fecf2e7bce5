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
import { currentWindow } from './own-windows';

const BUNDLES: FileFilter = { name: 'Referee bundles', extensions: ['referee'] };
/** Encrypted ones are called `.referee.age`; of a name with two dots not every system takes more than the last part. */
const ANY_BUNDLES: FileFilter = { name: 'Referee bundles', extensions: ['referee', 'age'] };
const ENCRYPTED_BUNDLES: FileFilter = { name: 'Encrypted Referee bundles', extensions: ['age'] };
const TABLES: FileFilter = { name: 'CSV tables', extensions: ['csv'] };
const PDFS: FileFilter = { name: 'PDF documents', extensions: ['pdf'] };
const VENUES: FileFilter = { name: 'Venue files', extensions: ['json'] };
const KEYS: FileFilter = { name: 'Key backups', extensions: ['age'] };
const RECEIPTS: FileFilter = { name: 'Receipts', extensions: ['json'] };
const TEXTS: FileFilter = { name: 'Text files', extensions: ['txt'] };
const ALL: FileFilter = { name: 'All files', extensions: ['*'] };

const OPEN: Readonly<Partial<Record<FilePurpose, OpenDialogOptions>>> = {
  'open-bundles': {
    title: 'Open bundles',
    properties: ['openFile', 'multiSelections'],
    filters: [ANY_BUNDLES, ALL],
  },
  'venue-file': { title: 'Choose the venue file', properties: ['openFile'], filters: [VENUES, ALL] },
  'papers-table': { title: 'Choose the table of papers', properties: ['openFile'], filters: [TABLES, ALL] },
  'assignments-table': {
    title: 'Choose the table of assignments',
    properties: ['openFile'],
    filters: [TABLES, ALL],
  },
  'reviewers-table': {
    title: 'Choose the table of reviewers',
    properties: ['openFile'],
    filters: [TABLES, ALL],
  },
  'bids-table': { title: 'Choose the table of bids', properties: ['openFile'], filters: [TABLES, ALL] },
  'key-backup': { title: 'Choose the key backup', properties: ['openFile'], filters: [KEYS, ALL] },
  receipt: { title: 'Choose the receipt', properties: ['openFile'], filters: [RECEIPTS, ALL] },
  'copies-folder': {
    title: 'Choose a folder for the copies',
    buttonLabel: 'Write copies here',
    properties: ['openDirectory', 'createDirectory'],
  },
  'offline-form': { title: 'Choose the review form', properties: ['openFile'], filters: [TEXTS, ALL] },
  'form-pdfs': {
    title: 'Choose the PDFs of the papers',
    properties: ['openFile', 'multiSelections'],
    filters: [PDFS],
  },
  'pdf-folder': { title: 'Choose the folder of PDFs', properties: ['openDirectory'] },
  'letter-folder': {
    title: 'Choose a folder for the letters',
    buttonLabel: 'Write letters here',
    properties: ['openDirectory', 'createDirectory'],
  },
  'bundle-folder': {
    title: 'Choose a folder for the bundles',
    buttonLabel: 'Write bundles here',
    properties: ['openDirectory', 'createDirectory'],
  },
};

const SAVE: Readonly<Partial<Record<FilePurpose, SaveDialogOptions>>> = {
  'save-chart-svg': {
    title: 'Save the chart as SVG',
    filters: [{ name: 'SVG drawings', extensions: ['svg'] }],
    properties: ['showOverwriteConfirmation'],
  },
  'save-chart-png': {
    title: 'Save the chart as PNG',
    filters: [{ name: 'PNG pictures', extensions: ['png'] }],
    properties: ['showOverwriteConfirmation'],
  },
  'save-review-bundle': {
    title: 'Save the review bundle',
    filters: [BUNDLES],
    properties: ['showOverwriteConfirmation'],
  },
  'save-consolidation-bundle': {
    title: 'Save the consolidation bundle',
    filters: [BUNDLES],
    properties: ['showOverwriteConfirmation'],
  },
  'save-decision-bundle': {
    title: 'Save the decision bundle',
    filters: [BUNDLES],
    properties: ['showOverwriteConfirmation'],
  },
  'save-table': { title: 'Save the table', filters: [TABLES], properties: ['showOverwriteConfirmation'] },
  'save-text-copy': {
    title: 'Save the review as text',
    filters: [TEXTS],
    properties: ['showOverwriteConfirmation'],
  },
  'save-pdf-copy': {
    title: 'Save the review as PDF',
    filters: [PDFS],
    properties: ['showOverwriteConfirmation'],
  },
  'save-receipt': {
    title: 'Save the receipt',
    filters: [RECEIPTS],
    properties: ['showOverwriteConfirmation'],
  },
  'save-offline-form': {
    title: 'Save the filled form',
    filters: [TEXTS],
    properties: ['showOverwriteConfirmation'],
  },
  'save-annotated-pdf': {
    title: 'Save the paper with your notes',
    filters: [PDFS],
    properties: ['showOverwriteConfirmation'],
  },
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

/** What the dialog offers, and the extension that a name is given which has none. */
function savingOf(
  purpose: FilePurpose,
  suggestedName: string | null,
): { readonly options: SaveDialogOptions; readonly extension: string } {
  const isEncrypted = suggestedName?.endsWith('.referee.age') === true;
  const options = { ...SAVE[purpose], ...(isEncrypted ? { filters: [ENCRYPTED_BUNDLES] } : {}) };
  const extension = isEncrypted ? 'referee.age' : (options.filters?.[0]?.extensions[0] ?? '');
  return {
    options: { ...options, ...(suggestedName === null ? {} : { defaultPath: suggestedName }) },
    extension,
  };
}

/** The system's own dialogs. */
export function createPicker(): FilePicker {
  return {
    async choose(purpose, suggestedName) {
      const parent = currentWindow();
      if (parent === null) return [];
      const open = OPEN[purpose];
      if (open !== undefined) return (await dialog.showOpenDialog(parent, open)).filePaths;
      const { options, extension } = savingOf(purpose, suggestedName);
      const { canceled, filePath } = await dialog.showSaveDialog(parent, options);
      if (canceled || filePath === '') return [];
      return withExtension(parent, filePath, extension);
    },
    showInFolder(path) {
      shell.showItemInFolder(path);
    },
  };
}
