import { z } from 'zod';
import { paperNumberSchema, venueIdSchema } from '../model/ids';
import { refusalSchema } from '../model/response';
import { route } from './define';
import type { MyResponse } from './library';

const paperInput = z.strictObject({ venue: venueIdSchema, paper: paperNumberSchema });

export const paperActRoutes = {
  /**
   * Says that I will not review a paper: I decline it, or have a conflict of interest. What I wrote stays and does not go
   * out; the word goes out with the next export. Refused: PAPER_NOT_FOUND.
   */
  'paper.refuse': route<MyResponse>()(paperInput.extend({ statement: refusalSchema })),
  /**
   * Takes back that I will not review a paper: forgotten where it never left this computer (null), else told with the next
   * export. Refused: PAPER_NOT_FOUND, NOTHING_TO_TAKE_BACK.
   */
  'paper.takeBack': route<MyResponse | null>()(paperInput),
};
