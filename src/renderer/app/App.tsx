import type { ReactNode } from 'react';
import { useQuery } from '@renderer/bridge/queries';
import { ErrorState } from '@renderer/ui/ErrorState';
import { UiRoot } from '@renderer/ui/UiRoot';
import { ErrorBoundary } from './ErrorBoundary';
import { Frame } from './Frame';
import { useNavigation } from './navigation';
import { resolveScreen } from './screen';
import { useLooks } from './use-looks';

/** The window: everything it shows follows from where it is wanted to be and what is on this computer. */
export function App(): ReactNode {
  useLooks();
  const venues = useQuery('library.list', {});
  const wanted = useNavigation((state) => state.wanted);

  if (venues.data === undefined && venues.error !== null) {
    const { message, detail, code } = venues.error;
    return (
      <UiRoot>
        <ErrorState
          what="The venues on this computer could not be read"
          why={message}
          next={detail}
          code={code}
          onRetry={venues.refetch}
        />
      </UiRoot>
    );
  }
  const screen = venues.data === undefined ? null : resolveScreen(wanted, venues.data);
  return (
    <UiRoot>
      <ErrorBoundary what="The window" resetKey="window">
        {screen !== null && <Frame screen={screen} venues={venues.data ?? []} />}
      </ErrorBoundary>
    </UiRoot>
  );
}
