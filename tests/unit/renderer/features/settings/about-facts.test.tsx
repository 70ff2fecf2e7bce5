import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { AboutFacts } from '@renderer/features/settings/AboutFacts';
import type { AppInfo } from '@shared/contract/app';
import type { Instant } from '@shared/model/time';

afterEach(cleanup);

const info: AppInfo = {
  version: '0.1.0',
  runtime: 'Electron',
  platform: 'linux',
  now: '2026-05-10T09:00:00.000Z' as Instant,
  timeZone: 'UTC',
  preferences: { theme: 'light', textSizePercent: 100, panes: {}, place: null },
  fingerprint: null,
  keyKeeping: 'file',
  keyProblem: null,
};

it('says that there is no key yet, which one there is, or why it cannot be used', () => {
  const { rerender } = render(<AboutFacts info={info} />);
  expect(screen.getByText(/None yet/)).toBeTruthy();
  rerender(<AboutFacts info={{ ...info, fingerprint: 'abcd'.repeat(16) }} />);
  expect(screen.getByText(/^abcd abcd/)).toBeTruthy();
  rerender(<AboutFacts info={{ ...info, keyProblem: 'identity.json cannot be read.' }} />);
  expect(screen.getByText(/identity\.json cannot be read\./).textContent).toContain(
    'You can read and review',
  );
  expect(screen.queryByText(/None yet/)).toBeNull();
});
