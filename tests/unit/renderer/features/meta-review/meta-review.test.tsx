// @vitest-environment jsdom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useFailedSaves } from '@renderer/features/common/saving/failed-saves';
import { UnsavedWork } from '@renderer/features/common/saving/UnsavedWork';
import { MetaReviewPanel } from '@renderer/features/meta-review';
import { forgetMetaReviews } from '@renderer/features/meta-review/open-meta-review';
import type { ConsolidatedPaper, MyMetaReview, ReceivedMetaVersion } from '@shared/contract/consolidation';
import { AppError } from '@shared/contract/errors';
import type { FieldId, PaperNumber, PersonId, Sha256 } from '@shared/model/ids';
import type { MetaContent } from '@shared/model/meta-review';
import { paperSchema } from '@shared/model/paper';
import type { Instant } from '@shared/model/time';
import { decisionKindsOf } from '@shared/rules/decision-kinds';
import { installFakeBridge, type FakeBridge } from '../../../../support/fake-bridge';
import { venue } from '../consolidation/consolidation-fixture';

const number = 12 as PaperNumber;
const savedAt = '2026-05-10T12:04:31.000Z' as Instant;
const paper = paperSchema.parse({
  number,
  title: 'A beamline',
  abstract: '',
  keywords: [],
  topics: [],
  authors: [],
  pdf: { sha256: 'a'.repeat(64), sizeBytes: 10 },
});

let disk: MyMetaReview;
let isDiskFull: boolean;
let bridge: FakeBridge;

function viewOf(more: Partial<ConsolidatedPaper> = {}): ConsolidatedPaper {
  return {
    paper,
    pdfUrl: 'referee://x',
    reviews: [],
    annotations: [],
    missing: [],
    refusals: [],
    decisionKinds: decisionKindsOf(venue),
    myMetaReview: disk,
    metaReviews: [],
    decisions: [],
    ...more,
  };
}

function versionOf(digit: string, content: Partial<MetaContent>, isOutdated = false): ReceivedMetaVersion {
  return {
    hash: digit.repeat(64) as Sha256,
    content: { text: '', recommendation: null, confidence: null, needsDiscussion: false, ...content },
    writtenAt: savedAt,
    isOutdated,
  };
}

const open = (isHidden = false) =>
  render(<MetaReviewPanel venue={venue.id} paper={number} isHidden={isHidden} />);
const textBox = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Meta-review' });

beforeEach(() => {
  forgetMetaReviews();
  useFailedSaves.setState({ failures: [], onScreen: [] });
  isDiskFull = false;
  disk = {
    content: { text: '', recommendation: null, confidence: null, needsDiscussion: false },
    savedAt: null,
  };
  bridge = installFakeBridge({
    'app.get': () => ({ timeZone: 'UTC' }) as never,
    'consolidation.getPaper': () => viewOf(),
    'metaReview.save': ({ content }) => {
      if (isDiskFull) throw new AppError('DISK_FULL', 'The disk is full.');
      disk = { content, savedAt };
      return disk;
    },
  });
});
afterEach(cleanup);

