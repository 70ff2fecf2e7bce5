import { z } from 'zod';

/** An instant as RFC 3339 in UTC with milliseconds, such as `2026-05-10T09:00:00.000Z`. */
export const instantSchema = z.iso.datetime({ precision: 3 }).brand<'Instant'>();
export type Instant = z.infer<typeof instantSchema>;

/** A calendar day that exists, `YYYY-MM-DD`. As a deadline it means 23:59 Anywhere on Earth on that day. */
export const dayDateSchema = z.iso.date().brand<'DayDate'>();
export type DayDate = z.infer<typeof dayDateSchema>;

/**
 * A date as venues announce them: a day `2026-05-15`, only a month `2026-07`, or `TBD` when nobody knows yet.
 * Nothing may break on the last two.
 */
export const announcedDateSchema = z.union([
  dayDateSchema,
  z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
    .brand<'MonthDate'>(),
  z.literal('TBD'),
]);
export type AnnouncedDate = z.infer<typeof announcedDateSchema>;
