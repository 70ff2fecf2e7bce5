/** `1 paper`, `4 papers`: a count with its noun. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** Names in a sentence: `Ada`, `Ada and Ben`, `Ada, Ben and Cleo`. */
export function formatNames(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
