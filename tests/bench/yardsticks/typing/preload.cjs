const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('keys', { commit: (text) => ipcRenderer.invoke('key', text) });
