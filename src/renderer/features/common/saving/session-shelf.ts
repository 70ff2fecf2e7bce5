/** How many sessions with nothing unsaved are kept, so that going back to a paper keeps what belongs to the session. */
const KEPT = 12;

/** What the shelf asks of a session. */
export interface ShelvedSession {
  /** Whether anything is not on disk yet. */
  readonly hasUnsaved: () => boolean;
}

/**
 * Sessions by key: the open ones, and those that have left the screen. One with unsaved changes is never dropped, and
 * while there is one the window may not go: main waits a moment, then asks.
 */
export class SessionShelf<Session extends ShelvedSession> {
  /** The one used last is last. */
  private readonly sessions = new Map<string, Session>();

  constructor() {
    window.addEventListener('beforeunload', (event) => {
      if ([...this.sessions.values()].some((session) => session.hasUnsaved())) event.preventDefault();
    });
  }

  /** The session under a key: the one that is there already, or a new one. */
  take(key: string, start: () => Session): Session {
    const session = this.sessions.get(key) ?? start();
    this.sessions.delete(key);
    this.sessions.set(key, session);
    const spare = [...this.sessions].filter(([other, { hasUnsaved }]) => other !== key && !hasUnsaved());
    for (const [other] of spare.slice(0, Math.max(0, spare.length - KEPT))) this.sessions.delete(other);
    return session;
  }

  /** Drops every session, saved or not. For tests. */
  clear(): void {
    this.sessions.clear();
  }
}
