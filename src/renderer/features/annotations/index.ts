export { useNotes, type UseNotes } from './use-notes';
