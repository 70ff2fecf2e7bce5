import './no-eval';
import '@renderer/ui/base.css';
import { createRoot } from 'react-dom/client';
import { startApp } from './app/start';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root element');
if (new URLSearchParams(location.search).get('window') === 'reader') {
  void import('./app/start-reader').then(({ startReader }) => startReader(createRoot(root)));
} else void startApp(createRoot(root));
