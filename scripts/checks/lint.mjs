import { asOutcome, runTool } from './programs.mjs';

/** Oxlint with type information (.oxlintrc.json). It must have looked at files to have passed. */
export async function checkLint() {
  const result = await runTool('oxlint/bin/oxlint', ['--type-aware', '--format', 'json']);
  try {
    const report = JSON.parse(result.stdout);
    const lines = report.diagnostics.map((found) => {
      const line = found.labels?.[0]?.span?.line ?? 1;
      return `${found.filename}:${line}: ${found.code}: ${found.message}`;
    });
    const isGood = result.code === 0 && report.number_of_files > 0 && lines.length === 0;
    return asOutcome({
      isGood,
      output: lines.sort().join('\n'),
      note: `${report.number_of_files} files, ${lines.length} findings`,
    });
  } catch {
    return asOutcome({ isGood: false, output: result.output, note: 'gave no report' });
  }
}
