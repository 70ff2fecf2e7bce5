export { KeyQuestions } from './KeyQuestions';
export { KeySection } from './KeySection';
