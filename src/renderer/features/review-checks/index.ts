export { ReviewChecks, type ReviewChecksProps } from './ReviewChecks';
