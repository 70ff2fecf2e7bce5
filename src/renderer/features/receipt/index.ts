export { CheckReceiptSheet, type CheckReceiptSheetProps } from './CheckReceiptSheet';
export { ReceiptSheet, type ReceiptSheetProps } from './ReceiptSheet';
