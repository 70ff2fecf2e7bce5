export { ReviewForm, type ReviewFormProps } from './ReviewForm';
export { UnsavedReviews, type UnsavedReviewsProps } from './UnsavedReviews';
