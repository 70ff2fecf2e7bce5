export { Reader } from './Reader';
export type { OpenedPaper, ReaderProps, ReaderSource } from './reader-props';
export type { PageTheme, ReaderPlace, ReaderSidebar } from './reader-place';
export type { MarkControl, ReaderMarking } from './reader-marks';
export type { PageMark, Passage } from './engine/mark';
export type { MarkingTool } from './engine/overlay-gestures';
export type { ReaderFailure, ReaderFailureKind } from './engine/failure';
export { prewarmReader } from './engine/session';
export { fetchAhead } from './engine/open-document';
