import { AppError } from '@shared/contract/errors';
import { startClock, type Clock } from './services/deps';

/**
 * The clock of this process: the system's, or started elsewhere by `REFEREE_CLOCK`, for demos and tests.
 *
 * @throws AppError REQUEST_MALFORMED when that is no instant
 */
export function setClock(setting: string | undefined): Clock {
  if (setting !== undefined && Number.isNaN(Date.parse(setting))) {
    throw new AppError(
      'REQUEST_MALFORMED',
      `The environment variable REFEREE_CLOCK is "${setting}", which is no instant. Write it like 2026-05-10T09:00:00Z, or unset it, and start Referee again.`,
    );
  }
  return startClock(setting, Intl.DateTimeFormat().resolvedOptions().timeZone);
}
