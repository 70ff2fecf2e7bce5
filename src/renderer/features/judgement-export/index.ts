export { ConsolidationExportSheet, type ConsolidationExportSheetProps } from './ConsolidationExportSheet';
export { DecisionExportSheet, type DecisionExportSheetProps } from './DecisionExportSheet';
