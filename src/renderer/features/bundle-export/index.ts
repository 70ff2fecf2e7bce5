export { ExportSheet } from './ExportSheet';
