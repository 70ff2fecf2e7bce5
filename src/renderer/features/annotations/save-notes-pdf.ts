import { request, toRequestError } from '@renderer/bridge/client';
import type { MarkControl, WrittenMark } from '@renderer/reader';
import { toast } from '@renderer/ui/toasts';
import { MEANING_NAMES } from '@shared/anchor/notes-text';
import type { AnnotationMeaning } from '@shared/model/annotation';
import type { PaperNumber } from '@shared/model/ids';
import type { Note } from './notes-session';

/** The colours of the meanings on paper: light, since text shows through them. */
const COLORS: Readonly<Record<AnnotationMeaning, WrittenMark['color']>> = {
  strength: [168, 222, 187],
  weakness: [250, 208, 145],
  question: [163, 200, 247],
  error: [247, 170, 170],
  minor: [206, 188, 232],
};

/** Asks where to, and writes a copy of the paper with my notes in it. Says where it is, or why not. */
export async function saveNotesPdf(
  paper: PaperNumber,
  notes: readonly Note[],
  control: MarkControl | undefined,
): Promise<void> {
  try {
    const [file] = await request('file.choose', {
      purpose: 'save-annotated-pdf',
      suggestedName: `paper-${paper}-notes.pdf`,
    });
    if (file === undefined) return;
    const bytes = await control?.writePdf(notes.map(toWritten));
    if (bytes === undefined) return;
    const { fileName } = await request('annotation.writePdf', { file: file.token, bytes });
    toast({
      tone: 'success',
      title: `Wrote ${fileName}`,
      text: 'The notes in it can be read by whoever gets the file.',
      action: {
        label: 'Show in folder',
        run: () => void request('file.showInFolder', { file: file.token }).catch(() => undefined),
      },
    });
  } catch (thrown) {
    const { message } = toRequestError(thrown);
    toast({ tone: 'danger', title: 'The PDF was not written', text: message });
  }
}

/** A note as it goes into a PDF: nobody's name, since whoever gets the file may be the authors. */
function toWritten({ content }: Note): WrittenMark {
  const { pages, meaning, comment } = content;
  const name = MEANING_NAMES[meaning];
  return {
    pages,
    comment: comment.trim() === '' ? name : `${name}: ${comment}`,
    writer: 'Reviewer',
    color: COLORS[meaning],
  };
}
