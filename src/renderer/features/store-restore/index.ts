export { VenueProblem } from './VenueProblem';
