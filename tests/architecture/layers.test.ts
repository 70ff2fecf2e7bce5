import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cruise, listSources, root, type Cruise } from './cruise';
import { plantTree } from './planted-tree';
import { allowed, refused } from './plants';

describe('the rules about who may import whom', () => {
  let folder: string;
  let planted: Cruise;

  beforeAll(() => {
    folder = plantTree([...refused, ...allowed]);
    planted = cruise(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const rulesBrokenBy = (from: string): readonly string[] =>
    planted.summary.violations.filter((found) => found.from === from).map((found) => found.rule.name);

  it.each(refused)('refuse, by $rule, that $from imports $to', ({ rule, from }) => {
    expect(rulesBrokenBy(from)).toContain(rule);
  });

  it.each(allowed)('allow that $from imports $to', ({ from }) => {
    expect(planted.modules.map((module) => module.source)).toContain(from);
    expect(rulesBrokenBy(from)).toEqual([]);
  });

  it('each have an import planted against them', () => {
    const configuration = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as {
      readonly forbidden: readonly { readonly name: string; readonly severity: string }[];
    };
    const rules = configuration.forbidden
      .filter((rule) => rule.severity === 'error')
      .map((rule) => rule.name);
    expect([...new Set(refused.map((plant) => plant.rule))].toSorted()).toEqual(rules.toSorted());
  });
});

describe('the cruise of the real tree', () => {
  let seen: readonly string[];

  beforeAll(() => {
    seen = cruise(root).modules.map((module) => module.source);
  });

  it.each(['src/shared', 'src/main', 'src/preload', 'src/renderer'])('sees every source of %s', (folder) => {
    const sources = listSources(folder);
    expect(sources).not.toEqual([]);
    expect(sources.filter((path) => !seen.includes(path))).toEqual([]);
  });
});
