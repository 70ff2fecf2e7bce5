import { CHART_WIDTH, type Chart, type Mark } from './chart';
import { findTicks, linearScale, shorten } from './scale';

/** One topic of a venue with the papers about it. */
export interface CoveredTopic {
  readonly title: string;
  /** Papers whose authors declared it. */
  readonly declared: number;
  /** Papers on which reviewers agreed that it is theirs. */
  readonly agreed: number;
  /** The mean score of the papers that declared it or on which it was agreed; null while none has a score. */
  readonly mean: number | null;
}

const ROW = 34;

/** How many papers each topic has, as declared and as agreed by reviewers, and how they were scored. */
export function drawTopics(topics: readonly CoveredTopic[]): Chart {
  const [left, right, top] = [184, CHART_WIDTH - 96, 28];
  const bottom = top + topics.length * ROW;
  const most = Math.max(1, ...topics.map(({ declared, agreed }) => Math.max(declared, agreed)));
  const x = linearScale([0, most], [left, right]);
  const bar = (tone: 'soft' | 'main', y: number, count: number, tip: string): Mark => ({
    kind: 'rect',
    tone,
    x: left,
    y,
    width: x(count) - left,
    height: 10,
    tip,
  });
  const marks: Mark[] = [
    ...findTicks(0, most, 5)
      .filter(Number.isInteger)
      .flatMap((tick): readonly Mark[] => [
        { kind: 'line', tone: 'grid', x1: x(tick), y1: top, x2: x(tick), y2: bottom },
        { kind: 'text', tone: 'faint', x: x(tick), y: bottom + 16, text: String(tick), anchor: 'middle' },
      ]),
    { kind: 'rect', tone: 'soft', x: left, y: 6, width: 10, height: 10 },
    { kind: 'text', tone: 'text', x: left + 16, y: 15, text: 'declared', anchor: 'start' },
    { kind: 'rect', tone: 'main', x: left + 92, y: 6, width: 10, height: 10 },
    { kind: 'text', tone: 'text', x: left + 108, y: 15, text: 'agreed by reviewers', anchor: 'start' },
    { kind: 'text', tone: 'faint', x: CHART_WIDTH - 12, y: 15, text: 'mean score', anchor: 'end' },
    ...topics.flatMap(({ title, declared, agreed, mean }, index): readonly Mark[] => {
      const y = top + index * ROW;
      return [
        { kind: 'text', tone: 'text', x: left - 10, y: y + 20, text: shorten(title, 25), anchor: 'end' },
        bar('soft', y + 5, declared, `${declared} papers declare ${title}`),
        bar('main', y + 17, agreed, `Reviewers agree on ${title} for ${agreed} papers`),
        {
          kind: 'text',
          tone: 'text',
          x: CHART_WIDTH - 12,
          y: y + 20,
          text: mean === null ? 'none' : mean.toFixed(2),
          anchor: 'end',
        },
      ];
    }),
    { kind: 'line', tone: 'axis', x1: left, y1: top, x2: left, y2: bottom },
  ];
  const bare = topics.filter(({ declared, agreed }) => declared + agreed === 0);
  const widest = topics.toSorted((a, b) => b.declared - a.declared)[0];
  return {
    id: 'topics',
    title: 'What the papers are about, and how strong they are',
    summary: `${widest === undefined || widest.declared === 0 ? 'No paper declares a topic.' : `Most papers (${widest.declared}) declare ${widest.title}.`}${bare.length === 0 ? '' : ` No paper is about ${bare.map(({ title }) => title).join(', ')}.`}`,
    width: CHART_WIDTH,
    height: bottom + 28,
    marks: topics.length === 0 ? [] : marks,
    columns: ['Topic', 'Papers that declare it', 'Papers on which reviewers agree', 'Mean score'],
    rows: topics.map(({ title, declared, agreed, mean }) => [
      title,
      String(declared),
      String(agreed),
      mean === null ? '' : mean.toFixed(2),
    ]),
  };
}
