export { FormInSheet, type FormInSheetProps } from './FormInSheet';
export { FormOutSheet, type FormOutSheetProps } from './FormOutSheet';
export { StartFromFormSheet, type StartFromFormSheetProps } from './StartFromFormSheet';
