import type { ChosenFile } from './file';
import type { Result } from './errors';
import type { ChangeEvent } from './topics';

/** The one thing the preload script gives the window, as `window.referee`. */
export interface Bridge {
  /** Makes a request. Never rejects: failures are results. */
  request(route: string, input: unknown): Promise<Result<unknown>>;
  /** Hears every change event until the returned function is called. */
  subscribe(listener: (event: ChangeEvent) => void): () => void;
  /**
   * Hands dropped files to the main process. Their paths never enter the page: it gets tokens. `files` must be `File`
   * objects that came from a drop or an input; anything else is left out.
   */
  offerFiles(files: readonly object[]): Promise<readonly ChosenFile[]>;
}
