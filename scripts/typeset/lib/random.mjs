/**
 * A seeded source of random numbers (sfc32 of PractRand), so that every figure is the same on every run.
 *
 * @param {number} seed any integer
 */
export function createRandom(seed) {
  let [a, b, c, counter] = [0, seed | 0, 0x9e3779b9 | 0, 1];
  const uniform = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let i = 0; i < 16; i += 1) uniform();
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const exponential = (mean) => -mean * Math.log(1 - uniform());
  /** Knuth's product method: right for the small means used here. */
  const poisson = (mean) => {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = uniform(); product > limit; product *= uniform()) count += 1;
    return count;
  };
  /** Marsaglia and Tsang (2000), with the usual boost for shapes under one. */
  const gamma = (shape) => {
    if (shape < 1) return gamma(shape + 1) * (1 - uniform()) ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  const shuffle = (items) => {
    const shuffled = [...items];
    for (let i = shuffled.length - 1; i > 0; i -= 1) {
      const j = Math.floor(uniform() * (i + 1));
      [shuffled[i], shuffled[j]] = [shuffled[j], shuffled[i]];
    }
    return shuffled;
  };
  return { uniform, normal, exponential, poisson, gamma, shuffle };
}

/**
 * A Latin hypercube: `count` points in the unit cube of `dimensions`, one in each slice of each axis.
 */
export function latinHypercube(random, count, dimensions) {
  const axes = Array.from({ length: dimensions }, () => random.shuffle([...Array(count).keys()]));
  return Array.from({ length: count }, (_, i) => axes.map((axis) => (axis[i] + random.uniform()) / count));
}
