export { ReviewForm, type ReviewFormProps } from './ReviewForm';
export { adoptDraft, openEvidence } from './evidence';
