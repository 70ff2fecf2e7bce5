import { request } from '@renderer/bridge/client';
import { toast } from '@renderer/ui/toasts';
import type { VenueId } from '@shared/model/ids';
import type { Chart } from '@shared/rules/charts/chart';
import { paintChart } from './paint-chart';

/** What a chart can be saved as. */
export type PictureFormat = 'SVG' | 'PNG';

/**
 * Asks where to, and saves a chart on white, whatever the theme.
 *
 * @throws RequestError when it was not saved
 */
export async function saveChart(venue: VenueId, chart: Chart, format: PictureFormat): Promise<void> {
  const [file] = await request('file.choose', {
    purpose: format === 'SVG' ? 'save-chart-svg' : 'save-chart-png',
    suggestedName: `${venue}-${chart.id}.${format.toLowerCase()}`,
  });
  if (file === undefined) return;
  const { fileName } =
    format === 'SVG'
      ? await request('chart.saveSvg', { venue, chart: chart.id, file: file.token })
      : await request('chart.savePng', { png: await paintChart(chart), file: file.token });
  toast({
    tone: 'success',
    title: `Saved ${fileName}`,
    action: {
      label: 'Show in folder',
      run: () => void request('file.showInFolder', { file: file.token }).catch(() => undefined),
    },
  });
}
