export { ReviewForm, type ReviewFormProps } from './ReviewForm';
export { adoptDraft, openAnswers, openEvidence } from './evidence';
