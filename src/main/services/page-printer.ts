import type { PrintedDocument } from '@shared/contract/printed-document';

/** Typesets documents as PDFs. There is one where Electron runs, or can be started. */
export interface PagePrinter {
  /** The bytes of a PDF. @throws AppError NOT_AVAILABLE_HERE, INTERNAL */
  print(document: PrintedDocument): Promise<Uint8Array>;
  /** Ends whatever it keeps running. */
  close(): void;
}

/** The switch with which the application is started to print for the command line, and shows nothing. */
export const PRINT_SWITCH = 'print-documents';

/** What a printing process tells of a document: its PDF in base64, or why there is none. */
export type PrintAnswer = { readonly pdf: string } | { readonly error: string };
