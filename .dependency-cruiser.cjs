// Who may import whom (docs/architecture.md). tests/architecture plants a violation of each rule and sees it refused.

/** The layers of a process, lowest last: each may import the ones after it, never the ones before it. */
const renderer = ['app', 'workspaces', 'features', 'reader', 'bridge'];
const foundations = ['store', 'bundle', 'interop', 'assignment', 'text'];

/** A rule that nothing in `from` imports anything in `to`; both are regular expressions on paths. */
const forbid = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: typeof from === 'string' ? { path: from } : from,
  to: typeof to === 'string' ? { path: to } : to,
});

const rendererLayers = renderer
  .slice(1)
  .map((layer, index) =>
    forbid(
      `renderer-${layer}-upward`,
      `src/renderer/${layer} is below ${renderer.slice(0, index + 1).join(', ')}.`,
      `^src/renderer/${layer}/`,
      `^src/renderer/(${renderer.slice(0, index + 1).join('|')})/`,
    ),
  );

module.exports = {
  forbidden: [
    forbid('no-cycles', 'Two files that need each other are one file, or three.', {}, { circular: true }),
    forbid('no-unresolved', 'Every import leads somewhere.', {}, { couldNotResolve: true }),
    forbid(
      'src-alone',
      'The app imports neither its tests nor the scripts.',
      '^src/',
      '^(tests|scripts|resources/sample)/',
    ),

    // Processes.
    forbid(
      'shared-alone',
      'src/shared imports only itself.',
      '^src/shared/',
      '^src/(main|preload|renderer)/',
    ),
    forbid('shared-packages', 'src/shared imports zod and no other package.', '^src/shared/', {
      dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'core'],
      pathNot: '^node_modules/zod/',
    }),
    forbid(
      'renderer-alone',
      'The window never imports main or preload.',
      '^src/renderer/',
      '^src/(main|preload)/',
    ),
    forbid(
      'main-alone',
      'Main never imports the window or preload.',
      '^src/main/',
      '^src/(renderer|preload)/',
    ),
    forbid(
      'preload-contract',
      'Preload imports only the contract.',
      '^src/preload/',
      '^src/(main|renderer|shared/(?!contract/))',
    ),
    forbid('preload-types', 'Of the contract, preload imports types only.', '^src/preload/', {
      path: '^src/shared/contract/',
      dependencyTypesNot: ['type-only'],
    }),
    forbid('window-no-node', 'The window has no Node.', '^src/renderer/', { dependencyTypes: ['core'] }),

    // Inside shared: contract -> rules, anchor -> model.
    forbid(
      'model-lowest',
      'The model imports only the model.',
      '^src/shared/model/',
      '^src/shared/(rules|anchor|contract)/',
    ),
    forbid(
      'rules-below-contract',
      'Rules know the model only.',
      '^src/shared/(rules|anchor)/',
      '^src/shared/contract/',
    ),

    // Inside the window: app -> workspaces -> features -> reader -> bridge; ui is a leaf; features are islands.
    ...rendererLayers,
    forbid(
      'ui-leaf',
      'src/renderer/ui knows nothing of ours.',
      '^src/renderer/ui/',
      '^src/(shared|renderer/(?!ui/))',
    ),
    forbid('bridge-no-ui', 'The bridge draws nothing.', '^src/renderer/bridge/', '^src/renderer/ui/'),
    forbid(
      'features-islands',
      'Features do not import each other; they meet in a workspace. What they have in common is in features/common.',
      { path: '^src/renderer/features/([^/]+)/' },
      { path: '^src/renderer/features/', pathNot: '^src/renderer/features/($1|common)/' },
    ),
    forbid(
      'features-front-door',
      'A feature is imported by its index.ts.',
      { path: '^src/renderer/', pathNot: '^src/renderer/features/' },
      {
        path: '^src/renderer/features/[^/]+/',
        pathNot: '^src/renderer/features/([^/]+/index\\.ts$|common/)',
      },
    ),

    // Inside main: index, cli -> shell -> router -> handlers -> services, jobs -> foundations -> shared.
    forbid(
      'foundations-lowest',
      'Store, bundle, interop, assignment and text know no service, job, handler, router or shell.',
      `^src/main/(${foundations.join('|')})/`,
      `^src/main/(?!(${foundations.join('|')})/)`,
    ),
    forbid(
      'foundations-apart',
      'Store, bundle, interop, assignment and text do not know each other; a service brings them together.',
      { path: `^src/main/(${foundations.join('|')})/` },
      { path: `^src/main/(${foundations.join('|')})/`, pathNot: '^src/main/$1/' },
    ),
    forbid(
      'services-below-handlers',
      'Services and jobs know no handler, router, shell or command line.',
      '^src/main/(services|jobs)/',
      '^src/main/(handlers/|router\\.ts|shell/|cli[./]|index\\.ts|compose\\.ts)',
    ),
    forbid(
      'handlers-below-router',
      'Handlers know no router, shell or command line.',
      '^src/main/handlers/',
      '^src/main/(router\\.ts|shell/|cli[./]|index\\.ts|compose\\.ts)',
    ),
    forbid(
      'router-below-shell',
      'The router knows no shell and no Electron.',
      '^src/main/router\\.ts$',
      '^src/main/(shell/|cli[./]|index\\.ts)',
    ),
    forbid(
      'shell-below-roots',
      'The shell knows neither composition root.',
      '^src/main/shell/',
      '^src/main/(cli[./]|index\\.ts)',
    ),
    forbid(
      'cli-no-shell',
      'The command line runs without a window.',
      '^src/main/cli[./]',
      '^src/main/(shell/|index\\.ts)',
    ),
    forbid(
      'cli-through-router',
      'The words of the command line ask the router; they know no service, job or store.',
      '^src/main/cli/',
      '^src/main/(services|jobs|store|bundle|interop|assignment|text)/',
    ),

    // Packages with one home.
    forbid(
      'electron-home',
      'electron only in src/main/shell, src/main/index.ts and src/preload.',
      { path: '^src/', pathNot: '^src/(main/shell/|main/index\\.ts$|preload/)' },
      '^(node_modules/electron/|electron$)',
    ),
    forbid(
      'pdfjs-home',
      'pdfjs-dist only in src/renderer/reader/engine and src/main/text.',
      { path: '^src/', pathNot: '^src/(renderer/reader/engine|main/text)/' },
      '^node_modules/pdfjs-dist/',
    ),
    forbid(
      'sqlite-home',
      'better-sqlite3 only in src/main/store.',
      { path: '^src/', pathNot: '^src/main/store/' },
      '^node_modules/(better-sqlite3|@types/better-sqlite3)/',
    ),
    forbid(
      'highs-home',
      'highs only in src/main/assignment.',
      { path: '^src/', pathNot: '^src/main/assignment/' },
      '^node_modules/highs/',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    webpackConfig: { fileName: '.dependency-cruiser.resolve.cjs' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.cjs', '.js', '.json', '.css'],
    },
  },
};
