import { FileOutput, FileText, FileInput, ReceiptText } from 'lucide-react';
import { request, toRequestError } from '@renderer/bridge/client';
import type { Command } from '@renderer/ui/commands';
import type { MenuAction } from '@renderer/ui/menu-item';
import { toast } from '@renderer/ui/toasts';
import type { Place } from '@shared/contract/app';
import type { VenueForms } from '@shared/contract/offline-form';
import { checkReceipt, openSheet } from './sheets-state';

/** What can be done with reviews besides exporting them, for the palette. */
export function waysOutCommands(place: Place | null, forms: VenueForms | null): readonly Command[] {
  const section = 'Bundles';
  const isMine = (): boolean => place?.workspace === 'reviewer';
  const hasForms = (): boolean => isMine() && forms !== null;
  const system = forms?.systemName ?? 'HotCRP or EasyChair';
  return [
    {
      id: 'reviews.copies',
      title: 'Save copies of reviews: PDF or text…',
      section,
      shortcut: 'Mod+Alt+E',
      keywords: ['print', 'plain', 'pdf', 'clipboard'],
      allowInText: true,
      isEnabled: isMine,
      run: () => openSheet('copies'),
    },
    {
      id: 'reviews.receipt',
      title: 'Make a receipt for reviewing…',
      section,
      keywords: ['proof', 'certificate', 'signed'],
      allowInText: true,
      isEnabled: isMine,
      run: () => openSheet('receipt'),
    },
    {
      id: 'receipt.verify',
      title: 'Verify a receipt…',
      section,
      keywords: ['proof', 'check', 'signed'],
      run: () => void pickReceipt(),
    },
    {
      id: 'form.start',
      title: 'Start from another system’s form…',
      section,
      keywords: ['hotcrp', 'easychair', 'offline', 'import'],
      run: () => openSheet('start-from-form'),
    },
    {
      id: 'form.write',
      title: `Fill the form for ${system}…`,
      section,
      keywords: ['hotcrp', 'easychair', 'offline', 'upload'],
      allowInText: true,
      isEnabled: hasForms,
      run: () => openSheet('form-out'),
    },
    {
      id: 'form.read',
      title: 'Read a filled form back…',
      section,
      keywords: ['hotcrp', 'easychair', 'offline', 'compare'],
      isEnabled: hasForms,
      run: () => openSheet('form-in'),
    },
  ];
}

/** The same for the menu of an open paper. */
export function waysOutItems(forms: VenueForms | null): readonly MenuAction[] {
  const formItems: readonly MenuAction[] =
    forms === null
      ? []
      : [
          {
            id: 'form.write',
            title: `Fill the form for ${forms.systemName}…`,
            icon: FileOutput,
            run: () => openSheet('form-out'),
          },
          {
            id: 'form.read',
            title: 'Read a filled form back…',
            icon: FileInput,
            run: () => openSheet('form-in'),
          },
        ];
  return [
    {
      id: 'reviews.copies',
      title: 'Save a copy: PDF or text…',
      icon: FileText,
      shortcut: 'Mod+Alt+E',
      run: () => openSheet('copies'),
    },
    {
      id: 'reviews.receipt',
      title: 'Make a receipt…',
      icon: ReceiptText,
      run: () => openSheet('receipt'),
    },
    ...formItems,
  ];
}

async function pickReceipt(): Promise<void> {
  try {
    const [file] = await request('file.choose', { purpose: 'receipt', suggestedName: null });
    if (file !== undefined) checkReceipt(file);
  } catch (thrown) {
    toast({ title: 'No receipt was chosen', text: toRequestError(thrown).message, tone: 'danger' });
  }
}
