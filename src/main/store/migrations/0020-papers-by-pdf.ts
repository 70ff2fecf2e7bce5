import type { Migration } from '../migration';

/** Each range of a PDF that the window streams asks whose PDF it is: not a question to read every paper for. */
export const papersByPdf: Migration = {
  version: 20,
  sql: `
CREATE INDEX papers_by_pdf ON papers (pdf_sha256);
`,
};
