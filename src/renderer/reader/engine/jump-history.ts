import type { PageView } from './page-view';
import type { PagePoint } from './layout';
import { EMPTY_HISTORY, noteArrival, recordJump, stepBack, stepForward } from './view-history';
import type { HistoryStep } from './view-history';

/** Where one view can go back and forward to. */
export class JumpHistory {
  readonly #view: () => PageView | undefined;
  readonly #onChange: (can: { readonly canGoBack: boolean; readonly canGoForward: boolean }) => void;
  #history = EMPTY_HISTORY;
  /** The point that the last jump left: heard again before the view has moved, it is no arrival. */
  #origin: PagePoint | undefined;

  /** `view` is asked whenever it matters: it may come later than its history. */
  constructor(
    view: () => PageView | undefined,
    onChange: (can: { readonly canGoBack: boolean; readonly canGoForward: boolean }) => void,
  ) {
    this.#view = view;
    this.#onChange = onChange;
  }

  /** The view is about to jump away from where it is. */
  record(): void {
    const point = this.#view()?.point;
    if (point === undefined) return;
    this.#origin = point;
    this.#history = recordJump(this.#history, point, performance.now());
    this.#tell();
  }

  /** The view is at a point. */
  noteMoved(point: PagePoint): void {
    if (point !== this.#origin) this.#history = noteArrival(this.#history, point);
  }

  /** Goes back to where the last jump started. */
  goBack(): void {
    this.#step(stepBack);
  }

  /** Undoes going back. */
  goForward(): void {
    this.#step(stepForward);
  }

  #step(step: typeof stepBack): void {
    const view = this.#view();
    if (view?.point === undefined) return;
    const taken: HistoryStep | undefined = step(this.#history, view.point);
    if (taken === undefined) return;
    this.#history = taken.history;
    view.goToPoint(taken.target);
    this.#tell();
  }

  #tell(): void {
    const { back, forward } = this.#history;
    this.#onChange({ canGoBack: back.length > 0, canGoForward: forward.length > 0 });
  }
}
