import { listBackups } from '../services/backups';
import type { Handlers } from './handler';

/** Backups of venues and what is restored from them. */
export const backupHandlers: Pick<
  Handlers,
  'backup.list' | 'backup.make' | 'backup.check' | 'backup.restore'
> = {
  'backup.list': ({ services }, input) => listBackups(services, input),
  'backup.make': ({ jobs }, input) => jobs.start('make-backup', input, (backup) => backup),
  'backup.check': ({ jobs }, input) => jobs.start('check-store', input, (check) => check),
  'backup.restore': (deps, input) => {
    // Nobody may write to files that are being exchanged.
    const giveBack = deps.services.stores.lend(input.venue);
    const job = deps.jobs.start('restore-backup', input, (report) => {
      giveBack();
      deps.publish('library.changed', {});
      deps.publish('venue.changed', { venue: input.venue });
      return report;
    });
    void deps.jobs.whenEnded(job).then(giveBack);
    return job;
  },
};
