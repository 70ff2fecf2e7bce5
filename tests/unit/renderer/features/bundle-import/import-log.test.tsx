// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { ImportLogSheet } from '@renderer/features/bundle-import';
import type { ImportRow } from '@shared/contract/bundle';
import type { KeptReport } from '@shared/contract/import-log';
import type { PaperNumber, VenueId } from '@shared/model/ids';
import type { Instant } from '@shared/model/time';
import { standInForLayout } from '../../../../support/dom';
import { installFakeBridge } from '../../../../support/fake-bridge';

const venue = 'sim2science-2026' as VenueId;

function rowOf(
  fileName: string,
  outcome: ImportRow['outcome'],
  sentence: string,
  papers: number[] = [],
): ImportRow {
  return {
    fileName,
    venue,
    kind: 'review',
    outcome,
    sentence,
    error: null,
    bundle: null,
    author: 'Ada',
    papers: papers as PaperNumber[],
    isLate: false,
  };
}

const newest: KeptReport = {
  id: 2,
  finishedAt: '2026-05-10T09:00:00.000Z' as Instant,
  isStopped: false,
  counts: { refused: 1, added: 1 },
  rows: [
    rowOf('bad.referee', 'refused', 'It is damaged. Ask for it again.'),
    rowOf('ada.referee', 'added', '1 review is new.', [7]),
  ],
};

afterEach(cleanup);

function open(reports: readonly KeptReport[], onOpenPaper = vi.fn()): typeof onOpenPaper {
  standInForLayout();
  installFakeBridge({
    'importLog.list': () => reports,
    'importLog.get': ({ id }) => reports.find((one) => one.id === id) as KeptReport,
  });
  render(<ImportLogSheet venue={venue} onClose={() => undefined} onOpenPaper={onOpenPaper} />);
  return onOpenPaper;
}

it('shows the newest report, what needs a person first, and narrows it by outcome', async () => {
  open([newest]);
  const names = (): (string | null)[] => screen.getAllByRole('listitem').map((item) => item.textContent);
  expect((await screen.findAllByRole('listitem')).length).toBe(2);
  expect(names()[0]).toContain('It is damaged. Ask for it again.');
  await userEvent.click(screen.getByRole('radio', { name: 'Added 1' }));
  expect(names()).toHaveLength(1);
  expect(names()[0]).toContain('ada.referee');
});

it('leads from a row to the paper that it is about', async () => {
  const onOpenPaper = open([newest]);
  await userEvent.click(await screen.findByRole('button', { name: 'Open paper 7' }));
  expect(onOpenPaper).toHaveBeenCalledWith(7);
});

it('says when no report is kept yet', async () => {
  open([]);
  expect(await screen.findByText('No report is kept yet')).toBeTruthy();
});
