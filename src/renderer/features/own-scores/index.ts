export { OwnScoresSheet, type OwnScoresSheetProps } from './OwnScoresSheet';
export { OwnScoresButton, type OwnScoresButtonProps } from './OwnScoresButton';
