/**
 * Whether JSON.stringify writes a value as RFC 8785 wants it but for half surrogate pairs, and much faster than who sorts
 * what is sorted: every object's members are in ascending order, numbers are finite, and nothing has a form of its own.
 * False says nothing: the slow way then decides.
 */
export function isInOrder(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value);
    case 'object':
      return value === null || (Array.isArray(value) ? value.every(isInOrder) : isObjectInOrder(value));
    default:
      return false;
  }
}

function isObjectInOrder(value: object): boolean {
  if ('toJSON' in value) return false;
  let previous: string | null = null;
  for (const [name, member] of Object.entries(value)) {
    if ((previous !== null && name <= previous) || !isInOrder(member)) return false;
    previous = name;
  }
  return true;
}
