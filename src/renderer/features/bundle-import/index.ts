export { ImportLogSheet, type ImportLogSheetProps } from './ImportLogSheet';
export { ImportSheet } from './ImportSheet';
export { chooseBundles, openBundleFiles, openSample, showHeldBundles } from './import-flow';
