export { ExportSheet, type ExportSheetProps } from './ExportSheet';
