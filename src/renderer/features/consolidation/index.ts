export { ConsolidationTable, type ConsolidationTableProps } from './ConsolidationTable';
export { ReviewsPanel, type ReviewsPanelProps } from './ReviewsPanel';
