export { printDocument } from './print-document';
