import { createInterface } from 'node:readline';
import { app } from 'electron';
import type { PrintedDocument } from '@shared/contract/printed-document';
import type { PrintAnswer } from '../services/page-printer';
import { createPrinter } from './printer';
import { registerScheme } from './protocol';
import { hardenApp } from './security';

/**
 * Electron without a window of its own, for the command line: reads documents on standard input, a line of JSON each, and
 * answers each with a line of JSON ({@link PrintAnswer}). It ends with its input.
 */
export function runPrintProcess(rendererFolder: string): void {
  registerScheme();
  hardenApp();
  // Each document's page is closed before the next one's opens.
  app.on('window-all-closed', () => undefined);
  void app.whenReady().then(async () => {
    const printer = createPrinter(rendererFolder);
    for await (const line of createInterface({ input: process.stdin })) {
      if (line.trim() === '') continue;
      process.stdout.write(
        `${JSON.stringify(await answer(async () => printer.print(JSON.parse(line) as PrintedDocument)))}\n`,
      );
    }
    app.quit();
  });
}

async function answer(print: () => Promise<Uint8Array>): Promise<PrintAnswer> {
  try {
    return { pdf: Buffer.from(await print()).toString('base64') };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
