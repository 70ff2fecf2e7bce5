/** An import that a rule must refuse: the file that makes it, what it imports, and the rule. */
export interface Plant {
  readonly rule: string;
  readonly from: string;
  /** A file of the planted tree, or a package. */
  readonly to: string;
  readonly isTypeOnly?: boolean;
}

/** At least one for every rule of `.dependency-cruiser.cjs`, and more where a rule has several parts. */
export const refused: readonly Plant[] = [
  { rule: 'no-cycles', from: 'src/shared/rules/ring-a.ts', to: 'src/shared/rules/ring-b.ts' },
  { rule: 'no-unresolved', from: 'src/shared/rules/lost.ts', to: './nowhere' },
  { rule: 'src-alone', from: 'src/main/services/tested.ts', to: 'tests/support/thing.ts' },
  { rule: 'src-alone', from: 'src/main/services/scripted.ts', to: 'scripts/thing.ts' },
  { rule: 'shared-alone', from: 'src/shared/rules/greedy.ts', to: 'src/main/services/thing.ts' },
  { rule: 'shared-alone', from: 'src/shared/model/vain.ts', to: 'src/renderer/ui/thing.ts' },
  { rule: 'shared-packages', from: 'src/shared/rules/reader.ts', to: 'node:fs' },
  { rule: 'shared-packages', from: 'src/shared/rules/drawn.ts', to: 'react' },
  { rule: 'renderer-alone', from: 'src/renderer/app/reach.ts', to: 'src/main/store/thing.ts' },
  { rule: 'renderer-alone', from: 'src/renderer/bridge/reach.ts', to: 'src/preload/thing.ts' },
  { rule: 'main-alone', from: 'src/main/services/paint.ts', to: 'src/renderer/ui/thing.ts' },
  {
    rule: 'preload-contract',
    from: 'src/preload/rules.ts',
    to: 'src/shared/rules/thing.ts',
    isTypeOnly: true,
  },
  { rule: 'preload-contract', from: 'src/preload/main.ts', to: 'src/main/store/thing.ts' },
  { rule: 'preload-types', from: 'src/preload/value.ts', to: 'src/shared/contract/thing.ts' },
  { rule: 'window-no-node', from: 'src/renderer/app/disk.ts', to: 'node:fs' },
  { rule: 'model-lowest', from: 'src/shared/model/high.ts', to: 'src/shared/rules/thing.ts' },
  { rule: 'rules-below-contract', from: 'src/shared/rules/high.ts', to: 'src/shared/contract/thing.ts' },
  {
    rule: 'renderer-workspaces-upward',
    from: 'src/renderer/workspaces/up.ts',
    to: 'src/renderer/app/thing.ts',
  },
  {
    rule: 'renderer-features-upward',
    from: 'src/renderer/features/one/up.ts',
    to: 'src/renderer/app/thing.ts',
  },
  {
    rule: 'renderer-features-upward',
    from: 'src/renderer/features/one/out.ts',
    to: 'src/renderer/workspaces/thing.ts',
  },
  {
    rule: 'renderer-reader-upward',
    from: 'src/renderer/reader/up.ts',
    to: 'src/renderer/features/one/index.ts',
  },
  { rule: 'renderer-bridge-upward', from: 'src/renderer/bridge/up.ts', to: 'src/renderer/reader/thing.ts' },
  { rule: 'ui-leaf', from: 'src/renderer/ui/knows.ts', to: 'src/shared/model/thing.ts', isTypeOnly: true },
  { rule: 'ui-leaf', from: 'src/renderer/ui/asks.ts', to: 'src/renderer/bridge/thing.ts' },
  { rule: 'bridge-no-ui', from: 'src/renderer/bridge/draws.ts', to: 'src/renderer/ui/thing.ts' },
  {
    rule: 'features-islands',
    from: 'src/renderer/features/one/swim.ts',
    to: 'src/renderer/features/two/index.ts',
  },
  {
    rule: 'features-islands',
    from: 'src/renderer/features/common/swim.ts',
    to: 'src/renderer/features/one/index.ts',
  },
  {
    rule: 'features-front-door',
    from: 'src/renderer/workspaces/pick.ts',
    to: 'src/renderer/features/one/thing.ts',
  },
  { rule: 'foundations-lowest', from: 'src/main/store/up.ts', to: 'src/main/services/thing.ts' },
  { rule: 'foundations-lowest', from: 'src/main/bundle/up.ts', to: 'src/main/router.ts' },
  { rule: 'foundations-apart', from: 'src/main/bundle/side.ts', to: 'src/main/store/thing.ts' },
  { rule: 'services-below-handlers', from: 'src/main/services/up.ts', to: 'src/main/handlers/thing.ts' },
  { rule: 'services-below-handlers', from: 'src/main/jobs/up.ts', to: 'src/main/router.ts' },
  { rule: 'handlers-below-router', from: 'src/main/handlers/up.ts', to: 'src/main/router.ts' },
  { rule: 'router-below-shell', from: 'src/main/router.ts', to: 'src/main/shell/thing.ts' },
  { rule: 'shell-below-roots', from: 'src/main/shell/up.ts', to: 'src/main/index.ts' },
  { rule: 'cli-no-shell', from: 'src/main/cli/window.ts', to: 'src/main/shell/thing.ts' },
  { rule: 'cli-through-router', from: 'src/main/cli/short-cut.ts', to: 'src/main/services/thing.ts' },
  { rule: 'electron-home', from: 'src/main/services/desktop.ts', to: 'electron' },
  { rule: 'electron-home', from: 'src/renderer/app/desktop.ts', to: 'electron', isTypeOnly: true },
  { rule: 'pdfjs-home', from: 'src/renderer/reader/straight.ts', to: 'pdfjs-dist' },
  { rule: 'sqlite-home', from: 'src/main/services/query.ts', to: 'better-sqlite3' },
  { rule: 'highs-home', from: 'src/main/services/solve.ts', to: 'highs' },
  { rule: 'sqlite-home', from: 'src/main/services/query-type.ts', to: 'better-sqlite3', isTypeOnly: true },
];

/** Imports of the same kinds that the architecture allows: a rule that refuses everything proves nothing. */
export const allowed: readonly Omit<Plant, 'rule'>[] = [
  { from: 'src/shared/contract/good.ts', to: 'zod' },
  { from: 'src/shared/contract/fine.ts', to: '@shared/model/thing' },
  { from: 'src/preload/good.ts', to: 'src/shared/contract/thing.ts', isTypeOnly: true },
  { from: 'src/preload/fine.ts', to: 'electron' },
  { from: 'src/renderer/app/good.ts', to: '@renderer/features/one' },
  { from: 'src/renderer/features/one/good.ts', to: 'src/renderer/features/common/thing.ts' },
  { from: 'src/renderer/features/one/fine.ts', to: '@renderer/bridge/thing' },
  { from: 'src/renderer/reader/engine/good.ts', to: 'pdfjs-dist' },
  { from: 'src/main/text/good.ts', to: 'pdfjs-dist' },
  { from: 'src/main/store/good.ts', to: 'better-sqlite3' },
  { from: 'src/main/assignment/good.ts', to: 'highs' },
  { from: 'src/main/services/good.ts', to: 'src/main/store/thing.ts' },
  { from: 'src/main/handlers/good.ts', to: 'src/main/services/thing.ts' },
  { from: 'src/main/shell/good.ts', to: 'electron' },
  { from: 'src/main/shell/fine.ts', to: 'src/main/router.ts', isTypeOnly: true },
];
