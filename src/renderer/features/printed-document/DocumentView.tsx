import type { ReactNode } from 'react';
import { Markdown } from '@renderer/ui/Markdown';
import type { PrintedBlock, PrintedDocument } from '@shared/contract/printed-document';
import styles from './printed-document.module.css';

/** A document as it is printed: headings for the outline, prose as the form's preview renders it. */
export function DocumentView({ printed }: { readonly printed: PrintedDocument }): ReactNode {
  return (
    <main className={styles['document']}>
      <header className={styles['head']}>
        <p className={styles['kicker']}>{printed.kicker}</p>
        <h1 className={styles['title']}>{printed.title}</h1>
      </header>
      {printed.blocks.map((block, index) => (
        // Blocks have no names of their own, and the document never changes.
        // eslint-disable-next-line react/no-array-index-key
        <Block key={index} block={block} />
      ))}
    </main>
  );
}

function Block({ block }: { readonly block: PrintedBlock }): ReactNode {
  switch (block.kind) {
    case 'heading':
      return (
        <h2 className={styles['heading']}>
          {block.text}
          {block.note !== null && <span className={styles['note']}>{` (${block.note})`}</span>}
        </h2>
      );
    case 'facts':
      return (
        <dl className={styles['facts']}>
          {block.rows.map(({ term, value, isCode }) => (
            <div key={term} className={styles['fact']}>
              <dt>{term}</dt>
              <dd className={isCode === true ? styles['code'] : undefined}>{value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'prose':
      return <Markdown text={block.text} />;
    case 'line':
      return <p className={styles['line']}>{block.text}</p>;
  }
}
