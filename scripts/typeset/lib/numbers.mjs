/** The arithmetic mean. */
export function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The sample standard deviation (n - 1). */
export function deviation(values) {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
}

/** The root of the mean square. */
export function rootMeanSquare(values) {
  return Math.sqrt(mean(values.map((value) => value * value)));
}

/** The `probability` quantile, linear between order statistics. */
export function quantile(values, probability) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = probability * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
}

/** `count` points evenly spaced from `from` to `to`, both included. */
export function linspace(from, to, count) {
  return Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
}

/** `count` points from `from` to `to`, both included, evenly spaced in their logarithm. */
export function logspace(from, to, count) {
  return linspace(Math.log(from), Math.log(to), count).map(Math.exp);
}

/** Rounds every number in a value to five significant digits: what a figure needs, and no platform noise. */
export function rounded(value) {
  if (typeof value === 'number') return Number(value.toPrecision(5));
  if (Array.isArray(value)) return value.map(rounded);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]));
  }
  return value;
}
