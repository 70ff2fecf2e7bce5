export { SearchSheet, type SearchSheetProps, type SoughtHit } from './SearchSheet';
