export type { OwnAnswers } from './own-answers';
export { useProposals } from './use-proposals';
export { usePaperActs, type PaperActs } from './use-paper-acts';
