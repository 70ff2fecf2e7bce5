import type { FieldId, PaperNumber, VenueId } from '@shared/model/ids';
import type { Identity } from '@main/bundle/keys';
import { saveDecision } from '@main/services/decisions';
import { quiet } from '@main/services/deps';
import { exportConsolidation } from '@main/services/export-consolidation';
import { exportDecisions } from '@main/services/export-decisions';
import { importBundles } from '@main/services/import-bundles';
import { saveMetaReview } from '@main/services/meta-reviews';
import { onComputerOf } from './people';
import { SIM2SCIENCE } from './store';

const venue = SIM2SCIENCE as VenueId;

/** A long meta-review, with what Markdown and formulas make of it. */
export const LONG_META = [
  'Both reviews find the comparison **sound**; they differ on what follows from it for venues that have no closed limit.',
  'The formula in question is $\\varphi^2 = k c_0 L^2 / D$, and Benedikt doubts that it holds once $\\mathrm{Bi} \\to 0$. The authors answer this in their appendix, though not in the main text, where it belongs.',
  '- one baseline is missing\n- the code is there and runs\n- the title promises more than the paper holds',
  'I recommend it as a poster: a discussion in front of it is worth more than ten minutes of talk, and nothing in it needs a stage.',
].join('\n\n');

/** A chair or organizer imports files, says something of paper 7, and sends it to a file. */
export function judgeAsColleague(
  folder: string,
  files: readonly string[],
  out: string,
  identity?: Identity,
): void {
  onComputerOf(
    folder,
    (deps) => {
      importBundles(deps, { paths: [...files], venue: null }, quiet);
      const content = {
        text: LONG_META,
        recommendation: 'poster' as FieldId,
        confidence: 4,
        needsDiscussion: true,
      };
      saveMetaReview(deps, { venue, paper: 7 as PaperNumber, content });
      exportConsolidation(deps, { venue, isEncrypted: true, path: out }, quiet);
    },
    identity,
  );
}

/** An organizer decides some papers, and sends the decisions to a file. */
export function decideAsColleague(
  folder: string,
  outcomes: Readonly<Record<number, string>>,
  out: string,
  identity: Identity,
): void {
  onComputerOf(
    folder,
    (deps) => {
      for (const [paper, outcome] of Object.entries(outcomes)) {
        const content = {
          outcome: outcome as FieldId,
          session: 'Poster session 2, Thursday',
          note: LONG_META,
        };
        saveDecision(deps, { venue, paper: Number(paper) as PaperNumber, content });
      }
      exportDecisions(deps, { venue, isEncrypted: true, path: out }, quiet);
    },
    identity,
  );
}
