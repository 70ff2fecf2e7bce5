import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dialog } from 'electron';
import { beforeEach, expect, it, vi } from 'vitest';
import { createPicker } from '@main/shell/picker';
import { tempFolder } from '../../../support/temp';

vi.mock('electron', () => ({
  dialog: { showOpenDialog: vi.fn(), showSaveDialog: vi.fn(), showMessageBox: vi.fn() },
  shell: {},
}));
vi.mock('@main/shell/own-windows', () => ({ currentWindow: () => ({}) }));

const save = vi.mocked(dialog.showSaveDialog);
const ask = vi.mocked(dialog.showMessageBox);
const choose = (name: string): void => void save.mockResolvedValue({ canceled: false, filePath: name });
const picker = createPicker();

beforeEach(() => {
  vi.resetAllMocks();
});

it('gives a name to save under the extension that it lacks', async () => {
  const folder = tempFolder();
  choose(join(folder, 'ada'));
  expect(await picker.choose('save-review-bundle', null)).toEqual([join(folder, 'ada.referee')]);
  expect(await picker.choose('save-table', null)).toEqual([join(folder, 'ada.csv')]);
  choose(join(folder, 'ada.zip'));
  expect(await picker.choose('save-review-bundle', 'ada.referee')).toEqual([join(folder, 'ada.zip')]);
  expect(ask).not.toHaveBeenCalled();
});

it('saves an encrypted bundle under a name that says so, and offers to open both kinds', async () => {
  const folder = tempFolder();
  choose(join(folder, 'ada'));
  expect(await picker.choose('save-review-bundle', 'v-reviews-ada.referee.age')).toEqual([
    join(folder, 'ada.referee.age'),
  ]);
  expect(save.mock.lastCall).toMatchObject([
    {},
    { defaultPath: 'v-reviews-ada.referee.age', filters: [{ extensions: ['age'] }] },
  ]);
  vi.mocked(dialog.showOpenDialog).mockResolvedValue({ canceled: true, filePaths: [] });
  await picker.choose('open-bundles', null);
  const [, options] = vi.mocked(dialog.showOpenDialog).mock.lastCall as unknown as [
    unknown,
    { filters: unknown },
  ];
  expect(options.filters).toMatchObject([{ extensions: ['referee', 'age'] }, { extensions: ['*'] }]);
});

it('says which bundle is saved, encrypted or not', async () => {
  choose(join(tempFolder(), 'noor'));
  await picker.choose('save-consolidation-bundle', 'v-consolidation-noor.referee');
  expect(save.mock.lastCall).toMatchObject([
    {},
    { title: 'Save the consolidation bundle', filters: [{ extensions: ['referee'] }] },
  ]);
  await picker.choose('save-decision-bundle', 'v-decisions-olga.referee.age');
  expect(save.mock.lastCall).toMatchObject([
    {},
    { title: 'Save the decision bundle', filters: [{ extensions: ['age'] }] },
  ]);
});

it('replaces no file that nobody was asked about', async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'ada.referee'), 'old');
  choose(join(folder, 'ada'));
  ask.mockResolvedValue({ response: 0, checkboxChecked: false });
  expect(await picker.choose('save-review-bundle', null)).toEqual([]);
  expect(ask.mock.lastCall).toMatchObject([{}, { message: 'ada.referee exists already. Replace it?' }]);
  ask.mockResolvedValue({ response: 1, checkboxChecked: false });
  expect(await picker.choose('save-review-bundle', null)).toEqual([join(folder, 'ada.referee')]);
});

it('answers nothing when a person chose nothing', async () => {
  save.mockResolvedValue({ canceled: true, filePath: '' });
  expect(await picker.choose('save-table', 'table.csv')).toEqual([]);
});
