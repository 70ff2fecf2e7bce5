import { useState, type ReactNode } from 'react';
import { request, toRequestError } from '@renderer/bridge/client';
import { useQuery } from '@renderer/bridge/queries';
import { MenuButton } from '@renderer/ui/MenuButton';
import { toast } from '@renderer/ui/toasts';
import type { VenueId } from '@shared/model/ids';
import type { TableView } from '@shared/model/table-view';
import { SaveViewDialog } from './SaveViewDialog';
import type { TableLook } from './use-table-look';

/** Props of {@link ViewsMenu}. */
export interface ViewsMenuProps {
  readonly venue: VenueId;
  readonly look: TableLook;
  readonly isSaving: boolean;
  readonly onSaving: (isSaving: boolean) => void;
}

/** The saved views: look at the papers as one does, keep this look under a name, let one go. */
export function ViewsMenu({ venue, look, isSaving, onSaving }: ViewsMenuProps): ReactNode {
  const views = useQuery('tableView.list', { venue }).data ?? [];
  const [worn, setWorn] = useState<string | null>(null);
  const remove = (name: string): void => {
    request('tableView.remove', { venue, name }).catch((thrown: unknown) => {
      toast({ title: `"${name}" was not removed`, text: toRequestError(thrown).message, tone: 'danger' });
    });
  };
  const wear = (view: TableView): void => {
    setWorn(view.name);
    look.wear(view);
  };
  return (
    <>
      <MenuButton
        label="Views"
        size="small"
        groups={[
          ...(views.length === 0
            ? []
            : [
                {
                  id: 'saved',
                  title: 'Saved views',
                  items: views.map((view) => ({
                    id: `wear ${view.name}`,
                    title: view.name,
                    isChecked: view.name === worn,
                    run: () => wear(view),
                  })),
                },
              ]),
          {
            id: 'keep',
            items: [{ id: 'save', title: 'Save this view…', run: () => onSaving(true) }],
          },
          ...(views.length === 0
            ? []
            : [
                {
                  id: 'remove',
                  title: 'Remove',
                  items: views.map(({ name }) => ({
                    id: `remove ${name}`,
                    title: `Remove "${name}"`,
                    isDangerous: true,
                    run: () => remove(name),
                  })),
                },
              ]),
        ]}
      />
      <SaveViewDialog
        venue={venue}
        look={look}
        known={views.map(({ name }) => name)}
        isOpen={isSaving}
        onClose={() => onSaving(false)}
        onSaved={setWorn}
      />
    </>
  );
}
