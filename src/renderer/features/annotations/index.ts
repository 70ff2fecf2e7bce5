export type { Note } from './notes-session';
export { useNotes } from './use-notes';
export type { SoughtNote } from './use-sought-note';
export { useReceivedNotes } from './use-received-notes';
