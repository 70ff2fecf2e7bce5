export { SnippetButton } from './SnippetButton';
export { Snippets } from './Snippets';
export { SnippetsSetting } from './SnippetsSetting';
