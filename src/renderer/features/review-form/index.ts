export { ReviewForm, type ReviewFormProps } from './ReviewForm';
export { openEvidence } from './evidence';
