import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { VerifiedBundle } from '@main/bundle/verify-bundle';

/** The published schema of each payload file: not the application's own, so that the two check each other. */
const FILES: readonly (readonly [RegExp, string])[] = [
  [/^data\/bundle\.json$/, 'bundle-header'],
  [/^data\/venue\.json$/, 'venue'],
  [/^data\/assignment\.json$/, 'assignment'],
  [/\/paper\.json$/, 'paper'],
  [/^data\/reviews\//, 'review'],
  [/^data\/meta-reviews\//, 'meta-review'],
  [/^data\/settlements\//, 'settlement'],
  [/^data\/decisions\//, 'decision'],
];

const compiled = new Map<string, ValidateFunction>();

function validatorOf(name: string): ValidateFunction {
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const path = resolve('resources/schema', `${name}.schema.json`);
  const validate = ajv.compile(JSON.parse(readFileSync(path, 'utf8')) as object);
  compiled.set(name, validate);
  return validate;
}

/** The first payload file that does not fit its published schema; null when all do. */
export function findMisfit(bundle: VerifiedBundle): string | null {
  for (const path of bundle.manifest.keys()) {
    const name = FILES.find(([pattern]) => pattern.test(path))?.[1];
    if (name === undefined) continue;
    const validate = validatorOf(name);
    if (!validate(JSON.parse(bundle.read(path).toString())))
      return `${path}: ${JSON.stringify(validate.errors?.[0])}`;
  }
  return null;
}
