import { z } from 'zod';
import { annotationVisibilitySchema } from '../model/annotation';
import { paperNumberSchema, venueIdSchema } from '../model/ids';
import type { Instant } from '../model/time';
import { route } from './define';

/** Which desk of a venue is open. */
export const workspaceSchema = z.enum(['reviewer', 'chair', 'organizer']);
export type Workspace = z.infer<typeof workspaceSchema>;

/** Where the window was, so that it opens there again. */
export const placeSchema = z.strictObject({
  venue: venueIdSchema,
  workspace: workspaceSchema,
  paper: paperNumberSchema.nullable(),
});
export type Place = z.infer<typeof placeSchema>;

/** Percent of the window's width, by pane name, in the order of the panes. */
export const paneSizesSchema = z.record(z.string().max(40), z.array(z.number().min(0).max(100)).max(6));

/** When to be reminded of what is due: days before the deadline's day, and the hour, both in the reader's zone. */
export const remindersSchema = z.strictObject({
  daysBefore: z.array(z.number().int().min(0).max(30)).min(1).max(8),
  hour: z.number().int().min(0).max(23),
  /** Whether papers are named; a notification may be seen by others. */
  hasTitles: z.boolean(),
});
export type Reminders = z.infer<typeof remindersSchema>;

/** What a person prefers, for all venues. */
export const preferencesSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  textSizePercent: z.number().int().min(80).max(200),
  panes: paneSizesSchema,
  place: placeSchema.nullable(),
  /** Who reads a new annotation; chairs unless it was chosen. */
  noteVisibility: annotationVisibilitySchema.optional(),
  /** Null or absent: none are shown. */
  reminders: remindersSchema.nullable().optional(),
  /** Whether the time at each paper is counted, for its reader alone; only where it was chosen. */
  countsTime: z.boolean().optional(),
  /** Whether formulas are shown while they are written; in wide fields only unless it was chosen. */
  isPreviewLive: z.boolean().optional(),
  /** Whether reviews are checked for tone; only where it was chosen. */
  hasToneHints: z.boolean().optional(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** About this application and the machine it runs on. */
export interface AppInfo {
  readonly version: string;
  /** Such as `Electron 33.2.1 (Chromium 130, Node 20.18.1)`, or `Node 24.21.0` for the command line. */
  readonly runtime: string;
  readonly platform: string;
  /** The injected clock's time now. */
  readonly now: Instant;
  /** The reader's IANA zone. */
  readonly timeZone: string;
  readonly preferences: Preferences;
}

export const appRoutes = {
  /** About the application, the clock and the preferences. */
  'app.get': route<AppInfo>()(z.strictObject({})),
  /** Changes some preferences; answers all of them. */
  'app.setPreferences': route<Preferences>()(preferencesSchema.partial()),
};
