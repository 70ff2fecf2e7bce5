export { RemindersSheet, type RemindersSheetProps } from './RemindersSheet';
