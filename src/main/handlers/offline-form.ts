import { basename } from 'node:path';
import { describeForms, fillForms, writeForms } from '../services/paper-forms';
import { compareForm, takeFromForm } from '../services/read-back-form';
import { inspectForm } from '../services/read-form-file';
import type { Handlers } from './handler';

/** Review forms of other systems. */
export const offlineFormHandlers: Pick<
  Handlers,
  'form.inspect' | 'form.start' | 'form.ofVenue' | 'form.toText' | 'form.write' | 'form.compare' | 'form.take'
> = {
  'form.inspect': ({ tokens }, { file }) => inspectForm({ path: tokens.pathOf(file, 'read') }),
  'form.start': (deps, { form, pdfs, ...input }) =>
    deps.jobs.start(
      'start-from-form',
      {
        ...input,
        formPath: deps.tokens.pathOf(form, 'read'),
        pdfPaths: pdfs.map((pdf) => deps.tokens.pathOf(pdf, 'read', 'folder')),
      },
      (started) => {
        deps.publish('library.changed', {});
        deps.publish('venue.changed', { venue: started.venue });
        return started;
      },
    ),
  'form.ofVenue': ({ services }, input) => describeForms(services, input),
  'form.toText': ({ services }, input) => fillForms(services, input),
  'form.write': ({ services, tokens }, { file, ...input }) => {
    const path = tokens.pathOf(file, 'write');
    return { ...writeForms(services, { ...input, path }), fileName: basename(path) };
  },
  'form.compare': ({ services, tokens }, { venue, file }) =>
    compareForm(services, { venue, path: tokens.pathOf(file, 'read') }),
  'form.take': (deps, { file, ...input }) => {
    const taken = takeFromForm(deps.services, { ...input, path: deps.tokens.pathOf(file, 'read') });
    for (const paper of new Set(input.choices.map((choice) => choice.paper))) {
      deps.publish('review.changed', { venue: input.venue, paper });
    }
    return taken;
  },
};
