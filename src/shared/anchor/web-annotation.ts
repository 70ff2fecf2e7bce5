import { z } from 'zod';
import {
  annotationContentSchema,
  annotationKindSchema,
  annotationMeaningSchema,
  quoteSchema,
  type Annotation,
} from '../model/annotation';
import { annotationIdSchema, personIdSchema, sha256Schema, type PaperNumber } from '../model/ids';
import { instantSchema } from '../model/time';

const ANNOTATION = 'urn:referee:annotation:';
const PERSON = 'urn:referee:person:';
const PDF = 'urn:sha256:';

/** The terms of ours beside those of the W3C vocabulary. */
const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { referee: 'urn:referee:terms:' }] as const;

const selectorSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('FragmentSelector'),
    conformsTo: z.literal('http://tools.ietf.org/rfc/rfc3778'),
    value: z.string().regex(/^page=[1-9][0-9]{0,5}$/),
  }),
  quoteSchema.extend({ type: z.literal('TextQuoteSelector') }),
  z.strictObject({
    type: z.literal('referee:QuadSelector'),
    'referee:pages': annotationContentSchema.shape.pages,
  }),
]);

/**
 * An annotation as bundles carry it: a W3C Web Annotation (https://www.w3.org/TR/annotation-model/) in JSON-LD. The quads in PDF
 * space are the authority; page and quote are for others. One that was taken back keeps its id, version and dates, and says
 * nothing else.
 */
export const webAnnotationSchema = z.strictObject({
  '@context': z.tuple([z.literal(CONTEXT[0]), z.strictObject({ referee: z.literal(CONTEXT[1].referee) })]),
  id: z.templateLiteral([ANNOTATION, z.string().regex(/^a-[0-9a-f]{16}$/)]),
  type: z.literal('Annotation'),
  creator: z.templateLiteral([PERSON, z.string().regex(/^p-[0-9a-f]{16}$/)]),
  created: instantSchema,
  modified: instantSchema,
  motivation: z.enum(['assessing', 'referee:retracting']),
  'referee:version': z.number().int().min(1).max(1_000_000_000),
  'referee:mark': annotationKindSchema.optional(),
  'referee:audience': z.enum(['chairs', 'authors']).optional(),
  'referee:pageLabel': z.string().max(40).optional(),
  body: z
    .array(
      z.discriminatedUnion('purpose', [
        z.strictObject({
          type: z.literal('TextualBody'),
          purpose: z.literal('tagging'),
          value: annotationMeaningSchema,
        }),
        z.strictObject({
          type: z.literal('TextualBody'),
          purpose: z.literal('commenting'),
          format: z.literal('text/markdown'),
          value: z.string().min(1).max(20_000),
        }),
      ]),
    )
    .max(2),
  target: z.strictObject({
    source: z.templateLiteral([PDF, z.string().regex(/^[0-9a-f]{64}$/)]),
    selector: z.array(selectorSchema).max(3),
  }),
});
export type WebAnnotation = z.infer<typeof webAnnotationSchema>;

/** An annotation in its W3C form, or, retracted, the word that there is none any more. */
export function toWebAnnotation(annotation: Annotation, isRetracted = false): WebAnnotation {
  const { content } = annotation;
  const first = content.pages[0];
  const isShared = !isRetracted && content.visibility !== 'mine' && first !== undefined;
  return {
    '@context': [CONTEXT[0], { ...CONTEXT[1] }],
    id: `${ANNOTATION}${annotation.id}`,
    type: 'Annotation',
    creator: `${PERSON}${annotation.creator}`,
    created: annotation.createdAt,
    modified: annotation.modifiedAt,
    motivation: isShared ? 'assessing' : 'referee:retracting',
    'referee:version': annotation.version,
    ...(isShared
      ? {
          'referee:mark': content.kind,
          'referee:audience': content.visibility === 'authors' ? ('authors' as const) : ('chairs' as const),
          ...(content.pageLabel === null ? {} : { 'referee:pageLabel': content.pageLabel }),
        }
      : {}),
    body: isShared
      ? [
          { type: 'TextualBody', purpose: 'tagging', value: content.meaning },
          ...(content.comment === ''
            ? []
            : [
                {
                  type: 'TextualBody' as const,
                  purpose: 'commenting' as const,
                  format: 'text/markdown' as const,
                  value: content.comment,
                },
              ]),
        ]
      : [],
    target: {
      source: `${PDF}${content.pdf}`,
      selector: isShared
        ? [
            {
              type: 'FragmentSelector',
              conformsTo: 'http://tools.ietf.org/rfc/rfc3778',
              value: `page=${first.page}`,
            },
            ...(content.quote === null ? [] : [{ type: 'TextQuoteSelector' as const, ...content.quote }]),
            { type: 'referee:QuadSelector', 'referee:pages': content.pages },
          ]
        : [],
    },
  };
}

/** What a W3C annotation of ours says. */
export type ReadAnnotation =
  | { readonly isRetracted: false; readonly annotation: Annotation }
  | { readonly isRetracted: true; readonly annotation: Omit<Annotation, 'content'> };

/**
 * Reads an annotation out of its W3C form. Null when its parts do not fit together: it must be just what
 * {@link toWebAnnotation} writes.
 */
export function fromWebAnnotation(web: WebAnnotation, paper: PaperNumber): ReadAnnotation | null {
  const base = {
    id: annotationIdSchema.parse(web.id.slice(ANNOTATION.length)),
    paper,
    creator: personIdSchema.parse(web.creator.slice(PERSON.length)),
    version: web['referee:version'],
    createdAt: web.created,
    modifiedAt: web.modified,
  };
  if (web.motivation === 'referee:retracting') {
    const isBare =
      web.body.length === 0 && web.target.selector.length === 0 && web['referee:mark'] === undefined;
    return isBare ? { isRetracted: true, annotation: base } : null;
  }
  const meaning = web.body.find((body) => body.purpose === 'tagging')?.value;
  const comment = web.body.find((body) => body.purpose === 'commenting')?.value ?? '';
  const quads = web.target.selector.find((selector) => selector.type === 'referee:QuadSelector');
  const quote = web.target.selector.find((selector) => selector.type === 'TextQuoteSelector');
  const content = annotationContentSchema.safeParse({
    kind: web['referee:mark'],
    meaning,
    comment,
    visibility: web['referee:audience'],
    pdf: sha256Schema.parse(web.target.source.slice(PDF.length)),
    pages: quads?.['referee:pages'],
    pageLabel: web['referee:pageLabel'] ?? null,
    quote: quote === undefined ? null : { exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
  });
  return content.success ? { isRetracted: false, annotation: { ...base, content: content.data } } : null;
}
