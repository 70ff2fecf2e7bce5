export { LibraryPage } from './LibraryPage';
export { PaperList } from './PaperList';
export { countProgress } from './library-words';
