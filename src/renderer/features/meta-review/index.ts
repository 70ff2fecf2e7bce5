export { MetaReviewPanel, type MetaReviewPanelProps } from './MetaReviewPanel';
