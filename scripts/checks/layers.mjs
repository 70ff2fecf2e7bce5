import { listFiles } from './files.mjs';
import { asOutcome, runTool } from './programs.mjs';

/** Who imports whom (.dependency-cruiser.cjs). A cruise that did not see every file of `src` has proven nothing. */
export async function checkLayers() {
  const result = await runTool('dependency-cruiser/bin/dependency-cruise.mjs', [
    'src',
    '--output-type',
    'json',
  ]);
  try {
    const report = JSON.parse(result.stdout);
    const seen = new Set(report.modules.map((module) => module.source));
    const unseen = listFiles('src', /(?<!\.d)\.tsx?$/).filter((path) => !seen.has(path));
    const lines = [
      ...report.summary.violations.map(describe),
      ...unseen.map((path) => `${path}: was not looked at`),
    ];
    return asOutcome({
      isGood: lines.length === 0 && seen.size > 0,
      output: lines.join('\n'),
      note: `${report.summary.totalCruised} modules, ${lines.length} findings`,
    });
  } catch {
    return asOutcome({ isGood: false, output: result.output, note: 'gave no report' });
  }
}

function describe(violation) {
  const cycle = violation.cycle?.map((step) => step.name).join(' -> ');
  return `${violation.from} -> ${cycle ?? violation.to}: ${violation.rule.name}`;
}
