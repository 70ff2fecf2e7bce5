export { DecisionsTable, type DecisionsTableProps } from './DecisionsTable';
