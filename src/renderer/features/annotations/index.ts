export { useNotes } from './use-notes';
export { useReceivedNotes } from './use-received-notes';
