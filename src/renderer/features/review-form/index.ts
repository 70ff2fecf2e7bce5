export { ReviewForm, type ReviewFormProps } from './ReviewForm';
export { UnsavedReviews } from './UnsavedReviews';
export { useUnsaved, type UnsavedOfVenue } from './use-unsaved';
