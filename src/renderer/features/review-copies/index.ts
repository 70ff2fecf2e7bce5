export { CopiesSheet, type CopiesSheetProps } from './CopiesSheet';
