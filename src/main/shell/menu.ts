import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { publish } from './own-windows';

/** An item that runs a command of the window. The window owns the shortcut; here it is only shown. */
function command(label: string, id: string, accelerator?: string): MenuItemConstructorOptions {
  return {
    label,
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
    click: () => {
      publish('command.chosen', { command: id });
    },
  };
}

/** The application menu. Every item is also in the command palette. */
export function buildMenu(): void {
  const isMac = process.platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        command('Open bundle…', 'app.openBundle', 'CmdOrCtrl+O'),
        command('Export reviews…', 'app.exportReviews', 'CmdOrCtrl+E'),
        { type: 'separator' },
        command('Settings…', 'app.settings', 'CmdOrCtrl+,'),
        { type: 'separator' },
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'pasteAndMatchStyle' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        command('Command palette…', 'app.palette', 'CmdOrCtrl+K'),
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
      ],
    },
    {
      label: '&Help',
      submenu: [command('Keyboard shortcuts', 'app.keymap'), command('About Referee', 'app.about')],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
