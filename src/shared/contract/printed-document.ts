/** A piece of a printed document. */
export type PrintedBlock =
  | { readonly kind: 'heading'; readonly text: string; readonly note: string | null }
  | {
      readonly kind: 'facts';
      readonly rows: readonly { readonly term: string; readonly value: string; readonly isCode?: boolean }[];
    }
  /** Markdown with math, rendered as the form's preview renders it. */
  | { readonly kind: 'prose'; readonly text: string }
  | { readonly kind: 'line'; readonly text: string };

/** The paper that a document is printed on. */
export type PageSize = 'A4' | 'Letter';

/** What is typeset as a PDF. */
export interface PrintedDocument {
  /** Above the title: the venue. */
  readonly kicker: string;
  /** The document's title, also in the PDF's metadata. */
  readonly title: string;
  /** At the foot of every page, before the page's number. */
  readonly footer: string;
  readonly pageSize: PageSize;
  readonly blocks: readonly PrintedBlock[];
}

/** The pages of the application's own that a document is typeset on. */
export const PRINT_PATHS = {
  page: '/print.html',
  /** Answers the document, as JSON. */
  document: '/print/document.json',
  /** The page asks for it when everything stands as it is to be printed. */
  ready: '/print/ready',
  /** The page asks for it when it cannot show the document. */
  failed: '/print/failed',
} as const;