describe('my meta-review', () => {
  it('is on disk as it is written, recommended, weighed and flagged, with no button to save', async () => {
    open();
    await userEvent.type(await textBox(), 'Both agree.');
    await userEvent.click(screen.getByRole('radio', { name: 'Accept (poster)' }));
    await userEvent.click(screen.getByRole('radio', { name: /^4, / }));
    await userEvent.click(screen.getByRole('checkbox', { name: /^Needs discussion/ }));
    await screen.findByText('Saved 12:04:31');
    expect(disk.content).toEqual({
      text: 'Both agree.',
      recommendation: 'poster',
      confidence: 4,
      needsDiscussion: true,
    });
    expect(screen.queryByRole('button', { name: /save/i })).toBeNull();
  });

  it('takes a recommendation back', async () => {
    disk = { content: { ...disk.content, recommendation: 'oral' as FieldId }, savedAt };
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'Clear Recommendation' }));
    await waitFor(() => expect(disk.content.recommendation).toBeNull());
  });

  it('says that it is not saved, keeps what was typed when it leaves the screen, and saves it from outside', async () => {
    isDiskFull = true;
    const { unmount } = open();
    await userEvent.type(await textBox(), 'precious');
    expect((await screen.findByRole('alert')).textContent).toContain('Not saved: The disk is full.');
    unmount();
    render(<UnsavedWork />);
    expect(screen.getByRole('alert').textContent).toContain('Not saved: your meta-review of #12');
    isDiskFull = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(disk.content.text).toBe('precious'));
    cleanup();
    open();
    expect((await textBox()).value).toBe('precious');
  });

  it('leaves it to others to say that it is not saved while it is folded away', async () => {
    isDiskFull = true;
    const { rerender } = render(
      <>
        <UnsavedWork />
        <MetaReviewPanel venue={venue.id} paper={number} isHidden={false} />
      </>,
    );
    await userEvent.type(await textBox(), 'x');
    await screen.findByText('Not saved: The disk is full.');
    expect(screen.queryByText('Not saved: your meta-review of #12')).toBeNull();
    rerender(
      <>
        <UnsavedWork />
        <MetaReviewPanel venue={venue.id} paper={number} isHidden />
      </>,
    );
    await screen.findByText('Not saved: your meta-review of #12');
  });

  it('shows how the text will read, and its source again', async () => {
    open();
    await userEvent.type(await textBox(), 'A **sound** paper');
    await userEvent.click(screen.getByRole('button', { name: 'Preview Meta-review' }));
    expect((await screen.findByText('sound')).tagName).toBe('STRONG');
    await userEvent.click(screen.getByRole('button', { name: 'Edit Meta-review' }));
    expect((await textBox()).value).toBe('A **sound** paper');
  });

  it('says that a text is too long before main refuses it without a word that helps', async () => {
    open();
    const box = await textBox();
    await userEvent.click(box);
    await userEvent.paste('x'.repeat(100_001));
    expect((await screen.findByRole('alert')).textContent).toContain('longer than 100,000 characters');
    expect(bridge.requests.some(({ name }) => name === 'metaReview.save')).toBe(false);
  });
});

describe('what others say', () => {
  it("shows another chair's meta-review with what it recommends, and that its reviews changed since", async () => {
    const version = versionOf(
      '1',
      { text: 'It holds.', recommendation: 'oral' as FieldId, confidence: 5, needsDiscussion: true },
      true,
    );
    bridge.handle({
      'consolidation.getPaper': () =>
        viewOf({
          metaReviews: [{ chair: 'p-1' as PersonId, chairName: 'Olga Marin', versions: [version] }],
        }),
    });
    open();
    const article = within(await screen.findByRole('article', { name: 'Meta-review by Olga Marin' }));
    article.getByText('Recommends Accept (oral), confidence 5 of 5');
    article.getByText('needs discussion');
    article.getByText('Stands on reviews that changed since');
    expect(await article.findByText('It holds.')).toBeTruthy();
  });

  it('shows every version of a chair whose computers disagree', async () => {
    bridge.handle({
      'consolidation.getPaper': () =>
        viewOf({
          metaReviews: [
            {
              chair: 'p-1' as PersonId,
              chairName: 'Olga Marin',
              versions: [versionOf('1', { text: 'Accept it.' }), versionOf('2', { text: 'Reject it.' })],
            },
          ],
        }),
    });
    open();
    await screen.findByText('2 versions');
    await screen.findByText('Accept it.');
    expect(await screen.findByText('Reject it.')).toBeTruthy();
  });

  it('says what was decided, and by whom', async () => {
    const content = { outcome: 'poster' as FieldId, session: 'Poster session 2', note: 'Congratulations.' };
    bridge.handle({
      'consolidation.getPaper': () =>
        viewOf({ decisions: [{ organizerName: 'Olga Marin', content, writtenAt: savedAt }] }),
    });
    open();
    await screen.findByText('Decided: Accept (poster), Poster session 2');
    expect(screen.getByText(/^Olga Marin, 10 May 2026/)).toBeTruthy();
  });

  it('shows both decisions while organizers disagree', async () => {
    const decided = (organizerName: string, outcome: string) => ({
      organizerName,
      content: { outcome: outcome as FieldId, session: '', note: '' },
      writtenAt: savedAt,
    });
    bridge.handle({
      'consolidation.getPaper': () =>
        viewOf({ decisions: [decided('Olga Marin', 'oral'), decided('Ben Ito', 'reject')] }),
    });
    open();
    const words = (await screen.findByText('Organizers disagree')).closest('div')?.parentElement?.textContent;
    expect(words).toContain('Accept (oral) (Olga Marin');
    expect(words).toContain('Reject (Ben Ito');
  });
});
