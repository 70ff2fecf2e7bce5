import type { AssignedPair, AssignmentRun, AssignmentRunDetail } from '@shared/contract/assignment';
import type { PaperNumber } from '@shared/model/ids';

/** A sum of scores, three decimals. */
export function formatScore(millionths: number): string {
  return (millionths / 1_000_000).toFixed(3);
}

/** What came out, and what had to give way. */
export function toRunText(run: AssignmentRun): string {
  const proof = {
    flow: 'the largest total, by an exact flow',
    highs: 'the largest total, by HiGHS',
    hand: 'changed by hand',
  }[run.method];
  return [
    `Assignment ${run.id}: total ${formatScore(run.total)}, worst paper ${formatScore(run.worst)} (${proof}; seed ${run.settings.seed})`,
    `${run.paperCount} papers, ${run.reviewerCount} reviewers, ${run.pairCount} possible pairs, inputs ${run.inputsSha256.slice(0, 12)}`,
    ...(run.kind === 'repair'
      ? [`${run.added.length} added, ${run.removed.length} taken away besides what was lost`]
      : []),
    ...(run.broken.length === 0
      ? ['Every rule is kept.']
      : [
          'Not every rule can be kept. The least that has to give way:',
          ...run.broken.map(({ sentence }) => `  ${sentence}`),
        ]),
  ].join('\n');
}

/** Who got what and why, of all papers or one. */
export function toRunDetailText(detail: AssignmentRunDetail, paper: PaperNumber | null): string {
  const names = new Map(detail.reviewers.map(({ person, name }) => [person, name]));
  const papers = detail.papers.filter(({ number }) => paper === null || number === paper);
  const lines = papers.flatMap(({ number, title, total, pairs }) => [
    `${number}  ${title}  (${formatScore(total)})`,
    ...pairs.map(
      (pair) => `  ${formatScore(pair.score)}  ${names.get(pair.person) ?? pair.person}: ${toReason(pair)}`,
    ),
  ]);
  const broken = detail.broken.filter((rule) => paper === null || rule.paper === paper);
  return [...lines, ...broken.map(({ sentence }) => sentence)].join('\n');
}

function toReason({ terms, level }: AssignedPair): string {
  const known = (['topics', 'text', 'bid'] as const).flatMap((name) =>
    terms[name] === null ? [] : [`${name} ${formatScore(terms[name])}`],
  );
  return [...(known.length === 0 ? ['nothing is known'] : known), level].join(', ');
}
