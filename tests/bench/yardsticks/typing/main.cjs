// A text field whose every key is committed: one row a key, `synchronous=FULL`, asked for over the same kind of channel
// as the app's requests.
const { join } = require('node:path');
const { app, BrowserWindow, ipcMain } = require('electron');
const Database = require('better-sqlite3');

const db = new Database(join(app.getPath('userData'), 'keys.sqlite'));
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec(
  'CREATE TABLE IF NOT EXISTS keys (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, text TEXT NOT NULL) STRICT',
);
const insert = db.prepare('INSERT INTO keys (at, text) VALUES (?, ?)');

ipcMain.handle('key', (_event, text) => {
  insert.run(Date.now(), text);
});

void app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    webPreferences: { preload: join(__dirname, 'preload.cjs') },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(join(__dirname, 'index.html'));
});
app.on('window-all-closed', () => app.quit());
