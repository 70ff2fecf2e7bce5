import type { RouteName } from '@shared/contract/routes';
import type { ChangeEvent } from '@shared/contract/topics';

/** A cached query, as the table below looks at it. */
export interface QueryIdentity {
  readonly name: RouteName;
  readonly input: unknown;
}

/** When a stale query is asked again. `soon` gathers a burst of events, such as one a keystroke, into one request. */
export type Staleness = 'fresh' | 'now' | 'soon';

/** Everything that shows something of a venue. */
const ofVenue: ReadonlySet<RouteName> = new Set<RouteName>([
  'library.get',
  'venue.get',
  'paper.get',
  'consolidation.get',
  'consolidation.getPaper',
  'consolidation.calibrate',
  'owed.list',
  'importLog.list',
  'chart.list',
  'bundle.previewExport',
  'form.ofVenue',
  'bundle.listHeld',
  'consolidation.previewExport',
  'decision.list',
  'assignment.getDesk',
  'assignment.getRun',
  'decision.previewExport',
  'trust.list',
  'backup.list',
  'review.listOwn',
  'search.own',
  'review.changes',
  'help.get',
]);

/** What shows what is found in papers, and how much of them is searched. */
const ofSearch: ReadonlySet<RouteName> = new Set<RouteName>(['search.papers', 'search.scope']);

/** What shows the state of drafts beyond the form that edits them. */
const ofDrafts: ReadonlySet<RouteName> = new Set<RouteName>([
  'library.get',
  'bundle.previewExport',
  'review.listOwn',
  'review.changes',
]);

/** What shows one draft: the form that edits it, and its history. */
const ofDraft: ReadonlySet<RouteName> = new Set<RouteName>([
  'paper.get',
  'help.get',
  'review.listVersions',
  'review.readVersion',
]);

/** What shows meta-reviews and decisions beyond the place where they are written. */
const ofJudgements: ReadonlySet<RouteName> = new Set<RouteName>([
  'consolidation.get',
  'consolidation.getPaper',
  'consolidation.previewExport',
  'decision.list',
  'decision.previewExport',
]);

function field(input: unknown, key: 'venue' | 'paper'): unknown {
  return typeof input === 'object' && input !== null ? (input as Record<string, unknown>)[key] : undefined;
}

/** What an event means for a cached query. */
export function stalenessOf(query: QueryIdentity, event: ChangeEvent): Staleness {
  switch (event.topic) {
    case 'library.changed':
      return query.name === 'library.list' ? 'now' : 'fresh';
    case 'venue.changed':
      if (query.name === 'library.list') return 'now';
      return ofVenue.has(query.name) && field(query.input, 'venue') === event.payload.venue ? 'now' : 'fresh';
    case 'review.changed':
      if (field(query.input, 'venue') !== event.payload.venue) return 'fresh';
      if (ofDraft.has(query.name))
        return field(query.input, 'paper') === event.payload.paper ? 'soon' : 'fresh';
      return ofDrafts.has(query.name) ? 'soon' : 'fresh';
    case 'judgement.changed': {
      if (field(query.input, 'venue') !== event.payload.venue || !ofJudgements.has(query.name))
        return 'fresh';
      const paper = field(query.input, 'paper');
      return paper === undefined || paper === event.payload.paper ? 'soon' : 'fresh';
    }
    case 'annotations.changed':
      if (query.name === 'search.own')
        return field(query.input, 'venue') === event.payload.venue ? 'soon' : 'fresh';
      return query.name === 'annotation.list' &&
        field(query.input, 'venue') === event.payload.venue &&
        field(query.input, 'paper') === event.payload.paper
        ? 'soon'
        : 'fresh';
    case 'checks.changed':
      return query.name === 'review.listDismissed' &&
        field(query.input, 'venue') === event.payload.venue &&
        field(query.input, 'paper') === event.payload.paper
        ? 'now'
        : 'fresh';
    case 'tableViews.changed':
      return query.name === 'tableView.list' && field(query.input, 'venue') === event.payload.venue
        ? 'now'
        : 'fresh';
    case 'search.changed':
      return ofSearch.has(query.name) && field(query.input, 'venue') === event.payload.venue
        ? 'soon'
        : 'fresh';
    case 'readerWindow.changed':
      return query.name === 'readerWindow.get' ? 'now' : 'fresh';
    case 'snippets.changed':
      return query.name === 'snippet.list' ? 'now' : 'fresh';
    case 'preferences.changed':
      return query.name === 'app.get' ? 'now' : 'fresh';
    case 'key.changed':
      return query.name === 'key.get' ? 'now' : 'fresh';
    case 'time.changed':
      return query.name === 'time.list' && field(query.input, 'venue') === event.payload.venue
        ? 'soon'
        : 'fresh';
    case 'job.changed':
    case 'venue.asked':
    case 'files.offered':
    case 'command.chosen':
      return 'fresh';
  }
}
