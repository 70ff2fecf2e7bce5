import { Eye, PencilLine } from 'lucide-react';
import { useDeferredValue, type ReactNode } from 'react';
import { Button } from '@renderer/ui/Button';
import { countWords } from '@shared/rules/word-count';
import { formatCount } from '../format';
import { ProseEditor } from './ProseEditor';
import { ProsePreview } from './ProsePreview';

/** Props of {@link ProseField}. */
export interface ProseFieldProps {
  readonly label: string;
  readonly description?: string | undefined;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Whether it shows how the text will read instead of its source. */
  readonly isPreviewing: boolean;
  readonly onPreview: (isPreviewing: boolean) => void;
  readonly minRows?: number;
}

/** Prose in Markdown, with its word count and a view of how it will read. */
export function ProseField({ isPreviewing, onPreview, ...props }: ProseFieldProps): ReactNode {
  const { label, description, value } = props;
  const counted = useDeferredValue(value);
  const word = isPreviewing ? 'Edit' : 'Preview';
  const words = {
    label,
    ...(description === undefined ? {} : { description }),
    count: formatCount(countWords(counted), 'word'),
    aside: (
      <Button
        size="small"
        kind="quiet"
        icon={isPreviewing ? PencilLine : Eye}
        ariaLabel={`${word} ${label}`}
        onPress={() => onPreview(!isPreviewing)}
      >
        {word}
      </Button>
    ),
  };
  if (isPreviewing) return <ProsePreview {...words} text={value} />;
  return <ProseEditor {...words} value={value} minRows={props.minRows ?? 5} onChange={props.onChange} />;
}
