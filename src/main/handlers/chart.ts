import { basename } from 'node:path';
import { drawCharts } from '../services/draw-charts';
import { saveChartPng, saveChartSvg } from '../services/save-charts';
import type { Handlers } from './handler';

/** Charts of what came in. */
export const chartHandlers: Pick<Handlers, 'chart.list' | 'chart.saveSvg' | 'chart.savePng'> = {
  'chart.list': ({ services }, input) => drawCharts(services, input),
  'chart.saveSvg': ({ services, tokens }, { file, ...input }) => {
    const path = tokens.pathOf(file, 'write');
    saveChartSvg(services, { ...input, path });
    return { fileName: basename(path) };
  },
  'chart.savePng': ({ services, tokens }, { png, file }) => {
    const path = tokens.pathOf(file, 'write');
    saveChartPng(services, { png, path });
    return { fileName: basename(path) };
  },
};
