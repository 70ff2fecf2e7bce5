export { ChartsSheet, type ChartsSheetProps } from './ChartsSheet';
