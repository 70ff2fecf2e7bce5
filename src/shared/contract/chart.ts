import { z } from 'zod';
import { fileTokenSchema, venueIdSchema } from '../model/ids';
import { chartIds, type Chart } from '../rules/charts/chart';
import { route } from './define';

/** The first bytes of every PNG file, in base64 (ISO/IEC 15948, 5.2 and 11.2.2). */
const PNG_START = 'iVBORw0KGgo';
/** The most bytes of a picture in base64: a chart at four times its size takes a hundredth of it. */
const MAX_PNG_LENGTH = 20_000_000;

const venueInput = z.strictObject({ venue: venueIdSchema });

export const chartRoutes = {
  /** The charts of a venue, each with its figures as a table. Refused: NOT_AN_ORGANIZER. */
  'chart.list': route<readonly Chart[]>()(venueInput),
  /** Writes a chart as SVG 1.1 that stands by itself. */
  'chart.saveSvg': route<{ readonly fileName: string }>()(
    venueInput.extend({ chart: z.enum(chartIds), file: fileTokenSchema }),
  ),
  /** Writes a chart that the window has painted. */
  'chart.savePng': route<{ readonly fileName: string }>()(
    z.strictObject({ png: z.base64().max(MAX_PNG_LENGTH).startsWith(PNG_START), file: fileTokenSchema }),
  ),
};
