import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from '@renderer/ui/Button';
import { ErrorState } from '@renderer/ui/ErrorState';

/** Props of {@link ErrorBoundary}. */
export interface ErrorBoundaryProps {
  /** What is inside, for the sentence: "This workspace". */
  readonly what: string;
  /** A new key gives the inside another try, for example at another place. */
  readonly resetKey: string;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: Error | null;
  readonly resetKey: string;
}

/** Keeps a fault in one part of the screen there. Every edit was committed when it was typed, so reloading is safe. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: Error): Partial<ErrorBoundaryState> {
    return { error };
  }

  static getDerivedStateFromProps(
    props: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): Partial<ErrorBoundaryState> | null {
    return props.resetKey === state.resetKey ? null : { error: null, resetKey: props.resetKey };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    // The message may hold what was on screen; whoever looks for the fault only needs to know where.
    // eslint-disable-next-line no-console -- there is no other place to tell it
    console.error(`A part of the screen failed: ${error.name}`, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <ErrorState
        what={`${this.props.what} met a fault of its own`}
        why="Everything that was shown as saved is on disk."
        next={`${error.name}: ${error.message}`}
        action={
          <Button kind="primary" onPress={() => window.location.reload()} autoFocus>
            Reload the window
          </Button>
        }
      />
    );
  }
}
