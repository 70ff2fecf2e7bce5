import type { ReactNode } from 'react';
import { ProseArea, type ProseAreaProps } from '@renderer/ui/ProseArea';
import { hasFormula } from './live-preview';
import { LivePreview } from './LivePreview';
import { LivePreviewToggle } from './LivePreviewToggle';
import styles from './prose.module.css';

/** A field of prose, its formulas shown as they will read while they are written. */
export function ProseEditor({ aside, ...props }: Omit<ProseAreaProps, 'beside'>): ReactNode {
  if (!hasFormula(props.value)) return <ProseArea {...props} aside={aside} />;
  return (
    <ProseArea
      {...props}
      aside={
        <span className={styles['aside']}>
          <LivePreviewToggle />
          {aside}
        </span>
      }
      beside={<LivePreview label={props.label} text={props.value} />}
    />
  );
}
