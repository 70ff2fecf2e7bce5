import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { JobId, VenueId } from '@shared/model/ids';
import type { RouteInput, RouteName, RouteOutput } from '@shared/contract/routes';
import { makeApplication } from '../support/application';
import { tempFolder } from '../support/temp';

it('a signing key that cannot be used stops exporting, with its sentence, and nothing else', async () => {
  const { application, folder } = makeApplication();
  const ask = async <Name extends RouteName>(
    name: Name,
    input: RouteInput<Name>,
  ): Promise<RouteOutput<Name>> => {
    const answer = await application.router(name, input);
    expect(answer).toMatchObject({ ok: true });
    return (answer as { value: RouteOutput<Name> }).value;
  };
  await application.jobs.whenEnded(await ask('sample.open', {}));
  writeFileSync(join(folder, 'identity.json'), 'damaged');

  const [listed] = await ask('library.list', {});
  const venue = listed?.venue as VenueId;
  const { papers } = await ask('library.get', { venue });
  const paper = papers[0]?.number ?? 0;
  const draft = await ask('review.answer', {
    venue,
    paper,
    field: 'summary',
    answer: { kind: 'text', text: 'Read and written without a key.' },
  });
  expect(draft.answers).toHaveProperty('summary');
  expect((await ask('key.get', {})).problem).toMatch(/^identity\.json .* cannot be read/);

  const path = join(tempFolder(), 'out.referee');
  const job: JobId = await ask('bundle.exportReviews', {
    venue,
    papers: [paper],
    includeUnready: true,
    isEncrypted: false,
    file: application.tokens.issue(path, 'write').token,
  });
  expect(await application.jobs.whenEnded(job)).toMatchObject({
    status: 'failed',
    error: { code: 'FILE_UNREADABLE', message: expect.stringMatching(/^identity\.json/) as string },
  });
  expect(existsSync(path)).toBe(false);
});
