import type { Random } from './random';

/** A value that a program may not expect. */
function oddValue(random: Random): unknown {
  return random.pick<unknown>([
    null,
    true,
    0,
    -1,
    1.5,
    1e300,
    Number.MAX_SAFE_INTEGER,
    '',
    'x'.repeat(300),
    '\u202e\u001b[2J\0',
    '../../etc/passwd',
    '__proto__',
    'p-0000000000000000',
    '0'.repeat(64),
    [],
    {},
    [[[[[]]]]],
    { toString: 1 },
  ]);
}

/** All places in a value: what holds it, and under which key. */
function placesIn(value: unknown): readonly (readonly [Record<string, unknown>, string])[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [[holder, key] as const, ...placesIn(holder[key])]);
}

/** A JSON value with one thing in it changed, as a faithless program would. */
export function mutateJson(value: unknown, random: Random): unknown {
  const copy: unknown = structuredClone(value);
  const places = placesIn(copy);
  if (places.length === 0) return oddValue(random);
  const [holder, key] = random.pick(places);
  const [otherHolder, otherKey] = random.pick(places);
  switch (random.below(7)) {
    case 0:
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
      break;
    case 1:
      holder[key] = structuredClone(otherHolder[otherKey]);
      break;
    case 2:
      if (Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]));
      else holder[random.pick(['extra', 'constructor', 'merged', 'recipient'])] = oddValue(random);
      break;
    case 3:
      if (typeof holder[key] === 'number') holder[key] = holder[key] + random.pick([1, -1, 0.5]);
      else holder[key] = oddValue(random);
      break;
    case 4:
      if (typeof holder[key] === 'string')
        holder[key] = `${holder[key]}${random.pick(['x', ' ', '\u200b', '\n'])}`;
      else holder[key] = oddValue(random);
      break;
    case 5:
      if (Array.isArray(holder)) holder.reverse();
      else holder[key] = oddValue(random);
      break;
    default:
      holder[key] = oddValue(random);
  }
  return copy;
}
