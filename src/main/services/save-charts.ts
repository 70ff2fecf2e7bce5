import type { VenueId } from '@shared/model/ids';
import type { ChartId } from '@shared/rules/charts/chart';
import { chartToSvg } from '@shared/rules/charts/chart-to-svg';
import { writeFully } from '../store/durable-file';
import { writeOutside } from '../store/outside-files';
import type { ServiceDeps } from './deps';
import { drawCharts } from './draw-charts';
import { unwritable } from './unwritable';

/** Writes a chart as SVG. Refused: NOT_AN_ORGANIZER, FILE_UNWRITABLE, DISK_FULL. */
export function saveChartSvg(
  deps: ServiceDeps,
  input: { readonly venue: VenueId; readonly chart: ChartId; readonly path: string },
): void {
  const chart = drawCharts(deps, input).find(({ id }) => id === input.chart);
  if (chart === undefined) throw new Error(`no chart ${input.chart}`);
  writeBytes(deps, input.path, Buffer.from(chartToSvg(chart), 'utf8'));
}

/** Writes a picture of a chart. Refused: FILE_UNWRITABLE, DISK_FULL. */
export function saveChartPng(
  deps: ServiceDeps,
  input: { readonly png: string; readonly path: string },
): void {
  writeBytes(deps, input.path, Buffer.from(input.png, 'base64'));
}

function writeBytes(deps: ServiceDeps, path: string, bytes: Buffer): void {
  try {
    writeOutside(deps.stores.notesFolder, path, (fd) => {
      writeFully(fd, bytes);
    });
  } catch (error) {
    throw unwritable(error, path, bytes.length);
  }
}
