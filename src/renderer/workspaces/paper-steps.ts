import type { Command } from '@renderer/ui/commands';
import type { PaperNumber } from '@shared/model/ids';

/** The paper before or after the open one, in the order of the list; null at its end. */
export function stepPaper(
  numbers: readonly PaperNumber[],
  open: PaperNumber | null,
  step: 1 | -1,
): PaperNumber | null {
  if (open === null) return (step === 1 ? numbers[0] : numbers.at(-1)) ?? null;
  const index = numbers.indexOf(open);
  return index === -1 ? null : (numbers[index + step] ?? null);
}

/** Going from paper to paper by key. */
export function paperStepCommands(
  numbers: readonly PaperNumber[],
  open: PaperNumber | null,
  onOpen: (paper: PaperNumber) => void,
): readonly Command[] {
  const go = (step: 1 | -1): void => {
    const next = stepPaper(numbers, open, step);
    if (next !== null) onOpen(next);
  };
  const canGo = (step: 1 | -1) => () => stepPaper(numbers, open, step) !== null;
  return [
    // The keys with Alt work while typing; bare letters do not.
    {
      id: 'go.nextPaper',
      title: 'Next paper',
      section: 'Go',
      shortcut: 'Alt+ArrowDown',
      allowInText: true,
      isEnabled: canGo(1),
      run: () => go(1),
    },
    {
      id: 'go.previousPaper',
      title: 'Previous paper',
      section: 'Go',
      shortcut: 'Alt+ArrowUp',
      allowInText: true,
      isEnabled: canGo(-1),
      run: () => go(-1),
    },
    {
      id: 'go.nextPaper.letter',
      title: 'Next paper',
      section: 'Go',
      shortcut: 'J',
      isHiddenInPalette: true,
      isEnabled: canGo(1),
      run: () => go(1),
    },
    {
      id: 'go.previousPaper.letter',
      title: 'Previous paper',
      section: 'Go',
      shortcut: 'K',
      isHiddenInPalette: true,
      isEnabled: canGo(-1),
      run: () => go(-1),
    },
  ];
}
