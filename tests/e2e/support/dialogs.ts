import type { ElectronApplication } from '@playwright/test';

/** Answers the next dialogs that ask for files or a folder with these paths; none cancels. */
export async function answerOpenDialog(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: filePaths.length === 0, filePaths: [...filePaths] });
  }, paths);
}

/** Answers the next dialogs that ask where to save; null cancels. */
export async function answerSaveDialog(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' });
  }, path);
}

/** Chooses an item of the native application menu by its labels, as a click on it does. */
export async function chooseMenuItem(app: ElectronApplication, ...labels: readonly string[]): Promise<void> {
  await app.evaluate(({ Menu }, path) => {
    let items = Menu.getApplicationMenu()?.items ?? [];
    path.forEach((label, depth) => {
      const item = items.find((one) => one.label.replace('&', '') === label);
      if (item === undefined) throw new Error(`no menu item ${label}`);
      if (depth === path.length - 1) item.click();
      else items = item.submenu?.items ?? [];
    });
  }, labels);
}
