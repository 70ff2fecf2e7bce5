export { AssignmentExport, type AssignmentExportProps } from './AssignmentExport';
export { VenueSetUp, type VenueSetUpProps } from './VenueSetUp';
