import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Pdf } from '@shared/model/paper';
import { bytesOfFile, digestOfFile, saveBlob } from '../store/blobs';

/** Copies a PDF that a person brought into a venue's folder of blobs. */
export function filePdf(folder: string, path: string): Pdf {
  const pdf = digestOfFile(path);
  const fd = openSync(path, 'r');
  try {
    saveBlob(folder, pdf.sha256, bytesOfFile(fd));
  } finally {
    closeSync(fd);
  }
  return pdf;
}

/** What is wrong with a PDF before anything is read of it, or null. Readers forgive up to 1 kB before the header. */
export function pdfProblem(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 'is not in the folder of PDFs';
  if (!stat.isFile()) return 'is not a PDF';
  const fd = openSync(path, 'r');
  try {
    const head = Buffer.alloc(1024);
    const count = readSync(fd, head, 0, head.length, 0);
    return head.subarray(0, count).includes('%PDF-') ? null : 'is not a PDF';
  } finally {
    closeSync(fd);
  }
}
