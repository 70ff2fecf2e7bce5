import { acceptRun, readAssignmentDesk, readRun } from '../services/assignment-runs';
import type { HandlerDeps } from './deps';
import type { Handlers } from './handler';

/** Finding, repairing and accepting assignments. */
export const assignmentHandlers: Pick<
  Handlers,
  | 'assignment.getDesk'
  | 'assignment.importTables'
  | 'assignment.run'
  | 'assignment.getRun'
  | 'assignment.trace'
  | 'assignment.repair'
  | 'assignment.listReplacements'
  | 'assignment.change'
  | 'assignment.accept'
> = {
  'assignment.getDesk': ({ services }, { venue }) => readAssignmentDesk(services, venue),
  'assignment.importTables': (deps, { venue, reviewersTable, bidsTable }) => {
    const paths = {
      reviewersPath: reviewersTable === null ? null : deps.tokens.pathOf(reviewersTable, 'read'),
      bidsPath: bidsTable === null ? null : deps.tokens.pathOf(bidsTable, 'read'),
    };
    return deps.jobs.start('import-reviewers', { venue, ...paths }, telling(deps, venue));
  },
  'assignment.run': (deps, input) => deps.jobs.start('assign-reviewers', input, telling(deps, input.venue)),
  'assignment.getRun': ({ services }, { venue, run }) => readRun(services, venue, run),
  'assignment.trace': (deps, input) => deps.jobs.start('trace-fairness', input, telling(deps, input.venue)),
  'assignment.repair': (deps, input) =>
    deps.jobs.start('repair-assignment', input, telling(deps, input.venue)),
  'assignment.listReplacements': (deps, input) =>
    deps.jobs.start('list-replacements', input, (options) => options),
  'assignment.change': (deps, input) =>
    deps.jobs.start('change-assignment', input, telling(deps, input.venue)),
  'assignment.accept': (deps, { venue, run, due }) => {
    acceptRun(deps.services, venue, run, due);
    deps.publish('venue.changed', { venue });
    return null;
  },
};

/** Hands an outcome on and tells that the venue has changed. */
function telling(
  deps: HandlerDeps,
  venue: Parameters<typeof readRun>[1],
): <Outcome>(outcome: Outcome) => Outcome {
  return (outcome) => {
    deps.publish('venue.changed', { venue });
    return outcome;
  };
}
