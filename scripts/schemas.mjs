// Writes the JSON Schemas of the bundle format to resources/schema: npm run schemas. A test holds them current.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { runnerImport } from 'vite';
import { root } from './ready/paths.mjs';

const { module } = await runnerImport(join(root, 'scripts', 'schemas', 'json-schemas.ts'), {
  root,
  configFile: false,
});
const folder = join(root, 'resources', 'schema');
mkdirSync(folder, { recursive: true });
for (const { fileName, json } of module.jsonSchemas()) {
  const path = join(folder, fileName);
  const style = await resolveConfig(path);
  writeFileSync(path, await format(JSON.stringify(json), { ...style, parser: 'json' }));
  process.stdout.write(`resources/schema/${fileName}\n`);
}
