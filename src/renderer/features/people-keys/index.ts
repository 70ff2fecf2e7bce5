export { PeopleKeysSheet, type PeopleKeysSheetProps } from './PeopleKeysSheet';
