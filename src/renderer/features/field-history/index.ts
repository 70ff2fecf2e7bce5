export { FieldHistory, type FieldHistoryProps } from './FieldHistory';
export { HistoryButton, type HistoryButtonProps } from './HistoryButton';
