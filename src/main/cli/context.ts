import type { ErrorReport } from '@shared/contract/errors';
import type { JobKind, JobResults, JobState } from '@shared/contract/job';
import type { RouteInput, RouteName, RouteOutput } from '@shared/contract/routes';
import type { FileToken, JobId, VenueId } from '@shared/model/ids';
import type { Application } from '../compose';
import type { FileUse } from '../handlers/file-tokens';

/** What the command line needs of its process. */
export interface CliHost {
  /** `passphraseFile` holds the passphrase of the store's signing key. */
  openApplication(dataFolder: string, passphraseFile?: string): Application;
  /** The same for commands that read: nothing in the data folder is made, changed or removed. */
  openReader(dataFolder: string): Application;
  /** A folder that need not exist, for commands without a store. */
  temporaryFolder(): string;
  /** Whether what is written to `out` is shown to a person on a terminal. */
  readonly isTerminal: boolean;
  /** A signal that tells when a person or the system wants a command that runs on and on to end. */
  stopSignal(): AbortSignal;
  out(text: string): void;
  err(text: string): void;
}

/** A refusal on its way to standard error and an exit status: 1, where the command has no other for it. */
export class Refused extends Error {
  readonly report: ErrorReport;
  readonly status: number;

  constructor(report: ErrorReport, status = 1) {
    super(report.message);
    this.name = 'Refused';
    this.report = report;
    this.status = status;
  }
}

/** One command's view of the application: requests by route, jobs waited for, files by path. */
export interface Session {
  request<Name extends RouteName>(name: Name, input: RouteInput<Name>): Promise<RouteOutput<Name>>;
  /** Waits for a job that a request started. */
  finish<Kind extends JobKind>(kind: Kind, job: JobId): Promise<JobResults[Kind]>;
  /** A file token for a path and what it is named for. */
  file(path: string, use: FileUse): FileToken;
  /** The venue that was named, or the only one of the store. */
  venue(named: string | undefined): Promise<VenueId>;
}

/** Opens a data folder for one command and closes it after. */
export async function withSession<T>(
  host: CliHost,
  dataFolder: string,
  use: (session: Session) => Promise<T>,
): Promise<T> {
  return useAndClose(host.openApplication(dataFolder), use);
}

/** The same for a command that reads: it writes nothing to the data folder. */
export async function withReader<T>(
  host: CliHost,
  dataFolder: string,
  use: (session: Session) => Promise<T>,
): Promise<T> {
  return useAndClose(host.openReader(dataFolder), use);
}

async function useAndClose<T>(application: Application, use: (session: Session) => Promise<T>): Promise<T> {
  try {
    return await use(createSession(application));
  } finally {
    application.close();
  }
}

function createSession(application: Application): Session {
  const session: Session = {
    async request(name, input) {
      const result = await application.router(name, input);
      if (!result.ok) throw new Refused(result.error);
      return result.value as RouteOutput<typeof name>;
    },
    async finish(kind, job) {
      const state: JobState = await application.jobs.whenEnded(job);
      if (state.error !== null) throw new Refused(state.error);
      return state.result as JobResults[typeof kind];
    },
    file: (path, use) => application.tokens.issue(path, use).token,
    async venue(named) {
      if (named !== undefined) return named as VenueId;
      const venues = await session.request('library.list', {});
      const only = venues[0];
      if (only === undefined)
        throw refusal('This store holds no venue yet. Import an assignment bundle first.');
      if (venues.length > 1) {
        throw refusal(
          `This store holds ${venues.length} venues: name one with --venue (${venues.map((v) => v.venue).join(', ')}).`,
        );
      }
      return only.venue;
    },
  };
  return session;
}

/** A refusal of the command line's own. */
export function refusal(message: string): Refused {
  return new Refused({ code: 'VENUE_NOT_FOUND', message, detail: null });
}
