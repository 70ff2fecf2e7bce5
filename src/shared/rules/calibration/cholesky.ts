/** A symmetric matrix of `size` rows, row after row; only the lower triangle is read. */
export interface SquareMatrix {
  readonly size: number;
  readonly values: Float64Array;
}

/**
 * The lower triangle L of a symmetric positive definite matrix, A = L Lᵀ (Golub & Van Loan, Matrix Computations, 4.2). Null
 * when the matrix is not positive definite.
 */
export function factorCholesky({ size, values }: SquareMatrix): SquareMatrix | null {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = at(values, i * size + j);
      for (let k = 0; k < j; k += 1) sum -= at(lower, i * size + k) * at(lower, j * size + k);
      if (i !== j) lower[i * size + j] = sum / at(lower, j * size + j);
      else if (sum > 0) lower[i * size + i] = Math.sqrt(sum);
      else return null;
    }
  }
  return { size, values: lower };
}

/** The logarithm of the determinant of L Lᵀ. */
export function logDeterminant({ size, values }: SquareMatrix): number {
  let sum = 0;
  for (let i = 0; i < size; i += 1) sum += 2 * Math.log(at(values, i * size + i));
  return sum;
}

/** Solves L Lᵀ x = b. */
export function solveCholesky({ size, values }: SquareMatrix, b: Float64Array): Float64Array {
  const x = Float64Array.from(b);
  for (let i = 0; i < size; i += 1) {
    let sum = at(x, i);
    for (let k = 0; k < i; k += 1) sum -= at(values, i * size + k) * at(x, k);
    x[i] = sum / at(values, i * size + i);
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    let sum = at(x, i);
    for (let k = i + 1; k < size; k += 1) sum -= at(values, k * size + i) * at(x, k);
    x[i] = sum / at(values, i * size + i);
  }
  return x;
}

/** The inverse of L Lᵀ, both triangles. */
export function invertCholesky(factor: SquareMatrix): SquareMatrix {
  const { size } = factor;
  const values = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    const unit = new Float64Array(size);
    unit[column] = 1;
    values.set(solveCholesky(factor, unit), column * size);
  }
  return { size, values };
}

/** An entry of an array that is as long as its owner says. */
export function at(values: Float64Array, index: number): number {
  return values[index] as number;
}
