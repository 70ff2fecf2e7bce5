export { AssignmentDeskView, type AssignmentDeskViewProps } from './AssignmentDeskView';
