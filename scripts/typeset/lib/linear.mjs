/** The lower Cholesky factor of a symmetric positive definite matrix. Throws when it is not one. */
export function cholesky(matrix) {
  const factor = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < matrix.length; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i][j];
      for (let k = 0; k < j; k += 1) sum -= factor[i][k] * factor[j][k];
      if (i === j && sum <= 0) throw new Error('The matrix is not positive definite.');
      factor[i][j] = i === j ? Math.sqrt(sum) : sum / factor[j][j];
    }
  }
  return factor;
}

/** Solves `factor * x = vector` for a lower triangular factor. */
export function solveLower(factor, vector) {
  const solution = [];
  for (let i = 0; i < vector.length; i += 1) {
    let sum = vector[i];
    for (let j = 0; j < i; j += 1) sum -= factor[i][j] * solution[j];
    solution.push(sum / factor[i][i]);
  }
  return solution;
}

/** Solves `transpose(factor) * x = vector` for a lower triangular factor. */
export function solveUpper(factor, vector) {
  const solution = new Array(vector.length).fill(0);
  for (let i = vector.length - 1; i >= 0; i -= 1) {
    let sum = vector[i];
    for (let j = i + 1; j < vector.length; j += 1) sum -= factor[j][i] * solution[j];
    solution[i] = sum / factor[i][i];
  }
  return solution;
}

/** Solves `matrix * x = vector` for a symmetric positive definite matrix. */
export function solve(matrix, vector) {
  const factor = cholesky(matrix);
  return solveUpper(factor, solveLower(factor, vector));
}

/** The inverse of a symmetric positive definite matrix. */
export function inverse(matrix) {
  const factor = cholesky(matrix);
  const columns = matrix.map((_, i) =>
    solveUpper(
      factor,
      solveLower(
        factor,
        matrix.map((__, j) => (i === j ? 1 : 0)),
      ),
    ),
  );
  return columns[0].map((_, i) => columns.map((column) => column[i]));
}

/** The inner product of two vectors. */
export function dot(left, right) {
  return left.reduce((sum, value, i) => sum + value * right[i], 0);
}

/** Least squares through the normal equations: coefficients of `rows` that best give `targets`. */
export function leastSquares(rows, targets) {
  const width = rows[0].length;
  const gram = Array.from({ length: width }, (_, i) =>
    Array.from({ length: width }, (__, j) => rows.reduce((sum, row) => sum + row[i] * row[j], 0)),
  );
  const moment = Array.from({ length: width }, (_, i) =>
    rows.reduce((sum, row, n) => sum + row[i] * targets[n], 0),
  );
  return { coefficients: solve(gram, moment), gram };
}
