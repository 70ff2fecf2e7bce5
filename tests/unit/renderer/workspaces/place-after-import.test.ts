import { describe, expect, it } from 'vitest';
import { placeAfterImport } from '@renderer/workspaces/place-after-import';
import type { Place } from '@shared/contract/app';
import type { ImportReport } from '@shared/contract/bundle';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import { reportRow } from '../features/bundle-import/import-fixture';

const venue = 'sim2science-2026' as VenueId;
const paper = 7 as PaperNumber;
const conflict = reportRow('mine', { outcome: 'conflict', papers: [paper] });
const report = (kind: ImportReport['kind'], ...rows: ImportReport['rows']): ImportReport => ({
  venue,
  kind,
  rows: rows.length > 0 ? rows : [reportRow('a')],
  isStopped: false,
});
const at = (workspace: Place['workspace']): Place => ({ venue, workspace, paper: null });

describe('an import leads', () => {
  it('a reviewer to their own desk, whatever came in', () => {
    expect(placeAfterImport(report('assignment'), null, ['reviewer'])).toEqual(at('reviewer'));
    expect(placeAfterImport(report('review'), null, ['reviewer'])).toEqual(at('reviewer'));
  });

  it('a chair to the table, where it is not in sight already', () => {
    expect(placeAfterImport(report('consolidation'), null, ['chair'])).toEqual(at('chair'));
    expect(placeAfterImport(report('decision'), at('chair'), ['chair'])).toBeNull();
  });

  it('to the paper whose versions part, also from the desk itself', () => {
    expect(placeAfterImport(report('review', conflict), at('reviewer'), ['reviewer'])).toEqual({
      ...at('reviewer'),
      paper,
    });
  });

  it('nowhere in particular where several papers or files could be meant', () => {
    const several = { ...conflict, papers: [paper, 12 as PaperNumber] };
    expect(placeAfterImport(report('review', several), at('chair'), ['chair'])).toBeNull();
    expect(placeAfterImport(report('review', conflict, reportRow('b')), at('chair'), ['chair'])).toBeNull();
  });
});
