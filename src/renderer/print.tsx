import './no-eval';
import '@renderer/ui/base.css';
import { printDocument } from '@renderer/features/printed-document';

// The page that a document is typeset on, out of sight; the window has no part in it.
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root element');
void printDocument(root);
