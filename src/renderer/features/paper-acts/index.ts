export { usePaperActs, type PaperActs } from './use-paper-acts';
